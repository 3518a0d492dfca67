/** Keeps the line of each watched case where its clock is: after every step that moves one, and when a calendar changes. */
import { casesById, caseStepped, type CaseFacts, type CaseRow, type Due } from '#modules/cases';
import { calendarsOf, readEvents } from '#modules/deadlines';
import type { Tx } from '#platform/db';
import { defineReaction, type Event, type Reaction } from '#platform/events';
import type { Ground } from '#platform/ground';
import { laddersInForce } from './ladders.ts';
import { lookAt, type WatchedClock } from './schedule.ts';
import { endWatches, findWatches, saveWatches } from './watch-store.ts';

/** The clocks that are the office's time; the cure is the applicant's. */
const officeRules: ReadonlySet<string | null> = new Set(['tellAll', 'decide', 'deliver']);

/** Steps that move neither a clock nor the department. What is not in here may. */
const still: ReadonlySet<string> = new Set(['take', 'handOver', 'examine', 'note', 'askFee', 'payFee', 'waiveFee', 'refundFee', 'correct', 'askExtension', 'declineExtension']); // prettier-ignore

/** The clock of the office that runs on a case; undefined when none does. */
export function clockOf(row: Due & Pick<CaseRow, 'endedAt' | 'expiresOn'>): WatchedClock | undefined {
  if (row.endedAt || row.dueFrom === null || !officeRules.has(row.dueRule)) return undefined;
  const resumed = row.clockEvents
    ? readEvents(row.clockEvents).pauses.flatMap(({ resumedOn }) => (resumedOn === undefined ? [] : [resumedOn]))
    : [];
  // A licence expires whatever stands still: without a decision by then the renewal counts as granted (行政许可法 art. 50).
  if (row.pausedSince !== null && row.dueRule === 'decide' && row.expiresOn !== null)
    return {
      from: row.dueFrom,
      targetOn: null,
      fatalOn: row.expiresOn,
      standing: false,
      runsSince: row.dueFrom,
    };
  return {
    from: row.dueFrom,
    targetOn: row.targetOn,
    fatalOn: row.fatalOn,
    standing: row.pausedSince !== null,
    runsSince: [row.dueFrom, ...resumed].reduce((latest, day) => (day > latest ? day : latest)),
  };
}

/** The later of two instants. */
export const laterOf = (one: Date, other: Date): Date => (one > other ? one : other);

/** Brings the lines of these cases to where they are now. */
async function watch(ground: Ground, tx: Tx, ids: readonly string[]): Promise<void> {
  const now = ground.clock.now();
  const { no, calendar } = calendarsOf(ground).latest;
  const [rows, known, ladders] = await Promise.all([casesById(tx, ids), findWatches(tx, ids), laddersInForce(tx)]);
  const since = new Map(known.map((one) => [one.caseId, one.since]));
  const running = rows.flatMap((row) => {
    const clock = clockOf(row);
    return clock ? [{ row, clock }] : [];
  });
  saveWatches(
    tx,
    running.map(({ row, clock }) => {
      const from = since.get(row.id) ?? now;
      const { ladder, notBefore } = ladders.of(row.departmentId);
      const nextAt = lookAt({ ladder, clock, calendar, now, notBefore: laterOf(notBefore, from) });
      return { caseId: row.id, departmentId: row.departmentId, since: from, nextAt, calendarNo: no };
    }),
  );
  const watched = new Set(running.map(({ row }) => row.id));
  endWatches(
    tx,
    ids.filter((id) => !watched.has(id)),
  );
}

export const reactions = (ground: Ground): Reaction[] => [
  defineReaction('warnings.watchClock', caseStepped, async (tx, events: readonly Event<CaseFacts>[]) => {
    const ids = [...new Set(events.filter(({ facts }) => !still.has(facts.kind)).map(({ subject }) => subject))];
    if (ids.length > 0) await watch(ground, tx, ids);
  }),
];
