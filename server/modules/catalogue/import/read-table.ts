/**
 * Reads lists as people have them: CSV in any usual encoding and with any usual delimiter, and XLSX with titles above the
 * header and merged cells. Gives text only; what a spreadsheet has spoilt is marked and never repaired by guessing.
 */
import { parse, type CsvError } from 'csv-parse/sync';
import type { Cell as ExcelCell } from 'exceljs';
import { decode, UnreadableList } from './decode.ts';
import { findHeader, type GivenColumns } from './headers.ts';
import { refuseBomb } from './unpacked-size.ts';

export { UnreadableList } from './decode.ts';

export interface Cell {
  text: string;
  /** The spreadsheet holds a number that lost digits, or an error instead of a value. */
  spoilt?: 'digitsLost' | 'error';
}
export interface Row {
  /** In a CSV the line on which the row begins, in a sheet its number. */
  line: number;
  cells: readonly Cell[];
}

export interface Sheet {
  /** Empty for a CSV. */
  name: string;
  rows: Row[];
}

/** All rows of a file, the header among them; rows without any text are left out. A CSV is one sheet. */
export async function readSheets(bytes: Buffer, given?: GivenColumns): Promise<Sheet[]> {
  if (bytes.length === 0) throw new UnreadableList('The file is empty.');
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return readWorkbook(bytes);
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw new UnreadableList('This is an old Excel file (.xls): save it as .xlsx or as CSV.');
  return [{ name: '', rows: readCsv(decode(bytes), given) }];
}

const hasText = (row: Row): boolean => row.cells.some(({ text, spoilt }) => text !== '' || spoilt !== undefined);

const delimiters = [',', ';', '\t', '|'];

function readCsv(whole: string, given: GivenColumns | undefined): Row[] {
  if (whole.includes('\0')) throw new UnreadableList('The file holds null bytes: it is not a text file.');
  let text = whole.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let skipped = 0;
  // Excel's own hint about the delimiter.
  const hint = /^sep=(.)\n/.exec(text);
  if (hint) {
    text = text.slice(hint[0].length);
    skipped = 1;
  }
  const delimiter = hint ? hint[1]! : sniff(text, given);
  const records = parseCsv(text, delimiter, { skipped });
  let next = 1 + skipped;
  const rows = records.map(({ record, lines }): Row => {
    const line = next;
    next = lines + 1 + skipped;
    return { line, cells: record.map((cell) => ({ text: unguarded(cell) })) };
  });
  return rows.filter(hasText);
}

/** `="0123"` is how text is kept from becoming a number in a spreadsheet. */
const unguarded = (cell: string): string => {
  const trimmed = tidy(cell);
  return /^="[^"]*"$/.test(trimmed) ? trimmed.slice(2, -1) : trimmed;
};

/** Outer blanks and invisible marks are nobody's intention; the inside of a cell stays as it is. */
export const tidy = (text: string): string =>
  text.replace(/^[\s\u200b\u200e\u200f\u2060\ufeff]+|[\s\u200b\u200e\u200f\u2060\ufeff]+$/g, '');

function parseCsv(
  text: string,
  delimiter: string,
  { to, skipped = 0 }: { to?: number; skipped?: number } = {},
): { record: string[]; lines: number }[] {
  try {
    const parsed = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      ...(to === undefined ? {} : { to }),
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ record, lines: info.lines }));
  } catch (error) {
    const { code, lines, records } = error as CsvError & { lines?: number; records?: number };
    if (code === 'CSV_QUOTE_NOT_CLOSED') {
      // The parser is at the end of the file by then: the mark opens in the row after the last whole one.
      const before = records ? (parseCsv(text, delimiter, { to: records }).at(-1)?.lines ?? 0) : 0;
      throw new UnreadableList('A quotation mark that opens here is not closed.', before + 1 + skipped);
    }
    throw new UnreadableList(`This is not a CSV file: ${(error as Error).message}`, (lines ?? 1) + skipped);
  }
}

/**
 * The delimiter with which the header says most, and among those that say nothing the one that cuts the first lines into the most
 * columns, evenly. A list of materials in one cell has more semicolons than the row has commas.
 */
function sniff(text: string, given: GivenColumns | undefined): string {
  const head = text.slice(0, 200_000);
  // Cells in quotation marks count as one letter, whatever is in them.
  const lines = head
    .replace(/(^|[,;\t|\n]) *"(?:[^"]|"")*" *(?=[,;\t|\n]|$)/g, '$1x')
    .split('\n', 60)
    .filter((line) => line !== '');
  const scored = delimiters.map((delimiter) => {
    const widths = lines.map((line) => line.split(delimiter).length);
    const usual = mode(widths.filter((width) => width > 1));
    const even = widths.filter((width) => width === usual).length * Math.min(usual, 30);
    return { delimiter, known: even === 0 ? 0 : knownColumns(head, delimiter, given), even };
  });
  return scored.reduce((best, one) =>
    one.known > best.known || (one.known === best.known && one.even > best.even) ? one : best,
  ).delimiter;
}

/** How many columns the header names with this delimiter. One alone may be the whole line, taken for a heading. */
function knownColumns(head: string, delimiter: string, given: GivenColumns | undefined): number {
  try {
    const rows = parseCsv(head, delimiter, { to: 30 }).map(({ record, lines: line }) => ({
      line,
      cells: record.map((cell) => ({ text: unguarded(cell) })),
    }));
    const known = findHeader(rows, given)?.header.columns.length ?? 0;
    return known > 1 ? known : 0;
  } catch {
    // A quotation mark of the cut may stay open: then evenness decides.
    return 0;
  }
}

function mode(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  await refuseBomb(bytes);
  // Loaded when it is needed: it would take a third of a second of every command.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
  } catch {
    throw new UnreadableList('The workbook cannot be read: save it again as .xlsx, without a password.');
  }
  return book.worksheets
    .filter((sheet) => sheet.state === 'visible')
    .map((sheet) => {
      const rows: Row[] = [];
      sheet.eachRow({ includeEmpty: false }, (row, line) => {
        const cells: Cell[] = [];
        for (let column = 1; column <= Math.min(sheet.columnCount, 300); column++)
          cells.push(readCell(row.getCell(column)));
        const read = { line, cells };
        if (hasText(read)) rows.push(read);
      });
      return { name: sheet.name, rows };
    });
}

/** A merged cell has the value of its first one: a department written once beside ten items stands beside each. */
function readCell(cell: ExcelCell): Cell {
  return valueOf(cell.value, cell.numFmt);
}

/** Beyond 15 digits a spreadsheet's number is no longer what was typed. */
const exactBelow = 1e15;

function valueOf(value: unknown, format: string | undefined): Cell {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'string') return { text: unguarded(value) };
  if (typeof value === 'number') {
    if (Math.abs(value) >= exactBelow) return { text: String(value), spoilt: 'digitsLost' };
    // 00042 shown by its format is 42 in the file.
    const zeros = /^0{2,}$/.exec(format ?? '')?.[0].length ?? 0;
    return {
      text: Number.isInteger(value) ? String(value).padStart(zeros, '0') : String(Number(value.toPrecision(15))),
    };
  }
  if (typeof value === 'boolean') return { text: value ? '是' : '否' };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10) };
  const rich = value as { richText?: { text: string }[]; text?: unknown; result?: unknown; error?: string };
  if (rich.error !== undefined) return { text: rich.error, spoilt: 'error' };
  if (rich.richText) return { text: tidy(rich.richText.map(({ text }) => text).join('')) };
  if (rich.text !== undefined) return valueOf(rich.text, format);
  if ('formula' in rich || 'sharedFormula' in rich) return valueOf(rich.result, format);
  return { text: '' };
}
