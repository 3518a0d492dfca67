/** Keeping the figures: what a batch of events means for the days on which cases count. */
import { caseStepped, countMaterials, type Action, type CaseFacts, type Kind } from '#modules/cases';
import { getVersion } from '#modules/catalogue';
import { calendarsOf } from '#modules/deadlines';
import { ratingGiven } from '#modules/ratings';
import type { Tx } from '#platform/db';
import type { Reaction } from '#platform/events';
import type { Ground } from '#platform/ground';
import { caseDayOf, movesOf, sameDays, visitsOf, type CaseDay, type CaseSource } from './case-day.ts';
import { lockCounting, readDays, readErrands, readSources, readSubmissions, saveCounts } from './count-store.ts';

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

/**
 * The days of cases, with the limits of the items' versions that they pinned. What was handed in is counted once: `known` has it of cases
 * that were counted before, `submissions` says it of the others. `errands` say how often somebody came for those that have ended.
 */
export function daysOf(
  ground: Ground,
  sources: readonly CaseSource[],
  submissions: readonly Pick<Action, 'caseId' | 'facts'>[],
  errands: readonly Pick<Action, 'caseId' | 'kind' | 'at' | 'role' | 'facts'>[],
  known: readonly CaseDay[] = [],
): Promise<CaseDay[]> {
  const counted = new Map(known.map((row) => [row.caseId, { required: row.requiredMaterials, spared: row.sparedMaterials }])); // prettier-ignore
  const visited = new Map(known.map((row) => [row.caseId, row.visits]));
  const came = Map.groupBy(errands, ({ caseId }) => caseId);
  const handedIn = new Map(submissions.map((action) => [action.caseId, action]));
  return Promise.all(
    sources.map(async (source) => {
      const { body } = await getVersion(ground, source.itemId, source.itemVersion);
      const materials = counted.get(source.id) ?? countMaterials(body, handedIn.get(source.id) ?? { facts: {} });
      const ended = source.endedAt;
      const until = (came.get(source.id) ?? []).filter(({ at }) => ended !== null && at <= ended);
      const visits = visited.get(source.id) ?? visitsOf(source.door, until);
      return caseDayOf({ ...source, materials, visits }, body, calendarsOf(ground));
    }),
  );
}

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
  const known = new Set(stored.map(({ caseId }) => caseId));
  const submissions = await readSubmissions(
    tx,
    caseIds.filter((id) => !known.has(id)),
  );
  const visited = new Set(stored.flatMap(({ caseId, visits }) => (visits === null ? [] : [caseId])));
  const errands = await readErrands(
    tx,
    sources.flatMap(({ id, endedAt }) => (endedAt && !visited.has(id) ? [id] : [])),
  );
  const changes = changesOf(await daysOf(ground, sources, submissions, errands, stored), stored);
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
