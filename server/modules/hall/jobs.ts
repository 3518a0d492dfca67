/**
 * What the hall does by itself: ends the day at midnight of Asia/Shanghai, and gives back times that nobody confirmed, and learns
 * from the days that are over how long people wait.
 */
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { learnDays } from './waits/learn-days.ts';
import { printDue, printing } from './printing/print-tickets.ts';
import { endDay, sweepHolds } from './end-day.ts';

const end = defineJob('hall.endDay', 12);
const learn = defineJob('hall.learnDays', 3);
const sweep = defineJob('hall.sweepHolds', 3);

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(end, async () => {
    await endDay(ground);
  }),
  handleJob(printing, async () => {
    await printDue(ground);
  }),
  handleJob(learn, async () => {
    await learnDays(ground);
  }),
  handleJob(sweep, async () => {
    await sweepHolds(ground);
  }),
];

/** 16:00 UTC is 00:00 in Shanghai; once more each hour, should the first have met a database that was away. */
export const schedules: readonly Schedule[] = [
  { job: end.name, match: '0 * * * *' },
  // Each minute, for what was left behind by a process that died.
  { job: printing.name, match: '* * * * *' },
  { job: learn.name, match: '20 * * * *' },
  { job: sweep.name, match: '*/5 * * * *' },
];
