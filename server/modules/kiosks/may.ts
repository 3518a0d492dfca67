/** Who may do what at and with kiosks. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { kiosksContract } from './contract.ts';

/** The browser of a kiosk is nobody; it is known by its own secret, which each of these asks for. */
const theKiosk = { anyone: ['any'] } as const;
/** Whoever has signed in at the kiosk, on what is theirs. */
const signedInHere = { resident: ['any'], shared: true } as const;
/** On the phone; a kiosk signs nobody in at another one. */
const onPhone = { resident: ['any'] } as const;
const runners = { office: ['any'], admin: ['any'] } as const;
/** Those who stand beside it. */
const onTheSpot = { clerk: ['department'], ...runners } as const;

export const may = {
  registerHere: theKiosk,
  startHere: theKiosk,
  beatHere: theKiosk,
  beginSitting: theKiosk,
  endSitting: theKiosk,
  askSignIn: theKiosk,
  collectSignIn: theKiosk,
  stayHere: signedInHere,
  lookSignIn: onPhone,
  answerSignIn: onPhone,
  takeTicketHere: { ...theKiosk, shared: true },
  checkInHere: { ...theKiosk, shared: true },
  listItemsHere: theKiosk,
  submitHere: signedInHere,
  listProofs: signedInHere,
  beginPrint: signedInHere,
  showPage: signedInHere,
  endPrint: theKiosk,
  staffHere: theKiosk,
  listKiosks: { clerk: ['any'], head: ['any'], ...runners },
  createKiosk: runners,
  updateKiosk: runners,
  renewCodes: runners,
  setService: onTheSpot,
  bringPaper: onTheSpot,
  listLeftPapers: { clerk: ['any'], ...runners },
  clearPaper: onTheSpot,
} as const satisfies Permissions<keyof typeof kiosksContract>;
