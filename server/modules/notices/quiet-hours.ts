/** Quiet hours: nobody's telephone rings at night because of us. */
import { shanghaiDay, startOfDay } from '#platform/clock';

const hour = 3_600_000;
const quietFromHour = 21;
const quietUntilHour = 8;

/** The earliest instant, from `at` on, outside 21:00–08:00 of Asia/Shanghai. */
export function outsideQuietHours(at: Date): Date {
  const midnight = startOfDay(shanghaiDay(at)).getTime();
  const hours = (at.getTime() - midnight) / hour;
  if (hours < quietUntilHour) return new Date(midnight + quietUntilHour * hour);
  if (hours >= quietFromHour) return new Date(midnight + (24 + quietUntilHour) * hour);
  return at;
}

export const isQuiet = (at: Date): boolean => outsideQuietHours(at) !== at;

/** Seconds until the next attempt: 30 s, 1, 2, 4 ... minutes, an hour at most. */
export const pauseAfter = (attempts: number): number => Math.min(3600, 30 * 2 ** (attempts - 1));

/** After so many failures, about six hours, an operator must look. */
export const attemptsAtMost = 12;
