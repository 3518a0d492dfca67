/**
 * Patterns of XPath (10.3.4.3) on an engine whose time grows with the text and not with what the pattern could mean: whoever writes rules, or
 * hands in a text for them, cannot stop the server with `(a+)+$`. What such an engine cannot do (a group that refers to another) is no
 * pattern here, and the function gives null as for any other that cannot be read.
 */
import { RE2JS, RE2JSException } from 're2js';
import { spend } from '../budget.ts';

/** Longer ones are no pattern of a rule; and a short one can ask for no more than so many steps for each sign of the text. */
const longest = 1_000;
const mostSteps = 20_000;

/** `[a-z-[aeiou]]` takes away from a class: a class of the same signs, written out by what is left, from the first 65,536. */
function withoutSubtraction(source: string): string | undefined {
  const found = /\[(\^?)((?:[^[\]\\]|\\.)+)-\[((?:[^[\]\\]|\\.)+)\]\]/su.exec(source);
  if (!found) return source;
  const [whole, not, from, away] = found;
  spend(20_000);
  const kept = RE2JS.compile(`[${not}${from}]`, RE2JS.DOTALL);
  const gone = RE2JS.compile(`[${away}]`, RE2JS.DOTALL);
  const ranges: string[] = [];
  let start = -1;
  for (let code = 0; code <= 0x1_0000; code += 1) {
    const sign = String.fromCodePoint(code);
    const inside = code < 0x1_0000 && (code < 0xd800 || code > 0xdfff) && kept.testExact(sign) && !gone.testExact(sign);
    if (inside && start < 0) start = code;
    if (!inside && start >= 0) {
      ranges.push(`\\x{${start.toString(16)}}-\\x{${(code - 1).toString(16)}}`);
      start = -1;
    }
  }
  if (ranges.length === 0) return undefined;
  const rest = `${source.slice(0, found.index)}[${ranges.join('')}]${source.slice(found.index + whole.length)}`;
  return withoutSubtraction(rest);
}

/** What XPath writes in another way: digits of all scripts, and what names of XML begin with and consist of. */
const inXPath: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  i: '\\pL_:',
  c: '\\pL\\pN_:.\\-',
};

/** Escapes of XPath as the engine has them; undefined where it has none. */
function withItsEscapes(source: string): string | undefined {
  let written = '';
  let inClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at]!;
    if (sign !== '\\') {
      if (sign === '[') inClass = true;
      else if (sign === ']') inClass = false;
      written += sign;
      continue;
    }
    at += 1;
    const escaped = source[at] ?? '';
    const own = inXPath[escaped.toLowerCase()];
    const not = own !== undefined && escaped !== escaped.toLowerCase();
    if (not && inClass) return undefined;
    written += own === undefined ? `\\${escaped}` : inClass ? own : `[${not ? '^' : ''}${own}]`;
  }
  return written;
}

function read(pattern: string, flags: string): RE2JS | undefined {
  if (!/^[smixq]*$/.test(flags) || pattern.length > longest) return undefined;
  try {
    const plain = flags.includes('x') && !flags.includes('q') ? pattern.replaceAll(/\s+/g, '') : pattern;
    const escaped = flags.includes('q') ? RE2JS.quote(plain) : withItsEscapes(plain);
    const written = flags.includes('q') || escaped === undefined ? escaped : withoutSubtraction(escaped);
    if (written === undefined) return undefined;
    const how =
      (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
      (flags.includes('s') ? RE2JS.DOTALL : 0) |
      (flags.includes('m') ? RE2JS.MULTILINE : 0);
    const made = RE2JS.compile(written, how);
    return made.programSize() > mostSteps ? undefined : made;
  } catch (error) {
    if (error instanceof RE2JSException) return undefined;
    throw error;
  }
}

/** The same few patterns are asked for again with every case. */
const known = new Map<string, RE2JS | undefined>();

/** A pattern with its flags (`s`, `m`, `i`, `x`, `q`); undefined where it is none. */
export function patternOf(pattern: string, flags = ''): RE2JS | undefined {
  const key = `${flags}/${pattern}`;
  if (!known.has(key)) {
    if (known.size >= 200) known.clear();
    known.set(key, read(pattern, flags));
  }
  return known.get(key);
}

/** A pattern to be held against a text: each sign against each step of the pattern, some of which together cost one step of FEEL. */
export function patternFor(text: string, pattern: string, flags?: string): RE2JS | undefined {
  const found = patternOf(pattern, flags);
  if (found) spend(Math.ceil((found.programSize() * text.length) / 16));
  return found;
}

/** A text cut at each place that a pattern matches; nothing is cut off before its first sign or behind its last. */
export function cutAt(text: string, pattern: RE2JS): string[] {
  const parts: string[] = [];
  let last = 0;
  for (const { 0: found, index } of pattern.matchAll(text)) {
    if (found === '' && (index === 0 || index! >= text.length)) continue;
    parts.push(text.slice(last, index));
    last = index! + found.length;
  }
  return [...parts, text.slice(last)];
}

/** Each match replaced by what `say` makes of it: the whole match, then its groups. */
export function replaceEach(
  text: string,
  pattern: RE2JS,
  say: (groups: readonly (string | undefined)[]) => string,
): string {
  let made = '';
  let last = 0;
  for (const match of pattern.matchAll(text)) {
    made += text.slice(last, match.index) + say(match);
    last = match.index! + match[0].length;
  }
  return made + text.slice(last);
}
