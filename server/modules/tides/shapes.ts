/** Shapes of tides over HTTP. Waits are mean minutes. */
import { Type, type Static } from 'typebox';
import { Day, Id, Instant, nullable, oneOf } from '#platform/contract';
import { adviceActs, adviceKinds, adviceStates, crowds, hindrances, outcomes, verdicts } from './states.ts';

const Minutes = nullable(Type.Number());
const Said = Type.Object({ zh: Type.String(), en: Type.String() });

/** What people wait at and around an instant. */
const waits = {
  waiting: Type.Integer(),
  /** Of those who were called in the half hour before; while nobody was, of those who wait. */
  wait: Minutes,
  usual: Minutes,
  /** Of those who come in the half hour after, acted out as it is staffed. */
  next: Minutes,
  nextUsual: Minutes,
  windows: Type.Integer(),
};

export const Effect = Type.Object({
  from: Instant,
  until: Instant,
  wait: Minutes,
  usual: Minutes,
  people: Type.Integer(),
  withWindow: Minutes,
  withoutWindow: Minutes,
  saved: Type.Number(),
  staffed: Type.Number(),
  served: Type.Integer(),
  outcome: oneOf(...outcomes),
});

export const Advice = Type.Object({
  id: Id,
  outletId: Id,
  zone: Type.String(),
  kind: oneOf(...adviceKinds),
  state: oneOf(...adviceStates),
  windowId: Id,
  windowNumber: Type.String(),
  clerkName: Type.String(),
  /** Who else could come, in their order. */
  others: Type.Array(Type.String()),
  savesMinutes: Type.Number(),
  minutes: Type.Integer(),
  why: Said,
  compared: Said,
  seen: Type.Object({ ...waits, days: Type.Array(Day) }),
  madeAt: Instant,
  /** Until when whoever is told has time before the next is told, and when it lapses. */
  answerBy: Instant,
  lapseAt: Instant,
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(Instant),
  /** Why it was refused, in words; or one of the misfits when it no longer fitted. */
  reason: Type.String(),
  openBy: nullable(Instant),
  beganAt: nullable(Instant),
  untilAt: nullable(Instant),
  endedAt: nullable(Instant),
  effect: nullable(Effect),
});
export type Advice = Static<typeof Advice>;

export const AdviceStep = Type.Object({
  act: oneOf(...adviceActs),
  state: oneOf(...adviceStates),
  at: Instant,
  by: nullable(Type.String()),
  said: Type.String(),
});

export const ZoneNow = Type.Object({
  zone: Type.String(),
  ...waits,
  /** How far the wait is above the usual, in percent; null where there is nothing to compare. */
  excess: nullable(Type.Integer()),
  /** How many wait for something that no window does now. */
  left: Type.Integer(),
  high: Type.Boolean(),
  /** What the last round of the watch came to, as far as it still holds. */
  verdict: nullable(oneOf(...verdicts)),
});
export type ZoneNow = Static<typeof ZoneNow>;

export const TidesNow = Type.Object({
  at: Instant,
  active: Type.Boolean(),
  /** Whether the doors are open, so that the watch looks. */
  watches: Type.Boolean(),
  crowd: oneOf(...crowds),
  days: Type.Array(Day),
  /** Too few days of this crowd were counted: compared with usual days instead. */
  instead: Type.Boolean(),
  abovePercent: Type.Integer(),
  usedToday: Type.Integer(),
  dailyMost: Type.Integer(),
  /** At a window today and at none now: in which zones each could open one, or why in none. Whether they are still in the house is not known here. */
  free: Type.Array(
    Type.Object({
      name: Type.String(),
      leftAt: Instant,
      zones: Type.Array(Type.String()),
      hindrance: nullable(oneOf(...hindrances)),
    }),
  ),
  zones: Type.Array(ZoneNow),
  /** With whoever would be asked first now; `nobodyFree`: nobody could be at this moment, and the next round looks at it again. */
  advices: Type.Array(Type.Object({ ...Advice.properties, nobodyFree: Type.Boolean() })),
});
export type TidesNow = Static<typeof TidesNow>;

export const UsualDay = Type.Object({ day: Day, came: Type.Integer(), called: Type.Integer(), wait: Minutes });
export const Look = Type.Object({ at: Instant, ...waits, verdict: oneOf(...verdicts), adviceId: nullable(Id) });
export type Look = Static<typeof Look>;

export const ruleFields = {
  active: Type.Boolean(),
  abovePercent: Type.Integer({ minimum: 5, maximum: 200 }),
  leastMinutes: Type.Integer({ minimum: 0, maximum: 60 }),
  weeks: Type.Integer({ minimum: 2, maximum: 12 }),
  price: Type.Number({ minimum: 0.5, maximum: 20 }),
  delayMinutes: Type.Integer({ minimum: 1, maximum: 30 }),
  shortestMinutes: Type.Integer({ minimum: 15, maximum: 240 }),
  answerMinutes: Type.Integer({ minimum: 1, maximum: 60 }),
  lapseMinutes: Type.Integer({ minimum: 5, maximum: 120 }),
  coolDownMinutes: Type.Integer({ minimum: 0, maximum: 240 }),
  dailyMost: Type.Integer({ minimum: 1, maximum: 200 }),
  aimMinutes: Type.Number({ minimum: 1, maximum: 60 }),
  managerIds: Type.Array(Id, { maxItems: 20, uniqueItems: true }),
};
export const Rule = Type.Object({
  ...ruleFields,
  /** Who can be named: whoever has a post in the service office today, away or not. */
  managers: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  usual: Type.Object(ruleFields),
});
export type Rule = Static<typeof Rule>;

export const Effects = Type.Object({
  from: Day,
  to: Day,
  advised: Type.Integer(),
  followed: Type.Integer(),
  /** Opened by somebody who saw the queue: nobody had decided it, and no effect is claimed for it. */
  unbidden: Type.Integer(),
  refused: Type.Integer(),
  unanswered: Type.Integer(),
  overtaken: Type.Integer(),
  measured: Type.Integer(),
  helped: Type.Integer(),
  little: Type.Integer(),
  nothing: Type.Integer(),
  saved: Type.Number(),
  staffed: Type.Number(),
  promised: Type.Number(),
});
export type Effects = Static<typeof Effects>;

const ZoneHour = {
  zone: Type.String(),
  people: Type.Number(),
  minutes: Type.Number(),
};
export const Staffing = Type.Object({
  days: Type.Array(Day),
  aimMinutes: Type.Number(),
  lines: Type.Array(
    Type.Object({
      ...ZoneHour,
      hour: Type.Integer(),
      load: Type.Number(),
      windows: Type.Number(),
      use: Type.Number(),
      wait: Minutes,
      counts: Type.Number(),
      needed: Type.Number(),
      change: Type.Integer(),
      waitThen: Minutes,
    }),
  ),
  errands: Type.Array(
    Type.Object({
      ...ZoneHour,
      errandId: Id,
      prefix: Type.String(),
      name: Type.String(),
      nameEn: Type.String(),
      hours: Type.Number(),
      wait: Minutes,
    }),
  ),
  zones: Type.Array(
    Type.Object({
      zone: Type.String(),
      more: Type.Integer(),
      fewer: Type.Integer(),
      spares: Type.Number(),
      costs: Type.Number(),
    }),
  ),
});
export type Staffing = Static<typeof Staffing>;
