/** Text that the database can keep: JSON may carry a zero character or half of a surrogate pair, and PostgreSQL takes neither. */

const fits = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
/** Nothing that people fill in lies deeper; what does is made to exhaust whoever walks through it. */
const deepest = 100;

/**
 * Where a value cannot be stored, as a JSON pointer (`/answers/name`); undefined when all of it can. A request is refused for it before
 * anything is done: an act of several steps must not stop at its third.
 */
export function unstorableAt(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return fits(value) ? undefined : '';
  if (value === null || typeof value !== 'object') return undefined;
  if (depth === deepest) return '';
  for (const [key, inner] of Object.entries(value)) {
    // A key that cannot be shown is named by what it lies in.
    if (!fits(key)) return '';
    const below = unstorableAt(inner, depth + 1);
    if (below !== undefined) return `/${key}${below}`;
  }
  return undefined;
}

/** Whether all of the value can be stored. */
export const isStorable = (value: unknown): boolean => unstorableAt(value) === undefined;
