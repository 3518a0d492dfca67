/** Who may do what in the hall. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { hallContract } from './contract.ts';
import { screenMay } from './screens/may.ts';

/** How many wait, and who is called, hangs on the wall of the hall. */
const everyone = { anyone: ['any'] } as const;
/** Whoever has the code was given the ticket; it is on the slip and guessed by nobody. */
const whoHasTheCode = { anyone: ['any'] } as const;
/** At the window where one is signed in, and at no other. */
const atOwnWindow = { clerk: ['held'] } as const;
/** Also at a kiosk. */
const ownBooking = { resident: ['own'], shared: true } as const;
const oneself = { resident: ['any'], shared: true } as const;
/** The service office runs the halls; a head runs what the own department does there. */
const runners = { head: ['department'], office: ['any'] } as const;

export const may = {
  ...screenMay,
  listPlaces: everyone,
  showPlace: everyone,
  listNearby: everyone,
  listZones: everyone,
  showScreen: everyone,
  takeTicket: { resident: ['any'] },
  issueTicket: { clerk: ['department'], office: ['any'] },
  lookTicket: whoHasTheCode,
  comeToWindow: whoHasTheCode,
  cancelTicket: whoHasTheCode,
  rejoinQueue: whoHasTheCode,
  takeUpTicket: whoHasTheCode,
  listSlots: everyone,
  holdSlot: oneself,
  confirmBooking: ownBooking,
  cancelBooking: ownBooking,
  checkIn: whoHasTheCode,
  myHall: oneself,
  showDesk: { clerk: ['any'] },
  openWindow: { clerk: ['department'] },
  pauseWindow: atOwnWindow,
  leaveWindow: atOwnWindow,
  closeWindow: runners,
  callNext: atOwnWindow,
  callTicket: atOwnWindow,
  recallTicket: atOwnWindow,
  serveTicket: atOwnWindow,
  missTicket: atOwnWindow,
  parkTicket: atOwnWindow,
  unparkTicket: atOwnWindow,
  transferTicket: atOwnWindow,
  finishTicket: atOwnWindow,
  listWaiting: { clerk: ['department'], head: ['any'], office: ['any'], auditor: ['any'] },
  withdrawTicket: { clerk: ['department'], office: ['any'] },
  linkCase: atOwnWindow,
  visitsOfCase: {
    resident: ['own'],
    clerk: ['department'],
    examiner: ['department'],
    head: ['department'],
    office: ['any'],
    auditor: ['any'],
  },
  showHall: { clerk: ['department'], head: ['any'], office: ['any'], auditor: ['any'] },
  listPrinters: { clerk: ['department'], head: ['any'], office: ['any'], admin: ['any'], auditor: ['any'] },
  savePrinter: { office: ['any'], admin: ['any'] },
  checkPrinter: { clerk: ['department'], office: ['any'], admin: ['any'] },
  printTicket: { clerk: ['department'], office: ['any'] },
  // Made by whoever asked, and tells nobody whose ticket it is.
  showPrint: { anyone: ['any'] },
  showWaitTruth: { head: ['any'], office: ['any'], auditor: ['any'] },
  showSetup: { office: ['any'], admin: ['any'], auditor: ['any'] },
  testPrinter: { office: ['any'], admin: ['any'] },
  setDuty: runners,
  savePlace: { office: ['any'], admin: ['any'] },
  nameZone: { office: ['any'], admin: ['any'] },
  saveErrand: { office: ['any'], admin: ['any'] },
} as const satisfies Permissions<keyof typeof hallContract>;
