/** One row of a list as what it says of an item, or why it says nothing that can be used. Pure. */
import type { ItemBody, Limit } from '../item.ts';
import type { Column, ColumnField, Header } from './headers.ts';
import { readApplicants, readImmediate, readKind, readLevel, readLimit, readVisits } from './readings.ts';
import type { Cell, Row } from './read-table.ts';

/**
 * What a source says of an item. A key that is absent: the list has no such column; null: its cell is empty. Stored as it is,
 * so that the next import of the source sees what the source changed.
 */
export interface ItemFields {
  code: string;
  name: string;
  department?: string | null;
  departmentCode?: string | null;
  baseCode?: string | null;
  mainName?: string | null;
  nameEn?: string | null;
  plainName?: string | null;
  synonyms?: string[];
  topics?: string[];
  kind?: ItemBody['kind'] | null;
  level?: ItemBody['level'] | null;
  statutoryLimit?: Limit | null;
  promisedLimit?: Limit | null;
  immediate?: boolean | null;
  visits?: number | null;
  applicants?: ItemBody['applicants'] | null;
  conditions?: string[];
  materials?: string[];
  procedure?: string[];
  fees?: string | null;
  basis?: string[];
  result?: string | null;
  telephone?: string | null;
  complaintTelephone?: string | null;
}

/** Why a row is not taken. */
export interface Rejection {
  line: number;
  /** The sheet on which the line is, in a workbook with several lists. */
  sheet?: string;
  /** The header of the column; empty when the whole row is meant. */
  column: string;
  reason: string;
  code?: string;
}

export type MappedRow = { line: number; fields: ItemFields } | { rejections: Rejection[] };

const longest: Partial<Record<ColumnField, number>> = {
  code: 120,
  baseCode: 120,
  name: 300,
  mainName: 300,
  nameEn: 300,
  plainName: 100,
  department: 100,
  departmentCode: 80,
  telephone: 60,
  complaintTelephone: 60,
  result: 200,
};
/** Lists in one cell: the longest entry, and how many. */
const lists: Partial<Record<ColumnField, { length: number; count: number; separators: RegExp }>> = {
  synonyms: { length: 60, count: 60, separators: /[\n,，;；、|]/ },
  topics: { length: 30, count: 20, separators: /[\n,，;；、|]/ },
  conditions: { length: 500, count: 40, separators: /\n/ },
  materials: { length: 200, count: 60, separators: /[\n;；|]/ },
  procedure: { length: 300, count: 20, separators: /\n|(?:→|—>|->|=>)/ },
  basis: { length: 2000, count: 40, separators: /\n/ },
};
const nothing = /^([-—–/\\.]*|无|暂无|没有|null|none|n\/?a|nil|#n\/a)$/i;
/** A limit that the law leaves open, in the words of lists. */
const noLimit =
  /^(无|没有|不设|不限|未设|暂无)(法定|承诺)?(办结|办理)?(期限|时限|规定|要求|限制)*$|(未|无|没有?|不)(作|做)?(明确)?(规定|限定|要求|约定)|视.{0,8}(而定|确定)|另行(通知|约定)|长期|varies|depends|not (specified|applicable|set)|no (time )?limit|unknown|tb[ac]/i;
/** A long number in the notation of a spreadsheet: its digits are lost, whatever the file shows. */
const scientific = /^\d(\.\d+)?e\+?\d+$/i;

class Wrong extends Error {}

/** Reads a row by its header. Every fault of the row is told, not only the first. `department`: whose it is if no column says it. */
export function mapRow(
  row: Row,
  header: Header,
  codeFrom?: (name: string, department: string) => string,
  department?: string,
): MappedRow {
  const rejections: Rejection[] = [];
  const values: Partial<Record<ColumnField, unknown>> = {};
  for (const column of header.columns) {
    if (column.field === 'statutoryUnit' || column.field === 'promisedUnit') continue;
    try {
      const value = read(withUnit(row, header, column), column);
      if (value !== undefined) values[column.field] = value;
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      rejections.push({ line: row.line, column: column.header, reason: error.message });
    }
  }
  if (department !== undefined) values.department ??= department;
  const beyond = row.cells.slice(header.width).find(({ text }) => text !== '');
  if (beyond)
    rejections.push({
      line: row.line,
      column: '',
      reason: `the row has more cells than the header: "${clip(beyond.text)}"`,
    });
  const columnOf = (field: ColumnField) => header.columns.find((column) => column.field === field)?.header ?? field;
  // Of main and business item (主项、子项) the finer one is what people apply for; a main item without finer ones stands for
  // itself. An empty cell under any other heading is a fault.
  const mayBeMain = !header.columns.some(({ field }) => field === 'name') || /子项|办理项/.test(columnOf('name'));
  const name = values.name || (mayBeMain ? values.mainName : undefined);
  const isRead = (field: ColumnField) => !rejections.some(({ column }) => column === columnOf(field));
  if (!name && isRead('name'))
    rejections.push({ line: row.line, column: columnOf('name'), reason: 'the name is empty' });
  if (!values.code && isRead('code')) {
    if (codeFrom && typeof name === 'string') values.code = codeFrom(name, String(values.department ?? ''));
    else rejections.push({ line: row.line, column: columnOf('code'), reason: 'the code is empty' });
  }
  if (rejections.length > 0)
    return {
      rejections: values.code ? rejections.map((one) => ({ ...one, code: values.code as string })) : rejections,
    };
  return { line: row.line, fields: { ...values, name } as unknown as ItemFields };
}

/** A bare number of a limit with the unit that stands in a column of its own, or in brackets in the heading. */
function withUnit(row: Row, header: Header, column: Column): Cell {
  const cell = row.cells[column.index] ?? { text: '' };
  const unitField = { statutoryLimit: 'statutoryUnit', promisedLimit: 'promisedUnit' }[column.field as string];
  if (unitField === undefined || !/^[\d.]+$|^[一二两三四五六七八九十百]+$/.test(cell.text)) return cell;
  const unitColumn = header.columns.find(({ field }) => field === unitField);
  const unit =
    (unitColumn && row.cells[unitColumn.index]?.text) ||
    /[(（[【]([^)）\]】]*)[)）\]】]/.exec(column.header)?.[1] ||
    '';
  // Anything but a unit (单位：工作日, in working days) says nothing about the number.
  const known =
    /工作日|自然日|日历日|小时|个?月|周|年|天|日|(?:working|business|calendar) days?|days?|weeks?|months?|years?|hours?/i.exec(
      unit,
    )?.[0];
  return known ? { ...cell, text: `${cell.text}${/^[a-z]/i.test(known) ? ' ' : ''}${known}` } : cell;
}

const clip = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function read(cell: Cell, column: Column): unknown {
  const { field, weak } = column;
  const isCode = field === 'code' || field === 'baseCode' || field === 'departmentCode';
  if (cell.spoilt === 'error') {
    if (weak) return null;
    throw new Wrong(`the cell holds an error (${cell.text}) instead of a value`);
  }
  const { text } = cell;
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/.test(text))
    throw new Wrong('the cell holds characters that cannot be read: is the encoding of the file right?');
  if (isCode) {
    if (cell.spoilt || scientific.test(text))
      throw new Wrong(
        `the code "${clip(text)}" was turned into a number by a spreadsheet and lost its digits: export the column as text`,
      );
    if (/\n/.test(text)) throw new Wrong('the code contains a line break');
    if (text.length > longest[field]!)
      throw new Wrong(`the code has ${text.length} characters, more than ${longest[field]}`);
    return text === '' ? null : text;
  }
  const list = lists[field];
  if (list) return readList(text, list, weak);
  if (nothing.test(text)) return field === 'name' ? '' : field === 'fees' ? text || null : null;
  const plain = text.replace(/\s*\n\s*/g, ' ');
  switch (field) {
    case 'kind':
      return sure(readKind(plain), plain, weak, 'is no kind of item');
    case 'level':
      return sure(readLevel(plain), plain, true, '');
    case 'statutoryLimit':
    case 'promisedLimit':
      if (noLimit.test(plain) && !/\d/.test(plain)) return null;
      return sure(readLimit(plain), plain, weak, 'is no limit of time such as 20个工作日');
    case 'immediate':
      return sure(readImmediate(plain), plain, true, '');
    case 'visits':
      return sure(readVisits(plain), plain, weak, 'is no number of visits from 0 to 9');
    case 'applicants':
      return sure(readApplicants(plain), plain, true, '');
    case 'fees':
      return plain.slice(0, 300);
    default: {
      const most = longest[field] ?? 300;
      if (plain.length <= most) return plain;
      if (weak) return null;
      throw new Wrong(`the text has ${plain.length} characters, more than ${most}`);
    }
  }
}

function sure<T>(value: T | undefined, text: string, weak: boolean, complaint: string): T | null {
  if (value !== undefined) return value;
  if (weak) return null;
  throw new Wrong(`"${clip(text)}" ${complaint}`);
}

function readList(
  text: string,
  { length, count, separators }: NonNullable<(typeof lists)[ColumnField]>,
  weak: boolean,
): string[] {
  const entries = [
    ...new Set(
      text
        .split(separators)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '' && !nothing.test(entry)),
    ),
  ];
  const tooLong = entries.find((entry) => entry.length > length);
  if (tooLong !== undefined && !weak)
    throw new Wrong(`"${clip(tooLong)}" has ${tooLong.length} characters, more than ${length}`);
  if (entries.length > count && !weak) throw new Wrong(`${entries.length} entries, more than ${count}`);
  return entries.map((entry) => entry.slice(0, length)).slice(0, count);
}
