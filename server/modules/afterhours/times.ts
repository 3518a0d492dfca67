/** When a hall serves beyond its hours, by what it offers and by the calendar. Pure. */
import { addDays, dayKind, weekdayOf, type Calendar, type Day } from '#modules/deadlines';
import { instantOn } from '#platform/clock';
import type { Period } from './request.ts';

/** HH:MM of Asia/Shanghai. */
export interface Offer {
  period: Period;
  opens: string;
  closes: string;
  places: number;
  daysAhead: number;
  noticeMinutes: number;
}
export interface Time {
  period: Period;
  day: Day;
  beginsAt: Date;
  endsAt: Date;
}

/** Noon and evening on days that are worked, made-up weekends too; Saturday when it is off and no festival: festivals are nobody's to offer. */
export function isOffered(period: Period, day: Day, calendar: Calendar): boolean {
  const { kind } = dayKind(calendar, day);
  if (period === 'saturday') return kind === 'weekend' && weekdayOf(day) === 6;
  return kind === 'working' || kind === 'makeUp';
}

/** Opening hours of a day. */
type Spans = readonly { opens: string; closes: string }[];

/** Beyond hours is only where there are hours: not on a day on which the hall is shut, and not while it is open anyway. Saturday needs none. */
function isBeyond({ period, opens, closes }: Offer, spans: Spans): boolean {
  if (period !== 'saturday' && spans.length === 0) return false;
  return spans.every((span) => span.closes <= opens || closes <= span.opens);
}

/** The times that can be asked for now, in their order. `spansOn`: the opening hours of a day; undefined where nobody has entered any. */
export function timesOf(
  offers: readonly Offer[],
  today: Day,
  at: Date,
  calendar: Calendar,
  spansOn?: (day: Day) => Spans,
): Time[] {
  return offers
    .filter(({ places }) => places > 0)
    .flatMap((offer) => {
      const { period, opens, closes, daysAhead, noticeMinutes } = offer;
      return Array.from({ length: daysAhead + 1 }, (_, ahead) => addDays(today, ahead))
        .filter((day) => isOffered(period, day, calendar) && (!spansOn || isBeyond(offer, spansOn(day))))
        .map((day) => ({ period, day, beginsAt: instantOn(day, opens), endsAt: instantOn(day, closes) }))
        .filter(({ beginsAt }) => beginsAt.getTime() - noticeMinutes * 60_000 >= at.getTime());
    })
    .toSorted((one, other) => one.beginsAt.getTime() - other.beginsAt.getTime());
}

/** Two that would need the same colleague or the same window at once. */
interface Staying {
  staffId: string;
  windowId: string;
  beginsAt: Date;
  endsAt: Date;
}
/** What makes a grant impossible: who stays is at another window then, or somebody else is at that window. */
export function clashOf(wanted: Staying, others: readonly Staying[]): 'staff' | 'window' | undefined {
  const then = others.filter(({ beginsAt, endsAt }) => beginsAt < wanted.endsAt && wanted.beginsAt < endsAt);
  if (then.some(({ staffId, windowId }) => staffId === wanted.staffId && windowId !== wanted.windowId)) return 'staff';
  if (then.some(({ staffId, windowId }) => windowId === wanted.windowId && staffId !== wanted.staffId)) return 'window';
  return undefined;
}
