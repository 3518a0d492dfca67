/**
 * Where windows are too many or too few (人员增减): the work of each errand and the waiting of each zone by hour, with what a change would do. Pure:
 * from sums over days.
 */
import { erlangWait, windowsFor } from '../erlang.ts';
import { partMinutes } from '../usual/count-day.ts';
import type { WindowSum, WorkSum } from '../usual/usual-store.ts';

/** Sums over days with the same opening hours; what lies outside of them is left out, for service after hours is volunteered. */
export interface StaffedDays {
  days: number;
  isOpen: (part: number) => boolean;
  work: readonly WorkSum[];
  windows: readonly WindowSum[];
}
/** A zone in an hour of the day, mean over the days that were open in it. */
export interface StaffingLine {
  zone: string;
  /** The hour, 0 to 23. */
  hour: number;
  people: number;
  /** Minutes that somebody keeps a window. */
  minutes: number;
  /** Windows that the work would keep busy all the time, and those that were staffed. */
  load: number;
  windows: number;
  /** Share of the staffed time with somebody called or there. */
  use: number;
  /** Mean wait as it was; null where nobody was called. */
  wait: number | null;
  /**
   * Windows that count: with so many, if any could serve anybody, people would wait as long as they did. It is fewer than were staffed where
   * windows do not do everything, or people do not come evenly.
   */
  counts: number;
  /** Windows that would have to count for the mean wait that is aimed at, by Erlang C. */
  needed: number;
  /** Windows more or fewer that are proposed: whole ones; fewer never go below what is needed. */
  change: number;
  /** Mean wait with the change; null: the queue would grow all hour. */
  waitThen: number | null;
}
export interface ErrandLoad {
  errandId: string;
  zone: string;
  /** A day. */
  people: number;
  minutes: number;
  hours: number;
  wait: number | null;
}
export interface ZoneProposal {
  zone: string;
  /** Window hours a day that are proposed more and fewer. */
  more: number;
  fewer: number;
  /** Minutes of waiting a day that the model saves in all, and that it costs. */
  spares: number;
  costs: number;
}
export interface Staffing {
  lines: StaffingLine[];
  errands: ErrandLoad[];
  zones: ZoneProposal[];
}

const finite = (wait: number): number | null => (Number.isFinite(wait) ? wait : null);
const partsOfHour = 60 / partMinutes;
/** A queue that grows all hour: half an hour each is what it comes to before the hour is over. */
const growing = 30;
/** A wait of seconds says that there are windows enough, and not how many would be. Minutes. */
const leastWait = 0.2;

/** `found`: by opening hours, as a day is measured by its own. */
export function staffingOf(found: readonly StaffedDays[], zoneOf: ReadonlyMap<string, string>, aim: number): Staffing {
  const days = found.reduce((sum, group) => sum + group.days, 0);
  if (days === 0) return { lines: [], errands: [], zones: [] };
  const sums = {
    work: found.flatMap(({ work, isOpen }) => work.filter(({ part }) => isOpen(part))),
    windows: found.flatMap(({ windows, isOpen }) => windows.filter(({ part }) => isOpen(part))),
  };
  const openDays = (part: number): number => found.reduce((sum, group) => sum + (group.isOpen(part) ? group.days : 0), 0); // prettier-ignore
  const zones = [...new Set(zoneOf.values())].toSorted();
  const hourOf = ({ part }: { part: number }): number => Math.floor(part / partsOfHour);
  const lines = zones.flatMap((zone) => {
    const work = Map.groupBy(sums.work.filter(({ errandId }) => zoneOf.get(errandId) === zone), hourOf); // prettier-ignore
    const staff = Map.groupBy(sums.windows.filter((row) => row.zone === zone), hourOf); // prettier-ignore
    return [...new Set([...work.keys(), ...staff.keys()])]
      .toSorted((one, other) => one - other)
      .flatMap((hour) => {
        const line = lineOf(zone, hour, work.get(hour) ?? [], staff.get(hour) ?? [], openDays, aim);
        return line ? [line] : [];
      });
  });
  const errands = [...Map.groupBy(sums.work, ({ errandId }) => errandId)].flatMap(([errandId, rows]) => {
    const zone = zoneOf.get(errandId);
    if (zone === undefined) return [];
    const { came, called, waitedSeconds, keptSeconds } = total(rows);
    return [
      {
        errandId,
        zone,
        people: came / days,
        minutes: called === 0 ? 0 : keptSeconds / called / 60,
        hours: keptSeconds / 3_600 / days,
        wait: called === 0 ? null : waitedSeconds / called / 60,
      },
    ];
  });
  return {
    lines,
    errands: errands.toSorted((one, other) => other.hours - one.hours),
    zones: zones.map((zone) =>
      proposalOf(
        zone,
        lines.filter((line) => line.zone === zone),
      ),
    ),
  };
}

function total(rows: readonly WorkSum[]) {
  const sum = { came: 0, called: 0, waitedSeconds: 0, keptSeconds: 0 };
  for (const row of rows) {
    sum.came += row.came;
    sum.called += row.called;
    sum.waitedSeconds += row.waitedSeconds;
    sum.keptSeconds += row.keptSeconds;
  }
  return sum;
}

function lineOf(
  zone: string,
  hour: number,
  work: readonly WorkSum[],
  staff: readonly WindowSum[],
  openDays: (part: number) => number,
  aim: number,
): StaffingLine | undefined {
  const { came, called, waitedSeconds, keptSeconds } = total(work);
  const staffed = staff.reduce((sum, row) => sum + row.staffedSeconds, 0);
  const busy = staff.reduce((sum, row) => sum + row.busySeconds, 0);
  // Nobody comes any more: the last ones are served.
  if (came === 0) return undefined;
  // Hours in which the doors were open, of all days together: of the part of the hour, and of the days that had it.
  const parts = new Set([...work, ...staff].map(({ part }) => part));
  const hours = [...parts].reduce((sum, part) => sum + openDays(part) * partMinutes, 0) / 60;
  const people = came / hours;
  const minutes = called === 0 ? 0 : keptSeconds / called / 60;
  const windows = staffed / 3_600 / hours;
  const wait = called === 0 ? null : waitedSeconds / called / 60;
  const needed = minutes === 0 ? 0 : windowsFor(people, minutes, aim);
  // Where nobody waits, any number of windows would explain it.
  const counts =
    minutes === 0 || wait === null
      ? windows
      : Math.min(windows, windowsFor(people, minutes, Math.max(wait, leastWait)));
  const lacking = needed - counts;
  // Half a window that is lacking is one; one that is too many goes only when all of it is.
  const change = (lacking > 0 ? Math.round(lacking) : Math.trunc(lacking)) || 0;
  return {
    zone,
    hour,
    people,
    minutes,
    load: (people * minutes) / 60,
    windows,
    use: staffed === 0 ? 0 : Math.min(1, busy / staffed),
    wait,
    counts,
    needed,
    change,
    waitThen: minutes === 0 ? 0 : change === 0 ? wait : finite(erlangWait(counts + change, people, minutes)),
  };
}

function proposalOf(zone: string, lines: readonly StaffingLine[]): ZoneProposal {
  const proposal = { zone, more: 0, fewer: 0, spares: 0, costs: 0 };
  for (const { change, people, wait, waitThen } of lines) {
    const saved = people * ((wait ?? 0) - (waitThen ?? growing));
    if (change > 0) {
      proposal.more += change;
      proposal.spares += saved;
    } else if (change < 0) {
      proposal.fewer -= change;
      proposal.costs -= saved;
    }
  }
  return proposal;
}
