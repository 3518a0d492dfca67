/** Halls and what happens in them for weeks: what the bench replays. None of it is known to the estimator but by what it sees. */
import { logNormal } from '../../server/modules/hall/simulation/hall-day.ts';
import { usualHall, type HallModel } from '../../server/modules/hall/simulation/hall-model.ts';
import { Random } from '#platform/random';

/** When somebody is at a window on a usual day: minutes, each moved a little by chance. */
export interface Roster {
  opens: number;
  /** A break begins, and lasts. */
  pause: number;
  lasts: number;
  closes: number;
}

export interface Shape {
  name: string;
  model: HallModel;
  /** How busy a day is: Monday to Friday, and the days at the edge of a holiday. */
  weekdays: readonly number[];
  edge: number;
  /** Time at windows on the nth day as a share of that of the first. */
  work: (nth: number) => number;
  /** Windows of a weekday: those of which it is false are not staffed. */
  staffed: (windowIndex: number, weekday: number) => boolean;
  roster: (windowIndex: number) => Roster;
  /** Share of days on which somebody who should be there is not. */
  absent: number;
}

export const jitter = { opens: 3, pause: 6, lasts: 0.2 };

const usualRoster = (window: number): Roster => ({
  opens: 510,
  pause: 680 + (window % 4) * 25,
  lasts: 35,
  closes: 1_020,
});

/** A hall of some of the usual windows, so many per zone, for so many visitors a day. */
function hall(perDay: number, perZone: number, change: Partial<HallModel['day']> = {}): HallModel {
  const usual = usualHall(perDay);
  const seen = new Map<string, number>();
  const windows = usual.windows.filter(({ zone }) => {
    seen.set(zone, (seen.get(zone) ?? 0) + 1);
    return seen.get(zone)! <= perZone;
  });
  return { ...usual, windows, day: { ...usual.day, ...change } };
}

/** People differ in how quick they are. */
function paced(model: HallModel, spread: number, seed: number): HallModel {
  const random = new Random(seed, 'pace');
  return { ...model, windows: model.windows.map((window) => ({ ...window, pace: logNormal(random, 1, spread) })) };
}

const steady = () => 1;
const all = () => true;
const even = [1, 1, 1, 1, 1] as const;

/** The halls of a run; the seed decides who is quick and who is slow. */
export function shapesOf(seed: number): Shape[] {
  return [
    {
      name: 'district hall, 48 windows',
      model: paced(hall(1_940, 12), 0.12, seed),
      weekdays: [1.1, 1, 0.95, 1, 1.05],
      edge: 1.15,
      work: steady,
      staffed: all,
      roster: usualRoster,
      absent: 0.04,
    },
    {
      name: 'town hall, 8 windows, people leave',
      model: paced(hall(330, 2, { patience: 90, missed: 0.08, priority: 0.15 }), 0.15, seed + 1),
      weekdays: [1.1, 0.95, 1, 0.95, 1],
      edge: 1.2,
      work: steady,
      staffed: all,
      roster: usualRoster,
      absent: 0.03,
    },
    {
      name: 'overrun in the morning, windows by weekday',
      model: paced(hall(1_750, 10, { perHour: [180, 330, 420, 400, 300, 200, 110, 70, 70, 120, 170, 190, 170, 140, 110, 90, 50] }), 0.1, seed + 2), // prettier-ignore
      weekdays: [1.05, 0.9, 0.9, 0.95, 0.9],
      edge: 1.1,
      work: steady,
      staffed: (window, weekday) => weekday === 1 || window % 10 !== 0,
      roster: (window) => ({ ...usualRoster(window), ...(window % 5 === 4 ? { closes: 960 } : {}) }),
      absent: 0.04,
    },
    {
      name: 'work gets longer for weeks, many miss their call',
      model: paced(hall(1_300, 8, { missed: 0.15, back: 0.7, appointments: 0.3, dayToDay: 0.2 }), 0.15, seed + 3),
      weekdays: even,
      edge: 1.1,
      work: (nth) => 0.9 + 0.006 * nth,
      staffed: all,
      roster: usualRoster,
      absent: 0.05,
    },
  ];
}

/**
 * Counters for which the formula was made: one errand, a few windows that are open from morning to evening with equal clerks, nobody before anybody
 * else, nobody who leaves or misses a call.
 */
export function simpleCounters(): Shape[] {
  return ([[2, 115], [3, 178], [5, 300]] as const).map(([windows, perDay]): Shape => {
    const { day, ...usual } = usualHall(perDay);
    const perHour = day.perHour.map(() => (perDay * 60) / (day.closes - day.opens));
    const plain = { dayToDay: 0.1, priority: 0, appointments: 0, missed: 0, patience: null };
    return {
      name: `one errand, ${windows} windows`,
      model: {
        ...usual,
        windows: usual.windows.slice(0, windows).map((window) => ({ ...window, errandIds: ['X'], pace: 1 })),
        day: { ...day, ...plain, perHour, errands: [{ id: 'X', share: 1, minutes: 8, spread: 1.2 }] },
      },
      weekdays: even,
      edge: 1,
      work: steady,
      staffed: all,
      // The break would begin when everybody has gone.
      roster: () => ({ opens: day.opens, pause: 2_500, lasts: 1, closes: day.closes }),
      absent: 0,
    };
  }); // prettier-ignore
}
