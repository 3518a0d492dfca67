import { newId } from '#platform/ids';
import { testDoors } from '#server/testing-matrix';
import { afterhoursContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const signedIn = 'resident clerk examiner head office admin auditor';
const whoStays = 'clerk examiner head office';
const reviewed: Record<string, string> = {
  listTimes: 'anyone',
  askForTime: signedIn,
  askWithTicket: 'anyone',
  askAtDesk: 'clerk office',
  lookRequest: 'anyone',
  cancelRequest: 'anyone',
  myRequests: signedIn,
  listRequests: 'head office auditor',
  countRequests: 'head office auditor',
  myStays: whoStays,
  getRequest: 'clerk examiner head office auditor',
  listWhoMayStay: 'head office',
  grantRequest: 'head office',
  refuseRequest: 'head office',
  startService: whoStays,
  finishService: whoStays,
  missService: whoStays,
  listOffers: 'head office admin auditor',
  saveOffer: 'office admin',
};

const acting = { actionId: newId() };
const asking = { ...acting, period: 'noon', day: '2026-06-11' };
testDoors(afterhoursContract, reviewed, {
  askForTime: { body: { ...asking, errandId: newId() } },
  askWithTicket: { body: { ...asking, ticketCode: 'abc', phone: '' } },
  askAtDesk: { body: { ...asking, errandId: newId(), name: '陈小满', phone: '' } },
  lookRequest: { params: { code: 'abc' } },
  cancelRequest: { params: { code: 'abc' }, body: acting },
  grantRequest: { body: { ...acting, staffId: newId(), windowId: newId() } },
  refuseRequest: { body: { ...acting, reason: '当天无人' } },
  startService: { body: acting },
  finishService: { body: { ...acting, matters: 1 } },
  missService: { body: acting },
  saveOffer: {
    params: { id: newId(), period: 'noon' },
    body: { opens: '12:00', closes: '13:30', places: 3, daysAhead: 5, noticeMinutes: 60 },
  },
});
