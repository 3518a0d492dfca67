/** How many are called before somebody, as people count it who stand in a hall. Pure. */
import type { HallState } from './hall-state.ts';

type Queue = {
  /** In the order in which they are called. */
  waiting: readonly Pick<HallState['waiting'][number], 'errand' | 'forWindow'>[];
  windows: readonly Pick<HallState['windows'][number], 'errands' | 'open'>[];
};

/**
 * Before each of those who wait, and before whoever comes now for each errand, behind the first `cameBefore`: those whom the window that is nearest to calling
 * them calls first. A special window calls its own next, however many wait for the general ones that could help it. Where no window is open for an errand,
 * those of the same errand are before.
 */
export function countAhead(
  { waiting, windows }: Queue,
  errands: number,
  cameBefore: number,
): { ofWaiting: number[]; ofErrand: number[] } {
  const calls = windows.map(({ open, errands: own }) => (open ? new Set(own) : undefined));
  const byWindow = windows.map(() => 0);
  const byErrand = Array.from({ length: errands }, () => 0);
  const before = (errand: number, forWindow: number): number => {
    const lines = byWindow.filter((_, w) => (forWindow >= 0 ? w === forWindow && calls[w] : calls[w]?.has(errand)));
    return lines.length === 0 ? byErrand[errand]! : Math.min(...lines);
  };
  let ofErrand: number[] = [];
  const meet = (): void => {
    ofErrand = byErrand.map((_, errand) => before(errand, -1));
  };
  const ofWaiting = waiting.map(({ errand, forWindow }, i) => {
    if (i === cameBefore) meet();
    const ahead = before(errand, forWindow);
    byErrand[errand]! += 1;
    for (const [w, own] of calls.entries())
      if (own && (forWindow >= 0 ? w === forWindow : own.has(errand))) byWindow[w]! += 1;
    return ahead;
  });
  if (cameBefore >= waiting.length) meet();
  return { ofWaiting, ofErrand };
}
