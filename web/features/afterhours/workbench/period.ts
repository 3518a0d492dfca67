/** Which days of service the list of requests and its figures are about. */
import { today } from '#web/words/dates.ts';

export interface Period {
  from: string;
  /** Absent: to the last request there is. */
  to: string | undefined;
}

/** The last day of the month in which a day lies. */
export const monthEnd = (day: string): string =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10);

/**
 * From the first of this month on, unless the address says otherwise. What is still to come has no end: a request for the next month waits
 * to be decided in this one. A month that is over ends with itself, for its sheet.
 */
export function periodOf(asked: { from?: string | undefined; to?: string | undefined }, now: string = today()): Period {
  const from = asked.from ?? `${now.slice(0, 8)}01`;
  if (asked.to) return { from, to: asked.to };
  return { from, to: from.slice(0, 7) < now.slice(0, 7) ? monthEnd(from) : undefined };
}
