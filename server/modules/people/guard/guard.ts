/** Against guessing: locks that grow, and limits on how often one may ask. */
import type { Ground } from '#platform/ground';
import type { Database } from '#platform/db';
import { hashOf } from '#platform/ids';
import { general } from '#platform/problems';
import { LRUCache } from 'lru-cache';
import { peopleProblems } from '../problems.ts';
import { claimTry, lockedUntil, type LockRule } from './store.ts';

/**
 * Sign-ins that fail are limited in number and the account is locked then (GB/T 22239-2019, 8.1.4.1). The lock doubles each time
 * it is earned again.
 */
const lockRule: LockRule = { tries: 5, firstMinutes: 15, longestMinutes: 24 * 60 };

/** Key under which tries are counted. A name without an account is counted too: a lock must not tell who has one. */
export const guardKey = (
  kind: 'password' | 'secondFactor' | 'code',
  accountId: string | undefined,
  name = '',
): string => (accountId === undefined ? `${kind}:?${hashOf(name.toLowerCase()).slice(0, 32)}` : `${kind}:${accountId}`);

/**
 * Counts a try before it is checked, so that a hundred at once are not a hundred guesses. Returns whether this was the last one
 * before the lock; throws `people.locked` with Retry-After. A right try clears the count.
 */
export async function claim(ground: Ground, key: string): Promise<{ last: boolean }> {
  const at = ground.clock.now();
  const claimed = await claimTry(ground.db, key, at, lockRule);
  if (claimed) return { last: claimed.failures >= lockRule.tries };
  const until = (await lockedUntil(ground.db, key)) ?? at;
  throw peopleProblems.locked({ until: until.toISOString() }).after((until.getTime() - at.getTime()) / 1000);
}

interface Window {
  from: number;
  count: number;
}
const windows = new WeakMap<Database, LRUCache<string, Window>>();

/**
 * At most `most` of a kind within a minute, for each key (an address, an account), in this process. Throws `general.tooMany`.
 * It keeps machines out, not people: the lock is what protects an account.
 */
export function limit(ground: Ground, key: string, most: number, seconds = 60): void {
  let known = windows.get(ground.db);
  if (!known) windows.set(ground.db, (known = new LRUCache({ max: 20_000 })));
  const now = ground.clock.now().getTime();
  let window = known.get(key);
  if (!window || now - window.from >= seconds * 1000 || now < window.from)
    known.set(key, (window = { from: now, count: 0 }));
  window.count += 1;
  if (window.count > most) throw general.tooMany().after(seconds - (now - window.from) / 1000);
}
