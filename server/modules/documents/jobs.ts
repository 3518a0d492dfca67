/** What documents do by the clock. */
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { sweepFiles } from './files/sweep.ts';

const sweep = defineJob<Record<string, unknown>>('documents.sweepFiles', 3);

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(sweep, async () => {
    const swept = await sweepFiles(ground);
    if (swept.unattached + swept.erased + swept.strays > 0) ground.log.info({ ...swept }, 'files swept');
  }),
];

/** Each hour, because what a person removed should be gone soon; 17 minutes past, when nothing else begins. */
export const schedules: readonly Schedule[] = [{ job: sweep.name, match: '17 * * * *' }];
