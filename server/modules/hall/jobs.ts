/**
 * What the hall does by itself: ends what is left when a hall has closed, and at midnight of Asia/Shanghai, gives back times that nobody confirmed, tells
 * people that their turn is near, learns from the days that are over how long people wait, and forgets who came half a year ago.
 */
import type { Ground } from '#platform/ground';
import { defineJob, enqueue, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { trustingClock } from '#platform/steady-clock';
import { tellNear } from './alerts/tell-near.ts';
import { closeHalls } from './closing/close-halls.ts';
import { learnDays } from './waits/learn-days.ts';
import { printDue, printing } from './printing/print-tickets.ts';
import { endDay, sweepHolds } from './end-day.ts';
import { sweepRetired } from './shifts.ts';
import { forgetVisitors } from './forget-visitors.ts';

const end = defineJob('hall.endDay', 12);
const learn = defineJob('hall.learnDays', 3);
const close = defineJob('hall.closeHalls', 3);
const sweep = defineJob('hall.sweepHolds', 3);
const forget = defineJob('hall.forgetVisitors', 12);
const near = defineJob<{ again?: boolean }>('hall.tellNear', 3);
/** Who is five minutes off is seen long before the call; in a quick hall a look each minute would come too late for the first three. */
const nearEvery = 30_000;

export function jobs(ground: Ground): JobHandler[] {
  const isTrusted = trustingClock(ground);
  return [
    handleJob(end, async () => {
      if (await isTrusted()) await endDay(ground);
      await sweepRetired(ground);
    }),
    handleJob(printing, async () => {
      await printDue(ground);
    }),
    handleJob(learn, async () => {
      await learnDays(ground);
    }),
    handleJob(close, async () => {
      if (await isTrusted()) await closeHalls(ground);
    }),
    handleJob(sweep, async () => {
      await sweepHolds(ground);
    }),
    handleJob(forget, async () => {
      await forgetVisitors(ground);
    }),
    handleJob(near, async ({ again = false }) => {
      const left = await tellNear(ground);
      // The worker's clock has minutes only: the look of each minute asks for one in between, while somebody waits to be told.
      if (again || left === 0) return;
      const runAt = new Date(ground.clock.now().getTime() + nearEvery);
      await ground.db.transaction(async (tx) =>
        enqueue(tx, near, [{ payload: { again: true }, runAt, key: near.name }]),
      );
    }),
  ];
}

/** 16:00 UTC is 00:00 in Shanghai; once more each hour, should the first have met a database that was away. */
export const schedules: readonly Schedule[] = [
  { job: end.name, match: '0 * * * *' },
  // Each minute, for what was left behind by a process that died.
  { job: printing.name, match: '* * * * *' },
  { job: learn.name, match: '20 * * * *' },
  { job: close.name, match: '*/5 * * * *' },
  { job: sweep.name, match: '*/5 * * * *' },
  { job: forget.name, match: '40 18 * * *' },
  { job: near.name, match: '* * * * *' },
];
