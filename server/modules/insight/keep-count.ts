/** Keeping the figures: what a batch of events means for the days on which cases count. */
import { caseStepped, type CaseFacts, type Kind } from '#modules/cases';
import { getVersion } from '#modules/catalogue';
import { calendarsOf } from '#modules/deadlines';
import { ratingGiven } from '#modules/ratings';
import type { Tx } from '#platform/db';
import type { Reaction } from '#platform/events';
import type { Ground } from '#platform/ground';
import { caseDayOf, movesOf, sameDays, type CaseDay, type CaseSource } from './case-day.ts';
import { lockCounting, readDays, readSources, saveCounts } from './count-store.ts';

/** Steps that move no figure: most of a case's life in the office. */
const silent: ReadonlySet<Kind> = new Set([
  'askSupplement',
  'supplement',
  'examine',
  'issue',
  'deliver',
  'take',
  'handOver',
  'askFee',
  'payFee',
  'waiveFee',
  'refundFee',
  'note',
  'pause',
  'resume',
  'askExtension',
  'extend',
  'declineExtension',
  'cancelClock',
  'recount',
]);

/** The days of cases, with the limits of the items' versions that they pinned. */
export const daysOf = (ground: Ground, sources: readonly CaseSource[]): Promise<CaseDay[]> =>
  Promise.all(
    sources.map(async (source) => {
      const { body } = await getVersion(ground, source.itemId, source.itemVersion);
      return caseDayOf(source, body, calendarsOf(ground));
    }),
  );

/** Which of the rows are not what is stored, each with what is. */
export function changesOf(days: readonly CaseDay[], stored: readonly CaseDay[]) {
  const known = new Map(stored.map((row) => [row.caseId, row]));
  return days
    .map((after) => ({ before: known.get(after.caseId), after }))
    .filter(({ before, after }) => !before || !sameDays(before, after));
}

/** Counts the cases as they stand now. Says the same when it is done twice, so it needs no order of events. */
async function recount(ground: Ground, tx: Tx, caseIds: readonly string[]): Promise<void> {
  lockCounting(tx);
  const [sources, stored] = await Promise.all([readSources(tx, caseIds), readDays(tx, caseIds)]);
  const changes = changesOf(await daysOf(ground, sources), stored);
  saveCounts(
    tx,
    changes.map(({ after }) => after),
    movesOf(changes),
  );
}

export const reactions = (ground: Ground): Reaction[] => [
  {
    name: 'insight.keepCount',
    to: [caseStepped.name, ratingGiven.name],
    run: async (tx, events) => {
      const moving = events.filter(
        ({ name, facts }) => name !== caseStepped.name || !silent.has((facts as CaseFacts).kind),
      );
      const caseIds = [...new Set(moving.map(({ subject }) => subject))];
      if (caseIds.length > 0) await recount(ground, tx, caseIds);
    },
  },
];
