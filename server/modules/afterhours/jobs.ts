/** What after-hours service does by itself: what nobody decided before its time is said to be unanswered, and who asked is forgotten. */
import { forgetEnded } from '#platform/forgetting';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { keptDays } from './request.ts';
import { emptyAskers, undecidedBefore } from './store.ts';
import { move } from './take-step.ts';
import { knownOf } from './tell-others.ts';

const expire = defineJob('afterhours.expire', 3);
const forget = defineJob('afterhours.forget', 12);
const atOnce = 100;

/** Ends requests whose time has begun undecided, and tells whoever asked. Safe to run twice. Returns how many. */
export async function expireUndecided(ground: Ground): Promise<number> {
  let ended = 0;
  for (let more = true; more;) {
    const count = await ground.db.transaction(async (tx) => {
      const rows = await undecidedBefore(tx, ground.clock.now(), atOnce);
      if (rows.length === 0) return 0;
      const known = await knownOf(tx, rows);
      for (const row of rows)
        await move(ground, tx, row, { accountId: null, name: '' }, 'expire', { actionId: newId() }, known);
      return rows.length;
    });
    ended += count;
    more = count === atOnce;
  }
  return ended;
}

/** Forgets who asked for what ended long ago. Returns how many. */
export const forgetAskers = (ground: Ground): Promise<number> => forgetEnded(ground, keptDays, emptyAskers);

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(expire, async () => {
    await expireUndecided(ground);
  }),
  handleJob(forget, async () => {
    await forgetAskers(ground);
  }),
];
/** Every ten minutes; and at 02:25 in Shanghai. */
export const schedules: readonly Schedule[] = [
  { job: expire.name, match: '*/10 * * * *' },
  { job: forget.name, match: '25 18 * * *' },
];
