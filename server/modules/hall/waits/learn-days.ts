/** Adds up days that are over, so that forecasts can learn from them; and keeps what people were told. */
import { addDays, calendarsOf } from '#modules/deadlines';
import { shanghaiDay, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newestBetween } from '../history-store.ts';
import type { Ticket } from '../ticket-store.ts';
import { summarise } from './day-history.ts';
import { recordOf } from './record-of-day.ts';
import { turnsOf, waitsNow } from './wait-now.ts';
import { listMissingDays, listSegments, saveSummary, saveTold, turnsBetween } from './waits-store.ts';

/** Days before that are looked at: older ones teach nothing any more. */
const lookedBack = 60;

/** Adds up every day that is over and was not yet, or not to its end; safe to run twice and beside itself. Returns how many. */
export async function learnDays(ground: Ground): Promise<number> {
  const { db, clock } = ground;
  const today = shanghaiDay(clock.now());
  const missing = await listMissingDays(db, addDays(today, -lookedBack), addDays(today, -1));
  for (const { outletId, day } of missing) {
    const [from, until] = [startOfDay(day), startOfDay(addDays(day, 1))];
    // Before the rest is read: what comes meanwhile is newer, and counted again. By the clock of the hour it would not be, were that wrong.
    const newest = await newestBetween(db, outletId, from, until);
    const [segments, turns] = await Promise.all([
      listSegments(db, outletId, day),
      turnsBetween(db, outletId, from, until),
    ]);
    const { calendar } = calendarsOf(ground).latest;
    const summary = summarise(recordOf(calendar, day, segments, Object.fromEntries(turnsOf(turns))));
    await db.transaction(async (tx) => saveSummary(tx, outletId, summary, newest ?? until));
  }
  return missing.length;
}

/** Keeps the first range that is shown for a ticket; nothing when it waits for no open window. */
export async function keepTold(ground: Ground, ticket: Ticket): Promise<void> {
  if (ticket.state !== 'waiting') return;
  const at = ground.clock.now();
  const waits = await waitsNow(ground, ticket.outletId, at);
  const wait = waits.ofTicket.get(ticket.id);
  if (!wait) return;
  const { low, high } = roundedOut(wait);
  await ground.db.transaction(async (tx) =>
    saveTold(tx, {
      ticketId: ticket.id,
      outletId: ticket.outletId,
      day: ticket.day,
      at,
      ahead: waits.inLineOf.get(ticket.id) ?? 0,
      low,
      likely: Math.min(high, Math.max(low, wait.likely)),
      high,
      rawLow: wait.raw.low,
      rawLikely: wait.raw.likely,
      rawHigh: wait.raw.high,
    }),
  );
}

/** A range in whole minutes, as it is shown: never narrower than it is. */
export const roundedOut = ({ low, high }: { low: number; high: number }): { low: number; high: number } => ({
  low: Math.floor(low),
  high: Math.ceil(high),
});
