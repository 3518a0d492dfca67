/** What the module does by itself: judge what is handed in, and act where the item allows it. */
import { caseStepped } from '#modules/cases';
import { defineReaction, type Reaction } from '#platform/events';
import type { Ground } from '#platform/ground';
import { defineJob, enqueue, handleJob, type JobHandler } from '#platform/jobs';
import type { Tx } from '#platform/db';
import { actOnReview } from './act-on-review.ts';
import { levelsOf } from './machine-store.ts';
import { casesToRead, readFilesOf } from './read-documents.ts';
import { reviewCases } from './review-cases.ts';

/** After these steps a case says something that it did not say before. */
const telling = new Set(['submit', 'supplement', 'correct']);

const read = defineJob<{ caseId: string }>('prereview.read');
const act = defineJob<{ reviewId: string }>('prereview.act');

/** Judges cases, and lets the machine act where it may. */
async function review(ground: Ground, tx: Tx, ids: readonly string[]): Promise<void> {
  const passed = (await reviewCases(ground, tx, ids)).filter(({ verdict }) => verdict === 'pass');
  const levels = await levelsOf(tx, [...new Set(passed.map(({ itemId }) => itemId))]);
  const todo = passed.filter(({ itemId }) => (levels.get(itemId) ?? 'advise') !== 'advise');
  enqueue(tx, act, todo.map(({ id }) => ({ payload: { reviewId: id } }))); // prettier-ignore
}

export const reactions = (ground: Ground): Reaction[] => [
  defineReaction('prereview.onCaseStepped', caseStepped, async (tx, events) => {
    const ids = [...new Set(events.flatMap(({ subject, facts }) => (telling.has(facts.kind) ? [subject] : [])))];
    // Pictures are read first, by a job of their own: that takes seconds, and nobody waits for it here.
    const pictures = new Set(await casesToRead(ground, tx, ids));
    enqueue(tx, read, [...pictures].map((caseId) => ({ payload: { caseId } }))); // prettier-ignore
    await review(ground, tx, ids.filter((id) => !pictures.has(id))); // prettier-ignore
  }),
];

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(read, async ({ caseId }) => {
    await readFilesOf(ground, caseId);
    await ground.db.transaction((tx) => review(ground, tx, [caseId]));
  }),
  handleJob(act, async ({ reviewId }) => void (await actOnReview(ground, reviewId))),
];
