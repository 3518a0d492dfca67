/** Adds up days that are over and were not added up yet, or not to their end: every night, and after a stop as many as are missing. */
import { errandsAt, hallsWithTickets, newestBetween, segmentsBetween, spansBetween } from '#modules/hall';
import { addDays } from '#modules/deadlines';
import { listWindows } from '#modules/offices';
import { shanghaiDay, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { countDay } from './count-day.ts';
import { countedOn, lockCounting, saveCounted } from './usual-store.ts';

/** So far back is looked for days that are missing: a hall that was set up before this module has something to compare with at once. */
const daysBack = 90;

/** Adds up one day of a hall anew, whatever was there. */
export async function countOneDay(ground: Ground, outletId: string, day: string): Promise<void> {
  const [from, until] = [startOfDay(day), startOfDay(addDays(day, 1))];
  await ground.db.transaction(async (tx) => {
    lockCounting(tx, outletId);
    // Before the rest is read: what comes meanwhile is newer, and counted again. By the clock of the hour it would not be, were that wrong.
    const newest = await newestBetween(tx, outletId, from, until);
    const [segments, spans, errands, windows] = await Promise.all([
      segmentsBetween(tx, outletId, from, until),
      spansBetween(tx, outletId, from, until),
      errandsAt(tx, outletId),
      listWindows(tx, { outletId, retired: true }),
    ]);
    const zones = {
      ofWindow: new Map(windows.map(({ id, zone }) => [id, zone])),
      ofErrand: new Map(errands.map(({ id, zone }) => [id, zone])),
    };
    saveCounted(tx, outletId, day, countDay(day, segments, spans, zones), newest ?? until);
  });
}

/**
 * Adds up what is missing, day by day: however many halls and days were added up before, they keep none from its turn. The newest first, for
 * by it tomorrow is judged. Safe to run twice, and beside itself. Returns how many days were added up.
 */
export async function countDays(ground: Ground): Promise<number> {
  const { db } = ground;
  const today = shanghaiDay(ground.clock.now());
  let count = 0;
  for (let back = 1; back <= daysBack; back++) {
    const day = addDays(today, -back);
    const [there, counted] = await Promise.all([hallsWithTickets(db, day), countedOn(db, day)]);
    const done = new Map(counted.map(({ outletId, countedAt }) => [outletId, countedAt]));
    const missing = there.filter(({ outletId, newestAt }) => {
      const upTo = done.get(outletId);
      return !upTo || (newestAt !== null && newestAt > upTo);
    });
    for (const { outletId } of missing) await countOneDay(ground, outletId, day);
    count += missing.length;
  }
  return count;
}
