import { newId } from '#platform/ids';
import { testDoors } from '#server/testing-matrix';
import { tidesContract } from './contract.ts';
import { usualRule } from './house-rule.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const readers = 'head office auditor';
const reviewed: Record<string, string> = {
  showTides: readers,
  listUsual: readers,
  listLooks: readers,
  listAdvice: readers,
  sumEffects: readers,
  getAdvice: readers,
  takeAdvice: 'office',
  refuseAdvice: 'office',
  myRequests: 'clerk',
  answerRequest: 'clerk',
  showStaffing: readers,
  showRule: readers,
  saveRule: 'office',
};

const actionId = newId();
testDoors(tidesContract, reviewed, {
  listUsual: { query: { zone: 'A' } },
  listLooks: { query: { zone: 'A' } },
  takeAdvice: { body: { actionId } },
  refuseAdvice: { body: { actionId, reason: '看情况' } },
  answerRequest: { body: { actionId, comes: true } },
  saveRule: { body: usualRule },
});
