/**
 * Tells those who took a ticket with an account that it is near. By the clock, not at each call: who is near follows from everybody who waits,
 * and that costs about ten statements and a forecast for a hall, be there one call between two looks or ten thousand.
 */
import { findHours, planOn } from '#modules/offices';
import { isQuiet, tell, type NewNotice } from '#modules/notices';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { closingOf } from '../closing/carried.ts';
import { hallFacts } from '../hall-facts.ts';
import { sayWait } from '../read-place.ts';
import { waitsNow } from '../waits/wait-now.ts';
import { listUntold, markToldNear } from './alert-store.ts';
import { isNear } from './near.ts';

/**
 * Looks once at all halls in which somebody with an account waits for an open window and was told nothing yet; safe to run twice and beside itself. Nobody is
 * called back to a hall whose hours are over, and at night nobody's telephone rings. Returns how many wait on.
 */
export async function tellNear(ground: Ground): Promise<number> {
  const { db, clock } = ground;
  const at = clock.now();
  if (isQuiet(at)) return 0;
  const day = shanghaiDay(at);
  const untold = Map.groupBy(await listUntold(db, day), ({ outletId }) => outletId);
  if (untold.size === 0) return 0;
  const hours = await findHours(db, [...untold.keys()]);
  let left = 0;
  for (const [outletId, tickets] of untold) {
    const own = hours.get(outletId);
    const closedAt = own && closingOf(day, planOn(ground, own, day).spans);
    if (closedAt && closedAt <= at) continue;
    const { ofTicket, aheadOf } = await waitsNow(ground, outletId, at);
    const near = tickets.filter(({ id }) =>
      isNear({ ahead: aheadOf.get(id) ?? null, wait: sayWait(ofTicket.get(id)) }),
    );
    left += tickets.length - near.length;
    if (near.length === 0) continue;
    const hall = await hallFacts(db, outletId);
    await db.transaction(async (tx) => {
      const told = await markToldNear(
        tx,
        near.map(({ id }) => id),
        at,
      );
      const notices = told.map(({ personId, number }): NewNotice => ({ personId, subjectId: null, template: 'ticketNear', facts: { ...hall, number } })); // prettier-ignore
      tell(ground, tx, notices);
    });
  }
  return left;
}
