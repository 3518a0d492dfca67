/** What kiosks cannot do themselves when they are out of reach: end the use of somebody who has gone. */
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { sweepSittings } from './sittings.ts';

const sweep = defineJob('kiosks.sweepSittings', 3);

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(sweep, async () => {
    await sweepSittings(ground);
  }),
];
export const schedules: readonly Schedule[] = [{ job: sweep.name, match: '* * * * *' }];
