/** What can be done with after-hours service over HTTP. */
import { Type, type Static } from 'typebox';
import { ById, closed, contract, Day, Id, Instant, nullable, oneOf, pageOf, paging, Telephone } from '#platform/contract'; // prettier-ignore
import { doors, kinds, periods, states } from './request.ts';

export { isOpen, keptDays, periods, possibleFrom, states, stepsFrom } from './request.ts';
export type { Period, State, Step } from './request.ts';
export { waitedMinutes } from './credit.ts';

const Code = Type.String({ minLength: 1, maxLength: 80 });
const ByCode = Type.Object({ code: Code }, { additionalProperties: false });
const Told = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const Clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'HH:MM of Asia/Shanghai' });
const acting = { actionId: Id };

const shown = {
  id: Id,
  number: Type.String(),
  state: oneOf(...states),
  outletId: Id,
  outletName: Type.String(),
  outletNameEn: Type.String(),
  errandName: Type.String(),
  errandNameEn: Type.String(),
  period: oneOf(...periods),
  day: Day,
  beginsAt: Instant,
  endsAt: Instant,
  askedAt: Instant,
  ticketNumber: nullable(Type.String()),
  /** Why it was refused; empty otherwise. */
  reason: Type.String(),
  windowNumber: nullable(Type.String()),
};
/** What whoever asked sees. */
const Seen = Type.Object({ ...shown, code: Type.String() });
export type RequestSeen = Static<typeof Seen>;

const line = {
  ...shown,
  door: oneOf(...doors),
  departmentId: nullable(Id),
  /** Masked for those who neither decide nor stay. */
  name: Type.String(),
  /** Who asked is not kept any more. */
  forgotten: Type.Boolean(),
  staffId: nullable(Id),
  staffName: nullable(Type.String()),
  staffDepartmentId: nullable(Id),
  startedAt: nullable(Instant),
  endedAt: nullable(Instant),
  matters: nullable(Type.Integer()),
  /** Minutes that count for who stayed, by this request alone. */
  minutes: nullable(Type.Integer()),
};
const Line = Type.Object(line);
export type RequestLine = Static<typeof Line>;
const Whole = Type.Object({
  ...line,
  phone: Type.String(),
  wish: Type.String(),
  caseNumbers: Type.Array(Type.String()),
  steps: Type.Array(
    Type.Object({
      kind: oneOf(...kinds),
      state: oneOf(...states),
      at: Instant,
      by: Type.String(),
      text: Type.String(),
    }),
  ),
});
export type RequestWhole = Static<typeof Whole>;

const offerFields = {
  opens: Clock,
  closes: Clock,
  places: Type.Integer({ minimum: 0, maximum: 500 }),
  daysAhead: Type.Integer({ minimum: 0, maximum: 60 }),
  noticeMinutes: Type.Integer({ minimum: 0, maximum: 10_080 }),
};
const Offer = Type.Object({ period: oneOf(...periods), ...offerFields });
export type OfferSeen = Static<typeof Offer>;

const Time = Type.Object({
  period: oneOf(...periods),
  day: Day,
  beginsAt: Instant,
  endsAt: Instant,
  /** Places that nobody was given yet. */
  left: Type.Integer(),
});
export type TimeSeen = Static<typeof Time>;

/** The conditions of the list and of its figures: the same set. The days are those of the service. */
const about = {
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  outletId: Type.Optional(Id),
  departmentId: Type.Optional(Id),
  staffId: Type.Optional(Id),
  state: Type.Optional(oneOf(...states)),
};
const sums = { services: Type.Integer(), matters: Type.Integer(), minutes: Type.Integer() };
export const Counts = Type.Object({
  asOf: Instant,
  ...sums,
  states: Type.Array(Type.Object({ state: oneOf(...states), count: Type.Integer() })),
  departments: Type.Array(Type.Object({ departmentId: nullable(Id), ...sums })),
  people: Type.Array(
    Type.Object({ staffId: Id, staffName: Type.String(), departmentId: nullable(Id), missed: Type.Integer(), ...sums }),
  ),
});
export type Counts = Static<typeof Counts>;

const asking = { ...acting, period: oneOf(...periods), day: Day, wish: Type.Optional(Type.String({ maxLength: 300 })) };
const askProblems = [
  'afterhours.noSuchTime',
  'afterhours.timeFull',
  'afterhours.haveRequest',
  'afterhours.actionReused',
  'general.tooMany',
] as const;
const stepProblems = ['afterhours.notFound', 'afterhours.wrongStep', 'afterhours.actionReused'] as const;

/** Somebody who can stay; `qualified` for the errand on that day, null for those who have no file that would say so. */
const Colleague = Type.Object({ accountId: Id, name: Type.String(), busyAt: nullable(Type.String()), qualified: nullable(Type.Boolean()) }); // prettier-ignore

export const afterhoursContract = contract({
  listTimes: {
    method: 'GET',
    path: '/afterhours/halls/:id/times',
    summary: 'Times beyond its hours that a hall offers, with the places that are left',
    params: ById,
    reply: Type.Array(Time),
  },
  askForTime: {
    method: 'POST',
    path: '/afterhours/requests',
    summary: 'Ask for service at noon, in the evening or on a Saturday (延时服务)',
    body: closed({ ...asking, errandId: Id, phone: Type.Optional(Telephone(30)) }),
    reply: Seen,
    problems: ['hall.noErrand', ...askProblems],
  },
  askWithTicket: {
    method: 'POST',
    path: '/afterhours/requests/by-ticket',
    summary: 'The same with the code of a ticket that nobody served before the doors closed, without an account',
    body: closed({ ...asking, ticketCode: Code, name: Type.Optional(Type.String({ maxLength: 40 })), phone: Telephone(30) }), // prettier-ignore
    reply: Seen,
    problems: ['hall.noTicket', 'afterhours.ticketNotFree', 'afterhours.ticketUsed', ...askProblems],
  },
  askAtDesk: {
    method: 'POST',
    path: '/afterhours/requests/at-desk',
    summary: 'Ask for somebody who stands at the information desk and can have no ticket any more',
    body: closed({ ...asking, errandId: Id, name: Told(40), phone: Telephone(30) }),
    reply: Seen,
    problems: ['hall.noErrand', ...askProblems],
  },
  lookRequest: {
    method: 'GET',
    path: '/afterhours/by-code/:code',
    summary: 'Where the request with this code stands, without an account',
    params: ByCode,
    reply: Seen,
    problems: ['afterhours.notFound'],
  },
  cancelRequest: {
    method: 'POST',
    path: '/afterhours/by-code/:code/cancellation',
    summary: 'Say that one does not come',
    params: ByCode,
    body: closed(acting),
    reply: Seen,
    problems: [...stepProblems, 'afterhours.begun'],
  },
  myRequests: {
    method: 'GET',
    path: '/my/afterhours',
    summary: 'What one has asked for oneself, newest first',
    query: closed(paging),
    reply: pageOf(Seen),
  },
  listRequests: {
    method: 'GET',
    path: '/afterhours/requests',
    summary: 'Requests by the day of their service, the latest first',
    query: closed({ ...paging, ...about }),
    reply: pageOf(Line),
  },
  countRequests: {
    method: 'GET',
    path: '/afterhours/counts',
    summary: 'Services, matters and credited time by department and person; by the conditions of the list',
    query: closed(about),
    reply: Counts,
  },
  myStays: {
    method: 'GET',
    path: '/my/stays',
    summary: 'For whom one stays, the latest day first',
    query: closed(paging),
    reply: pageOf(Line),
  },
  getRequest: {
    method: 'GET',
    path: '/afterhours/requests/:id',
    summary: 'A request with its history',
    params: ById,
    reply: Whole,
    problems: ['afterhours.notFound'],
  },
  listWhoMayStay: {
    method: 'GET',
    path: '/afterhours/requests/:id/colleagues',
    summary:
      'Who can stay for it, at which windows: those of the department, and those who sat in this hall in the last month',
    params: ById,
    reply: Type.Object({
      colleagues: Type.Array(Colleague),
      windows: Type.Array(Type.Object({ id: Id, number: Type.String(), name: Type.String(), nameEn: Type.String(), does: Type.Boolean() })), // prettier-ignore
    }),
    problems: ['afterhours.notFound'],
  },
  grantRequest: {
    method: 'POST',
    path: '/afterhours/requests/:id/grant',
    summary: 'Grant it: who stays, at which window; granted once more, somebody else stays',
    params: ById,
    body: closed({ ...acting, staffId: Id, windowId: Id, text: Type.Optional(Type.String({ maxLength: 300 })) }),
    reply: Whole,
    problems: [
      ...stepProblems,
      'afterhours.timeFull',
      'afterhours.noSuchWindow',
      'afterhours.noSuchColleague',
      'afterhours.colleagueBusy',
      'afterhours.windowBusy',
    ],
  },
  refuseRequest: {
    method: 'POST',
    path: '/afterhours/requests/:id/refusal',
    summary: 'Refuse it, or take a grant back, with the reason that is told',
    params: ById,
    body: closed({ ...acting, reason: Told(300) }),
    reply: Whole,
    problems: [...stepProblems],
  },
  startService: {
    method: 'POST',
    path: '/afterhours/requests/:id/start',
    summary: 'The person is there: the service begins; with `startedAt` what was forgotten is recorded later',
    params: ById,
    body: closed({ ...acting, startedAt: Type.Optional(Instant) }),
    reply: Whole,
    problems: [...stepProblems, 'afterhours.tooEarly', 'afterhours.wrongStart'],
  },
  finishService: {
    method: 'POST',
    path: '/afterhours/requests/:id/end',
    summary: 'The service has ended, with how many matters; with `endedAt` what was forgotten is recorded later',
    params: ById,
    body: closed({
      ...acting,
      matters: Type.Integer({ minimum: 0, maximum: 50 }),
      caseNumbers: Type.Optional(Type.Array(Told(60), { maxItems: 50, uniqueItems: true })),
      endedAt: Type.Optional(Instant),
      text: Type.Optional(Type.String({ maxLength: 300 })),
    }),
    reply: Whole,
    problems: [...stepProblems, 'afterhours.wrongEnd', 'afterhours.beyondGrant', 'afterhours.mattersTooFew'],
  },
  missService: {
    method: 'POST',
    path: '/afterhours/requests/:id/absence',
    summary: 'Nobody came',
    params: ById,
    body: closed(acting),
    reply: Whole,
    problems: [...stepProblems, 'afterhours.tooEarly'],
  },
  listOffers: {
    method: 'GET',
    path: '/afterhours/halls/:id/offers',
    summary: 'What a hall offers beyond its hours',
    params: ById,
    reply: Type.Array(Offer),
  },
  saveOffer: {
    method: 'PUT',
    path: '/afterhours/halls/:id/offers/:period',
    summary: 'What a hall offers at noon, in the evening or on Saturdays; no places: nothing',
    params: Type.Object({ id: Id, period: oneOf(...periods) }, { additionalProperties: false }),
    body: closed(offerFields),
    reply: Type.Array(Offer),
    problems: ['hall.noPlace', 'afterhours.timesWrong', 'afterhours.whileOpen'],
  },
});
