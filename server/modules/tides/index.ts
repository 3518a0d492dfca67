/** The face of `tides`: windows that open before the queue is felt. */
import type { Module } from '#platform/module';
import { commands } from './commands.ts';
import { tidesContract } from './contract.ts';
import { jobs, reactions, schedules } from './jobs.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'tides',
  uses: ['deadlines', 'offices', 'people', 'notices', 'hall', 'floor'],
  contract: tidesContract,
  permissions: may,
  routes,
  reactions,
  jobs,
  schedules,
  commands,
};

/** Whether one window more is worth its person's time now. */
export { adviseHall, usualTerms, type Advice, type Hall, type Terms } from './advise.ts';
export { Outlook, type Sight } from './outlook.ts';
/** How many windows a plan needs for a mean wait. */
export { windowsFor } from './erlang.ts';
/** A round of the watch without its database: what is seen of a hall, what is advised for it, and what goes on. */
export { watches, type Scene } from './watch/scene.ts';
export { seeHall } from './watch/see-zone.ts';
export { adviceFrom, judgeRound } from './watch/judge.ts';
export { staysOn } from './advice/stays.ts';
/** A round of the watch, and the counting of days; the jobs do them. */
export { followHalls, watchHall, watchHalls } from './watch/watch-hall.ts';
export { countDays } from './usual/count-days.ts';
/** For whoever loads a district: days as they were counted, advices as they were followed, and the rules of both. */
export { saveCounted } from './usual/usual-store.ts';
export { spreadOf, type CountedDay } from './usual/count-day.ts';
export { insertAdvice, insertSteps, type AdviceRow } from './advice/advice-store.ts';
export { outcomeOf } from './effect/measure.ts';
export { isHigh, usualRule } from './house-rule.ts';
