/** What the floor does by itself: every hour it tells of findings whose day is over. */
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { tellOverdue } from './inspection/findings.ts';

const tellLate = defineJob('floor.tellOverdue', 3);

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(tellLate, async () => {
    await tellOverdue(ground);
  }),
];

export const schedules: readonly Schedule[] = [{ job: tellLate.name, match: '7 * * * *' }];
