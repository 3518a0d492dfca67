import { newId } from '#platform/ids';
import { testDoors } from '#server/testing-matrix';
import { improvementsContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const signedIn = 'resident clerk examiner head office admin auditor';
const reviewed: Record<string, string> = {
  suggest: signedIn,
  mySuggestions: signedIn,
  listSuggestions: 'examiner head office auditor',
  countSuggestions: 'examiner head office auditor',
  getSuggestion: signedIn,
  dispatch: 'office',
  acceptOrder: 'head',
  declineOrder: 'head',
  planOrder: 'head',
  finishOrder: 'head',
  verifyOrder: 'office',
  sendBackOrder: 'office',
  adopt: 'office',
  closeSuggestion: 'office',
};
const said = { body: { actionId: newId(), text: '已安排' } };

testDoors(improvementsContract, reviewed, {
  suggest: { body: { actionId: newId(), title: '减少填表', body: '同一信息填了三遍' } },
  dispatch: { body: { actionId: newId(), departmentId: newId() } },
  acceptOrder: said,
  declineOrder: said,
  planOrder: { body: { ...said.body, plannedOn: '2026-07-10' } },
  finishOrder: said,
  verifyOrder: said,
  sendBackOrder: said,
  adopt: said,
  closeSuggestion: said,
});
