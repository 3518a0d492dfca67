/** Tables as files for a spreadsheet. */
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;
/** Rows between which others get their turn: a long file must not hold up the whole service. */
const piece = 500;

/**
 * What somebody typed must not become a formula in somebody else's spreadsheet: text that begins as one does gets an apostrophe
 * before it. Full-width signs too: they are formulas where a Chinese or Japanese input method is in use.
 */
export const safeCell = (cell: Cell): Cell =>
  typeof cell === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;

/** CSV in UTF-8 with a byte order mark, without which Excel takes Chinese for something else. */
export async function toCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const pieces = [Buffer.from(`\uFEFF${stringify([[...head]], { record_delimiter: '\r\n' })}`)];
  for (let at = 0; at < rows.length; at += piece) {
    const safe = rows.slice(at, at + piece).map((row) => row.map(safeCell));
    pieces.push(Buffer.from(stringify(safe, { record_delimiter: '\r\n' })));
    await breathe();
  }
  return Buffer.concat(pieces);
}

/** A workbook with one sheet. */
export async function toXlsx(
  name: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<Buffer> {
  // Loaded when it is needed: it would take a third of a second of every command.
  const { default: ExcelJS } = await import('exceljs');
  const stream = new PassThrough();
  const pieces: Buffer[] = [];
  stream.on('data', (part: Buffer) => pieces.push(part));
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream });
  const sheet = book.addWorksheet(name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = head.map((title) => ({ header: title, width: Math.max(12, title.length * 2) }));
  for (let at = 0; at < rows.length; at += piece) {
    for (const row of rows.slice(at, at + piece)) sheet.addRow(row.map(safeCell)).commit();
    await breathe();
  }
  const ended = once(stream, 'end');
  await book.commit();
  await ended;
  return Buffer.concat(pieces);
}
