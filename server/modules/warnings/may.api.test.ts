import { newId } from '#platform/ids';
import { testDoors } from '#server/testing-matrix';
import { usualLadder, warningsContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const reviewed: Record<string, string> = {
  listLadders: 'head office auditor',
  getLadder: 'head office auditor',
  // A head reaches their own department and no other, see the tests of ladders.
  saveLadder: 'office',
  previewLadder: 'office',
  caseWarnings: 'clerk examiner head office auditor',
  caseReminders: 'clerk examiner head office auditor',
  remind: 'office',
  answerReminder: 'head',
  listFaults: 'office auditor',
  settleFault: 'office',
};

testDoors(warningsContract, reviewed, {
  saveLadder: { query: { departmentId: newId() }, body: { version: 0, ladder: usualLadder } },
  remind: { body: { actionId: newId(), text: '请说明', days: 2 } },
  answerReminder: { body: { text: '已安排' } },
  previewLadder: { query: {}, body: { ladder: usualLadder, from: '2026-06-10', target: 5, fatal: 20 } },
});
