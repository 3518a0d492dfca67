/** Rare letters that the recogniser takes for common ones without any doubt: both are offered, and a person looks. Pure. */
import type { ValueType } from './values.ts';

/** As it is read, at the beginning of a name, and what may stand there. */
const surnames: readonly (readonly [string, string])[] = [['余', '佘'], ['逢', '逄'], ['开', '亓'], ['元', '亓']]; // prettier-ignore
/** Within names of places and of what is called after them. */
const places: readonly (readonly [string, string])[] = [['西阳土', '酉阳土'], ['西阳县', '酉阳县'], ['西阳自', '酉阳自']]; // prettier-ignore

/** What a value may say instead of what was read; undefined for nearly all. */
export function lookAlike(type: ValueType, text: string): string | undefined {
  // Parties of a contract may be people or organisations.
  if (type === 'name' || (type === 'organisation' && text.length <= 4)) {
    const start = text.search(/\p{Script=Han}/u);
    const found = surnames.find(([read]) => start >= 0 && text.startsWith(read, start));
    if (found) return text.replace(found[0], found[1]);
  }
  if (type !== 'organisation' && type !== 'address') return undefined;
  const found = places.find(([read]) => text.includes(read));
  return found && text.replace(found[0], found[1]);
}
