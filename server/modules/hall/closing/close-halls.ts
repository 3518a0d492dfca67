/** A hall that closes with people waiting: once its hours are over and the last window is left, their tickets lapse, and they are told. */
import { findHours, findOutlet, planOn } from '#modules/offices';
import { tell, type NewNotice } from '#modules/notices';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { move } from '../act-on-ticket.ts';
import { carriedUntil, isCarried, isOver } from './carried.ts';
import { leftByAll, leftIn } from './carried-store.ts';

const atOnce = 200;

/**
 * Ends what is left in halls that have closed; safe to run twice and beside itself. As long as somebody sits at a window, those who have a
 * ticket are served, however late it is (延时服务). Returns how many tickets ended.
 */
export async function closeHalls(ground: Ground): Promise<number> {
  const { db, clock } = ground;
  const at = clock.now();
  const day = shanghaiDay(at);
  const left = (await leftByAll(db, day)).map(({ outletId }) => outletId);
  const hours = await findHours(db, left);
  let ended = 0;
  for (const outletId of left) {
    const own = hours.get(outletId);
    if (!own || !isOver(day, planOn(own, day).spans, at)) continue;
    const outlet = await findOutlet(db, outletId);
    const facts = { hall: outlet?.name ?? '', hallEn: outlet?.nameEn || outlet?.name || '', until: carriedUntil(day, (one) => planOn(own, one).spans) }; // prettier-ignore
    for (let more = true; more;) {
      const count = await db.transaction(async (tx) => {
        const tickets = await leftIn(tx, outletId, day, atOnce);
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
