/** Judging cases by the rules that were in force when they were handed in. */
import { getVersion, type ItemVersion } from '#modules/catalogue';
import { casesWithContent, waitingCases } from '#modules/cases';
import { judge, knownFields, readRuleSet, rulesAtMany, together, type RulesVersion } from '#modules/rules';
import { emit } from '#platform/events';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { caseReviewed } from './events.ts';
import { fieldsOfCase } from './fields-of-case.ts';
import { insertReviews, type ReviewRow } from './store.ts';

type Whole = Awaited<ReturnType<typeof casesWithContent>>[number];

/** What the rules say of one case as it stands now. Pure. */
export function reviewOf({ row, content }: Whole, item: ItemVersion, rules: RulesVersion, at: Date): ReviewRow {
  const fields = knownFields(item.body);
  const values = fieldsOfCase(item, row, content);
  const judgements = readRuleSet(rules.body, fields).tables.map((table) =>
    judge(table, values, fields, row.submittedAt),
  );
  return {
    id: newId(),
    caseId: row.id,
    caseSeq: row.seq,
    caseNumber: row.number,
    itemId: row.itemId,
    departmentId: row.departmentId,
    rulesVersion: rules.version,
    verdict: together(judgements),
    judgements,
    at,
    acceptId: newId(),
    grantId: newId(),
  };
}

/** Judges cases that wait for their acceptance and whose items have rules; stores and announces what was said. Returns what is new. */
export async function reviewCases(ground: Ground, tx: Tx, caseIds: readonly string[]): Promise<ReviewRow[]> {
  const waiting = (await casesWithContent(tx, caseIds)).filter(({ row }) => row.state === 'submitted');
  const rules = await rulesAtMany(tx, waiting.map(({ row }) => ({ itemId: row.itemId, at: row.submittedAt }))); // prettier-ignore
  const now = ground.clock.now();
  const reviews: ReviewRow[] = [];
  for (const [index, whole] of waiting.entries()) {
    const version = rules[index];
    // A set without tables was withdrawn.
    if (!version || version.body.tables.length === 0) continue;
    const item = await getVersion(ground, whole.row.itemId, whole.row.itemVersion);
    reviews.push(reviewOf(whole, item, version, now));
  }
  const stored = await insertReviews(tx, reviews);
  const fresh = reviews.filter(({ id }) => stored.has(id));
  for (const { id, caseId, verdict, departmentId } of fresh) emit(tx, caseReviewed, caseId, { reviewId: id, verdict, departmentId }); // prettier-ignore
  return fresh;
}

/** Judges all cases of items that wait and were stored without being announced; for a loader. The machine does not act on them. */
export async function reviewWaiting(ground: Ground, itemIds: readonly string[]): Promise<number> {
  let done = 0;
  for (let last = ''; ;) {
    const ids = await waitingCases(ground.db, itemIds, last, 500);
    if (ids.length === 0) return done;
    done += (await ground.db.transaction((tx) => reviewCases(ground, tx, ids))).length;
    last = ids.at(-1)!;
  }
}
