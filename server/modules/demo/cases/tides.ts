/**
 * Weeks of the hall behind the tidal windows: each working day acted out by the simulator with the hall's own windows and errands, and added up as
 * the night does it. Where people waited a fifth longer than on the same weekdays before, the same day is acted out again with one window more: that
 * is the effect of an advice that was followed.
 */
import { addDays, dayKind, publishedCalendar, weekdayOf } from '#modules/deadlines';
import { leaveWindow, openWindow, runDay, shiftToday, usualHall, type HallModel, type Outcome, type PlannedSpan } from '#modules/hall'; // prettier-ignore
import { findWindow } from '#modules/offices';
import { insertAdvice, insertSteps, isHigh, outcomeOf, saveCounted, usualRule, watchHall, type AdviceRow } from '#modules/tides'; // prettier-ignore
import { startOfDay, SteppedClock } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { Random } from '#platform/random';
import { dutyOf, errandsOf, isSpare, windowIdOf } from '../district/hall.ts';
import type { Outlet } from '../district/offices.ts';
import { actorOf, type Member } from '../district/staff.ts';
import { idOf, type Plan } from '../plan.ts';
import { countRun } from './tides-count.ts';
import type { World } from './world.ts';

const weeks = 6;
/** Advices are of the last days; those before are what they are compared with. */
const advisedDays = 10;
/** People of a mean day: with as many windows as this hall has, people wait some minutes and a quarter of an hour before noon. */
const perDay = 1_060;

interface Place {
  outlet: Outlet;
  zoneOf: ReadonlyMap<string, string>;
  model: HallModel;
  plan: PlannedSpan[];
  /** Windows that are not planned, by zone, with the clerk who sits there otherwise. */
  spare: ReadonlyMap<string, { id: string; number: string; member: Member }[]>;
}

function placeOf(world: World, outlet: Outlet): Place {
  const errands = errandsOf(world.plan, outlet);
  const members = world.staff.counters.get(outlet.id) ?? [];
  const usual = usualHall(perDay);
  const windows = outlet.windows.map(({ number, zone, name }, i) => ({
    id: windowIdOf(world.plan, outlet, number),
    zone,
    errandIds: dutyOf(errands, name),
    pace: 1,
    name,
    number,
    member: members[i],
  }));
  const spare = windows.filter(({ name, member, number }) => member !== undefined && isSpare(outlet, number, name));
  const { opens, closes } = usual.day;
  return {
    outlet,
    zoneOf: new Map([...errands, ...windows].map(({ id, zone }) => [id, zone])),
    model: {
      day: { ...usual.day, errands: errands.map(({ id, share, minutes }) => ({ id, share, minutes, spread: 0.6 })) },
      windows,
      setting: usual.setting,
    },
    plan: windows.filter((one) => !spare.includes(one)).map(({ id }) => ({ windowId: id, from: opens, to: closes })),
    spare: Map.groupBy(spare.map(({ id, number, zone, member }) => ({ id, number, zone, member: member! })), ({ zone }) => zone), // prettier-ignore
  };
}

interface ActedDay {
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

function advicesOf(world: World, place: Place, days: readonly ActedDay[], random: Random): AdviceRow[] {
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
        const window = windows[advices.length % windows.length]!;
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
function stepsOf(plan: Plan, advice: AdviceRow, office: Member): Parameters<typeof insertSteps>[1] {
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

/** Makes the weeks before, and what the watch says now, while the doors are open. Returns how many advices there are. */
export async function makeTides(ground: Ground, world: World, today: boolean): Promise<number> {
  const outlet = [...world.outlets.values()].find(({ key }) => key === 'hall')!;
  const place = placeOf(world, outlet);
  const { plan } = world;
  const all = Array.from({ length: weeks * 7 }, (_, i) => addDays(plan.asOf, i - weeks * 7));
  const worked = all.filter((day) => ['working', 'makeUp'].includes(dayKind(publishedCalendar, day).kind));
  const practice = outlet.windows.flatMap(({ name }, i) => {
    const member = world.staff.counters.get(outlet.id)?.[i];
    return member ? dutyOf(errandsOf(plan, outlet), name).map((errandId) => ({ accountId: member.accountId, errandId })) : []; // prettier-ignore
  });
  const days: ActedDay[] = [];
  const at = ground.clock.now();
  await ground.db.transaction(async (tx) => {
    for (const day of worked) {
      const run = runDay(place.model, plan.seed, place.plan, day);
      days.push({ day, outcomes: run.outcomes });
      saveCounted(tx, outlet.id, day, { ...countRun(run, place.zoneOf), practice }, at);
    }
    const advices = advicesOf(world, place, days, new Random(plan.seed, 'advice', plan.asOf));
    const office = world.staff.members.find(({ login }) => login === 'office')!;
    insertAdvice(tx, advices);
    insertSteps(tx, advices.flatMap((advice) => stepsOf(plan, advice, office))); // prettier-ignore
    await Promise.resolve();
  });
  if (today) await standBy(ground, place);
  const made = today ? await watchHall(ground, outlet.id) : undefined;
  return days.length + (made?.length ?? 0);
}

/** Clerks of windows that are not planned have been there this morning, and are about. */
async function standBy(ground: Ground, { spare }: Place): Promise<void> {
  const past: Ground = { ...ground, clock: new SteppedClock(new Date(ground.clock.now().getTime() - 35 * 60_000)) };
  for (const { id, member } of [...spare.values()].flat()) {
    const window = await findWindow(ground.db, id);
    if (!window || (await shiftToday(past, member.accountId))) continue;
    try {
      await openWindow(past, window, actorOf(member));
      const shift = await shiftToday(past, member.accountId);
      if (shift) await leaveWindow(past, shift.id, actorOf(member), true);
    } catch {
      // Somebody acts there in the last minutes: then the window is not spare today.
    }
  }
}
