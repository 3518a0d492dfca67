/**
 * What the hall does by itself: ends what is left when a hall has closed, and at midnight of Asia/Shanghai, gives back times that nobody confirmed, learns
 * from the days that are over how long people wait, and forgets who came half a year ago.
 */
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { closeHalls } from './closing/close-halls.ts';
import { learnDays } from './waits/learn-days.ts';
import { printDue, printing } from './printing/print-tickets.ts';
import { endDay, sweepHolds } from './end-day.ts';
import { forgetVisitors } from './forget-visitors.ts';

const end = defineJob('hall.endDay', 12);
const learn = defineJob('hall.learnDays', 3);
const close = defineJob('hall.closeHalls', 3);
const sweep = defineJob('hall.sweepHolds', 3);
const forget = defineJob('hall.forgetVisitors', 12);

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
  handleJob(close, async () => {
    await closeHalls(ground);
  }),
  handleJob(sweep, async () => {
    await sweepHolds(ground);
  }),
  handleJob(forget, async () => {
    await forgetVisitors(ground);
  }),
];

/** 16:00 UTC is 00:00 in Shanghai; once more each hour, should the first have met a database that was away. */
export const schedules: readonly Schedule[] = [
  { job: end.name, match: '0 * * * *' },
  // Each minute, for what was left behind by a process that died.
  { job: printing.name, match: '* * * * *' },
  { job: learn.name, match: '20 * * * *' },
  { job: close.name, match: '*/5 * * * *' },
  { job: sweep.name, match: '*/5 * * * *' },
  { job: forget.name, match: '40 18 * * *' },
];
