/** One week of one seed and shape under every way of running the hall. */
import { mean, measuresOf, type HallModel, type PlannedSpan } from '#modules/hall';
import { usualRule, usualTerms } from '#modules/tides';
import { Random } from '#platform/random';
import { runPlan, runRule, runTides } from './arms.ts';
import { leastHours, leastWait } from './bound.ts';
import { daysOf, type ReplayedDay, type Shape } from './days.ts';
import { atEveryPrice, pointAt, sweep, type Point, type Rung, type Wanted } from './figures.ts';
import type { DayResult } from './floor.ts';
import { baselineOf, knownFrom, rounded, spansOf, zonesOf, type Known } from './plan.ts';
import { searched } from './search.ts';
import { countedOf, runWatch } from './watched.ts';

/** The mean wait that plans aim at, and that the second comparison is made at. */
export const aim = 5.17;
/** What the lean plan of the second comparison aims at. */
const lean = 40;
/** Where it lets people wait too long at every price, a more generous plan; where it opens too much by itself, a leaner one. */
const toAim: Rung[] = [
  ...[0.1, 1, aim].map((minutes) => ({ aim: minutes, price: 0.25 })),
  ...atEveryPrice(lean),
  ...[120, 400].map((minutes) => ({ aim: minutes, price: Infinity })),
];

export interface Week {
  seed: number;
  /** By name; null where the way of running the hall has no such point. */
  arms: Map<string, Point | null>;
  /** Staff hours of a mean day below which nobody gets. */
  least: number;
  /** Wait of ours at the hours of the rule, as a share of the rule's: with lending, and without. */
  share: number | null;
  shareAlone: number | null;
  /** Wait and hours of the product's watch as it is set at first, as shares of the rule's. */
  watch: { wait: number; hours: number };
  /** The same where every third advice is left without an answer. */
  unheard: { wait: number; hours: number };
  /** Hours of ours at the mean wait that is aimed at, as a share of the least. */
  ratio: number | null;
  /** Weeks below the bound among all that were run, by ways that it holds for. */
  beaten: number;
  /** Mean wait with every window open and every general window lent to all zones, all day. */
  everything: number;
  /** The mean wait below which nobody gets with every window; reckoned where ours does not wait as little as is aimed at. */
  leastWait: number | null;
}

export const names = {
  every: 'a  every window',
  erlang: 'c  Erlang C',
  rule: 'b  the rule',
  ruleWide: 'b  general windows for everybody',
  watch: 'w  the watch of the product',
  unheard: 'w  every third advice unheard',
  ours: 'd  ours, at the hours of b',
  alone: 'd  without lending, likewise',
  lean: `d  ours, lean plan, at ${aim} min`,
} as const;

function pointOf(results: readonly DayResult[]): Point {
  const { meanWait, p95Wait, staffHours } = measuresOf(
    results.flatMap(({ outcomes }) => outcomes),
    results.flatMap(({ spans }) => spans),
  );
  const alarms = results.reduce((sum, one) => sum + one.asked.length, 0) / results.length;
  return { wait: meanWait, p95: p95Wait, hours: staffHours / results.length, alarms };
}

/** The hall if every general window served everybody, all day. */
function withoutZones(model: HallModel): HallModel {
  const all = model.day.errands.map(({ id }) => id);
  const most = Math.max(...model.windows.map(({ errandIds }) => errandIds.length));
  return {
    ...model,
    windows: model.windows.map((one) => (one.errandIds.length === most ? { ...one, errandIds: all } : one)),
  };
}

function leastWaitOf(model: HallModel, week: readonly ReplayedDay[]): number {
  const served = week.map(({ people }) => people.filter(({ givesUp }) => !givesUp).length);
  const waited = week.map((day, i) => leastWait(model, day) * served[i]!);
  return mean(waited) / mean(served);
}

/** Plans of the days of a week, from Erlang C for a mean wait; of whole windows, or with parts of an hour. */
function plansOf(model: HallModel, known: Known) {
  return (weekday: number, minutes: number, whole = true): PlannedSpan[] =>
    zonesOf(model).flatMap((zone) => {
      const counts = known.erlang(weekday, zone, minutes);
      return spansOf(model, zone, whole ? rounded(model, zone, counts) : counts);
    });
}

/** By day of a week, the fewest hours that a search finds which knows everything, as a share of the bound. */
export function leastFound(shape: Shape, seed: number, tries: number): string[] {
  const days = daysOf(shape, seed);
  const plan = plansOf(days.model, knownFrom(days));
  return days.week.map((day) => {
    const found = searched(withoutZones(days.model), day, plan(day.weekday, lean), aim, tries, seed);
    return found ? (found.hours / leastHours(days.model, day, usualTerms.shortest)).toFixed(3) : '-';
  });
}

/** `brief`: without the line that only explains another one. */
export function weekOf(shape: Shape, seed: number, futures: number, brief: boolean): Week {
  const days = daysOf(shape, seed);
  const { model, week } = days;
  const known = knownFrom(days);
  const plan = plansOf(model, known);
  const every = model.windows.map(({ id }) => ({ windowId: id, from: model.day.opens, to: model.day.closes }));
  const baseline = baselineOf(days, (weekday) => plan(weekday, aim));
  const least = mean(week.map((day) => leastHours(model, day, usualTerms.shortest)));
  const wide = withoutZones(model);
  let beaten = 0;
  const held = (point: Point): Point => {
    if (point.hours < least) beaten += 1;
    return point;
  };
  const ours = (wanted: Wanted, rungs: readonly Rung[], first: number, lending: number): Point | null =>
    pointAt(
      wanted,
      sweep(wanted, rungs, first, ({ aim: minutes, price }) => {
        const terms = { ...usualTerms, price, futures, lending };
        return held(pointOf(week.map((day) => runTides(model, day, plan(day.weekday, minutes), known, terms, seed))));
      }),
    );
  const rule = held(pointOf(week.map((day) => runRule(model, day, plan(day.weekday, aim), baseline))));
  const counted = countedOf(days, (weekday) => plan(weekday, aim));
  const house = { ...usualRule, fewer: Math.ceil(futures / 2) };
  const watch = held(pointOf(week.map((day) => runWatch(model, day, plan(day.weekday, aim), known, counted(day.weekday), house)))); // prettier-ignore
  // The same ones go unheard whenever the seed is the same.
  const unheard = held(pointOf(week.map((day) => {
    const chance = new Random(seed, 'unheard', day.weekday);
    return runWatch(model, day, plan(day.weekday, aim), known, counted(day.weekday), house, () => !chance.chance(1 / 3));
  }))); // prettier-ignore
  const atRule = ours({ hours: rule.hours }, atEveryPrice(aim), 3, usualTerms.lending);
  const alone = brief ? null : ours({ hours: rule.hours }, atEveryPrice(aim), 4, Infinity);
  const atAim = ours({ wait: aim }, toAim, 8, usualTerms.lending);
  return {
    seed,
    arms: new Map<string, Point | null>([
      [names.every, held(pointOf(week.map((day) => runPlan(model, day, every))))],
      [names.erlang, pointOf(week.map((day) => runPlan(model, day, plan(day.weekday, aim, false))))],
      [names.rule, rule],
      [names.ruleWide, held(pointOf(week.map((day) => runRule(wide, day, plan(day.weekday, aim), baseline))))],
      [names.watch, watch],
      [names.unheard, unheard],
      [names.ours, atRule],
      [names.alone, alone],
      [names.lean, atAim],
    ]),
    least,
    share: atRule && atRule.wait / rule.wait,
    shareAlone: alone && alone.wait / rule.wait,
    watch: { wait: watch.wait / rule.wait, hours: watch.hours / rule.hours },
    unheard: { wait: unheard.wait / rule.wait, hours: unheard.hours / rule.hours },
    ratio: atAim && atAim.hours / least,
    beaten,
    leastWait: atAim ? null : leastWaitOf(model, week),
    everything: pointOf(week.map((day) => runPlan(wide, day, every))).wait,
  };
}
