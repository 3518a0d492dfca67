/** What the module does by itself: judge what is handed in, and act where the item allows it. */
import { caseStepped } from '#modules/cases';
import { defineReaction, type Reaction } from '#platform/events';
import type { Ground } from '#platform/ground';
import { defineJob, enqueue, handleJob, type JobHandler } from '#platform/jobs';
import { actOnReview } from './act-on-review.ts';
import { levelsOf } from './machine-store.ts';
import { reviewCases } from './review-cases.ts';

/** After these steps a case says something that it did not say before. */
const telling = new Set(['submit', 'supplement', 'correct']);

const act = defineJob<{ reviewId: string }>('prereview.act');

export const reactions = (ground: Ground): Reaction[] => [
  defineReaction('prereview.onCaseStepped', caseStepped, async (tx, events) => {
    const ids = [...new Set(events.flatMap(({ subject, facts }) => (telling.has(facts.kind) ? [subject] : [])))];
    const passed = (await reviewCases(ground, tx, ids)).filter(({ verdict }) => verdict === 'pass');
    const levels = await levelsOf(tx, [...new Set(passed.map(({ itemId }) => itemId))]);
    const todo = passed.filter(({ itemId }) => (levels.get(itemId) ?? 'advise') !== 'advise');
    enqueue(tx, act, todo.map(({ id }) => ({ payload: { reviewId: id } }))); // prettier-ignore
  }),
];

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(act, async ({ reviewId }) => void (await actOnReview(ground, reviewId))),
];
