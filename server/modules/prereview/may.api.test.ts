import { testDoors } from '#server/testing-matrix';
import { prereviewContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const reviewed: Record<string, string> = {
  caseReviews: 'clerk examiner head office auditor',
  listSettings: 'examiner head office auditor',
  setLevel: 'office',
  stopMachine: 'office head',
  resumeMachine: 'office head',
  listRechecks: 'examiner head office auditor',
  explainMachine: 'resident clerk examiner head office admin auditor',
  askPerson: 'resident clerk examiner head office admin auditor',
  settleRecheck: 'examiner head',
};

testDoors(prereviewContract, reviewed);
