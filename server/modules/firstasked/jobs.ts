/** What happens to questions by itself: what is overdue is told, and who asked is forgotten. */
import { forgetEnded } from '#platform/forgetting';
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { keptDays } from './question.ts';
import { emptyAskers } from './store.ts';
import { tellOverdue } from './take-step.ts';

const sweep = defineJob('firstasked.sweep', 3);
const forget = defineJob('firstasked.forget', 12);

/** Forgets who asked what was answered long ago. Returns how many. */
export const forgetAskers = (ground: Ground): Promise<number> => forgetEnded(ground, keptDays, emptyAskers);

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(sweep, async () => {
    await tellOverdue(ground);
  }),
  handleJob(forget, async () => {
    await forgetAskers(ground);
  }),
];
/** Every five minutes; and at 02:30 in Shanghai. */
export const schedules: readonly Schedule[] = [
  { job: sweep.name, match: '*/5 * * * *' },
  { job: forget.name, match: '30 18 * * *' },
];
