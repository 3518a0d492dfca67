/** Built-in functions of texts (10.3.4.3). Characters are code points. */
import { decimal, type Decimal } from '../decimal.ts';
import type { ListValue, Value } from '../values.ts';
import { cutAt, patternFor, replaceEach } from './patterns.ts';
import { builtin } from './signature.ts';

function substring(text: string, start: Decimal, length?: Decimal): Value {
  const chars = [...text];
  const from = start.trunc().toNumber();
  const count = length?.trunc().toNumber() ?? chars.length;
  if (from === 0 || count < 1 || Math.abs(from) > chars.length) return from === 0 || count < 1 ? null : '';
  const begin = from > 0 ? from - 1 : chars.length + from;
  return chars.slice(begin, begin + count).join('');
}

function replace(input: string, pattern: string, replacement: string, flags?: string): Value {
  const found = patternFor(input, pattern, flags);
  if (!found) return null;
  // $0 is the whole match, $$ no escape, and a backslash says that a sign is meant as it is.
  const parts = replacement.match(/\\[\\$]|\$\d|[^\\$]+|[\\$]/g) ?? [];
  return replaceEach(
    input,
    found,
    (groups) =>
    parts.map((part) => (/^\$\d$/.test(part) ? (groups[Number(part[1])] ?? '') : /^\\[\\$]$/.test(part) ? part[1] : part)).join(''), // prettier-ignore
  );
}

function matches(input: string, pattern: string, flags?: string): Value {
  return patternFor(input, pattern, flags)?.test(input) ?? null;
}

function split(text: string, delimiter: string): Value {
  const found = patternFor(text, delimiter);
  return found ? cutAt(text, found) : null;
}

const two = (run: (text: string, match: string) => Value) => builtin(['string:string, match:string', run]);

function stringJoin(list: ListValue, delimiter?: string | null): Value {
  if (list.some((item) => item !== null && typeof item !== 'string')) return null;
  return list.filter((item) => item !== null).join(delimiter ?? '');
}

export const stringFunctions = {
  substring: builtin(['string:string, start position:number, length?:number', substring]),
  'string length': builtin(['string:string', (text: string) => decimal([...text].length)]),
  'upper case': builtin(['string:string', (text: string) => text.toUpperCase()]),
  'lower case': builtin(['string:string', (text: string) => text.toLowerCase()]),
  'substring before': two((text, match) => text.slice(0, Math.max(0, text.indexOf(match)))),
  'substring after': two((text, match) => (text.includes(match) ? text.slice(text.indexOf(match) + match.length) : '')),
  replace: builtin(['input:string, pattern:string, replacement:string, flags?~:string', replace]),
  contains: two((text, match) => text.includes(match)),
  'starts with': two((text, match) => text.startsWith(match)),
  'ends with': two((text, match) => text.endsWith(match)),
  matches: builtin(['input:string, pattern:string, flags?~:string', matches]),
  split: builtin(['string:string, delimiter:string', split]),
  'string join': builtin(['list:list, delimiter?~:string', stringJoin]),
};
