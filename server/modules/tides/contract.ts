/** What can be done with tidal windows over HTTP. */
import { Type } from 'typebox';
import { ById, closed, contract, Day, Id, oneOf, pageOf, paging } from '#platform/contract';
import { Advice, AdviceStep, Effects, Look, Rule, ruleFields, Staffing, TidesNow, UsualDay } from './shapes.ts';
import { adviceFigures, adviceStates, outcomes } from './states.ts';

export { adviceFigures, adviceStates, isEnded, misfits, outcomes, type AdviceAct, type AdviceFigure, type AdviceKind, type AdviceState, type Crowd, type Hindrance, type Misfit, type Outcome, type Verdict } from './states.ts'; // prettier-ignore
export type { Advice, Effects, Look, Rule, Staffing, TidesNow, ZoneNow } from './shapes.ts';

const acting = { actionId: Id };
const ofHall = ['tides.noHall'] as const;
const onAdvice = ['tides.noAdvice', 'tides.decidedAlready', 'tides.actReused'] as const;

export const tidesContract = contract({
  showTides: {
    method: 'GET',
    path: '/tides/places/:id',
    summary: 'Every zone now: waiting, what is usual, the next half hour, windows open; and the advices that are open',
    params: ById,
    reply: TidesNow,
    problems: ofHall,
  },
  listUsual: {
    method: 'GET',
    path: '/tides/places/:id/usual',
    summary: 'The days behind what is usual for a zone now, each with how many came, were called, and waited',
    params: ById,
    query: closed({ zone: Type.String({ maxLength: 50 }) }),
    reply: Type.Object({ fromMinute: Type.Integer(), toMinute: Type.Integer(), rows: Type.Array(UsualDay) }),
    problems: [...ofHall, 'tides.noZone'],
  },
  listLooks: {
    method: 'GET',
    path: '/tides/places/:id/looks',
    summary: 'What the watch saw of a zone on a day each five minutes, and why it said something or nothing',
    params: ById,
    query: closed({ zone: Type.String({ maxLength: 50 }), day: Type.Optional(Day) }),
    reply: Type.Array(Look),
    problems: ofHall,
  },
  listAdvice: {
    method: 'GET',
    path: '/tides/places/:id/advice',
    summary: 'Advices, the newest first; `figure` gives those behind a figure of the effects',
    params: ById,
    query: closed({
      ...paging,
      zone: Type.Optional(Type.String({ maxLength: 50 })),
      state: Type.Optional(oneOf(...adviceStates)),
      outcome: Type.Optional(oneOf(...outcomes)),
      figure: Type.Optional(oneOf(...adviceFigures)),
      from: Type.Optional(Day),
      to: Type.Optional(Day),
    }),
    reply: pageOf(Advice),
    problems: ofHall,
  },
  sumEffects: {
    method: 'GET',
    path: '/tides/places/:id/effects',
    summary:
      'What advices of a span of days came to: followed, refused, unanswered; minutes saved, and those that did nothing',
    params: ById,
    query: closed({ from: Type.Optional(Day), to: Type.Optional(Day) }),
    reply: Effects,
    problems: ofHall,
  },
  getAdvice: {
    method: 'GET',
    path: '/tides/advice/:id',
    summary: 'An advice with each act on it',
    params: ById,
    reply: Type.Object({ ...Advice.properties, steps: Type.Array(AdviceStep) }),
    problems: ['tides.noAdvice'],
  },
  takeAdvice: {
    method: 'POST',
    path: '/tides/advice/:id/doing',
    summary: 'Do it: ask the clerk to open the window, or change what the window does',
    description:
      'It is looked at again in that moment. When it no longer fits, nothing is done and the advice comes back as `overtaken` with the reason, or as `lapsed` after its `lapseAt`.',
    params: ById,
    body: closed(acting),
    reply: Advice,
    problems: onAdvice,
  },
  refuseAdvice: {
    method: 'POST',
    path: '/tides/advice/:id/refusal',
    summary: 'Not now, with the reason; the zone is left in peace for a while',
    params: ById,
    body: closed({ ...acting, reason: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }) }),
    reply: Advice,
    problems: onAdvice,
  },
  myRequests: {
    method: 'GET',
    path: '/tides/mine',
    summary: 'What one is asked to do at a window, and does',
    reply: Type.Array(Advice),
  },
  answerRequest: {
    method: 'POST',
    path: '/tides/advice/:id/answer',
    summary: 'Open the window that one is asked to open, or say that one cannot; then the next is asked',
    params: ById,
    body: closed({ ...acting, comes: Type.Boolean(), reason: Type.Optional(Type.String({ maxLength: 200 })) }),
    reply: Advice,
    problems: [
      ...onAdvice,
      'tides.notAsked',
      'hall.windowTaken',
      'hall.shiftElsewhere',
      'hall.windowNotHere',
      'hall.noPlace',
    ],
  },
  showStaffing: {
    method: 'GET',
    path: '/tides/places/:id/staffing',
    summary:
      'Where windows are too many or too few: work of each errand and waiting of each zone by hour, as a proposal',
    params: ById,
    query: closed({
      weeks: Type.Optional(Type.Integer({ minimum: 1, maximum: 26 })),
      weekday: Type.Optional(Type.Integer({ minimum: 1, maximum: 7 })),
    }),
    reply: Staffing,
    problems: ofHall,
  },
  showRule: {
    method: 'GET',
    path: '/tides/places/:id/rule',
    summary: 'How the hall wants to be advised, and what is usual',
    params: ById,
    reply: Rule,
    problems: ofHall,
  },
  saveRule: {
    method: 'PUT',
    path: '/tides/places/:id/rule',
    summary: 'Set how the hall wants to be advised',
    params: ById,
    body: closed(ruleFields),
    reply: Rule,
    problems: [...ofHall, 'tides.noManager'],
  },
});
