/** What window staff needs by the clock. */
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { forget, remind } from './each-day.ts';
import { endSittings } from './sit-exam.ts';

const day = defineJob('windowstaff.eachDay', 6);
const sittings = defineJob('windowstaff.endSittings', 3);

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(day, async () => {
    await remind(ground);
    await forget(ground);
  }),
  handleJob(sittings, async () => {
    await endSittings(ground);
  }),
];

/** 00:10 UTC is ten past eight in Shanghai, when people are there who can act. */
export const schedules: readonly Schedule[] = [
  { job: day.name, match: '10 0 * * *' },
  { job: sittings.name, match: '*/5 * * * *' },
];
