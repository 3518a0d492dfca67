/** Ticket printers and what they print, over HTTP. */
import { Type, type Static } from 'typebox';
import { ById, closed, Id, Instant, nullable, oneOf } from '#platform/contract';
import { printerStates } from './printing/printer-status.ts';

const printerFields = {
  name: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }),
  zone: Type.String({ maxLength: 50 }),
  /** A name or an address in the office's network. */
  host: Type.String({ minLength: 1, maxLength: 120, pattern: '^[A-Za-z0-9.:-]+$' }),
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
};
export const PrinterNow = Type.Object({
  id: Id,
  outletId: Id,
  ...printerFields,
  state: oneOf(...printerStates),
  stateAt: nullable(Instant),
  /** Slips that are still to come. */
  waiting: Type.Integer(),
});
export type PrinterNow = Static<typeof PrinterNow>;

/** How far a slip is. `unsure`: some of it may be on paper; the next try says that it is a copy. */
export const Print = Type.Object({
  id: Id,
  state: oneOf('waiting', 'sending', 'unsure', 'printed', 'failed'),
  copy: Type.Boolean(),
  printer: oneOf(...printerStates),
});
export type Print = Static<typeof Print>;

export const printOperations = {
  listPrinters: {
    method: 'GET',
    path: '/hall/places/:id/printers',
    summary: 'The ticket printers of a hall, and how they are',
    params: ById,
    reply: Type.Array(PrinterNow),
    problems: ['hall.noPlace'],
  },
  savePrinter: {
    method: 'PUT',
    path: '/hall/printers/:id',
    summary: 'Add, change or take away a ticket printer: ESC/POS over TCP, usually on port 9100',
    params: ById,
    body: closed({ outletId: Id, ...printerFields, retired: Type.Boolean() }),
    problems: ['hall.noPlace', 'hall.noPrinter'],
  },
  checkPrinter: {
    method: 'POST',
    path: '/hall/printers/:id/check',
    summary: 'Ask a printer how it is: paper, cover, whether it answers',
    params: ById,
    reply: PrinterNow,
    problems: ['hall.noPrinter'],
  },
  testPrinter: {
    method: 'POST',
    path: '/hall/printers/:id/test',
    summary: 'Let a printer print a page that is no ticket, and say whether it came out',
    params: ById,
    reply: Type.Object({ printed: Type.Boolean(), state: oneOf(...printerStates) }),
    problems: ['hall.noPrinter'],
  },
  printTicket: {
    method: 'POST',
    path: '/hall/printers/:id/slips',
    summary: 'Print a ticket again; what may be on paper already comes out as a copy',
    params: ById,
    body: closed({ actionId: Id, ticketId: Id }),
    reply: Print,
    problems: ['hall.noPrinter', 'hall.noTicket', 'hall.actRepeated'],
  },
  showPrint: {
    method: 'GET',
    path: '/hall/slips/:id',
    summary: 'Whether a ticket has come out of the printer, by the id with which it was asked for',
    description:
      'After taking a ticket with `printerId` this is its `actionId`. While it has not come out, the number is shown on the screen.',
    params: ById,
    reply: Print,
    problems: ['hall.noPrint'],
  },
} as const;
