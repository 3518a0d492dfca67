/** What warnings do by themselves: every five minutes what is due goes out, within office hours. */
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { sweepWarnings } from './sweep-warnings.ts';

const sweep = defineJob('warnings.sweep', 3);

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(sweep, async () => {
    await sweepWarnings(ground);
  }),
];

export const schedules: readonly Schedule[] = [{ job: sweep.name, match: '*/5 * * * *' }];
