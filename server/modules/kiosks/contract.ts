/** What can be done at and with kiosks over HTTP. `/kiosks/here` is the kiosk that asks: its browser carries a secret. */
import { Type } from 'typebox';
import { casesContract } from '#modules/cases/contract';
import { hallContract } from '#modules/hall/contract';
import { ById, closed, contract, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { endings, mostCopies } from './kiosk.ts';
import { Here, ItemHere, Kiosk, LeftPaper, Proof } from './shapes.ts';

export { beatSeconds, kioskStates, lostSeconds, lowSheets, mostCopies, printerStates, signInWarningSeconds, warningSeconds } from './kiosk.ts'; // prettier-ignore
export type { Ending, KioskState, PrinterState } from './kiosk.ts';
export type { Here, Kiosk } from './shapes.ts';

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const ByCode = closed({ code: words(40) });
const sheets = Type.Integer({ minimum: 0, maximum: 5000 });
const service = { inService: Type.Boolean(), reason: Type.String({ maxLength: 200 }) };
const kioskFields = {
  outletId: Id,
  name: words(60),
  nameEn: Type.String({ maxLength: 120 }),
  place: words(100),
  idleSeconds: Type.Integer({ minimum: 30, maximum: 600 }),
  hasPrinter: Type.Boolean(),
  printerId: nullable(Id),
};
const sitting = { sittingId: Id };
const ticketHere = Type.Object({ ticket: hallContract.takeTicket.reply, printId: nullable(Id) });
const here = ['kiosks.notRegistered', 'kiosks.noSitting'] as const;
const signedIn = [...here, 'kiosks.notSignedInHere'] as const;
const printing = [...signedIn, 'kiosks.noSuchPrint'] as const;
const ticketPrinter = ['hall.noPrinter', 'kiosks.printerElsewhere'] as const;
const printer = ['kiosks.noPrinter', 'kiosks.noPaper', 'kiosks.printerFault'] as const;

export const kiosksContract = contract({
  registerHere: {
    method: 'POST',
    path: '/kiosks/here/registration',
    summary: 'Make the kiosk of this code out of the browser that asks',
    description: 'Sets a cookie that only this browser has. Whatever browser was the kiosk before is it no more.',
    body: closed({ code: words(20) }),
    reply: Here,
    problems: ['kiosks.wrongCode'],
  },
  startHere: {
    method: 'POST',
    path: '/kiosks/here/start',
    summary: 'The kiosk was switched on: whatever was open on it ends',
    body: closed({ version: Type.String({ maxLength: 60 }) }),
    reply: Here,
    problems: ['kiosks.notRegistered'],
  },
  beatHere: {
    method: 'POST',
    path: '/kiosks/here/beat',
    summary: 'The kiosk is there, and in use by this sitting',
    body: closed({ sittingId: nullable(Id), version: Type.String({ maxLength: 60 }) }),
    reply: Here,
    problems: ['kiosks.notRegistered'],
  },
  beginSitting: {
    method: 'POST',
    path: '/kiosks/here/sittings',
    summary: 'Somebody has touched the kiosk; whoever was there before is not any more',
    body: closed({ id: Id }),
    problems: ['kiosks.notRegistered', 'kiosks.outOfService'],
  },
  endSitting: {
    method: 'POST',
    path: '/kiosks/here/sittings/:id/end',
    summary: 'End the use of the kiosk: the session with it, and whatever paper was not taken is noted',
    params: ById,
    body: closed({ how: oneOf(...endings) }),
    problems: ['kiosks.notRegistered'],
  },
  askSignIn: {
    method: 'POST',
    path: '/kiosks/here/sign-ins',
    summary: 'A code that a phone scans to sign its owner in at this kiosk',
    body: closed(sitting),
    description: '`goodFor`: seconds from the answer on, because the clock of a machine may be wrong.',
    reply: Type.Object({ id: Id, code: Type.String(), number: Type.Integer(), goodFor: Type.Integer() }),
    problems: here,
  },
  collectSignIn: {
    method: 'POST',
    path: '/kiosks/here/sign-ins/:id/collection',
    summary: 'Ask whether the phone has approved; then the session begins, once',
    params: ById,
    body: closed(sitting),
    reply: Type.Object({ state: oneOf('waiting', 'refused', 'signedIn') }),
    problems: [...here, 'kiosks.noSignIn', 'kiosks.otherPerson'],
  },
  stayHere: {
    method: 'POST',
    path: '/kiosks/here/sittings/:id/stay',
    summary: 'Who is signed in says that they are still there: the sign-in lasts longer, within its limit',
    params: ById,
    reply: Here,
    problems: [...signedIn, 'kiosks.stayedLongest'],
  },
  lookSignIn: {
    method: 'GET',
    path: '/kiosk-sign-ins/:code',
    summary: 'On the phone: which kiosk asks, and three numbers of which it shows one',
    params: ByCode,
    reply: Type.Object({
      kioskName: Type.String(),
      kioskNameEn: Type.String(),
      outletName: Type.String(),
      outletNameEn: Type.String(),
      place: Type.String(),
      choices: Type.Array(Type.Integer()),
      expiresAt: Instant,
    }),
    problems: ['kiosks.noSignIn'],
  },
  answerSignIn: {
    method: 'POST',
    path: '/kiosk-sign-ins/:code/answer',
    summary: 'On the phone: the number that one sees on the kiosk, or null to refuse',
    params: ByCode,
    body: closed({ number: nullable(Type.Integer({ minimum: 10, maximum: 99 })) }),
    problems: ['kiosks.noSignIn', 'kiosks.wrongNumber', 'kiosks.otherPerson'],
  },
  takeTicketHere: {
    method: 'POST',
    path: '/kiosks/here/tickets',
    summary: 'Take a ticket at the kiosk, with or without having signed in; printed where a printer is',
    body: closed({ ...sitting, ...hallContract.takeTicket.body.properties }),
    description: '`printId`: where it is being printed, how far that is says `hall.showPrint`.',
    reply: ticketHere,
    problems: [
      ...here,
      'kiosks.noHall',
      'hall.nameFirst',
      'kiosks.ticketsUsedUp',
      'kiosks.actRepeated',
      ...hallContract.takeTicket.problems.filter((code) => code !== 'hall.notRemote'),
    ],
  },
  checkInHere: {
    method: 'POST',
    path: '/kiosks/here/check-ins',
    summary: 'Turn an appointment into a ticket, with its code; once more gives the same ticket',
    body: closed({ ...sitting, ...hallContract.checkIn.body.properties }),
    reply: ticketHere,
    problems: [...here, 'kiosks.otherHall', 'kiosks.actRepeated', ...hallContract.checkIn.problems],
  },
  listItemsHere: {
    method: 'GET',
    path: '/kiosks/here/items',
    summary: 'What can be applied for at a kiosk',
    reply: Type.Array(ItemHere),
    problems: ['kiosks.notRegistered'],
  },
  submitHere: {
    method: 'POST',
    path: '/kiosks/here/cases',
    summary: 'Hand in an application at the kiosk; the same actionId gives the same case',
    body: closed({ ...sitting, ...casesContract.submitCase.body.properties }),
    reply: casesContract.submitCase.reply,
    problems: [...signedIn, 'kiosks.notAtKiosk', ...casesContract.submitCase.problems],
  },
  listProofs: {
    method: 'GET',
    path: '/kiosks/here/proofs',
    summary: 'The newest papers of the person who is signed in that can be printed here',
    reply: Type.Array(Proof),
    problems: signedIn,
  },
  beginPrint: {
    method: 'POST',
    path: '/kiosks/here/prints',
    summary: 'Begin to print a paper of one’s own: how many pages it has, if there is paper for them',
    body: closed({ ...sitting, id: Id, documentId: Id, copies: Type.Integer({ minimum: 1, maximum: mostCopies }) }),
    reply: Type.Object({ id: Id, pages: Type.Integer(), copies: Type.Integer() }),
    problems: [...printing, ...printer, 'kiosks.actRepeated', 'documents.noSuchDocument', 'documents.payFirst'],
  },
  showPage: {
    method: 'GET',
    path: '/kiosks/here/prints/:id/pages/:page',
    summary: 'A page of what is being printed, as a picture',
    params: closed({ id: Id, page: Type.Integer({ minimum: 1, maximum: 100 }) }),
    reply: 'file',
    problems: [...printing, 'documents.noSuchDocument', 'documents.payFirst'],
  },
  endPrint: {
    method: 'POST',
    path: '/kiosks/here/prints/:id/end',
    summary: 'The paper was taken, or did not come out and why',
    description: '`notPrinted`: the kiosk sent nothing to its printer, and the sheets are counted again.',
    params: ById,
    body: closed({ ...sitting, came: oneOf('taken', 'noPaper', 'fault', 'notPrinted') }),
    problems: printing,
  },
  staffHere: {
    method: 'POST',
    path: '/kiosks/here/staff',
    summary: 'At the machine, with the code for staff: look, bring paper, take it out of service or back',
    body: closed({
      code: words(20),
      sheets: Type.Optional(sheets),
      service: Type.Optional(closed(service)),
    }),
    reply: Kiosk,
    problems: ['kiosks.notRegistered', 'kiosks.wrongStaffCode', 'kiosks.codeLocked'],
  },
  listKiosks: {
    method: 'GET',
    path: '/kiosks',
    summary: 'All kiosks: how each stands, when it was last heard of, its paper, and how it was used',
    reply: Type.Array(Kiosk),
  },
  createKiosk: {
    method: 'POST',
    path: '/kiosks',
    summary: 'Add a kiosk to an outlet; the same id with the same fields is the same kiosk',
    body: closed({ id: Id, ...kioskFields }),
    reply: Kiosk,
    problems: ['kiosks.actRepeated', ...ticketPrinter],
  },
  updateKiosk: {
    method: 'PUT',
    path: '/kiosks/:id',
    summary: 'Change what a kiosk is called, where it stands and how long it waits',
    params: ById,
    body: closed(kioskFields),
    reply: Kiosk,
    problems: ['kiosks.noSuchKiosk', ...ticketPrinter],
  },
  renewCodes: {
    method: 'POST',
    path: '/kiosks/:id/codes',
    summary: 'New codes for a kiosk: one to register its browser within half an hour, or the one for staff',
    params: ById,
    body: closed({ which: oneOf('registration', 'staff') }),
    reply: Type.Object({ code: Type.String(), until: nullable(Instant) }),
    problems: ['kiosks.noSuchKiosk'],
  },
  setService: {
    method: 'POST',
    path: '/kiosks/:id/service',
    summary: 'Take a kiosk out of service, or back',
    params: ById,
    body: closed(service),
    reply: Kiosk,
    problems: ['kiosks.noSuchKiosk'],
  },
  bringPaper: {
    method: 'POST',
    path: '/kiosks/:id/paper',
    summary: 'Say how many sheets are in the printer now; it counts as in order again',
    params: ById,
    body: closed({ sheets }),
    reply: Kiosk,
    problems: ['kiosks.noSuchKiosk', 'kiosks.noPrinter'],
  },
  listLeftPapers: {
    method: 'GET',
    path: '/kiosks/papers',
    summary: 'Papers that nobody took from a kiosk, the oldest first',
    query: closed(paging),
    reply: pageOf(LeftPaper),
  },
  clearPaper: {
    method: 'POST',
    path: '/kiosks/papers/:id/clearing',
    summary: 'Say that a paper that nobody took was destroyed',
    params: ById,
    problems: ['kiosks.noSuchPrint'],
  },
});
