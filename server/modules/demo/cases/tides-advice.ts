/**
 * Advices of the weeks before: where people waited a fifth longer than on the same weekdays before, the same day is acted out again with one window
 * more. What that changes is the effect of an advice that was followed.
 */
import { weekdayOf } from '#modules/deadlines';
import { runDay, type HallModel, type Outcome, type PlannedSpan } from '#modules/hall';
import { type insertSteps, isHigh, outcomeOf, usualRule, type AdviceRow } from '#modules/tides';
import { startOfDay } from '#platform/clock';
import type { Random } from '#platform/random';
import type { Outlet } from '../district/offices.ts';
import type { Member } from '../district/staff.ts';
import { idOf, type Plan } from '../plan.ts';
import type { World } from './world.ts';

/** Advices are of the last days; those before are what they are compared with. */
const advisedDays = 7;

export interface Place {
  outlet: Outlet;
  zoneOf: ReadonlyMap<string, string>;
  model: HallModel;
  plan: PlannedSpan[];
  /** Windows that are not planned, by zone, with the clerk who sits there otherwise. */
  spare: ReadonlyMap<string, { id: string; number: string; member: Member }[]>;
}

export interface ActedDay {
  day: string;
  outcomes: readonly Outcome[];
}
/** Mean wait in a zone of those who were called in a half hour, from minutes of the day; null when nobody was. */
function waitIn(
  { zoneOf }: Place,
  outcomes: readonly Outcome[],
  zone: string,
  from: number,
  to: number,
): number | null {
  const called = outcomes.filter(({ calledAt, errandId }) => calledAt !== null && calledAt >= from && calledAt < to && zoneOf.get(errandId) === zone); // prettier-ignore
  return called.length === 0 ? null : called.reduce((sum, { waited }) => sum + waited, 0) / called.length;
}
const meanOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};
const tenth = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);

/** What a window more has done to those who waited in the hour after it was opened. */
function effectIn(
  place: Place,
  zone: string,
  opened: number,
  day: string,
  without: readonly Outcome[],
  run: ReturnType<typeof runDay>,
  windowId: string,
  usual: number | null,
) {
  const before = new Map(without.map((outcome) => [outcome.id, outcome]));
  const end = opened + 60;
  const touched = run.outcomes.filter(
    ({ enteredAt, calledAt, errandId }) => calledAt !== null && calledAt >= opened && enteredAt < end && place.zoneOf.get(errandId) === zone,
  ); // prettier-ignore
  const sum = (of: (outcome: Outcome) => number): number => touched.reduce((all, one) => all + of(one), 0);
  const withWindow = sum(({ waited }) => waited);
  const withoutWindow = sum(({ id }) => before.get(id)!.waited);
  const saved = Math.round(withoutWindow - withWindow);
  const at = (minute: number): string => new Date(startOfDay(day).getTime() + minute * 60_000).toISOString();
  const people = Math.max(1, touched.length);
  return {
    from: at(opened),
    until: at(end),
    wait: tenth(waitIn(place, run.outcomes, zone, opened, end)),
    usual: tenth(usual),
    people: touched.length,
    withWindow: tenth(withWindow / people),
    withoutWindow: tenth(withoutWindow / people),
    saved,
    staffed: 60,
    served: run.outcomes.filter((outcome) => outcome.windowId === windowId).length,
    outcome: outcomeOf(saved, 60),
  };
}

/** Why managers do not follow an advice. */
const reasons = ['窗口同事马上开完会回来', '已请导办分流到自助机', '再看十分钟'];

/** What became of the nth advice: most are followed. */
const fates: readonly AdviceRow['state'][] = ['over', 'over', 'refused', 'over', 'over', 'lapsed', 'over', 'over', 'overtaken', 'over', 'declined', 'over']; // prettier-ignore

export function advicesOf(world: World, place: Place, days: readonly ActedDay[], random: Random): AdviceRow[] {
  const advices: AdviceRow[] = [];
  const { plan: demo, staff } = world;
  const office = staff.members.find(({ login }) => login === 'office')!;
  for (const { day, outcomes } of days.slice(-advisedDays)) {
    const like = days.filter((one) => one.day < day && weekdayOf(one.day) === weekdayOf(day)).slice(-usualRule.weeks);
    for (const [zone, windows] of place.spare) {
      const usualAt = (from: number, to: number) =>
        meanOf(like.map((one) => waitIn(place, one.outcomes, zone, from, to)));
      for (let at = 560; at < 930; at += 10) {
        const wait = waitIn(place, outcomes, zone, at - 30, at);
        const usual = usualAt(at - 45, at + 15);
        if (!isHigh(wait, usual, usualRule)) continue;
        const waits = outcomes.filter(({ enteredAt, calledAt }) => enteredAt < at && (calledAt ?? 0) > at);
        const couldServe = ({ id }: { id: string }): number => {
          const does = place.model.windows.find((one) => one.id === id)!.errandIds;
          return waits.filter(({ errandId }) => does.includes(errandId)).length;
        };
        const window = windows.toSorted((one, other) => couldServe(other) - couldServe(one))[0]!;
        const run = runDay(
          place.model,
          demo.seed,
          [...place.plan, { windowId: window.id, from: at + 7, to: at + 67 }],
          day,
        );
        const effect = effectIn(place, zone, at + 7, day, outcomes, run, window.id, usualAt(at, at + 75));
        advices.push(pastAdvice(demo, place, { day, zone, at, wait, usual, next: waitIn(place, outcomes, zone, at, at + 30), nextUsual: usualAt(at, at + 30), days: like.map((one) => one.day), window, effect }, fates[advices.length % fates.length]!, office, random)); // prettier-ignore
        break;
      }
    }
  }
  return advices;
}

interface Past {
  day: string;
  zone: string;
  at: number;
  wait: number | null;
  usual: number | null;
  next: number | null;
  nextUsual: number | null;
  days: string[];
  window: { id: string; number: string; member: Member };
  effect: AdviceRow['effect'];
}

function pastAdvice(
  plan: Plan,
  place: Place,
  past: Past,
  state: AdviceRow['state'],
  office: Member,
  random: Random,
): AdviceRow {
  const { day, at, window, zone } = past;
  const instant = (minutes: number): Date => new Date(startOfDay(day).getTime() + minutes * 60_000);
  const followed = state === 'over' || state === 'declined';
  const decided = followed || state === 'refused' || state === 'overtaken';
  const duty = place.model.windows.find(({ id }) => id === window.id)!.errandIds;
  return {
    id: idOf(plan, 'advice', day, zone),
    outletId: place.outlet.id,
    zone,
    kind: 'open',
    state,
    windowId: window.id,
    windowNumber: window.number,
    clerkId: window.member.accountId,
    clerkName: window.member.name,
    others: [],
    errandIds: [...duty],
    beforeIds: [...duty],
    // What was expected is never quite what came.
    savesMinutes: Math.max(150, Math.round(past.effect!.saved * (0.7 + 0.6 * random.next()))),
    minutes: 60,
    seen: {
      waiting: Math.round((past.wait ?? 0) * (0.8 + 0.4 * random.next())),
      wait: tenth(past.wait),
      usual: tenth(past.usual),
      next: tenth(past.next),
      nextUsual: tenth(past.nextUsual),
      windows: place.plan.filter(({ windowId }) => place.zoneOf.get(windowId) === zone).length,
      days: past.days,
      weekday: weekdayOf(day) || 7,
      crowd: 'usual',
    },
    told: [office.accountId],
    madeAt: instant(at),
    answerBy: instant(at + 4),
    lapseAt: instant(at + 15),
    decidedBy: decided ? office.name : null,
    decidedAt: decided ? instant(at + 2) : null,
    reason: state === 'refused' ? random.pick(reasons) : state === 'overtaken' ? 'windowTaken' : '',
    openBy: followed ? instant(at + 11) : null,
    beganAt: state === 'over' ? instant(at + 7) : null,
    untilAt: state === 'over' ? instant(at + 67) : null,
    endedAt: instant(
      state === 'over' ? at + 67 : state === 'lapsed' ? at + 15 : state === 'declined' ? at + 16 : at + 2,
    ),
    effect: state === 'over' ? past.effect : null,
    seq: state === 'over' ? 4 : state === 'declined' ? 3 : 2,
  };
}

/** The lines of its trail. */
export function stepsOf(plan: Plan, advice: AdviceRow, office: Member): Parameters<typeof insertSteps>[1] {
  const acts = { over: ['take', 'begin', 'end'], declined: ['take', 'decline'], refused: ['refuse'], lapsed: ['lapse'], overtaken: ['overtake'] } as const; // prettier-ignore
  const states = { make: 'open', take: 'asked', begin: 'running', end: 'over', decline: 'declined', refuse: 'refused', lapse: 'lapsed', overtake: 'overtaken' } as const; // prettier-ignore
  const times = { make: advice.madeAt, take: advice.decidedAt, begin: advice.beganAt, end: advice.endedAt, decline: advice.endedAt, refuse: advice.decidedAt, lapse: advice.endedAt, overtake: advice.decidedAt }; // prettier-ignore
  return (['make', ...acts[advice.state as keyof typeof acts]] as (keyof typeof states)[]).map((act, i) => ({
    id: idOf(plan, 'advice step', advice.id, act),
    adviceId: advice.id,
    seq: i + 1,
    act,
    state: states[act],
    at: times[act]!,
    accountId: act === 'take' || act === 'refuse' || act === 'overtake' ? office.accountId : act === 'begin' ? advice.clerkId : null, // prettier-ignore
    said: act === 'refuse' || act === 'overtake' ? advice.reason : '',
  }));
}
