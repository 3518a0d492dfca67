import { testDoors } from '#server/testing-matrix';
import { insightContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const staff = 'clerk examiner head office auditor';
const reviewed: Record<string, string> = {
  getFigures: staff,
  getGroups: staff,
  listCases: staff,
  exportCases: staff,
  listExports: 'office auditor',
};

/** Inputs that are complete, so that nothing but the permission can refuse. */
const inputs: Record<string, object> = {
  getGroups: { query: { by: 'day' } },
  listCases: { query: { set: 'received' } },
  exportCases: { body: { set: 'received', format: 'csv' } },
};

testDoors(insightContract, reviewed, inputs);
