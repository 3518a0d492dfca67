/** A day as its segments have it, made ready to be added up. Pure. */
import { addDays, isWorkingDay, weekdayOf, type Calendar } from '#modules/deadlines';
import { startOfDay } from '#platform/clock';
import type { CallOfDay, DayRecord, TicketOfDay } from './day-history.ts';
import type { SegmentOfDay } from './waits-store.ts';

const weekdayBeside = (day: string, by: number): string => {
  let at = addDays(day, by);
  while (weekdayOf(at) % 6 === 0) at = addDays(at, by);
  return at;
};
/** Whether a day lies at the edge of a holiday: the weekday before or after it is off. */
export const kindOf = (calendar: Calendar, day: string): DayRecord['kind'] =>
  [1, -1].some((by) => !isWorkingDay(calendar, weekdayBeside(day, by))) ? 'edge' : 'usual';

/** Puts the segments of a day together; they come in the order of each ticket. */
export function recordOf(
  calendar: Calendar,
  day: string,
  segments: readonly SegmentOfDay[],
  turns: DayRecord['turns'],
): DayRecord {
  const midnight = startOfDay(day).getTime();
  const minuteOf = (at: Date): number => (at.getTime() - midnight) / 60_000;
  const tickets = [...Map.groupBy(segments, ({ ticketId }) => ticketId).values()].map((own): TicketOfDay => {
    const { errandId, rank, takenAt } = own[0]!;
    const calls: CallOfDay[] = [];
    let leftAt: number | null = null;
    for (const { act, at, windowId, accountId } of own) {
      const minute = minuteOf(at);
      const last = calls.at(-1);
      if (act === 'call')
        calls.push({ windowId: windowId!, serverId: accountId ?? windowId!, calledAt: minute, servedAt: null, finishedAt: null, missedAt: null, backAt: null }); // prettier-ignore
      else if (act === 'serve' && last) last.servedAt = minute;
      // Whoever is handed on or put aside has left the window as well.
      else if ((act === 'finish' || act === 'park' || act === 'transfer') && last) last.finishedAt ??= minute;
      else if (act === 'miss' && last) last.missedAt = minute;
      else if (act === 'rejoin' && last) last.backAt = minute;
      else if (act === 'release') calls.pop();
      else if ((act === 'cancel' || act === 'withdraw') && calls.length === 0) leftAt = minute;
    }
    // A ticket keeps one rank; that of the first entering is what the others of the day are compared with.
    const enteredAt = minuteOf(takenAt);
    const wasBack = own.some(({ act }) => act === 'rejoin');
    return { errandId, enteredAt, rank: wasBack ? enteredAt : (Number(rank) - midnight) / 60_000, calls, leftAt };
  });
  return { day, kind: kindOf(calendar, day), tickets, turns };
}
