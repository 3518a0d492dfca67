/** What turns can come to, and how many came to what. The browser has it from the contract. */
/** What a turn came to. `unplanned`: somebody was there whom nobody had planned. */
export const marks = ['pending', 'missing', 'present', 'late', 'early', 'lateAndEarly', 'absent', 'leave', 'unplanned'] as const; // prettier-ignore
export type Mark = (typeof marks)[number];
/** What a superior can say instead of the rule. */
export const amendments = ['present', 'leave', 'absent'] as const;
export type Amended = (typeof amendments)[number];

export type Tally = Record<Mark, number>;
/** How many turns came to what. */
export function tallyOf(all: readonly { mark: Mark }[]): Tally {
  const tally = Object.fromEntries(marks.map((mark) => [mark, 0])) as Tally;
  for (const { mark } of all) tally[mark] += 1;
  return tally;
}
