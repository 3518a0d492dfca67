/**
 * A hall as it is simulated: who may come on a weekday, which windows there are, and which of them are open when. `usualHall` has the size
 * of a district's service hall in Zhejiang: 54 windows in four zones, 485,500 visitors a year, which is about 1,940 a working day.
 */
import { usualFairness } from '../rank.ts';
import { drawDay, type DrawnDay, type Person } from './hall-day.ts';
import { HallRun } from './hall-run.ts';
import type { Observer, RunSetting, RunWindow } from './run-shapes.ts';

/** A window is staffed from `from` until `to`, but for the breaks. */
export interface PlannedSpan {
  windowId: string;
  from: number;
  to: number;
}

export interface HallModel {
  day: DrawnDay;
  windows: readonly (RunWindow & { zone: string })[];
  setting: RunSetting;
}

/** A run with its plan: windows open and close by it; from closing time on they leave when nobody waits for them. */
export function planned(
  model: HallModel,
  people: readonly Person[],
  plan: readonly PlannedSpan[],
  observer?: Observer,
): HallRun {
  const { opens, closes } = model.day;
  const run = new HallRun(model.setting, model.windows, opens, observer);
  for (const { windowId, from, to } of plan) {
    run.at(from, () => run.open(windowId));
    if (to < closes) run.at(to, () => run.close(windowId));
  }
  for (const person of people) run.expect(person);
  run.at(closes, () => run.closeUp());
  return run;
}

/** The whole of a day; whoever still waits twelve hours after closing lapses. */
export function runDay(
  model: HallModel,
  seed: number,
  plan: readonly PlannedSpan[],
  ...what: (string | number)[]
): HallRun {
  const run = planned(model, drawDay(model.day, seed, ...what), plan);
  run.end(model.day.closes + 720);
  return run;
}

/** Every window open all day: as a hall without a plan does it. */
export const allDay = ({ day, windows }: HallModel): PlannedSpan[] =>
  windows.map(({ id }) => ({ windowId: id, from: day.opens, to: day.closes }));

const zones = ['A', 'B', 'C', 'D'] as const;

/** Errands of the four zones: share of all visitors, mean minutes, spread. */
const errandsOfZone: Record<(typeof zones)[number], readonly [share: number, minutes: number, spread: number][]> = {
  A: [[12, 6, 0.6], [9, 9, 0.7], [6, 14, 0.8]], // prettier-ignore
  B: [[14, 5, 0.5], [8, 10, 0.7], [3, 18, 0.9]], // prettier-ignore
  C: [[11, 7, 0.6], [9, 8, 0.6], [4, 16, 0.8]], // prettier-ignore
  D: [[12, 7, 0.7], [8, 11, 0.7], [4, 12, 1]], // prettier-ignore
};

/** The windows of each zone; the first third are general (综窗) and do all of the zone, the others two thirds of it. */
const windowsOfZone: Record<(typeof zones)[number], number> = { A: 14, B: 13, C: 13, D: 14 };

/** The usual hall. `perDay`: visitors of a usual working day. */
export function usualHall(perDay = 1_940): HallModel {
  const errands = zones.flatMap((zone) =>
    errandsOfZone[zone].map(([share, minutes, spread], i) => ({ id: `${zone}${i + 1}`, share, minutes, spread })),
  );
  const windows = zones.flatMap((zone) =>
    Array.from({ length: windowsOfZone[zone] }, (_, i) => {
      const all = errandsOfZone[zone].map((_each, k) => `${zone}${k + 1}`);
      const errandIds = i < windowsOfZone[zone] / 3 ? all : all.filter((_each, k) => k !== i % all.length);
      return { id: `${zone}-${String(i + 1).padStart(2, '0')}`, zone, errandIds, pace: 1 };
    }),
  );
  // 8:30 to 17:00 in half hours; the morning is the busier half, noon is quiet.
  const shape = [0.9, 1.3, 1.6, 1.7, 1.6, 1.3, 0.8, 0.5, 0.5, 0.8, 1.2, 1.4, 1.3, 1.1, 0.9, 0.7, 0.4];
  const sum = shape.reduce((total, part) => total + part, 0);
  const opens = 510;
  const closes = 1_020;
  const hoursEach = (closes - opens) / 60 / shape.length;
  return {
    day: {
      opens,
      closes,
      perHour: shape.map((part) => (perDay * part) / sum / hoursEach),
      dayToDay: 0.12,
      errands,
      priority: 0.08,
      appointments: 0.15,
      slotMinutes: 30,
      missed: 0.04,
      back: 0.6,
      coming: 0.7,
      patience: null,
    },
    windows,
    setting: { fairness: usualFairness, missMinutes: 2, betweenMinutes: 0.3 },
  };
}
