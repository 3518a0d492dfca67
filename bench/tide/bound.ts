/** Arm e: staff hours, and waits, below which no way of running the hall gets, whatever it knows. The proofs are in the README. */
import TinyQueue from 'tinyqueue';
import type { HallModel, Person } from '#modules/hall';
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

interface Work {
  at: number;
  minutes: number;
  left: number;
}

/**
 * Minutes that these people wait at least in all, in the order of coming, when so many windows are open all the time: one window that
 * works as fast as all of them, and may turn to the shortest work at any moment, has each person's work behind it no later on average.
 */
function leastWaited(works: readonly Work[], windows: number): number {
  const there = new TinyQueue<Work>([], (one, other) => one.minutes - other.minutes);
  let now = 0;
  let waited = 0;
  const workUntil = (until: number): void => {
    while (there.length > 0 && now < until) {
      const work = there.peek()!;
      const took = Math.min(until - now, work.left / windows);
      waited += ((now + took / 2) * took * windows) / work.minutes;
      now += took;
      work.left -= took * windows;
      if (work.left <= 1e-9) there.pop();
    }
    now = Math.max(now, until);
  };
  for (const work of works) {
    workUntil(work.at);
    there.push(work);
    waited -= work.at + work.minutes / 2;
  }
  workUntil(Infinity);
  return waited;
}

/**
 * The mean wait, of those who are served, that no way of running the hall gets below with all its windows. Counted of those who come between two
 * half hours, whichever says most: whoever comes when windows are free would only take away from it.
 */
export function leastWait(model: HallModel, { people }: ReplayedDay): number {
  const served = people.filter(({ givesUp }) => !givesUp);
  const workOf = ({ at, comingMinutes, workMinutes }: Person): Work => {
    const minutes = comingMinutes + workMinutes;
    return { at, minutes, left: minutes };
  };
  let most = 0;
  const { opens, closes } = model.day;
  for (let from = opens; from < closes; from += 30)
    for (let to = from + 30; to <= closes; to += 30) {
      const works = served.filter(({ at }) => at >= from && at < to).map(workOf);
      most = Math.max(most, leastWaited(works, model.windows.length));
    }
  return most / served.length;
}
