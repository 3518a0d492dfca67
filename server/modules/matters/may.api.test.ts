import { newId } from '#platform/ids';
import { testDoors } from '#server/testing-matrix';
import { mattersContract } from './contract.ts';

const staff = 'clerk examiner head office admin auditor';
const signedIn = `resident ${staff}`;
/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const reviewed: Record<string, string> = {
  listLifeEvents: 'anyone',
  getLifeEvent: 'anyone',
  listManagedEvents: 'office auditor',
  getManagedEvent: 'office auditor',
  saveEventDraft: 'office',
  checkEvent: 'office',
  publishEvent: 'office',
  withdrawEvent: 'office',
  applyForMatter: signedIn,
  myMatters: signedIn,
  listMatters: 'examiner head office auditor',
  getMatter: signedIn,
  trackMatter: 'anyone',
  foreseeWithdrawal: signedIn,
  withdrawFromMatter: signedIn,
  extendMatter: 'office',
  partOfMatter: signedIn,
  agreeToPart: 'head',
  takeBackAgreement: 'head',
  askOpinion: 'examiner head',
  consultationsOfCase: 'examiner head office auditor',
  listConsultations: 'examiner head office auditor',
  getConsultation: 'examiner head office auditor',
  answerConsultation: 'examiner head',
  recallConsultation: 'examiner head',
};

testDoors(mattersContract, reviewed, {
  withdrawFromMatter: { body: { actionId: newId() } },
});
