/** Judging cases by the rules that were in force when they were handed in. */
import { getVersion, type ItemVersion } from '#modules/catalogue';
import { casesWithContent, recentCases } from '#modules/cases';
import { judge, knownFields, readRuleSet, rulesAtMany, together, type RulesVersion } from '#modules/rules';
import { findReadings } from '#modules/reading';
import { shanghaiDay } from '#platform/clock';
import { emit } from '#platform/events';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { caseReviewed } from './events.ts';
import { judgeDocuments, readMaterials, type ReadDocument } from './document-tables.ts';
import { fieldsOfCase } from './fields-of-case.ts';
import { mergeReadings, mostFiles } from './merge-readings.ts';
import { insertReviews, type ReviewRow } from './store.ts';

type Whole = Awaited<ReturnType<typeof casesWithContent>>[number];

/** What the rules say of one case as it stands now. Pure. */
export function reviewOf(
  { row, content, toldSeq }: Whole,
  item: ItemVersion,
  rules: RulesVersion,
  at: Date,
  documents: readonly ReadDocument[] = [],
): ReviewRow {
  const fields = knownFields(item.body);
  const values = fieldsOfCase(item, row, content, documents);
  const judgements = [
    ...readRuleSet(rules.body, fields).tables.map((table) => judge(table, values, fields, row.submittedAt)),
    ...judgeDocuments(documents, content.answers, shanghaiDay(row.submittedAt), row.submittedAt),
  ];
  return {
    id: newId(),
    caseId: row.id,
    caseSeq: toldSeq,
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

/** The uploaded files of a case that its item reads, by the material. */
export function filesToRead({ content }: Pick<Whole, 'content'>, item: ItemVersion) {
  const handed = new Map(content.materials.map((one) => [one.materialId, one]));
  return readMaterials(item, { ...content.answers, ...content.situations }).flatMap((material) => {
    const fileIds = handed.get(material.materialId)?.fileIds ?? [];
    return fileIds.length > 0 ? [{ ...material, fileIds: fileIds.slice(0, mostFiles), more: fileIds.length > mostFiles }] : []; // prettier-ignore
  });
}

/**
 * Each material that is read, as its files were read last. A file that was not read, or one too many, makes it a document of which nothing is
 * known; for a loader, which reads nothing, a material that was never looked at is left out.
 */
async function readDocuments(tx: Tx, whole: Whole, item: ItemVersion, leaveOut: boolean): Promise<ReadDocument[]> {
  const wanted = filesToRead(whole, item);
  const rows = new Map((await findReadings(tx, wanted.flatMap(({ fileIds }) => fileIds))).map((row) => [row.fileId, row])); // prettier-ignore
  const today = shanghaiDay(whole.row.submittedAt);
  return wanted.flatMap(({ materialId, fileIds, more, kind, fills }): ReadDocument[] => {
    if (leaveOut && !fileIds.some((fileId) => rows.has(fileId))) return [];
    const parts = fileIds.map((fileId) => ({ fileId, reading: rows.get(fileId)?.result ?? null }));
    const unseen = more || fileIds.some((fileId) => !rows.has(fileId));
    const merged = mergeReadings(kind, unseen ? [] : parts, today);
    return [{ materialId, kind, fills, fileId: fileIds[0]!, ...merged }];
  });
}

/** Judges cases whose items have rules, as of an instant. */
async function judged(
  ground: Ground,
  tx: Tx,
  cases: readonly Whole[],
  at: (whole: Whole) => Date,
  leaveOut = false,
): Promise<ReviewRow[]> {
  const rules = await rulesAtMany(tx, cases.map(({ row }) => ({ itemId: row.itemId, at: row.submittedAt }))); // prettier-ignore
  const reviews: ReviewRow[] = [];
  for (const [index, whole] of cases.entries()) {
    const version = rules[index];
    // A set without tables was withdrawn.
    if (!version || version.body.tables.length === 0) continue;
    const item = await getVersion(ground, whole.row.itemId, whole.row.itemVersion);
    reviews.push(reviewOf(whole, item, version, at(whole), await readDocuments(tx, whole, item, leaveOut)));
  }
  return reviews;
}

/** Judges cases that wait for their acceptance; stores and announces what was said. Returns what is new. */
export async function reviewCases(ground: Ground, tx: Tx, caseIds: readonly string[]): Promise<ReviewRow[]> {
  const waiting = (await casesWithContent(tx, caseIds)).filter(({ row }) => row.state === 'submitted');
  const now = ground.clock.now();
  const reviews = await judged(ground, tx, waiting, () => now);
  const stored = await insertReviews(tx, reviews);
  const fresh = reviews.filter(({ id }) => stored.has(id));
  for (const { id, caseId, verdict, departmentId } of fresh) emit(tx, caseReviewed, caseId, { reviewId: id, verdict, departmentId }); // prettier-ignore
  return fresh;
}

/**
 * Judges cases that were stored without being announced, as of their submission, whatever became of them since; for a loader. Nothing is
 * announced, and the machine does not act.
 */
export async function reviewLoaded(ground: Ground, itemIds: readonly string[], since: Date): Promise<number> {
  let done = 0;
  for (let last = ''; ;) {
    const ids = await recentCases(ground.db, itemIds, since, last, 500);
    if (ids.length === 0) return done;
    await ground.db.transaction(async (tx) => {
      const reviews = await judged(ground, tx, await casesWithContent(tx, ids), ({ row }) => row.submittedAt, true);
      done += (await insertReviews(tx, reviews)).size;
    });
    last = ids.at(-1)!;
  }
}
