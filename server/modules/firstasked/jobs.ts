/** What happens to questions by itself: what is overdue is told. */
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { tellOverdue } from './take-step.ts';

const sweep = defineJob('firstasked.sweep', 3);

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(sweep, async () => {
    await tellOverdue(ground);
  }),
];
export const schedules: readonly Schedule[] = [{ job: sweep.name, match: '*/5 * * * *' }];
