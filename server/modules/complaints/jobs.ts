/** What happens to complaints by itself: what is overdue is told, and what nobody said a word about is closed. */
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { sweepComplaints } from './take-step.ts';

const sweep = defineJob('complaints.sweep', 3);

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(sweep, async () => {
    await sweepComplaints(ground);
  }),
];
/** At half past each hour. */
export const schedules: readonly Schedule[] = [{ job: sweep.name, match: '30 * * * *' }];
