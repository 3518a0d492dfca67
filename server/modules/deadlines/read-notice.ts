/**
 * Reads a list of days (date, kind, name) into yearly notices: what the State Council publishes, as people type it. Pure. A day
 * off that is a working day by itself, and a weekend that is worked, are what a notice says; everything else follows.
 */
import { parse, type CsvError } from 'csv-parse/sync';
import type { PublishedYear } from './calendar.ts';
import { addDays, daysBetween, isDay, weekdayOf, type Day } from './dates.ts';

/** Something in the file that cannot be meant, with its line. */
export class NoticeFault extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(`Line ${line}: ${message}`);
    this.name = 'NoticeFault';
    this.line = line;
  }
}

const headers: Record<'date' | 'kind' | 'name', readonly string[]> = {
  date: ['date', 'day', '日期', '日子'],
  kind: ['kind', 'type', '类型', '类别', '性质'],
  name: ['name', 'festival', 'holiday', '名称', '节日', '假日'],
};
const off = new Set(['holiday', 'off', 'dayoff', '休', '休息', '放假', '休假', '假日', '节假日', '法定节假日']);
const worked = new Set(['makeup', 'worked', 'working', 'workday', 'work', '班', '上班', '调休', '补班', '工作日', '调休上班']); // prettier-ignore

interface Listed {
  line: number;
  date: Day;
  worked: boolean;
  name: string;
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');

/** 2027-01-01, 2027/1/1, 2027.1.1, 20270101 and 2027年1月1日. */
function dayIn(text: string): Day | undefined {
  const parts = /^(\d{4})(?:[-/.年]?)(\d{1,2})(?:[-/.月]?)(\d{1,2})日?$/.exec(text.trim());
  if (!parts) return undefined;
  const day = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

function rowsOf(text: string): { line: number; cells: string[] }[] {
  try {
    const parsed = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return parsed.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    throw new NoticeFault((error as CsvError & { lines?: number }).lines ?? 1, (error as Error).message);
  }
}

function listed(text: string): Listed[] {
  const [head, ...rows] = rowsOf(text);
  if (!head) throw new NoticeFault(1, 'The file is empty.');
  const at = Object.fromEntries(
    Object.entries(headers).map(([field, known]) => [
      field,
      head.cells.findIndex((cell) => known.includes(plain(cell))),
    ]),
  ) as Record<keyof typeof headers, number>;
  if (at.date < 0 || at.kind < 0)
    throw new NoticeFault(head.line, 'The first line has to name the columns: date,kind,name (日期,类型,名称).');
  const seen = new Map<Day, number>();
  return rows.map(({ line, cells }) => {
    const date = dayIn(cells[at.date] ?? '');
    if (!date) throw new NoticeFault(line, `"${cells[at.date] ?? ''}" is not a day: write it as 2027-01-01.`);
    const kind = plain(cells[at.kind] ?? '');
    if (!off.has(kind) && !worked.has(kind))
      throw new NoticeFault(line, `"${cells[at.kind] ?? ''}" is neither holiday (放假) nor makeUp (调休上班).`);
    const before = seen.get(date);
    if (before !== undefined) throw new NoticeFault(line, `${date} stands on line ${before} already.`);
    seen.set(date, line);
    if (worked.has(kind) && weekdayOf(date) % 6 !== 0)
      throw new NoticeFault(line, `${date} is worked anyway: only a weekend can make up for a day off.`);
    return { line, date, worked: worked.has(kind), name: (at.name < 0 ? '' : (cells[at.name] ?? '')).trim() };
  });
}

/** The year of whose notice a day is part: December belongs to the next one when the file has nothing else of its own year. */
function noticeYears(days: readonly Listed[]): Map<Listed, number> {
  const months = new Map<number, Set<string>>();
  for (const { date } of days) {
    const year = Number(date.slice(0, 4));
    (months.get(year) ?? months.set(year, new Set()).get(year)!).add(date.slice(5, 7));
  }
  const onlyDecember = (year: number): boolean => {
    const known = months.get(year)!;
    return known.size === 1 && known.has('12') && months.has(year + 1);
  };
  return new Map(
    days.map((day) => {
      const year = Number(day.date.slice(0, 4));
      return [day, onlyDecember(year) ? year + 1 : year];
    }),
  );
}

/** The notices in a file, one for each year. Throws a NoticeFault that names the line. */
export function readNotices(text: string): PublishedYear[] {
  const days = listed(text).toSorted((a, b) => a.date.localeCompare(b.date));
  if (days.length === 0) throw new NoticeFault(1, 'The file has no days.');
  const yearOf = noticeYears(days);
  return [...Map.groupBy(days, (day) => yearOf.get(day)!)].map(([year, all]) => ({
    year,
    festivals: festivalsOf(year, all),
  }));
}

interface Festival {
  name: string;
  from: Day;
  to: Day;
  worked: Day[];
}

/** Days off that follow each other under one name are one festival; a worked weekend belongs to the festival of its name, or the nearest. */
function festivalsOf(year: number, days: readonly Listed[]): Festival[] {
  const festivals: Festival[] = [];
  for (const { date, name } of days.filter((day) => !day.worked)) {
    const last = festivals.at(-1);
    if (last && last.name === (name || last.name) && addDays(last.to, 1) === date) last.to = date;
    else festivals.push({ name: name || '放假', from: date, to: date, worked: [] });
  }
  const made = days.filter((day) => day.worked);
  if (festivals.length === 0) throw new NoticeFault(made[0]!.line, `The notice for ${year} has no day off.`);
  for (const { date, name } of made) {
    const far = (festival: Festival): number => Math.abs(daysBetween(festival.from, date));
    const named = festivals.filter((festival) => name !== '' && festival.name === name);
    const [nearest] = (named.length > 0 ? named : festivals).toSorted((a, b) => far(a) - far(b));
    nearest!.worked.push(date);
  }
  return festivals;
}
