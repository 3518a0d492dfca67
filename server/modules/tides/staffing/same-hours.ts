/** Days whose doors were open at the same hours, for staff is planned for the time in which they are. Pure. */
import type { planOn } from '#modules/offices';
import { partMinutes } from '../usual/count-day.ts';

export type Spans = ReturnType<typeof planOn>['spans'];

export interface SameHours {
  days: string[];
  /** Whether the doors were open in a quarter of an hour of each of these days. */
  isOpen: (part: number) => boolean;
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const openIn =
  (spans: Spans | null) =>
  (part: number): boolean =>
    spans === null ||
    spans.some(({ opens, closes }) => part * partMinutes >= minuteOf(opens) - partMinutes / 2 && part * partMinutes < minuteOf(closes)); // prettier-ignore

/**
 * Each day by its own plan: one that closed at noon says nothing of the afternoons of the others. `spansOn` null where nobody has entered
 * hours: all of the day counts. A day on which the doors were to stay closed is left out, whoever was served.
 */
export function bySameHours(days: readonly string[], spansOn: (day: string) => Spans | null): SameHours[] {
  const groups = new Map<string, SameHours>();
  for (const day of days) {
    const spans = spansOn(day);
    if (spans?.length === 0) continue;
    const key = JSON.stringify(spans);
    const group = groups.get(key);
    if (group) group.days.push(day);
    else groups.set(key, { days: [day], isOpen: openIn(spans) });
  }
  return [...groups.values()];
}
