/** What the hall said of waits, against what became of them. */
import { addDays } from '#modules/deadlines';
import { shanghaiDay, startOfDay } from '#platform/clock';
import type { QueryOf } from '#platform/contract';
import type { Ground } from '#platform/ground';
import { getPlace } from '../place-store.ts';
import type { WaitTruth } from '../shapes.ts';
import type { waitsOperations } from './waits-contract.ts';
import { listToldAt, listTruth } from './waits-store.ts';

const days = 14;
const listed = 200;

/** By hour, and the tickets behind the figures: those of one hour, or the newest of all. */
export async function readTruth(
  ground: Ground,
  outletId: string,
  { hour, limit = listed, offset = 0 }: QueryOf<typeof waitsOperations.showWaitTruth>,
): Promise<WaitTruth> {
  const { db, clock } = ground;
  await getPlace(db, outletId);
  const since = startOfDay(addDays(shanghaiDay(clock.now()), 1 - days));
  const [hours, tickets] = await Promise.all([
    listTruth(db, outletId, since),
    listToldAt(db, { outletId, since, hour: hour ?? null }, { limit, offset }),
  ]);
  return {
    days,
    hours,
    tickets: tickets.map(({ ticketId, number, at, ahead, low, high, calledAt }) => ({
      id: ticketId,
      number,
      at: at.toISOString(),
      ahead,
      low,
      high,
      waited: Math.round((calledAt.getTime() - at.getTime()) / 6_000) / 10,
    })),
  };
}
