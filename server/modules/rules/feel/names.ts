/**
 * Names of FEEL may hold spaces and signs (`Full Name`, `Pre-bureau`): what a name is depends on the names that are known. The
 * longest one that fits is taken.
 */

/** The built-in functions whose names have spaces; `and` in `date and time` is no operator. */
export const spacedFunctions = [
  'date and time',
  'years and months duration',
  'string length',
  'substring before',
  'substring after',
  'upper case',
  'lower case',
  'starts with',
  'ends with',
  'string join',
  'list contains',
  'list replace',
  'insert before',
  'index of',
  'distinct values',
  'round up',
  'round down',
  'round half up',
  'round half down',
  'day of year',
  'day of week',
  'month of year',
  'week of year',
  'get value',
  'get entries',
  'context put',
  'context merge',
  'met by',
  'overlaps before',
  'overlaps after',
  'finished by',
  'started by',
  'get or else',
] as const;

/** Properties of values whose names have spaces. */
export const spacedProperties = ['time offset', 'start included', 'end included'] as const;

/** Types whose names have spaces. */
export const spacedTypes = ['date and time', 'days and time duration', 'years and months duration'] as const;

const startsName = /[\p{L}_?\p{Extended_Pictographic}]/u;
const inName = /[\p{L}\p{N}\p{M}_?\p{Extended_Pictographic}\u200d]/u;

export const isNameStart = (char: string): boolean => startsName.test(char) && !/\p{N}/u.test(char);
export const isNamePart = (char: string): boolean => inName.test(char);
/** Whether a name needs to be known in order to be read: anything that is not one plain word. */
export const isSpaced = (name: string): boolean => !/^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u.test(name);
export const plainSpaces = (name: string): string => name.trim().replaceAll(/\s+/g, ' ');

/** How far `name` reaches in `text` from `at`, spaces being as many as one likes; -1 if it is not there. */
export function reachOf(text: string, at: number, name: string): number {
  let here = at;
  for (const char of name) {
    if (char === ' ') {
      if (!/\s/.test(text[here] ?? '')) return -1;
      while (/\s/.test(text[here] ?? '')) here += 1;
    } else if (text.startsWith(char, here)) here += char.length;
    else return -1;
  }
  const next = String.fromCodePoint(text.codePointAt(here) ?? 32);
  return isNamePart(next) && isNamePart(name.at(-1)!) ? -1 : here;
}

/** The longest of the names that stands at `at`. */
export function longestAt(
  text: string,
  at: number,
  names: Iterable<string>,
): { name: string; end: number } | undefined {
  let best: { name: string; end: number } | undefined;
  for (const name of names) {
    const end = reachOf(text, at, name);
    if (end > (best?.end ?? at)) best = { name, end };
  }
  return best;
}
