/** A document with known content, as the bench makes it. */
import type { ReadKind } from '../../server/modules/reading/kinds.ts';

/** What is wrong with a third of them: one digit altered, a name that belongs to somebody else, a period that has run out. */
export const wrongs = ['alteredDigit', 'otherPerson', 'expired'] as const;
export type Wrong = (typeof wrongs)[number];

export interface Paper {
  kind: ReadKind;
  /** What is printed, by the fields' names. */
  expected: Record<string, string>;
  /** What is wrong on purpose. The reading has to say what is printed all the same. */
  wrong?: Wrong | undefined;
  html: string;
  width: number;
  height: number;
}
