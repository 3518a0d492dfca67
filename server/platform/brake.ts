/** A brake on what strangers may ask: guessing codes must not pay, and one machine must not hold up the rest. */
import { LRUCache } from 'lru-cache';
import type { Database } from './db.ts';
import type { Ground } from './ground.ts';
import { general } from './problems.ts';

type Buckets = LRUCache<string, { level: number; at: number }>;

/**
 * So many calls at once, and then one each `seconds`, for each key, such as an address, in this process and district. Throws
 * `general.tooMany`.
 */
export function brake(calls: number, seconds: number): (ground: Pick<Ground, 'db' | 'clock'>, key: string) => void {
  const districts = new WeakMap<Database, Buckets>();
  return ({ db, clock }, key) => {
    const buckets: Buckets = districts.get(db) ?? new LRUCache({ max: 20_000 });
    districts.set(db, buckets);
    const now = clock.now().getTime();
    const bucket = buckets.get(key) ?? { level: 0, at: now };
    const passed = Math.max(0, now - bucket.at) / 1000 / seconds;
    const level = Math.max(0, bucket.level - passed);
    if (level + 1 > calls) throw general.tooMany().after((level + 1 - calls) * seconds);
    buckets.set(key, { level: level + 1, at: now });
  };
}
