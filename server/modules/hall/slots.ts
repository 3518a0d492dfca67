/** The times of a day for appointments, from its opening hours. Pure. */

import { instantOn } from '#platform/clock';

export interface Time {
  startsAt: Date;
  endsAt: Date;
}

/** HH:MM of Asia/Shanghai. */
interface Span {
  opens: string;
  closes: string;
}

/** Slots of so many minutes; the rest of a span that is shorter than one is left over. */
export function slotsOf(day: string, spans: readonly Span[], minutes: number): Time[] {
  return spans.flatMap(({ opens, closes }) => {
    const [from, to] = [instantOn(day, opens).getTime(), instantOn(day, closes).getTime()];
    const count = Math.max(0, Math.floor((to - from) / (minutes * 60_000)));
    return Array.from({ length: count }, (_, i) => ({
      startsAt: new Date(from + i * minutes * 60_000),
      endsAt: new Date(from + (i + 1) * minutes * 60_000),
    }));
  });
}

/** Whole minutes of the spans that are still to come. */
export const minutesLeft = (day: string, spans: readonly Span[], at: Date): number =>
  spans.reduce((sum, { opens, closes }) => {
    const from = Math.max(instantOn(day, opens).getTime(), at.getTime());
    return sum + Math.max(0, Math.ceil((instantOn(day, closes).getTime() - from) / 60_000));
  }, 0);

/** Somebody with an appointment may come so many minutes before it. */
export const earlyMinutes = 60;
