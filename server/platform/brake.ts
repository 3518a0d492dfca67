/** A brake on what strangers may ask: guessing codes must not pay, and one machine must not hold up the rest. */
import { LRUCache } from 'lru-cache';
import { general } from './problems.ts';

/** So many calls at once, and then one each `seconds`, for each key, such as an address, in this process. Throws `general.tooMany`. */
export function brake(calls: number, seconds: number): (key: string, now: Date) => void {
  const buckets = new LRUCache<string, { level: number; at: number }>({ max: 20_000 });
  return (key, now) => {
    const bucket = buckets.get(key) ?? { level: 0, at: now.getTime() };
    const passed = Math.max(0, now.getTime() - bucket.at) / 1000 / seconds;
    const level = Math.max(0, bucket.level - passed);
    if (level + 1 > calls) throw general.tooMany().after((level + 1 - calls) * seconds);
    buckets.set(key, { level: level + 1, at: now.getTime() });
  };
}
