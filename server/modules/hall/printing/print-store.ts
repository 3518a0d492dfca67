/** SQL of printers and of what they are to print. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { hallProblems } from '../problems.ts';
import type { PrinterState } from './printer-status.ts';

export interface Printer {
  id: string;
  outletId: string;
  name: string;
  zone: string;
  host: string;
  port: number;
  state: PrinterState;
  stateAt: Date | null;
  retiredAt: Date | null;
}

export interface PrintJob {
  id: string;
  printerId: string;
  ticketId: string;
  outletId: string;
  state: 'waiting' | 'sending' | 'unsure' | 'printed' | 'failed';
  copy: boolean;
  tries: number;
  askedAt: Date;
  nextAt: Date;
  begunAt: Date | null;
  endedAt: Date | null;
}

ownConstraints({ print_job_pkey: () => hallProblems.actRepeated() });

const printerById = prepared<Printer>('select * from hall.printer where id = $1');
const printersOf = prepared<Printer & { waiting: number }>(
  `select p.*, (select count(*) from hall.print_job j where j.printer_id = p.id and j.state in ('waiting', 'sending', 'unsure')) as waiting
     from hall.printer p where p.outlet_id = $1 and p.retired_at is null order by p.zone, p.name limit 100`,
);
const jobById = prepared<PrintJob>('select * from hall.print_job where id = $1');
const insertRow = prepared(
  `insert into hall.print_job (id, printer_id, ticket_id, outlet_id, state, copy, tries, asked_at, next_at)
     values ($1, $2, $3, $4, 'waiting', false, 0, $5, $5)`,
);
// One slip of a printer at a time: its index refuses a second, should two processes have picked in the same moment. A printer that could not
// rests until the slip that it could not print is due again, however many more are asked for: each try costs seconds.
const claimNext = prepared<PrintJob>(
  `update hall.print_job set state = 'sending', tries = tries + 1, next_at = $2 where id = (
     select j.id from hall.print_job j where j.state in ('waiting', 'unsure') and j.next_at <= $1
        and not exists (select from hall.print_job s where s.printer_id = j.printer_id and (s.state = 'sending'
          or s.state in ('waiting', 'unsure') and s.tries > 0 and s.next_at > $1))
      order by j.asked_at, j.id limit 1 for update skip locked) returning *`,
);
const begin = prepared<{ copy: boolean }>(
  `update hall.print_job j set begun_at = coalesce(j.begun_at, $2),
     copy = exists (select from hall.print_job b where b.ticket_id = j.ticket_id and b.begun_at is not null)
   where j.id = $1 and j.state = 'sending' returning j.copy`,
);

export const findPrinter = (reader: Reader, id: string) => reader.maybe(printerById(id));
export const printersAt = (reader: Reader, outletId: string) => reader.many(printersOf(outletId));
export const findJob = (reader: Reader, id: string) => reader.maybe(jobById(id));

export const savePrinterRow = (tx: Tx, row: Printer, at: Date, by: string): void =>
  tx.write(sql`
    insert into hall.printer (id, outlet_id, name, zone, host, port, state, retired_at, changed_at, changed_by)
      values (${row.id}, ${row.outletId}, ${row.name}, ${row.zone}, ${row.host}, ${row.port}, 'unknown', ${row.retiredAt}, ${at}, ${by})
    on conflict (id) do update set name = excluded.name, zone = excluded.zone, host = excluded.host, port = excluded.port,
      retired_at = excluded.retired_at, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);

/** Stores how a printer is; true when it was otherwise before. */
export async function saveState(tx: Tx, id: string, state: PrinterState, at: Date): Promise<boolean> {
  const changed = await tx.maybe(
    sql`update hall.printer set state = ${state}, state_at = ${at} where id = ${id} and state <> ${state} returning id`,
  );
  if (!changed) tx.write(sql`update hall.printer set state_at = ${at} where id = ${id}`);
  return changed !== undefined;
}

export const insertJob = (
  tx: Tx,
  row: Pick<PrintJob, 'id' | 'printerId' | 'ticketId' | 'outletId' | 'askedAt'>,
): void => tx.write(insertRow(row.id, row.printerId, row.ticketId, row.outletId, row.askedAt));
/** The next slip that is due, taken; it counts as lost after `until`. */
export const claimJob = (tx: Tx, at: Date, until: Date) => tx.maybe(claimNext(at, until));
/** From now on every print of this ticket is a copy. Undefined when somebody has given this one up meanwhile. */
export const beginJob = (tx: Tx, id: string, at: Date) => tx.maybe(begin(id, at));
export const endJob = (
  tx: Tx,
  id: string,
  state: PrintJob['state'],
  next: { nextAt: Date; endedAt: Date | null },
): void =>
  tx.write(
    sql`update hall.print_job set state = ${state}, next_at = ${next.nextAt}, ended_at = ${next.endedAt} where id = ${id} and state = 'sending'`,
  );

/**
 * What was noted by a clock that was ahead and has been set back since: it counts as asked for now and is due now. Nothing rests for so long, and
 * a printer that is in order would print nothing until the time has come that the wrong clock had named.
 */
export const bringBack = (tx: Tx, beyond: Date, at: Date): void =>
  tx.write(
    sql`update hall.print_job set next_at = ${at}, asked_at = least(asked_at, ${at})
         where state in ('waiting', 'sending', 'unsure') and next_at > ${beyond}`,
  );
/** What was being sent when a process died: begun or not, the next try says so. */
export const freeLost = (tx: Tx, at: Date): void =>
  tx.write(
    sql`update hall.print_job set state = case when begun_at is null then 'waiting' else 'unsure' end
         where state = 'sending' and next_at <= ${at}`,
  );
/** Slips that nobody needs any more: asked for long ago, or the ticket has ended. */
export const giveUp = (tx: Tx, askedBefore: Date, at: Date): void =>
  tx.write(
    sql`update hall.print_job j set state = 'failed', ended_at = ${at}
         from hall.ticket t where t.id = j.ticket_id and j.state in ('waiting', 'unsure')
          and (j.asked_at < ${askedBefore} or t.state in ('finished', 'cancelled', 'lapsed'))`,
  );
