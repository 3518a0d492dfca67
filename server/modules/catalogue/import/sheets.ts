/** Which sheets of a workbook are lists of items, and whose each is. Pure. */
import { UnreadableList } from './decode.ts';
import { findHeader, type GivenColumns, type Header } from './headers.ts';
import type { Row, Sheet } from './read-table.ts';

/** A header and the rows below it. */
export interface List {
  header: Header;
  body: readonly Row[];
  /** The name of its sheet, when there are several lists; rows are then told with it. */
  sheet?: string;
  /** Whose the rows are that cannot say it themselves: many workbooks have a sheet for each office. */
  department?: string;
}

export interface OpenedLists {
  lists: List[];
  /** Sheets with rows that are not taken. Never silently: an office would miss its items only when somebody asks for them. */
  leftOut: { sheet: string; why: string }[];
}

interface Chosen {
  /** Code columns are not needed: codes are made from the names. */
  codeFromName?: boolean;
  isDepartment?: (name: string) => boolean;
}

const office = /(?:局|委|办|院|中心|厅|署|部|会)$/;
/** They end like an office and are none. */
const noOffice = /^(?:全部|内部|外部|代办|待办|通办|新办|即办)$/;

/** Takes every sheet that names items; throws UnreadableList when none does, or when none has codes. */
export function openLists(sheets: readonly Sheet[], given: GivenColumns | undefined, chosen: Chosen = {}): OpenedLists {
  const isOffice = (name: string): boolean =>
    (office.test(name) && !noOffice.test(name)) || (name !== '' && chosen.isDepartment?.(name) === true);
  const found = sheets
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, rows }) => ({ name: name.trim(), rows, list: findList(rows, given) }));
  const named = found.flatMap(({ name, list }) => (list ? [{ name, ...list }] : []));
  if (named.length === 0) throw new UnreadableList(noName(sheets), undefined, likelyHeaders(sheets));
  const coded = named.filter(({ header }) => chosen.codeFromName || has(header, 'code'));
  if (coded.length === 0) {
    const { serial, header } = named[0]!;
    const headers = header.columns.map((column) => column.header);
    throw new UnreadableList(noCode(serial), header.line, [...headers, ...header.ignored.map(withoutRemark)]);
  }

  // A dictionary beside the lists has names and codes too, but under words that may mean anything.
  const isSure = ({ header }: { header: Header }): boolean =>
    header.columns.some(({ field, weak }) => (field === 'name' || field === 'mainName') && !weak);
  const sure = coded.some(isSure);
  const filled = coded.filter((list) => list.body.length > 0 && (!sure || isSure(list) || isOffice(list.name)));
  const taken = filled.length > 0 ? filled : coded.slice(0, 1);
  const whyNot = (name: string, header: Header | undefined, rows: number): string => {
    if (!header) return 'no column names the items';
    if (rows === 0) return 'no rows below the header';
    return coded.some((list) => list.name === name)
      ? 'its headings may mean something else'
      : 'no column holds the codes';
  };
  return {
    lists: taken.map(({ name, header, body }) => ({
      header,
      body,
      ...(taken.length > 1 ? { sheet: name } : {}),
      ...(isOffice(name) && !has(header, 'department') ? { department: name } : {}),
    })),
    leftOut: found
      .filter(({ name }) => !taken.some((list) => list.name === name))
      .map(({ name, list }) => ({ sheet: name, why: whyNot(name, list?.header, list?.body.length ?? 0) })),
  };
}

/**
 * The list of a sheet. A column 编号 or No. that counts 1, 2, 3 holds no codes: as such it would change the items 1, 2, 3 of whatever
 * other source counts its rows too. Who means it says so by hand.
 */
function findList(rows: readonly Row[], given: GivenColumns = new Map()): (List & { serial?: string }) | undefined {
  const list = findHeader(rows, given);
  const code = list?.header.columns.find(({ field, weak }) => field === 'code' && weak);
  if (!list || !code || !countsRows(list.body, code.index)) return list;
  // Another column may hold the codes.
  const other = findList(rows, new Map([...given, [code.header, '-']]));
  if (!other) return list;
  const ignored = other.header.ignored.map((one) => (one === code.header ? `${one}${remark}` : one));
  return { ...other, header: { ...other.header, ignored }, serial: code.header };
}

const remark = ' (only counts the rows)';
const withoutRemark = (header: string): string => (header.endsWith(remark) ? header.slice(0, -remark.length) : header);

/** The words that stand above the columns if any do: the row with the most of them among the first ones. */
function likelyHeaders(sheets: readonly Sheet[]): string[] {
  const rows = (sheets[0]?.rows ?? []).slice(0, 10).map(({ cells }) => cells.map(({ text }) => text).filter(Boolean));
  return [...new Set(rows.reduce<string[]>((best, row) => (row.length > best.length ? row : best), []))].slice(0, 60);
}

function countsRows(body: readonly Row[], index: number): boolean {
  const values = body.map(({ cells }) => cells[index]?.text ?? '').filter((text) => text !== '');
  return values.length > 0 && values.every((text, at) => /^\d{1,6}$/.test(text) && Number(text) === at + 1);
}

const has = (header: Header, field: string): boolean => header.columns.some((column) => column.field === field);

function noName(sheets: readonly Sheet[]): string {
  const seen = sheets[0]?.rows[0]?.cells
    .map(({ text }) => text)
    .filter(Boolean)
    .slice(0, 12)
    .join(' | ');
  return `No column names the items: the first row reads "${seen ?? ''}". Say which one does with --map "HEADER=name".`;
}

const noCode = (serial: string | undefined): string =>
  `No column holds the codes of the items${serial === undefined ? '' : `: "${serial}" only counts the rows`}. Say which one does with --map "HEADER=code"; for a list without codes make them from the names with --code-from name.`;

/** The columns of all lists, each once: what a reader checks is what a heading was taken for. */
export function headerOfAll(lists: readonly List[]): Pick<Header, 'columns' | 'ignored'> {
  const columns = lists.flatMap(({ header }) => header.columns);
  return {
    columns: [...new Map(columns.map((column) => [`${column.header}\n${column.field}`, column])).values()],
    ignored: [...new Set(lists.flatMap(({ header }) => header.ignored))],
  };
}
