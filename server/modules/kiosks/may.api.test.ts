import { newId } from '#platform/ids';
import { testDoors } from '#server/testing-matrix';
import { kiosksContract } from './contract.ts';
import { kioskFields } from './kiosks-testing.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const signedIn = 'resident clerk examiner head office admin auditor';
const reviewed: Record<string, string> = {
  registerHere: 'anyone',
  startHere: 'anyone',
  beatHere: 'anyone',
  beginSitting: 'anyone',
  endSitting: 'anyone',
  askSignIn: 'anyone',
  collectSignIn: 'anyone',
  stayHere: signedIn,
  lookSignIn: signedIn,
  answerSignIn: signedIn,
  takeTicketHere: 'anyone',
  checkInHere: 'anyone',
  listItemsHere: 'anyone',
  submitHere: signedIn,
  listProofs: signedIn,
  beginPrint: signedIn,
  showPage: signedIn,
  endPrint: 'anyone',
  staffHere: 'anyone',
  listKiosks: 'clerk head office admin',
  createKiosk: 'office admin',
  updateKiosk: 'office admin',
  renewCodes: 'office admin',
  setService: 'clerk office admin',
  bringPaper: 'clerk office admin',
  listLeftPapers: 'clerk office admin',
  clearPaper: 'clerk office admin',
};

const sitting = { sittingId: newId() };
const code = { params: { code: 'abc' } };
testDoors(kiosksContract, reviewed, {
  registerHere: { body: { code: '12345678' } },
  startHere: { body: { version: '' } },
  beatHere: { body: { sittingId: null, version: '' } },
  beginSitting: { body: { id: newId() } },
  endSitting: { body: { how: 'person' } },
  askSignIn: { body: sitting },
  collectSignIn: { body: sitting },
  lookSignIn: code,
  answerSignIn: { ...code, body: { number: 12 } },
  takeTicketHere: { body: { ...sitting, actionId: newId(), errandId: newId() } },
  checkInHere: { body: { ...sitting, actionId: newId(), code: 'abc' } },
  beginPrint: { body: { ...sitting, id: newId(), documentId: newId(), copies: 1 } },
  showPage: { params: { id: newId(), page: 1 } },
  endPrint: { body: { ...sitting, came: 'taken' } },
  staffHere: { body: { code: '1' } },
  createKiosk: { body: { id: newId(), ...kioskFields(newId()) } },
  updateKiosk: { body: kioskFields(newId()) },
  renewCodes: { body: { which: 'staff' } },
  setService: { body: { inService: true, reason: '' } },
  bringPaper: { body: { sheets: 1 } },
});
