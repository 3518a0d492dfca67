/** Printing tickets: asked for in the act that gives one out, brought to paper by whichever process comes first. */
import { findOutlet } from '#modules/offices';
import { shanghaiDay, shanghaiTime } from '#platform/clock';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { defineJob, enqueue } from '#platform/jobs';
import { printerChanged, slipEnded } from '../events.ts';
import { hallProblems } from '../problems.ts';
import { seeTicket } from '../see-ticket.ts';
import { zoneNamesAt } from '../setup/store.ts';
import { findTicketById, type Ticket } from '../ticket-store.ts';
import { slipBytes, testBytes } from './escpos.ts';
import { checkPrinter, sendSlip, usualPatience } from './printer-line.ts';
import {
  beginJob,
  bringBack,
  claimJob,
  endJob,
  findJob,
  findPrinter,
  freeLost,
  giveUp,
  insertJob,
  saveState,
  type Printer,
  type PrintJob,
} from './print-store.ts';

export const printing = defineJob<Record<string, unknown>>('hall.print', 3);

const seconds = 1_000;
/** After this long a slip that is being sent is lost: whoever sent it has died. */
const lostAfter = 60 * seconds;
/** A printer that could not is asked again so soon, and later each time. */
const restOf = (tries: number): number => Math.min(10 * tries, 30) * seconds;
/** Nothing is put off for longer: what is due later than this was noted by a clock that was ahead. */
const putOffAtMost = 2 * lostAfter;
/** So long one run prints at most: printers that do not answer must not keep the workers from all else. The rest is due at once. */
const runFor = 20 * seconds;
/** Nobody waits for paper longer: the number is on the screen, and it can be printed again by hand. */
const neededFor = 10 * 60 * seconds;

export async function getPrinter(ground: Ground, id: string): Promise<Printer> {
  const printer = await findPrinter(ground.db, id);
  if (!printer || printer.retiredAt) throw hallProblems.noPrinter();
  return printer;
}

/** Asks for a ticket on paper, in the transaction of whoever gives it out. `id` is made by whoever asks. */
export function askPrint(tx: Tx, id: string, printer: Printer, ticket: Ticket, askedAt: Date): void {
  if (printer.outletId !== ticket.outletId) throw hallProblems.noPrinter();
  insertJob(tx, { id, printerId: printer.id, ticketId: ticket.id, outletId: ticket.outletId, askedAt });
  enqueue(tx, printing, [{ payload: {} }]);
}

/** Prints a ticket once more. Whatever of it may be on paper already, this one says that it is a copy. */
export async function printAgain(ground: Ground, id: string, printer: Printer, ticket: Ticket): Promise<PrintJob> {
  const before = await findJob(ground.db, id);
  if (before && before.ticketId !== ticket.id) throw hallProblems.actRepeated();
  if (before) return before;
  await ground.db.transaction(async (tx) => askPrint(tx, id, printer, ticket, ground.clock.now()));
  return (await findJob(ground.db, id))!;
}

/** Asks a printer how it is, and keeps it. */
export async function lookAtPrinter(ground: Ground, printer: Printer): Promise<Printer> {
  const state = await checkPrinter(printer.host, printer.port);
  const stateAt = ground.clock.now();
  await ground.db.transaction((tx) => noteState(tx, printer, state, stateAt));
  return { ...printer, state, stateAt };
}

/** Prints a page that is no ticket. Not kept: whoever asks stands before the printer. */
export async function testPrinter(
  ground: Ground,
  printer: Printer,
  patience = usualPatience,
): Promise<{ printed: boolean; state: Printer['state'] }> {
  const at = ground.clock.now();
  const outletName = (await findOutlet(ground.db, printer.outletId))?.name ?? '';
  const bytes = testBytes({ outletName, printerName: printer.name, at: shanghaiMinute(at) });
  const { state, printed } = await sendSlip(printer.host, printer.port, () => Promise.resolve(bytes), patience);
  await ground.db.transaction((tx) => noteState(tx, printer, state, at));
  return { printed, state };
}

async function noteState(tx: Tx, printer: Printer, state: Printer['state'], at: Date): Promise<void> {
  if (await saveState(tx, printer.id, state, at))
    emit(tx, printerChanged, printer.id, { outletId: printer.outletId, everybody: true });
}

/** Prints what is due, one slip after the other, for a while. Safe to run beside itself and in several processes. Returns how many came out. */
export async function printDue(ground: Ground, patience = usualPatience): Promise<number> {
  const { db, clock } = ground;
  const ends = performance.now() + runFor;
  let printed = 0;
  while (performance.now() < ends) {
    const at = clock.now();
    const job = await db.transaction(async (tx) => {
      bringBack(tx, new Date(at.getTime() + putOffAtMost), at);
      freeLost(tx, at);
      giveUp(tx, new Date(at.getTime() - neededFor), at);
      return claimJob(tx, at, new Date(at.getTime() + lostAfter));
    });
    if (!job) return printed;
    if (await printOne(ground, job, patience)) printed += 1;
  }
  await db.transaction((tx) => enqueue(tx, printing, [{ payload: {} }]));
  return printed;
}

async function printOne(ground: Ground, job: PrintJob, patience: typeof usualPatience): Promise<boolean> {
  const { db, clock } = ground;
  const printer = (await findPrinter(db, job.printerId))!;
  const begin = async (): Promise<Uint8Array> => {
    const begun = await db.transaction((tx) => beginJob(tx, job.id, clock.now()));
    if (!begun) throw new Error('the slip was given up while the printer was asked');
    return slipOf(ground, job.ticketId, begun.copy);
  };
  const { state, begun, printed } = await sendSlip(printer.host, printer.port, begin, patience);
  await db.transaction(async (tx) => {
    const at = clock.now();
    const nextAt = new Date(at.getTime() + restOf(job.tries));
    endJob(tx, job.id, printed ? 'printed' : begun || job.begunAt ? 'unsure' : 'waiting', {
      nextAt,
      endedAt: printed ? at : null,
    });
    if (printed) emit(tx, slipEnded, job.id, { outletId: job.outletId, everybody: true, publicAt: job.outletId });
    else enqueue(tx, printing, [{ payload: {}, runAt: nextAt }]);
    await noteState(tx, printer, state, at);
  });
  return printed;
}

/** 2026-06-10 09:31, as people here read it. */
const shanghaiMinute = (at: Date): string => `${shanghaiDay(at)} ${shanghaiTime(at)}`;

async function slipOf(ground: Ground, ticketId: string, copy: boolean): Promise<Uint8Array> {
  const ticket = (await findTicketById(ground.db, ticketId))!;
  const [seen, names] = await Promise.all([
    seeTicket(ground, ticket, ground.clock.now()),
    zoneNamesAt(ground.db, ticket.outletId),
  ]);
  const { outletName, outletNameEn, number, errandName, errandNameEn, zone, wait, code } = seen;
  return slipBytes({
    outletName,
    outletNameEn,
    number,
    errandName,
    errandNameEn,
    zone,
    zoneEn: names.find((one) => one.zone === zone)?.nameEn ?? '',
    ahead: seen.ahead ?? 0,
    wait,
    address: `${ground.publicUrl}/tickets/${code}`,
    code,
    takenAt: shanghaiMinute(ticket.takenAt),
    copy,
  });
}
