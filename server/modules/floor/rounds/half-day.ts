/** Where the half-days of wardens begin and end, as instants. Pure. */
import { addDays } from '#modules/deadlines';
import { instantOn, shanghaiDay, startOfDay } from '#platform/clock';
import { noon, type Half } from './round.ts';

/** The half of its day in which an instant lies. */
export const halfAt = (at: Date): Half => (at < instantOn(shanghaiDay(at), noon) ? 'morning' : 'afternoon');

/** When it begins; the morning with the day. */
export const halfBegins = (day: string, half: Half): Date =>
  half === 'morning' ? startOfDay(day) : instantOn(day, noon);

/** When it is over. */
export const halfEnds = (day: string, half: Half): Date =>
  half === 'morning' ? instantOn(day, noon) : startOfDay(addDays(day, 1));
