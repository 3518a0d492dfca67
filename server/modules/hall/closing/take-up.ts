/** Taking a ticket up again that lapsed because the hall closed: a new number, ahead of those who come now. */
import { addDays } from '#modules/deadlines';
import { findHours, planOn } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { getByCode } from '../act-on-ticket.ts';
import { findErrand, getPlace } from '../place-store.ts';
import { hallProblems } from '../problems.ts';
import { readHall, takesNow } from '../read-place.ts';
import { enterQueue, onceOnly } from '../take-ticket.ts';
import type { Ticket } from '../ticket-store.ts';
import { carriedUntil, isCarried, rankOfCarried } from './carried.ts';
import { findNext, keepCarried, stateBeforeLast } from './carried-store.ts';

/** What a lapsed ticket is still good for: the last day on which it can be taken up, and the code of the one that was given for it. */
export interface Carried {
  until: string | null;
  nextCode: string | null;
}

/** Null for a ticket that has not lapsed. */
export async function carriedOf(ground: Ground, ticket: Ticket, at: Date): Promise<Carried | null> {
  if (ticket.state !== 'lapsed') return null;
  const nextCode = (await findNext(ground.db, ticket.id)) ?? null;
  if (nextCode || !isCarried(await stateBeforeLast(ground.db, ticket))) return { until: null, nextCode };
  const hours = (await findHours(ground.db, [ticket.outletId])).get(ticket.outletId);
  const until = hours ? carriedUntil(ticket.day, (day) => planOn(ground, hours, day).spans) : addDays(ticket.day, 1);
  return { until: until >= shanghaiDay(at) ? until : null, nextCode };
}

/** Gives a new ticket for one that lapsed because the hall closed, once. The same `actionId` gives the same ticket. */
export async function takeUp(
  ground: Ground,
  code: string,
  by: { actionId: string; accountId: string | null },
): Promise<Ticket> {
  const { db } = ground;
  const old = await getByCode(db, code);
  const place = await getPlace(db, old.outletId);
  const { actionId, accountId } = by;
  const isSame = async (done: Ticket): Promise<boolean> => (await findNext(db, old.id)) === done.code;
  return onceOnly(ground, actionId, isSame, async () => {
    const at = ground.clock.now();
    // Also one that is done no more: it was promised, as to those who still wait for it.
    const errand = await findErrand(db, old.errandId);
    if (!errand) throw hallProblems.noErrand();
    const { until = null } = (await carriedOf(ground, old, at)) ?? {};
    if (!until) throw hallProblems.notCarried();
    // Not refused for a full day: it was promised.
    if (takesNow(await readHall(ground, old.outletId, at), errand, old.party) === 'closed')
      throw hallProblems.notOpen();
    return db.transaction(async (tx) => {
      const { personId, priority, party, door } = old;
      const rank = rankOfCarried(at, priority, place);
      const asked = {
        actionId,
        errandId: errand.id,
        party,
        slotAt: null,
        at,
        rank,
        promised: true,
        ...(priority ? { priority } : {}),
      };
      const ticket = await enterQueue(tx, place, errand, asked, { personId, accountId, door });
      keepCarried(tx, old.id, ticket.id, at);
      return ticket;
    });
  });
}
