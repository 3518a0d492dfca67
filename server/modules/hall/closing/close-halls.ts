/** A hall that closes with people waiting: once its hours are over and the last window is left, their tickets lapse, and they are told. */
import { findHours, planOn } from '#modules/offices';
import { tell, type NewNotice } from '#modules/notices';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { hallFacts } from '../hall-facts.ts';
import { move } from '../move-ticket.ts';
import { leaveWindow } from '../shifts.ts';
import { carriedUntil, closingOf, isCarried } from './carried.ts';
import { leftIn, placesWithTickets, shiftsAt } from './carried-store.ts';

const atOnce = 200;

const minutes = 60_000;
/** A window at which nothing is done for so long, after the doors have closed and while people wait, was left without signing out. */
const quietFor = 30 * minutes;
/** So long may somebody be served at it. */
const servedFor = 120 * minutes;

/** Whether nobody works in a hall any more that closed at an instant. Windows that were left without signing out are left now. */
async function isLeft(ground: Ground, outletId: string, closedAt: Date): Promise<boolean> {
  const now = ground.clock.now().getTime();
  const since = { quiet: new Date(now - quietFor), served: new Date(now - servedFor) };
  const shifts = await shiftsAt(ground.db, outletId, since);
  if (shifts.length === 0) return true;
  if (shifts.some(({ lives }) => lives) || since.quiet < closedAt) return false;
  for (const { id } of shifts)
    await leaveWindow(ground, { id, outletId }, { accountId: null }, { evenSo: true, away: true });
  return true;
}

/**
 * Ends what is left in halls that have closed; safe to run twice and beside itself. As long as somebody works at a window, those who have a
 * ticket are served, however late it is (延时服务). Returns how many tickets ended.
 */
export async function closeHalls(ground: Ground): Promise<number> {
  const { db, clock } = ground;
  const at = clock.now();
  const day = shanghaiDay(at);
  const left = (await placesWithTickets(db, day)).map(({ outletId }) => outletId);
  const hours = await findHours(db, left);
  let ended = 0;
  for (const outletId of left) {
    const own = hours.get(outletId);
    if (!own) continue;
    const closedAt = closingOf(day, planOn(ground, own, day).spans);
    if (!closedAt || closedAt > at || !(await isLeft(ground, outletId, closedAt))) continue;
    const facts = {
      ...(await hallFacts(db, outletId)),
      until: carriedUntil(day, (one) => planOn(ground, own, one).spans),
    };
    for (let more = true; more;) {
      const count = await db.transaction(async (tx) => {
        const tickets = await leftIn(tx, outletId, day, closedAt, atOnce);
        const notices: NewNotice[] = [];
        for (const ticket of tickets) {
          move(tx, ticket, 'lapse', { actionId: newId(), at, accountId: null });
          if (ticket.personId !== null && isCarried(ticket.state))
            notices.push({ personId: ticket.personId, subjectId: null, template: 'hallClosed', facts: { ...facts, number: ticket.number } }); // prettier-ignore
        }
        tell(ground, tx, notices);
        return tickets.length;
      });
      ended += count;
      more = count === atOnce;
    }
  }
  return ended;
}
