/** Arm e: staff hours below which no way of running the hall gets, whatever it knows. The proof is in the README. */
import type { HallModel } from '#modules/hall';
import type { ReplayedDay } from './days.ts';

/** Staff hours that a day needs at least, with openings of `shortest` minutes or longer. */
export function leastHours(model: HallModel, { people }: ReplayedDay, shortest: number): number {
  const { missMinutes, betweenMinutes } = model.setting;
  let minutes = 0;
  let served = 0;
  for (const { backAfter, givesUp, comingMinutes, workMinutes } of people) {
    minutes += missMinutes * (backAfter.length + (givesUp ? 1 : 0));
    if (givesUp) continue;
    minutes += comingMinutes + workMinutes;
    served += 1;
  }
  const between = betweenMinutes * (served - model.windows.length);
  return (minutes + Math.max(0, between)) / (1 + betweenMinutes / shortest) / 60;
}
