/**
 * Whose time a project takes: read from the histories of its cases, and added up as sets of days so that no day counts twice. Pure.
 *
 * Definition. A case is with government from the day on which it counts (handed in or accepted, as the project type says) until the day of its
 * decision or of its end. Between a notice of what is missing and the supplement the time is the owner's. Special procedures (行政许可法
 * art. 45) stop the clock of the case, not that of the project: what government commissions counts here, unless the project type names the
 * procedure as the owner's own. A stretch holds the days after its first one, up to and with its last one: the first day does not count
 * (民法典 art. 201); working days leave out public holidays (行政许可法 art. 82). So two stretches that meet on a day are as long as one over both.
 */
import {
  addDays,
  dueOn,
  isWorkingDay,
  shanghaiDay,
  type Calendar,
  type ClockEvent,
  type Day,
} from '#modules/deadlines';
import type { Told as ToldAction } from '#modules/cases';

/** `government` examines, `commissioned` works for it (art. 45), `owner` prepares or supplements. */
export const whoseTimes = ['government', 'commissioned', 'owner'] as const;
export type Whose = (typeof whoseTimes)[number];

/** A stretch of days: those after `from`, up to and with `to`. `open`: it still lasts. */
export interface Stretch {
  whose: Whose;
  departmentId: string;
  from: Day;
  to: Day;
  open: boolean;
}

export interface CountingRule {
  countsFrom: 'submitted' | 'accepted';
  /** Special procedures by the words of their notices (招标, …) whose time is the owner's own. */
  ownProcedures: readonly string[];
}

type Told = Pick<ToldAction, 'kind' | 'toState' | 'at' | 'facts'>;

/** Pauses of a history that were not taken back, with the day on which each ended. */
function pausesOf(actions: readonly Told[]): { from: Day; to: Day | null; reason: string }[] {
  const events = actions.flatMap(({ facts }) => (facts.clock ? [facts.clock as ClockEvent] : []));
  const cancelled = new Set(events.flatMap((event) => (event.kind === 'cancelled' ? [event.cancels] : [])));
  const standing = events.filter(({ id }) => !cancelled.has(id));
  const ends = new Map(
    standing.flatMap((event) => (event.kind === 'resumed' ? [[event.pause, event.on] as const] : [])),
  );
  return standing.flatMap((event) =>
    event.kind === 'paused' ? [{ from: event.on, to: ends.get(event.id) ?? null, reason: event.reason }] : [],
  );
}

const withGovernment = (state: string, { countsFrom }: CountingRule): boolean =>
  state === 'accepted' || state === 'examined' || (state === 'submitted' && countsFrom === 'submitted');

/**
 * The stretches of one case in their order, without holes between its first day and its end. `departmentId` is where it is now; a case that
 * was sent on says itself where it was before.
 */
export function stretchesOf(actions: readonly Told[], departmentId: string, rule: CountingRule, today: Day): Stretch[] {
  const first = actions.find(({ kind }) => kind === 'sendOn');
  let where = (first?.facts.from as string | undefined) ?? departmentId;
  const raw: Stretch[] = [];
  for (const [at, action] of actions.entries()) {
    if (action.kind === 'sendOn') where = action.facts.to as string;
    const state = action.toState;
    const mine = state === 'supplementing' || (state === 'submitted' && rule.countsFrom === 'accepted');
    if (!mine && !withGovernment(state, rule)) continue;
    const next = actions[at + 1];
    const to = next ? shanghaiDay(next.at) : today;
    raw.push({
      whose: mine ? 'owner' : 'government',
      departmentId: where,
      from: shanghaiDay(action.at),
      to,
      open: !next,
    });
  }
  return merged(
    raw.flatMap((one) => (one.whose === 'government' ? cutByPauses(one, pausesOf(actions), rule, today) : [one])),
  );
}

/** What of a stretch lies in a special procedure is commissioned work, or the owner's own. */
function cutByPauses(
  stretch: Stretch,
  pauses: readonly { from: Day; to: Day | null; reason: string }[],
  rule: CountingRule,
  today: Day,
): Stretch[] {
  const inside = pauses.flatMap(({ from, to, reason }) => {
    const [begins, ends] = [later(from, stretch.from), earlier(to ?? today, stretch.to)];
    return begins < ends ? [{ from: begins, to: ends, own: rule.ownProcedures.includes(reason) }] : [];
  });
  if (inside.length === 0) return [stretch];
  const borders = [...new Set([stretch.from, stretch.to, ...inside.flatMap(({ from, to }) => [from, to])])].toSorted();
  return borders.slice(1).map((to, at) => {
    const from = borders[at]!;
    const over = inside.filter((one) => one.from <= from && one.to >= to);
    // Where both kinds overlap government holds a part of it, so it counts.
    const whose: Whose = over.length === 0 ? 'government' : over.every(({ own }) => own) ? 'owner' : 'commissioned';
    return { ...stretch, whose, from, to, open: stretch.open && to === stretch.to };
  });
}

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
const later = (one: Day, other: Day): Day => (one > other ? one : other);

/** Neighbours of the same kind at the same department become one. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const one of stretches) {
    const last = result.at(-1);
    if (last && last.whose === one.whose && last.departmentId === one.departmentId && last.to === one.from)
      result[result.length - 1] = { ...last, to: one.to, open: one.open };
    else result.push(one);
  }
  // What began and ended on one day holds no day; the one that still lasts is kept to be seen.
  return result.filter(({ from, to, open }) => from < to || open);
}

/** Whether the time counts towards the limit of the project. */
export const counts = ({ whose }: Pick<Stretch, 'whose'>): boolean => whose !== 'owner';

export type Unit = 'workingDay' | 'calendarDay';

/** The days that the stretches hold together, each once: the union. */
export function daysOf(stretches: readonly Pick<Stretch, 'from' | 'to'>[], unit: Unit, calendar: Calendar): Set<Day> {
  const days = new Set<Day>();
  for (const { from, to } of stretches)
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
      if (unit === 'calendarDay' || isWorkingDay(calendar, day)) days.add(day);
  return days;
}

export interface Share {
  departmentId: string;
  /** Days on which the department, or whom it commissioned, had a part of the project: its own union. */
  days: number;
  /** Of these: days on which nobody else had. */
  alone: number;
  /** Of these: days that other departments had as well. The shares together are longer than the whole by these overlaps. */
  shared: number;
}

/** What the time comes to: the union of what counts, and each department's part of it side by side, the longest first. */
export function shareTime(
  stretches: readonly Stretch[],
  unit: Unit,
  calendar: Calendar,
): { used: number; shares: Share[] } {
  const counted = stretches.filter(counts);
  const byDepartment = [...Map.groupBy(counted, ({ departmentId }) => departmentId)].map(
    ([departmentId, own]) => [departmentId, daysOf(own, unit, calendar)] as const,
  );
  const holders = new Map<Day, number>();
  for (const [, days] of byDepartment) for (const day of days) holders.set(day, (holders.get(day) ?? 0) + 1);
  const shares = byDepartment.map(([departmentId, days]): Share => {
    const alone = [...days].filter((day) => holders.get(day) === 1).length;
    return { departmentId, days: days.size, alone, shared: days.size - alone };
  });
  return {
    used: holders.size,
    shares: shares.toSorted((a, b) => b.days - a.days || (a.departmentId < b.departmentId ? -1 : 1)),
  };
}

export interface Clock {
  limitDays: number;
  unit: Unit;
  usedDays: number;
  remainingDays: number;
  running: boolean;
  usedUpOn: Day | null;
  provisional: boolean;
}

/** What of a limit is used, what remains, and when it would be used up if government went on without a stop. */
export function clockOf(
  stretches: readonly Stretch[],
  { limitDays, unit }: { limitDays: number; unit: Unit },
  today: Day,
  calendar: Calendar,
): Clock {
  const { used } = shareTime(stretches, unit, calendar);
  const running = stretches.some((one) => one.open && counts(one));
  const remainingDays = limitDays - used;
  const end =
    running && remainingDays > 0 ? dueOn({ from: today, limit: { value: remainingDays, unit }, calendar }) : undefined;
  return {
    limitDays,
    unit,
    usedDays: used,
    remainingDays,
    running,
    usedUpOn: end?.date ?? null,
    provisional: end?.provisional ?? false,
  };
}
