/** A hall as it stands now with what history says of it: all that an advice is made of, read at once. */
import { dutiesAt, errandsAt, liveTickets, retiredErrandsAt, spansBetween, zoneNamesAt, takesBetween, waitsBetween, type Errand, type LiveTicket, type PastSpan } from '#modules/hall'; // prettier-ignore
import { addDays, loadCalendars } from '#modules/deadlines';
import { doneForToday } from '#modules/floor';
import { findHours, listWindows, planOn } from '#modules/offices';
import { shanghaiDay, shanghaiTime, startOfDay } from '#platform/clock';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';
import { liveAdvice, type AdviceRow } from '../advice/advice-store.ts';
import type { WatchRule } from '../house-rule.ts';
import { comparableDays, type Comparable } from '../usual/comparable.ts';
import { listCounted, listPractice, listSpreads, sumWork, type WorkSum } from '../usual/usual-store.ts';
import { ruleOf } from './rule-store.ts';

/** A window with who is there. */
export interface SceneWindow {
  id: string;
  number: string;
  zone: string;
  name: string;
  nameEn: string;
  departmentId: string | null;
  /** What it does. */
  duty: readonly string[];
  clerk: { accountId: string; name: string } | null;
  state: 'closed' | 'open' | 'break';
}
/** A zone as English texts call it: as it is where nobody has said how. */
export const inEnglish = (zone: string, english: Scene['english']): string => english.get(zone) || zone;
/** Somebody who was at a window of this hall today and is at none now. */
export interface FreePerson {
  accountId: string;
  name: string;
  leftAt: Date;
}
export interface Scene {
  outletId: string;
  at: Date;
  day: string;
  /** Minutes from midnight. */
  now: number;
  /** Of today's opening hours; null where nobody has entered any. */
  opens: number | null;
  closes: number | null;
  rule: WatchRule;
  comparable: Comparable;
  errands: readonly Errand[];
  zones: readonly string[];
  /** What zones are called in English, as far as somebody has said it. */
  english: ReadonlyMap<string, string>;
  windows: readonly SceneWindow[];
  free: readonly FreePerson[];
  /** As free, but their turns of today are over: nobody is called back from home. */
  offDuty: readonly FreePerson[];
  live: readonly LiveTicket[];
  /** Waits of the last half hour, by errand. */
  waited: ReadonlyMap<string, { called: number; seconds: number }>;
  /** By errand: people in each five minutes of today, from midnight. */
  came: ReadonlyMap<string, ReadonlyMap<number, number>>;
  work: readonly WorkSum[];
  spreads: ReadonlyMap<string, readonly number[]>;
  /** By errand: who finished such a one within half a year. */
  practice: ReadonlyMap<string, ReadonlySet<string>>;
  /** Advices that are open, asked or running. */
  advices: readonly AdviceRow[];
}

/** Who left a window so long ago is taken to have gone home. */
const presentFor = 4 * 3_600_000;
const practiceDays = 180;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Each window's last word of today, and who is free. */
function presence(spans: readonly PastSpan[], at: Date, done: ReadonlySet<string>) {
  const last = new Map<string, PastSpan>();
  for (const span of spans) {
    const before = last.get(span.accountId);
    if (!before || before.at <= span.at) last.set(span.accountId, span);
  }
  const all = [...last.values()];
  const free = all
    .filter(({ state, at: left }) => state === 'ended' && at.getTime() - left.getTime() <= presentFor)
    .map(({ accountId, clerkName, at: leftAt }): FreePerson => ({ accountId, name: clerkName, leftAt }));
  return {
    there: new Map(all.filter(({ state }) => state !== 'ended').map((span) => [span.windowId, span])),
    free: free.filter(({ accountId }) => !done.has(accountId)),
    offDuty: free.filter(({ accountId }) => done.has(accountId)),
  };
}

/** `reader` within a transaction when something is decided by it. */
export async function readScene(ground: Ground, reader: Reader, outletId: string): Promise<Scene> {
  const at = ground.clock.now();
  const day = shanghaiDay(at);
  const midnight = startOfDay(day);
  // What happens in this very instant counts.
  const soon = new Date(at.getTime() + 1);
  const { calendar } = (await loadCalendars(ground)).latest;
  const [rule, counted, done, retired, names, windows, duties, spans, live, waits, takes, hours, advices, turnsDone] =
    await Promise.all([
      ruleOf(reader, outletId),
      listCounted(reader, outletId, addDays(day, -400)),
      errandsAt(reader, outletId),
      retiredErrandsAt(reader, outletId, day),
      zoneNamesAt(reader, outletId),
      listWindows(reader, { outletId }),
      dutiesAt(reader, outletId),
      spansBetween(reader, outletId, midnight, soon),
      liveTickets(reader, outletId, day),
      waitsBetween(reader, outletId, new Date(at.getTime() - 30 * 60_000), at),
      takesBetween(reader, outletId, midnight, soon, 300),
      findHours(reader, [outletId]),
      liveAdvice(reader, outletId),
      doneForToday(reader, outletId, day, shanghaiTime(at)),
    ]);
  // Who waits for what is done no more is served to the end, and waits as the others do.
  const errands = [...done, ...retired];
  const comparable = comparableDays(calendar, day, counted, rule.weeks);
  const [work, spreads, practised] = await Promise.all([
    sumWork(reader, outletId, comparable.days),
    listSpreads(reader, outletId, comparable.days),
    listPractice(reader, errands.map(({ id }) => id), addDays(day, -practiceDays)), // prettier-ignore
  ]);
  const entered = hours.get(outletId);
  const plan = entered && entered.version > 0 ? planOn(ground, entered, day).spans : [];
  const { there, free, offDuty } = presence(spans, at, turnsDone);
  const came = new Map<string, Map<number, number>>();
  for (const { errandId, part, came: people } of takes) {
    const parts = came.get(errandId) ?? new Map<number, number>();
    came.set(errandId, parts.set(part, people));
  }
  return {
    outletId,
    at,
    day,
    now: (at.getTime() - midnight.getTime()) / 60_000,
    opens: plan.length === 0 ? null : Math.min(...plan.map(({ opens }) => minutesOf(opens))),
    closes: plan.length === 0 ? null : Math.max(...plan.map(({ closes }) => minutesOf(closes))),
    rule,
    comparable,
    errands,
    english: new Map(names.map(({ zone, nameEn }) => [zone, nameEn])),
    zones: [...new Set(errands.map(({ zone }) => zone))].toSorted(),
    windows: windows.map(({ id, number, zone, name, nameEn, departmentId }) => {
      const span = there.get(id);
      return {
        id,
        number,
        zone,
        name,
        nameEn,
        departmentId,
        duty: duties.find(({ windowId }) => windowId === id)?.errandIds ?? [],
        clerk: span ? { accountId: span.accountId, name: span.clerkName } : null,
        state: span ? (span.state as 'open' | 'break') : 'closed',
      };
    }),
    free,
    offDuty,
    live,
    waited: new Map(waits.map((wait) => [wait.errandId, wait])),
    came,
    work,
    spreads: new Map([...Map.groupBy(spreads, ({ zone }) => zone)].map(([zone, rows]) => [zone, rows.flatMap(({ seconds }) => seconds)])), // prettier-ignore
    practice: new Map([...Map.groupBy(practised, ({ errandId }) => errandId)].map(([errandId, rows]) => [errandId, new Set(rows.map(({ accountId }) => accountId))])), // prettier-ignore
    advices,
  };
}

/**
 * Whether the hall is watched now: within opening hours, but for the first and last quarter of an hour; and where windows work on after hours
 * (延时服务), or nobody has entered any.
 */
export const watches = ({ now, opens, closes, windows }: Scene): boolean =>
  opens !== null && closes !== null && now >= opens && now <= closes
    ? now >= opens + 15 && now <= closes - 15
    : windows.some(({ state }) => state !== 'closed');
