/** What reading does by the clock. */
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { forgetReadings } from './forget-readings.ts';

const forget = defineJob<Record<string, unknown>>('reading.forget', 3);

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(forget, async () => {
    const forgotten = await forgetReadings(ground);
    if (forgotten > 0) ground.log.info({ forgotten }, 'readings of removed files deleted');
  }),
];

/** Each hour, after the files themselves were swept. */
export const schedules: readonly Schedule[] = [{ job: forget.name, match: '29 * * * *' }];
