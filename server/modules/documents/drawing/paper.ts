/** A document as words, before it is drawn: the same for A4 and for the 80 mm roll. No I/O. */
import type { DocumentKind } from '../kinds.ts';

/** A part of a document. Texts are plain; `p` is a paragraph that begins two letters in. */
export type Block =
  | { p: string }
  /** Numbered one by one. */
  | { list: readonly string[] }
  /** `whole`: stands on the page of the part that follows, as far as that fits on a page. */
  | { heading: string; whole?: boolean }
  /** Two columns: what, and its value. */
  | { pairs: readonly (readonly [label: string, value: string])[] }
  | {
      table: {
        head: readonly string[];
        widths: readonly number[];
        rows: readonly (readonly string[])[];
        right?: readonly number[];
      };
    }
  /** A plain chart: lying bars, the longest as wide as there is room. */
  | { bars: readonly { label: string; value: number; said: string }[] }
  /** Room for a signature. */
  | { sign: readonly string[] }
  | { note: string };

/** All that is drawn. */
export interface Paper {
  kind: DocumentKind;
  title: string;
  titleEn: string;
  number: string;
  /** 李××： — absent for forms. */
  to?: string;
  blocks: readonly Block[];
  /** In whose name, on which day; the seal goes over both. */
  issuer: string;
  issuedOn: string;
  sealName: string;
  /** How to reach the office. */
  contact: readonly string[];
  /** 一式两份 and the like. */
  copies?: string;
  verifyUrl: string;
  verifyCode: string;
}

/** 2026-06-10 → 2026年6月10日; anything else stays as it is. */
export function sayDate(day: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return found ? `${found[1]}年${Number(found[2])}月${Number(found[3])}日` : day;
}

/** An instant (ISO 8601) or a day in words: 2026年6月10日9时30分, in the time of Asia/Shanghai. */
export function sayTime(at: string): string {
  if (!at.includes('T')) return sayDate(at);
  const shanghai = new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
  return `${sayDate(shanghai.slice(0, 10))}${Number(shanghai.slice(11, 13))}时${shanghai.slice(14, 16)}分`;
}

const digits = '零壹贰叁肆伍陆柒捌玖';
const units = ['', '拾', '佰', '仟'];

/** Money in capital numerals (中文大写金额, 支付结算办法): 123456 fen → 壹仟贰佰叁拾肆元伍角陆分. */
export function sayCapitals(fen: number): string {
  const yuan = Math.trunc(fen / 100);
  const jiao = Math.trunc((fen % 100) / 10);
  const rest = fen % 10;
  const whole = yuan === 0 ? (fen === 0 ? '零元' : '') : `${wholeCapitals(yuan)}元`;
  if (jiao === 0 && rest === 0) return `${whole}整`;
  const small = `${jiao > 0 ? `${digits[jiao]}角` : whole ? '零' : ''}${rest > 0 ? `${digits[rest]}分` : ''}`;
  return `${whole}${small}${rest === 0 ? '整' : ''}`;
}

function wholeCapitals(yuan: number): string {
  const groups: number[] = [];
  for (let left = yuan; left > 0; left = Math.trunc(left / 10_000)) groups.push(left % 10_000);
  let text = '';
  let gap = false;
  for (let at = groups.length - 1; at >= 0; at--) {
    const group = groups[at]!;
    if (group === 0) {
      gap = text !== '';
      continue;
    }
    if (text !== '' && (gap || group < 1000)) text += '零';
    text += fourCapitals(group) + ['', '万', '亿', '万亿'][at]!;
    gap = false;
  }
  return text;
}

function fourCapitals(group: number): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.trunc(group / 10 ** place) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? '零' : ''}${digits[digit]}${units[place]}`;
      gap = false;
    }
  }
  return text;
}

/** Fen as yuan: 1,234.56. */
export const sayAmount = (fen: number): string =>
  `${Math.trunc(fen / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')}.${String(fen % 100).padStart(2, '0')}`;
