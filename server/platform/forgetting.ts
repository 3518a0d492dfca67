/**
 * Forgetting who somebody was once what they came for is over for long enough (个人信息保护法 19, 47: no longer than is needed). Each module says
 * after how many days, and which columns of which rows: here is the way that they share.
 */
import type { Tx } from './db.ts';
import type { Ground } from './ground.ts';

/** Takes whatever leads to a person from what ended before, at most so many at once. Returns how many. */
export type Forget = (tx: Tx, before: Date, at: Date, limit: number) => Promise<number>;

const atOnce = 1000;

/** Forgets what ended that many days ago, some rows in each transaction, so that no lock is held for long. Safe to run twice. Returns how many. */
export async function forgetEnded(ground: Ground, days: number, forget: Forget): Promise<number> {
  const at = ground.clock.now();
  const before = new Date(at.getTime() - days * 86_400_000);
  let all = 0;
  for (let more = true; more;) {
    const count = await ground.db.transaction((tx) => forget(tx, before, at, atOnce));
    all += count;
    more = count === atOnce;
  }
  return all;
}
