/** HTTP for ticket printers: read what the permission needs, call the verb, shape the reply. */
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Handlers } from '#platform/http';
import { getPlace } from './place-store.ts';
import type { Print, PrinterNow, printOperations } from './print-operations.ts';
import { hallProblems } from './problems.ts';
import {
  findJob,
  findPrinter,
  printersAt,
  savePrinterRow,
  type Printer,
  type PrintJob,
} from './printing/print-store.ts';
import { getPrinter, lookAtPrinter, printAgain } from './printing/print-tickets.ts';
import { findTicketById } from './ticket-store.ts';

const printerOf = (printer: Printer, waiting: number): PrinterNow => {
  const { id, outletId, name, zone, host, port, state, stateAt } = printer;
  return { id, outletId, name, zone, host, port, state, stateAt: stateAt?.toISOString() ?? null, waiting };
};

export function printHandlers(ground: Ground): Handlers<typeof printOperations> {
  const { db, clock } = ground;
  const printOf = async ({ id, state, copy, printerId }: PrintJob): Promise<Print> => ({
    id,
    state,
    copy,
    printer: (await findPrinter(db, printerId))?.state ?? 'unknown',
  });
  return {
    listPrinters: async ({ params, allow }) => {
      await getPlace(db, params.id);
      allow({ outlets: [params.id] });
      return (await printersAt(db, params.id)).map((printer) => printerOf(printer, printer.waiting));
    },
    savePrinter: async ({ params, body: { retired, ...fields }, actor }) => {
      const at = clock.now();
      await getPlace(db, fields.outletId);
      const before = await findPrinter(db, params.id);
      if (before && before.outletId !== fields.outletId) throw hallProblems.noPrinter();
      const retiredAt = retired ? (before?.retiredAt ?? at) : null;
      const row: Printer = { id: params.id, ...fields, state: 'unknown', stateAt: null, retiredAt };
      await db.transaction(async (tx) => savePrinterRow(tx, row, at, actor.name));
    },
    checkPrinter: async ({ params, allow }) => {
      const printer = await getPrinter(ground, params.id);
      allow({ outlets: [printer.outletId] });
      await lookAtPrinter(ground, printer);
      const now = (await printersAt(db, printer.outletId)).find(({ id }) => id === printer.id)!;
      return printerOf(now, now.waiting);
    },
    printTicket: async ({ params, body, allow }) => {
      const printer = await getPrinter(ground, params.id);
      allow({ outlets: [printer.outletId] });
      const ticket = await findTicketById(db, body.ticketId);
      if (ticket?.outletId !== printer.outletId || ticket.day !== shanghaiDay(clock.now()))
        throw hallProblems.noTicket();
      return printOf(await printAgain(ground, body.actionId, printer, ticket));
    },
    showPrint: async ({ params }) => {
      const job = await findJob(db, params.id);
      if (!job) throw hallProblems.noPrint();
      return printOf(job);
    },
  };
}
