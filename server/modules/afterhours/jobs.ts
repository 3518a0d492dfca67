/** What after-hours service does by itself: what nobody decided before its time is said to be unanswered. */
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { defineJob, handleJob, type JobHandler, type Schedule } from '#platform/jobs';
import { undecidedBefore } from './store.ts';
import { move } from './take-step.ts';
import { knownOf } from './tell-others.ts';

const expire = defineJob('afterhours.expire', 3);
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

export const jobs = (ground: Ground): JobHandler[] => [
  handleJob(expire, async () => {
    await expireUndecided(ground);
  }),
];
export const schedules: readonly Schedule[] = [{ job: expire.name, match: '*/10 * * * *' }];
