/** When a project is so short of its days that people are told, and when it is looked at again. Pure; a house rule, as the days are. */
import { addDays, type Day } from '#modules/deadlines';
import { startOfDay } from '#platform/clock';
import type { Clock } from './government-time.ts';

/** What of the two messages was sent. Each is sent once, whatever becomes of the clock afterwards. */
export interface Told {
  low: boolean;
  usedUp: boolean;
}

/** An eighth of all days: 10 of 80. */
export const lowFrom = (limitDays: number): number => Math.ceil(limitDays / 8);

/** What is to be told now. Nothing while no department has the project: nobody could be quicker. */
export function tellNow(
  { limitDays, remainingDays, running }: Pick<Clock, 'limitDays' | 'remainingDays' | 'running'>,
  told: Told,
): 'low' | 'usedUp' | null {
  if (!running) return null;
  if (remainingDays <= 0) return told.usedUp ? null : 'usedUp';
  return remainingDays <= lowFrom(limitDays) && !told.low && !told.usedUp ? 'low' : null;
}

/** No longer than a week: a case may be found to belong to a project, or a pause taken back, and its days count after the fact. */
const atMost = 7;

/**
 * The next day on which there could be something to tell; null when all was told. No more than one day is used up in a day, so what is
 * not low yet cannot be before.
 */
export function lookAgainOn(
  { limitDays, remainingDays }: Pick<Clock, 'limitDays' | 'remainingDays'>,
  told: Told,
  today: Day,
): Day | null {
  if (told.usedUp) return null;
  const until = told.low ? remainingDays : remainingDays - lowFrom(limitDays);
  return addDays(today, Math.min(atMost, Math.max(1, until)));
}

/** Half past eight in the morning of Asia/Shanghai: whoever is told can do something. */
export const morningOf = (day: string): Date => new Date(startOfDay(day).getTime() + 8.5 * 3_600_000);
