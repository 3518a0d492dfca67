/** What tides do by themselves: the watch every five minutes, what is due each minute, the counting of days that are over every night, and hearing of windows. */
import { windowChanged } from '#modules/hall';
import { defineReaction, type Reaction } from '#platform/events';
import type { Ground } from '#platform/ground';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { noteWindows } from './advice/decide.ts';
import { countDays } from './usual/count-days.ts';
import { forgetLooks } from './watch/rule-store.ts';
import { followHalls, watchHalls } from './watch/watch-hall.ts';

const watch = defineJob('tides.watch', 1);
const follow = defineJob('tides.follow', 1);
const count = defineJob('tides.countDays', 6);
/** What the watch saw is kept for so long. */
const keptDays = 120;

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(watch, async () => {
    await watchHalls(ground);
  }),
  handleJob(follow, async () => {
    await followHalls(ground);
  }),
  handleJob(count, async () => {
    await countDays(ground);
    const daysAgo = (days: number): Date => new Date(ground.clock.now().getTime() - days * 86_400_000);
    await ground.db.transaction((tx) => {
      // A round is claimed within its five minutes: a day later nobody asks for it.
      forgetLooks(tx, { looks: daysAgo(keptDays), rounds: daysAgo(1) });
    });
  }),
];

/** 16:20 UTC is 00:20 in Shanghai, after the day has been ended; once more before the doors open, should the night have been missed. */
export const schedules: readonly Schedule[] = [
  { job: watch.name, match: '*/5 * * * *' },
  { job: follow.name, match: '* * * * *' },
  { job: count.name, match: '20 16,23 * * *' },
];

/** Who was asked may open the window by whatever way there is. */
export const reactions = (ground: Ground): Reaction[] => [
  defineReaction('tides.onWindowChanged', windowChanged, async (tx, events) => {
    await noteWindows(ground, tx, [...new Set(events.map(({ subject }) => subject))]);
  }),
];
