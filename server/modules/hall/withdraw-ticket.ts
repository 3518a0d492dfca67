/** Staff take a ticket back: of somebody who has left, who holds another one, or who took it to sell it. Whose it is, is told why. */
import { tell } from '#modules/notices';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { hallFacts } from './hall-facts.ts';
import { move } from './move-ticket.ts';
import { hallProblems } from './problems.ts';
import { onceOnly } from './take-ticket.ts';
import type { WithdrawReason } from './ticket.ts';
import { findTicketById, lockTicket, type Ticket } from './ticket-store.ts';

/** Throws `hall.noTicket` for one that is of another day as well. */
export async function getTicketOfToday(ground: Ground, id: string): Promise<Ticket> {
  const ticket = await findTicketById(ground.db, id);
  if (!ticket || ticket.day !== shanghaiDay(ground.clock.now())) throw hallProblems.noTicket();
  return ticket;
}

/** Refused with `hall.wrongAct` once a window has called it: there its clerk says what becomes of it. */
export function withdrawTicket(
  ground: Ground,
  id: string,
  actor: Actor,
  { actionId, reason }: { actionId: string; reason: WithdrawReason },
): Promise<Ticket> {
  const at = ground.clock.now();
  return onceOnly(
    ground,
    actionId,
    (done) => done.id === id && done.doneAct === 'withdraw' && done.doneReason === reason,
    () =>
      ground.db.transaction(async (tx) => {
        const ticket = await lockTicket(tx, id);
        if (!ticket) throw hallProblems.noTicket();
        const now = move(tx, ticket, 'withdraw', { actionId, at, accountId: actor.accountId, reason });
        if (now.personId) {
          const facts = { ...(await hallFacts(tx, now.outletId)), number: now.number };
          // Who asked for it knows.
          if (reason !== 'asked') tell(ground, tx, [{ personId: now.personId, subjectId: null, template: 'ticketWithdrawn', facts }]); // prettier-ignore
        }
        return now;
      }),
  );
}
