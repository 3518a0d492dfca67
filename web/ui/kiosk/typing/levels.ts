/** How much a word is used, as one letter in the list of words: each level is used a quarter less than the one before. */

const step = Math.log(1.3);
/** 了, in the books that were counted. */
const mostUses = 883_634;
/** Of all words together, which makes a chance of a count. */
const allUses = 60_000_000;
const lowest = 55;

/** 0 for the most common; what nobody has counted comes last. */
export const levelOf = (uses: number): number =>
  Math.max(0, Math.min(lowest, Math.round(Math.log(mostUses / Math.max(uses, 0.1)) / step)));

/** Characters that are in no everyday use come after all others, old forms of common ones too: those that books have first. */
export const rareLevel = (uses: number): number => lowest + (uses >= 1 ? 1 : 2);

export const letterOf = (level: number): string => String.fromCharCode(65 + level);

/** How unlikely a word of this letter is: the negative logarithm of its chance, so that those of a sentence are added up. */
export const costOf = (letter: string): number => Math.log(allUses / mostUses) + (letter.charCodeAt(0) - 65) * step;
