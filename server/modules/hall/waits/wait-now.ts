/** How long people wait in a hall from now: the state as it stands, and what its days have taught. */
import { LRUCache } from 'lru-cache';
import { addDays, calendarsOf } from '#modules/deadlines';
import { findHours, planOn } from '#modules/offices';
import { shanghaiDay, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { closingOf } from '../closing/carried.ts';
import { dutiesAt, errandsAt, getPlace, retiredErrandsAt } from '../place-store.ts';
import { seedOf } from './chance.ts';
import { courseOf } from './course.ts';
import { countAhead } from './ahead.ts';
import { forecast, type Forecast } from './forecast.ts';
import type { HallState } from './hall-state.ts';
import { kindOf } from './record-of-day.ts';
import { learn, type Learned } from './learned.ts';
import { Corrections, crowdOf, missOf, rangeOf, type Range } from './range.ts';
import { countCame, listFreed, listSummaries, listTold, newestSummary, queueOf, turnsBetween, type Turn } from './waits-store.ts'; // prettier-ignore

/** What is said of a wait. */
export interface LikelyWait extends Range {
  /** Few days have been seen: the range stands on planned minutes. */
  rough: boolean;
  /** Before it was corrected by how earlier ones turned out. */
  raw: Range;
}

export interface WaitsNow {
  /** Those who wait. */
  ofTicket: ReadonlyMap<string, LikelyWait>;
  /** Who would come now. */
  ofErrand: ReadonlyMap<string, LikelyWait>;
  /** People who are called before a ticket by the window that is nearest to calling it. */
  aheadOf: ReadonlyMap<string, number>;
  /** People who wait before a ticket for any of the windows that could call it: how crowded it is there. */
  inLineOf: ReadonlyMap<string, number>;
  /** Those before whoever would come now. */
  aheadOfErrand: ReadonlyMap<string, number>;
}

const runs = 150;
/** Fewer days than this teach little. */
const fewDays = 5;
/** Earlier answers from which ranges are corrected. */
const corrected = { days: 30, answers: 5_000 };

interface Taught {
  learned: Learned;
  corrections: Corrections;
}
/** Of each hall and day; made anew when another day has been added up, and each quarter of an hour. */
const taught = new LRUCache<string, Taught>({ max: 50, ttl: 15 * 60_000 });

/** What was reckoned lately, by the state of the hall. */
const reckoned = new LRUCache<string, Forecast>({ max: 100 });

async function teach(
  ground: Ground,
  outletId: string,
  at: Date,
  errands: readonly { id: string; minutes: number }[],
): Promise<Taught> {
  const reader = ground.db;
  const day = shanghaiDay(at);
  const { calendar } = calendarsOf(ground).latest;
  const key = [
    outletId,
    day,
    calendar.version,
    await newestSummary(reader, outletId, day),
    ...errands.map(({ id, minutes }) => `${id}${minutes}`),
  ].join(' ');
  const known = taught.get(key);
  if (known) return known;
  const [summaries, told] = await Promise.all([
    listSummaries(reader, outletId, day),
    listTold(reader, outletId, startOfDay(addDays(day, -corrected.days)), startOfDay(day), corrected.answers),
  ]);
  const corrections = new Corrections(told.map(({ ahead }) => ahead));
  for (const { at: when, ahead, rawLow: low, rawLikely: likely, rawHigh: high, calledAt } of told) {
    const waited = (calledAt.getTime() - when.getTime()) / 60_000;
    const age = (at.getTime() - when.getTime()) / 86_400_000;
    const hour = Math.floor(minuteOf(when) / 60);
    corrections.count(
      hour,
      crowdOf(ahead, corrections.bounds),
      missOf({ low, likely, high, waited }),
      0.5 ** (age / 15),
    );
  }
  const made = { learned: learn(summaries, errands, { day, kind: kindOf(calendar, day) }), corrections };
  taught.set(key, made);
  return made;
}

/** Minutes from midnight. */
export const minuteOf = (at: Date): number => (at.getTime() - startOfDay(shanghaiDay(at)).getTime()) / 60_000;

/** Minutes at which each window turned from not taking anybody to taking people, and back. */
export function turnsOf(turns: readonly Turn[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { windowId, state, at } of turns) {
    const own = found.get(windowId) ?? [];
    if ((own.length % 2 === 1) !== (state === 'open')) own.push(minuteOf(at));
    found.set(windowId, own);
  }
  return found;
}

async function closesAt(ground: Ground, outletId: string, at: Date): Promise<number> {
  const day = shanghaiDay(at);
  const hours = (await findHours(ground.db, [outletId])).get(outletId);
  const closedAt = hours && closingOf(day, planOn(ground, hours, day).spans);
  return closedAt ? minuteOf(closedAt) : Infinity;
}

/** Everybody who waits and whoever would come now, of a whole hall; about ten statements, however many wait. */
export async function waitsNow(ground: Ground, outletId: string, at: Date): Promise<WaitsNow> {
  const reader = ground.db;
  const day = shanghaiDay(at);
  const [place, offered, retired, duties, queue, turns, came, freed, closes] = await Promise.all([
    getPlace(reader, outletId),
    errandsAt(reader, outletId),
    retiredErrandsAt(reader, outletId, day),
    dutiesAt(reader, outletId),
    queueOf(reader, outletId, day),
    turnsBetween(reader, outletId, startOfDay(day), new Date(at.getTime() + 1)),
    countCame(reader, outletId, day),
    listFreed(reader, outletId, new Date(at.getTime() - 30 * 60_000), at),
    closesAt(ground, outletId, at),
  ]);
  // Who took a ticket for what is done no more is served to the end, by windows that do other things as well.
  const errands = [...offered, ...retired];
  const { learned, corrections } = await teach(ground, outletId, at, errands);
  // To ten seconds: whoever asks in between is told the same, and it is reckoned once.
  const now = Math.floor(minuteOf(at) * 6) / 6;
  const errandPlace = new Map(errands.map(({ id }, i) => [id, i]));
  const windowPlace = new Map(duties.map(({ windowId }, i) => [windowId, i]));
  const turned = turnsOf(turns);
  const known = queue.filter(({ errandId }) => errandPlace.has(errandId));
  const waiting = known.filter(({ state }) => state === 'waiting');
  const day0 = startOfDay(day).getTime();
  const state: HallState = {
    now,
    closes: closes < now ? Infinity : closes,
    waiting: waiting.map(({ errandId, rank, party, forWindowId }) => ({
      errand: errandPlace.get(errandId)!,
      rank: (Number(rank) - day0) / 60_000,
      party,
      forWindow: forWindowId === null ? -1 : (windowPlace.get(forWindowId) ?? -1),
    })),
    windows: duties.map(({ windowId, errandIds }) => {
      const own = turned.get(windowId) ?? [];
      const at_ = known.find((ticket) => ticket.windowId === windowId && ticket.state !== 'waiting');
      const since = at_ ? minuteOf(at_.changedAt) : 0;
      const last = turns.findLast((turn) => turn.windowId === windowId);
      const free = freed.find((one) => one.windowId === windowId);
      return {
        errands: errandIds.flatMap((id) => errandPlace.get(id) ?? []),
        open: own.length % 2 === 1,
        serving: at_ ? { errand: errandPlace.get(at_.errandId)!, calledAt: since, servedAt: at_.state === 'serving' ? since : null } : null, // prettier-ignore
        freeSince: free ? minuteOf(free.at) : 0,
        pace: learned.pace.get(last?.accountId ?? '') ?? 1,
      };
    }),
  };
  const course = courseOf(learned, {
    now,
    came,
    windows: duties.map(({ windowId }) => ({ id: windowId, turns: turned.get(windowId) ?? [] })),
    returnMinutes: place.returnMinutes,
  });
  const key = JSON.stringify([outletId, day, state, learned.days]);
  const found =
    reckoned.get(key) ?? forecast(state, course, { comers: errands.map((_, i) => i) }, seedOf(outletId, day), runs);
  reckoned.set(key, found);
  const served = errands.map((_, e) => new Set(state.windows.filter((one) => one.open && one.errands.includes(e)).flatMap((one) => [...one.errands]))); // prettier-ignore
  // Those who wait stand in their order: among equals of rank, as the appointments of one time are, the place says who is first. Where no window is
  // open for an errand, those of the same errand are called first all the same.
  const before = (errand: number, until: number): number =>
    state.waiting.slice(0, until).filter((one) => one.errand === errand || served[errand]!.has(one.errand)).length;
  const say = (rising: Float64Array, errand: number, ahead: number): LikelyWait | undefined => {
    // Without a window that is open for it nothing is said: who may come and open one is not known well enough.
    if (served[errand]!.size === 0) return undefined;
    const range = rangeOf(rising);
    if (!range) return undefined;
    const { low, likely, high } = corrections.correct(range, Math.floor(now / 60), crowdOf(ahead, corrections.bounds));
    return {
      low,
      likely: Math.max(low, likely),
      high: Math.max(low, likely, high),
      rough: learned.days < fewDays,
      raw: range,
    };
  };
  // Whoever came a moment ago is before whoever comes now.
  const cameBefore = state.waiting.filter(({ rank }) => rank <= minuteOf(at)).length;
  const inLine = waiting.map((_, i) => before(state.waiting[i]!.errand, i));
  const { ofWaiting, ofErrand } = countAhead(state, errands.length, cameBefore);
  const defined = <K>(pairs: (readonly [K, LikelyWait | undefined])[]) =>
    new Map(pairs.flatMap(([key, wait]) => (wait ? [[key, wait] as const] : [])));
  return {
    aheadOf: new Map(waiting.map(({ id }, i) => [id, ofWaiting[i]!])),
    aheadOfErrand: new Map(errands.map(({ id }, i) => [id, ofErrand[i]!])),
    inLineOf: new Map(waiting.map(({ id }, i) => [id, inLine[i]!])),
    ofTicket: defined(waiting.map(({ id }, i) => [id, say(found.waiting[i]!, state.waiting[i]!.errand, inLine[i]!)])),
    ofErrand: defined(errands.map(({ id }, i) => [id, say(found.comers[i]!, i, before(i, cameBefore))])),
  };
}
