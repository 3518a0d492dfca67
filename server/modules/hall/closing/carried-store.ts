/** SQL of halls that have closed with people in them, and of tickets that are taken up again. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { hallProblems } from '../problems.ts';
import type { Ticket } from '../ticket-store.ts';
import type { TicketState } from '../ticket.ts';

ownConstraints({ carried_pkey: () => hallProblems.notCarried() });

const stateBefore = prepared<{ state: TicketState }>(
  'select state from hall.segment where ticket_id = $1 and seq = $2',
);
const nextOf = prepared<{ code: string }>(
  'select t.code from hall.carried c join hall.ticket t on t.id = c.next_id where c.ticket_id = $1',
);
const insertRow = prepared('insert into hall.carried (ticket_id, next_id, at) values ($1, $2, $3)');
const leftOpen = prepared<{ outletId: string }>(
  `select p.outlet_id from hall.place p
    where exists (select from hall.ticket t where t.outlet_id = p.outlet_id and t.day = $1
                    and t.state in ('waiting', 'called', 'coming', 'serving', 'parked', 'missed'))
      and not exists (select from hall.shift s where s.outlet_id = p.outlet_id and s.ended_at is null) limit 500`,
);

/** The state in which the last act found a ticket. */
export const stateBeforeLast = async (reader: Reader, { id, seq }: Ticket): Promise<TicketState | undefined> =>
  (await reader.maybe(stateBefore(id, seq - 1)))?.state;
/** The code of the ticket that was given for this one. */
export const findNext = async (reader: Reader, ticketId: string): Promise<string | undefined> =>
  (await reader.maybe(nextOf(ticketId)))?.code;
export const keepCarried = (tx: Tx, ticketId: string, nextId: string, at: Date): void =>
  tx.write(insertRow(ticketId, nextId, at));
/** Halls with tickets of the day that have not ended, and nobody at a window. */
export const leftByAll = (reader: Reader, day: string) => reader.many(leftOpen(day));
/** Tickets of a day in a hall that have not ended, under lock. */
export const leftIn = (tx: Tx, outletId: string, day: string, limit: number) =>
  tx.many(sql<Ticket>`
    select * from hall.ticket where outlet_id = ${outletId} and day = ${day}
        and state in ('waiting', 'called', 'coming', 'serving', 'parked', 'missed')
        and not exists (select from hall.shift s where s.outlet_id = ${outletId} and s.state <> 'ended')
      order by rank, id limit ${limit} for update skip locked`);
