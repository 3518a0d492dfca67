/** What a turn came to, in words: by the rule, and what a superior says of it. */
import type { ReactNode } from 'react';
import type { TurnLine } from '#modules/floor/contract';
import { sayTime } from '#web/words/dates.ts';
import { useWords } from '#web/words/language.ts';
import { floorWords } from '../words.ts';

/** Marks that are no good. */
export const bad: ReadonlySet<string> = new Set(['missing', 'late', 'early', 'lateAndEarly', 'absent']);

export function Result({ row }: { row: TurnLine }): ReactNode {
  const say = useWords(floorWords);
  const parts = [
    say.marks[row.mark],
    ...(row.byRule === 'late' || row.byRule === 'lateAndEarly' ? [say.lateBy(row.lateMinutes)] : []),
    ...(row.lateFrom ? [say.plannedAt(sayTime(row.lateFrom))] : []),
    ...(row.byRule === 'early' || row.byRule === 'lateAndEarly' ? [say.earlyBy(row.earlyMinutes)] : []),
    ...(row.amended ? [say.byRule(say.marks[row.byRule]), say.amendedBy(row.amended.by, row.amended.reason)] : []),
  ];
  return <span className={bad.has(row.mark) ? 'floor-bad' : ''}>{`${bad.has(row.mark) ? '▲ ' : ''}${parts.join(' · ')}`}</span>; // prettier-ignore
}
