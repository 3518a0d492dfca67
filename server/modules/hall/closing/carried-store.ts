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
const withTickets = prepared<{ outletId: string }>(
  `select p.outlet_id from hall.place p
    where exists (select from hall.ticket t where t.outlet_id = p.outlet_id and t.day = $1
                    and t.state in ('waiting', 'called', 'coming', 'serving', 'parked', 'missed')) limit 500`,
);
const shiftsThere = prepared<{ id: string; lives: boolean }>(
  `select s.id, s.began_at > $2 or exists (select from hall.shift_span n where n.shift_id = s.id and n.at > $2)
       or exists (select from hall.segment g where g.outlet_id = $1 and g.at > $2 and g.window_id = s.window_id)
       or exists (select from hall.ticket t where t.window_id = s.window_id and t.state in ('called', 'coming', 'serving') and t.changed_at > $3) as lives
     from hall.shift s where s.outlet_id = $1 and s.ended_at is null limit 1000`,
);

/** The state in which the last act found a ticket. */
export const stateBeforeLast = async (reader: Reader, { id, seq }: Ticket): Promise<TicketState | undefined> =>
  (await reader.maybe(stateBefore(id, seq - 1)))?.state;
/** The code of the ticket that was given for this one. */
export const findNext = async (reader: Reader, ticketId: string): Promise<string | undefined> =>
  (await reader.maybe(nextOf(ticketId)))?.code;
export const keepCarried = (tx: Tx, ticketId: string, nextId: string, at: Date): void =>
  tx.write(insertRow(ticketId, nextId, at));
/** Halls with tickets of the day that have not ended. */
export const placesWithTickets = (reader: Reader, day: string) => reader.many(withTickets(day));
/** Who is signed in at the windows of a hall, and whether anything was done there since `quiet`, or somebody has been there since `served`. */
export const shiftsAt = (reader: Reader, outletId: string, { quiet, served }: { quiet: Date; served: Date }) =>
  reader.many(shiftsThere(outletId, quiet, served));
/** Tickets of a day in a hall, taken before it closed, that have not ended; under lock. Those that the desk gave later are for service after hours. */
export const leftIn = (tx: Tx, outletId: string, day: string, closedAt: Date, limit: number) =>
  tx.many(sql<Ticket>`
    select * from hall.ticket where outlet_id = ${outletId} and day = ${day} and taken_at < ${closedAt}
        and state in ('waiting', 'called', 'coming', 'serving', 'parked', 'missed')
        and not exists (select from hall.shift s where s.outlet_id = ${outletId} and s.state <> 'ended')
      order by rank, id limit ${limit} for update skip locked`);
