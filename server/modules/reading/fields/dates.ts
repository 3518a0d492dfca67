/** Days as certificates print them: 2015年03月12日, 2015.03.12, 二〇一五年三月十二日. Pure. */

const digits = new Map([...'零〇○O一二三四五六七八九'].map((letter, i) => [letter, i < 4 ? 0 : i - 3]));
/** What a recogniser makes of 〇 and of 一 in years. */
const zero = /[零〇○OoΟ0]/g;

/** A number up to 99 in Chinese (十二, 二十一, 三十), or in figures; undefined for anything else. */
export function smallNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!found || text === '') return undefined;
  const [, tens, ten, ones] = found;
  if (!ten) return tens && ones ? undefined : digits.get((tens ?? ones)!);
  return (tens ? digits.get(tens)! : 1) * 10 + (ones ? digits.get(ones)! : 0);
}

function yearOf(text: string): number | undefined {
  if (/^\d{4}$/.test(text)) return Number(text);
  const figures = [...text.replaceAll(zero, '〇')].map((letter) => digits.get(letter));
  if (figures.length !== 4 || figures.some((figure) => figure === undefined)) return undefined;
  return Number(figures.join(''));
}

/** YYYY-MM-DD if there is such a day between 1900 and 2199. */
export function dayOf(
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
): string | undefined {
  if (year === undefined || month === undefined || day === undefined || year < 1900 || year > 2199) return undefined;
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text ? text : undefined;
}

const numeral = '[零〇○OoΟ0-9一二三四五六七八九]{4}';
const part = '(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})';
const written = new RegExp(`(${numeral})\\s*[年.\\-/,、·．]\\s*(${part})\\s*[月.\\-/,、·．]\\s*(${part})\\s*日?`, 'gu');
/** Eight figures whose dots were not seen. */
const packed = /(?<!\d)(\d{4})[.\-/]?(\d{2})[.\-/]?(\d{2})(?!\d)/g;

/** All days in a text, in their order; undefined for what looks like a day and is none. */
export function daysIn(text: string): (string | undefined)[] {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const found = [...plain.matchAll(written)];
  if (found.length > 0) return found.map(([, y, m, d]) => dayOf(yearOf(y!), smallNumber(m!), smallNumber(d!)));
  return [...plain.matchAll(packed)].map(([, y, m, d]) => dayOf(Number(y), Number(m), Number(d)));
}

const openEnd = /长\s*期|永\s*久|无固定期限/;

/** From one day to another as ISO 8601: `2015-03-12/2035-03-12`, `2015-03-12/..` without an end; undefined when it is not clear. */
export function intervalIn(text: string): string | undefined {
  const days = daysIn(text);
  if (days.some((day) => day === undefined) || days.length > 2) return undefined;
  const [from, to] = days as string[];
  if (from && to) return from <= to ? `${from}/${to}` : undefined;
  if (openEnd.test(text)) return `${from ?? '..'}/..`;
  if (from && /^\s*(至|到|截止|有效期至)/.test(text)) return `../${from}`;
  return undefined;
}
