/**
 * What a day of a hall leaves behind for forecasts: counts and sums, no person and no ticket. Some kilobytes for each day; many days are added
 * up in `learned.ts`. Minutes from midnight of the day.
 */

/** A ticket of a day, as its segments have it. */
export interface TicketOfDay {
  errandId: string;
  enteredAt: number;
  /** The minute at which it counted as having come. */
  rank: number;
  calls: readonly CallOfDay[];
  /** When it was given back while it waited; null: it was not. */
  leftAt: number | null;
}

export interface CallOfDay {
  windowId: string;
  /** Who sat there; a window's own id where nobody asks who. */
  serverId: string;
  calledAt: number;
  servedAt: number | null;
  finishedAt: number | null;
  missedAt: number | null;
  /** When the person was back after missing it. */
  backAt: number | null;
}

export interface DayRecord {
  day: string;
  /** `edge`: just before or after a holiday. */
  kind: 'usual' | 'edge';
  tickets: readonly TicketOfDay[];
  /** Minutes at which each window turned from not taking anybody to taking people, and back. */
  turns: Readonly<Record<string, readonly number[]>>;
}

/** How often what was seen: places of a scale, and counts. */
export type Counts = [place: number, count: number][];

export interface DaySummary {
  day: string;
  kind: DayRecord['kind'];
  /** By errand, in spans of `spanMinutes`: those who count from when they came, and those who count as earlier. */
  plain: Record<string, Counts>;
  ahead: Record<string, Counts>;
  /** By how many minutes those count as earlier. */
  aheadMinutes: Counts;
  work: Record<string, Counts>;
  /** By who sat there and errand: how many, and the sum of the logarithms of their minutes. */
  servers: Record<string, Record<string, [count: number, sum: number]>>;
  coming: Counts;
  between: Counts;
  missAfter: Counts;
  backAfter: Counts;
  answered: number;
  missed: number;
  back: number;
  left: number;
  waitedMinutes: number;
  turns: Record<string, number[]>;
}

export const spanMinutes = 10;
/** Durations are counted on a scale of steps of 5 %, from three seconds on. */
const least = 0.05;
const step = 0.05;
export const placeOf = (minutes: number): number => Math.max(0, Math.round(Math.log(Math.max(minutes, least) / least) / step)); // prettier-ignore
/** Minutes of a place of the scale; fractions lie between. */
export const minutesAt = (place: number): number => least * Math.exp(step * place);

/** Counts while they are made. */
class Tally {
  #counts = new Map<number, number>();

  add(place: number): void {
    this.#counts.set(place, (this.#counts.get(place) ?? 0) + 1);
  }

  get counts(): Counts {
    return [...this.#counts].toSorted(([one], [other]) => one - other);
  }
}
class Tallies {
  #tallies = new Map<string, Tally>();

  add(key: string, place: number): void {
    const tally = this.#tallies.get(key) ?? new Tally();
    tally.add(place);
    this.#tallies.set(key, tally);
  }

  get counts(): Record<string, Counts> {
    return Object.fromEntries([...this.#tallies].map(([key, tally]) => [key, tally.counts]));
  }
}

/** Adds up a day. Who came back after a missed call counts once. */
export function summarise({ day, kind, tickets, turns }: DayRecord): DaySummary {
  const [plain, ahead, work] = [new Tallies(), new Tallies(), new Tallies()];
  const [aheadMinutes, coming, between, missAfter, backAfter] = Array.from({ length: 5 }, () => new Tally()) as [Tally, Tally, Tally, Tally, Tally]; // prettier-ignore
  const servers: DaySummary['servers'] = {};
  const sums = { answered: 0, missed: 0, back: 0, left: 0, waitedMinutes: 0 };
  for (const { errandId, enteredAt, rank, calls, leftAt } of tickets) {
    const isAhead = Math.abs(enteredAt - rank) > 0.5;
    (isAhead ? ahead : plain).add(errandId, Math.floor(enteredAt / spanMinutes));
    if (isAhead) aheadMinutes.add(Math.round(enteredAt - rank));
    const until = calls[0]?.calledAt ?? leftAt;
    if (until !== null) sums.waitedMinutes += until - enteredAt;
    if (leftAt !== null) sums.left += 1;
    for (const { serverId, calledAt, servedAt, finishedAt, missedAt, backAt } of calls) {
      if (missedAt !== null) {
        sums.missed += 1;
        missAfter.add(placeOf(missedAt - calledAt));
        if (backAt !== null) {
          sums.back += 1;
          backAfter.add(placeOf(backAt - missedAt));
        }
      }
      if (servedAt === null) continue;
      sums.answered += 1;
      coming.add(placeOf(servedAt - calledAt));
      if (finishedAt === null) continue;
      const minutes = Math.max(finishedAt - servedAt, least);
      work.add(errandId, placeOf(minutes));
      const own = ((servers[serverId] ??= {})[errandId] ??= [0, 0]);
      own[0] += 1;
      own[1] += Math.log(minutes);
    }
  }
  for (const minutes of gapsOf(tickets, turns)) between.add(placeOf(minutes));
  return {
    day,
    kind,
    plain: plain.counts,
    ahead: ahead.counts,
    aheadMinutes: aheadMinutes.counts,
    work: work.counts,
    servers,
    coming: coming.counts,
    between: between.counts,
    missAfter: missAfter.counts,
    backAfter: backAfter.counts,
    ...sums,
    turns: Object.fromEntries(
      Object.entries(turns).map(([id, at]) => [id, at.map((one) => Math.round(one * 10) / 10)]),
    ),
  };
}

/** From the end of one to the call of the next, where the next waited already: otherwise the window was idle for want of people. */
function gapsOf(tickets: readonly TicketOfDay[], turns: DayRecord['turns']): number[] {
  const byWindow = new Map<string, { calledAt: number; finishedAt: number | null; enteredAt: number }[]>();
  for (const { enteredAt, calls } of tickets)
    for (const [i, { windowId, calledAt, finishedAt }] of calls.entries()) {
      const since = i === 0 ? enteredAt : (calls[i - 1]!.backAt ?? calledAt);
      const list = byWindow.get(windowId);
      if (list) list.push({ calledAt, finishedAt, enteredAt: since });
      else byWindow.set(windowId, [{ calledAt, finishedAt, enteredAt: since }]);
    }
  const gaps: number[] = [];
  for (const [windowId, calls] of byWindow) {
    const sorted = calls.toSorted((one, other) => one.calledAt - other.calledAt);
    for (let i = 1; i < sorted.length; i++) {
      const { finishedAt } = sorted[i - 1]!;
      const { calledAt, enteredAt } = sorted[i]!;
      if (finishedAt === null || finishedAt > calledAt || enteredAt > finishedAt) continue;
      if ((turns[windowId] ?? []).some((at) => at > finishedAt && at <= calledAt)) continue;
      gaps.push(calledAt - finishedAt);
    }
  }
  return gaps;
}
