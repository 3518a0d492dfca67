/** What a sentence means as a whole: 爷爷走了户口怎么销 names no death, and means its registration. Pure. */
import { normalise } from './text.ts';
import { groups, sayings } from './thesaurus/sayings.ts';

interface Saying {
  pattern: RegExp;
  official: string;
}
/**
 * Unbounded gaps are bounded, so that the two ends of a long sentence are not taken as one saying. A Latin word at the beginning
 * of an alternative begins a word of the request too: there is no stall in "install".
 */
const patternOf = (words: string): RegExp =>
  new RegExp(
    words
      .replaceAll('.*', '.{0,12}')
      .replace(/\{([a-z]+)\}/g, (_, name: string) => groups[name] ?? '')
      .replace(/(?<=^|[(|])(?=[a-z])/g, String.raw`\b`),
  );

const all: Saying[] = sayings
  .map((line) => line.split(' => '))
  .filter((line) => line.length === 2)
  .map(([pattern, official]) => ({ pattern: patternOf(pattern!), official: normalise(official!) }));

/** The official words of what is said, with the part of the request that says so. `plain` is a normalised request. */
export const meantBy = (plain: string): { official: string; words: string }[] =>
  all.flatMap(({ pattern, official }) => {
    const found = pattern.exec(plain);
    return found && found[0] !== '' ? [{ official, words: found[0] }] : [];
  });
