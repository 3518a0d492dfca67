/** The most days that are planned at once. */
export const mostDays = 31;

/**
 * The days from the first to the last, both included; without Saturdays and Sundays where that is asked. Of more than can be planned at once
 * it gives one more than that, so that they are refused and nothing is left out unseen.
 */
export function daysOf({ from, to, noWeekend }: { from: string; to: string; noWeekend: boolean }): string[] {
  const days: string[] = [];
  for (
    let at = Date.parse(`${from}T00:00:00Z`);
    at <= Date.parse(`${to}T00:00:00Z`) && days.length <= mostDays;
    at += 86_400_000
  ) {
    const weekday = new Date(at).getUTCDay();
    if (!noWeekend || (weekday !== 0 && weekday !== 6)) days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
