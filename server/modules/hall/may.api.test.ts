import { newId } from '#platform/ids';
import { testDoors } from '#server/testing-matrix';
import { hallContract } from './contract.ts';
import { anErrand, usualPlace } from './hall-testing.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const signedIn = 'resident clerk examiner head office admin auditor';
const reviewed: Record<string, string> = {
  listPlaces: 'anyone',
  showPlace: 'anyone',
  showScreen: 'anyone',
  takeTicket: signedIn,
  issueTicket: 'clerk office',
  lookTicket: 'anyone',
  comeToWindow: 'anyone',
  cancelTicket: 'anyone',
  rejoinQueue: 'anyone',
  listSlots: 'anyone',
  holdSlot: signedIn,
  confirmBooking: signedIn,
  cancelBooking: signedIn,
  checkIn: 'anyone',
  myHall: signedIn,
  showDesk: 'clerk',
  openWindow: 'clerk',
  pauseWindow: 'clerk',
  leaveWindow: 'clerk',
  closeWindow: 'head office',
  callNext: 'clerk',
  callTicket: 'clerk',
  recallTicket: 'clerk',
  serveTicket: 'clerk',
  missTicket: 'clerk',
  parkTicket: 'clerk',
  unparkTicket: 'clerk',
  transferTicket: 'clerk',
  finishTicket: 'clerk',
  showHall: 'clerk head office auditor',
  showWaitTruth: 'head office auditor',
  setDuty: 'head office',
  savePlace: 'office admin',
  saveErrand: 'office admin',
};

const acting = { body: { actionId: newId() } };
const taking = { body: { actionId: newId(), errandId: newId() } };
const code = { params: { code: 'abc' }, ...acting };
const desk = Object.fromEntries(
  [
    'callTicket',
    'recallTicket',
    'serveTicket',
    'missTicket',
    'parkTicket',
    'unparkTicket',
    'transferTicket',
    'finishTicket',
  ].map((name) => [name, acting]),
);
testDoors(hallContract, reviewed, {
  ...desk,
  takeTicket: taking,
  issueTicket: taking,
  lookTicket: { params: { code: 'abc' } },
  comeToWindow: code,
  cancelTicket: code,
  rejoinQueue: code,
  listSlots: { query: { day: '2026-06-11' } },
  holdSlot: { body: { ...taking.body, startsAt: '2026-06-11T01:00:00Z' } },
  checkIn: { body: { ...acting.body, code: 'abc' } },
  pauseWindow: { body: { on: true } },
  leaveWindow: { body: {} },
  closeWindow: { body: {} },
  callNext: acting,
  setDuty: { body: { errandIds: [] } },
  savePlace: { body: usualPlace },
  saveErrand: { body: anErrand(newId(), 'A') },
});
