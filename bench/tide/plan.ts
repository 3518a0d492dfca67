/** What is known before a week begins: plan, baseline and the length of services, all from the four weeks before. */
import { planned, type HallModel, type Observer, type PlannedSpan } from '#modules/hall';
import { windowsFor } from '#modules/tides';
import type { Days, ReplayedDay } from './days.ts';

/** Hours of the plan; the half hour at the beginning belongs to the first. */
export const hours = [510, 600, 660, 720, 780, 840, 900, 960, 1_020] as const;
export const hourAt = (at: number): number => Math.max(0, hours.findLastIndex((from, i) => i < 8 && from <= at)); // prettier-ignore

export const zonesOf = ({ windows }: HallModel): string[] => [...new Set(windows.map(({ zone }) => zone))];
const zoneOf = (errandId: string): string => errandId[0]!;

/** A window's minutes for somebody, as a hall knows them afterwards: on the way, at the window, tidying up. */
const keeps = (model: HallModel, person: ReplayedDay['people'][number]): number =>
  person.workMinutes + person.comingMinutes + model.setting.betweenMinutes;

export interface Known {
  /** By zone, in no order. */
  services: Map<string, Float64Array>;
  /** People expected in each five minutes from opening on, by weekday and zone. */
  expected: (weekday: number, zone: string) => number[];
  /** Windows by Erlang C for a mean wait, as fractions, by weekday, zone and hour. */
  erlang: (weekday: number, zone: string, waitMinutes: number) => number[];
}

export function knownFrom({ model, history }: Days): Known {
  const zones = zonesOf(model);
  const weeks = 4;
  const services = new Map(
    zones.map((zone) => [
      zone,
      Float64Array.from(
        history.flatMap(({ people }) => people.filter(({ errandId }) => zoneOf(errandId) === zone)),
        (person) => keeps(model, person),
      ),
    ]),
  );
  const counts = new Map<string, number[]>();
  for (const { weekday, people } of history)
    for (const { at, errandId } of people) {
      const key = `${weekday} ${zoneOf(errandId)}`;
      let parts = counts.get(key);
      if (!parts) counts.set(key, (parts = Array.from({ length: 102 }, () => 0)));
      parts[Math.min(101, Math.floor((at - model.day.opens) / 5))]! += 1 / weeks;
    }
  // Four weeks say little of five minutes: smoothed over the half hour around.
  const smooth = (parts: readonly number[]): number[] =>
    parts.map((_, i) => {
      const around = parts.slice(Math.max(0, i - 3), i + 4);
      return around.reduce((sum, part) => sum + part, 0) / around.length;
    });
  const smoothed = new Map([...counts].map(([key, parts]) => [key, smooth(parts)]));
  const found = new Map<string, number[]>();
  return {
    services,
    expected: (weekday, zone) => smoothed.get(`${weekday} ${zone}`)!,
    erlang: (weekday, zone, waitMinutes) => {
      const name = `${weekday} ${zone} ${waitMinutes}`;
      const had = found.get(name);
      if (had) return had;
      const parts = counts.get(`${weekday} ${zone}`)!;
      const all = services.get(zone)!;
      const minutes = all.reduce((sum, one) => sum + one, 0) / all.length;
      const windows = hours.slice(0, -1).map((from, i) => {
        const [first, last] = [(from - 510) / 5, (hours[i + 1]! - 510) / 5];
        const people = parts.slice(first, last).reduce((sum, part) => sum + part, 0);
        return windowsFor((people * 60) / (hours[i + 1]! - from), minutes, waitMinutes);
      });
      found.set(name, windows);
      return windows;
    },
  };
}

/** Spans of a zone's windows from how many are open in each hour; a fraction is a window for that part of the hour. */
export function spansOf(model: HallModel, zone: string, counts: readonly number[]): PlannedSpan[] {
  return model.windows
    .filter((window) => window.zone === zone)
    .flatMap(({ id }, i) => {
      const spans: PlannedSpan[] = [];
      counts.forEach((count, k) => {
        const part = Math.min(1, Math.max(0, count - i));
        const [from, until] = [hours[k]!, hours[k + 1]!];
        const last = spans.at(-1);
        if (part < 0.02) return;
        const to = part > 0.98 ? until : from + part * (until - from);
        if (last?.to === from) last.to = to;
        else spans.push({ windowId: id, from, to });
      });
      return spans;
    });
}

/** Whole windows: the plan of arms b and d. At least one, at most as many as the zone has. */
export const rounded = (model: HallModel, zone: string, counts: readonly number[]): number[] => {
  const most = model.windows.filter((window) => window.zone === zone).length;
  return counts.map((count) => Math.min(most, Math.max(1, Math.round(count))));
};

/** Mean wait by weekday, zone and hour of the call, in four weeks that were run by the plan. */
export function baselineOf(days: Days, planOf: (weekday: number) => PlannedSpan[]) {
  const sums = new Map<string, { waited: number; people: number }>();
  for (const { weekday, people } of days.history) {
    const observer: Observer = {
      called: ({ errandId, enteredAt }, _window, at) => {
        const key = `${weekday} ${zoneOf(errandId)} ${hourAt(at)}`;
        const sum = sums.get(key) ?? { waited: 0, people: 0 };
        sums.set(key, { waited: sum.waited + at - enteredAt, people: sum.people + 1 });
      },
    };
    const { model } = days;
    const run = planned(model, people, planOf(weekday), observer);
    run.end(model.day.closes + 720);
  }
  return (weekday: number, zone: string, at: number): number => {
    const sum = sums.get(`${weekday} ${zone} ${hourAt(at)}`);
    return sum ? sum.waited / sum.people : 0;
  };
}
