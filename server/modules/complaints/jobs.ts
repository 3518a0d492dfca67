/** What happens to complaints by itself: what is overdue is told, and what nobody said a word about is closed, and who complained is forgotten. */
import { forgetEnded } from '#platform/forgetting';
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { keptDays } from './complaint.ts';
import { emptyComplainers } from './store.ts';
import { sweepComplaints } from './take-step.ts';

const sweep = defineJob('complaints.sweep', 3);
const forget = defineJob('complaints.forget', 12);

/** Forgets who complained about what was closed long ago. Returns how many. */
export const forgetComplainers = (ground: Ground): Promise<number> => forgetEnded(ground, keptDays, emptyComplainers);

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(sweep, async () => {
    await sweepComplaints(ground);
  }),
  handleJob(forget, async () => {
    await forgetComplainers(ground);
  }),
];
/** At half past each hour; and at 02:35 in Shanghai. */
export const schedules: readonly Schedule[] = [
  { job: sweep.name, match: '30 * * * *' },
  { job: forget.name, match: '35 18 * * *' },
];
