/** Opening hours as they are edited: by weekday, and single days. Pure. */
import type { Hours } from '#modules/offices/contract';

export interface Span {
  opens: string;
  closes: string;
}
export interface Exception {
  on: string;
  spans: Span[];
  note: string;
}
/** `weekly` has seven lists, Monday first. */
export interface HoursDraft {
  weekly: Span[][];
  exceptions: Exception[];
}
export type SpanFault = 'order' | 'overlap' | 'time';

export const usualSpans: readonly Span[] = [
  { opens: '09:00', closes: '12:00' },
  { opens: '13:30', closes: '17:00' },
];

const byOpening = (one: Span, other: Span): number => one.opens.localeCompare(other.opens);

/** The draft of stored hours; empty days without any. */
export function draftOfHours(hours: Pick<Hours, 'weekly' | 'exceptions'> | undefined): HoursDraft {
  return {
    weekly: Array.from({ length: 7 }, (_, at) =>
      (hours?.weekly ?? [])
        .filter(({ weekday }) => weekday === at + 1)
        .map(({ opens, closes }) => ({ opens, closes }))
        .toSorted(byOpening),
    ),
    exceptions: (hours?.exceptions ?? [])
      .map(({ on, spans, note }) => ({ on, note, spans: spans.toSorted(byOpening) }))
      .toSorted((one, other) => one.on.localeCompare(other.on)),
  };
}

/** What is sent. */
export const bodyOfHours = (draft: HoursDraft): Pick<Hours, 'weekly' | 'exceptions'> => ({
  weekly: draft.weekly.flatMap((spans, at) => spans.map((span) => ({ weekday: at + 1, ...span }))),
  exceptions: draft.exceptions,
});

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);

/** A time as people type it: 9, 930, 9:30, 9：30 become 09:30; anything else stays. */
export function timeOf(text: string): string {
  const parts = /^(\d{1,2})[:：.]?(\d{2})?$/.exec(text.trim());
  return parts ? `${parts[1]!.padStart(2, '0')}:${parts[2] ?? '00'}` : text.trim();
}

/** What is wrong with the spans of one day: the first thing. */
export function faultOfSpans(spans: readonly Span[]): SpanFault | undefined {
  if (spans.some(({ opens, closes }) => !isTime(opens) || !isTime(closes))) return 'time';
  if (spans.some(({ opens, closes }) => opens >= closes)) return 'order';
  const sorted = spans.toSorted(byOpening);
  return sorted.some((span, at) => at > 0 && span.opens < sorted[at - 1]!.closes) ? 'overlap' : undefined;
}

/** What is wrong with an exception among the others. */
export function faultOfException(
  exceptions: readonly Exception[],
  at: number,
): SpanFault | 'day' | 'twice' | undefined {
  const exception = exceptions[at]!;
  if (exception.on === '') return 'day';
  if (exceptions.findIndex(({ on }) => on === exception.on) !== at) return 'twice';
  return faultOfSpans(exception.spans);
}

/** 09:00–12:00 13:30–17:00 */
export const saySpans = (spans: readonly Span[]): string =>
  spans.map(({ opens, closes }) => `${opens}–${closes}`).join('  ');
