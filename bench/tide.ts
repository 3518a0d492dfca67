/**
 * `npm run bench:tide`: a week of a hall of 54 windows under five ways of opening them, for ten seeds and three shapes of arrivals. README:
 * `bench/tide/README.md`. `-- --quick` takes two seeds, `-- --seeds 11,12` others, `-- --cases FILE` other shapes.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { mean, measuresOf, type Measures, type PlannedSpan } from '#modules/hall';
import { usualTerms } from '#modules/tides';
import { finish, goal } from './report.ts';
import { runPlan, runRule, runTides, type DayResult } from './tide/arms.ts';
import { leastHours } from './tide/bound.ts';
import { daysOf, readShapes, shapes as usualShapes, type Shape } from './tide/days.ts';
import { halfWidth, hoursAt, waitAt, type Point } from './tide/figures.ts';
import { baselineOf, knownFrom, rounded, spansOf, zonesOf } from './tide/plan.ts';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, seeds: { type: 'string' }, cases: { type: 'string' } },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const wanted = 5.17;
/** Mean wait that the plan aims at, and prices of the sweep at the same plan. */
const prices = options.quick ? [4, 9] : [1.5, 3, 5, 8, 12];
/** The sweep to the wanted wait: a lean plan, the rest by tides. */
const lean = 40;
const leanPrices = options.quick ? [4, 16] : [1, 3, 6, 12, 24];

interface Result extends Point {
  p95: number;
  alarms: number;
  notServed: number;
}
interface Week {
  arms: Map<string, Result>;
  least: number;
  /** Wait of d at the hours of b, as a share of the wait of b; hours at the wanted wait, as a share of e. */
  share: number | null;
  ratio: number | null;
  floor: number;
}

function summary(results: readonly DayResult[]): Result {
  const measures: Measures = measuresOf(
    results.flatMap(({ outcomes }) => outcomes),
    results.flatMap(({ spans }) => spans),
  );
  const days = results.length;
  return {
    wait: measures.meanWait,
    p95: measures.p95Wait,
    hours: measures.staffHours / days,
    notServed: measures.notServed / days,
    alarms: results.reduce((sum, { alarms }) => sum + alarms, 0) / days,
  };
}

function weekOf(shape: Shape, seed: number): Week {
  const days = daysOf(shape, seed);
  const { model, week } = days;
  const known = knownFrom(days);
  const zones = zonesOf(model);
  const plan = (weekday: number, minutes: number, whole: boolean): PlannedSpan[] =>
    zones.flatMap((zone) => {
      const counts = known.erlang(weekday, zone, minutes);
      return spansOf(model, zone, whole ? rounded(model, zone, counts) : counts);
    });
  const usual = (weekday: number): PlannedSpan[] => plan(weekday, wanted, true);
  const every = zones.flatMap((zone) =>
    spansOf(
      model,
      zone,
      Array.from({ length: 8 }, () => model.windows.length),
    ),
  );
  const baseline = baselineOf(days, usual);
  const tides = (minutes: number, price: number): Result =>
    summary(
      week.map((day) => runTides(model, day, plan(day.weekday, minutes, true), known, { ...usualTerms, price }, seed)),
    );
  const arms = new Map<string, Result>([
    ['a  every window', summary(week.map((day) => runPlan(model, day, every)))],
    ['c  Erlang C', summary(week.map((day) => runPlan(model, day, plan(day.weekday, wanted, false))))],
    ['b  the rule', summary(week.map((day) => runRule(model, day, usual(day.weekday), baseline)))],
  ]);
  for (const price of prices) arms.set(`d  ours, price ${price}`, tides(wanted, price));
  for (const price of leanPrices) arms.set(`d  ours, lean plan, price ${price}`, tides(lean, price));
  const named = (start: string): Result[] => [...arms].flatMap(([name, result]) => (name.startsWith(start) ? [result] : [])); // prettier-ignore
  const rule = arms.get('b  the rule')!;
  const at = waitAt(rule.hours, named('d  ours, price'));
  const least = mean(week.map((day) => leastHours(model, day, usualTerms.shortest)));
  const hours = hoursAt(wanted, named('d  ours, lean'));
  const floor = arms.get('a  every window')!.wait / rule.wait;
  return {
    arms,
    least,
    share: at === null ? null : at / rule.wait,
    ratio: hours === null ? null : hours / least,
    floor,
  };
}

const shapes = options.cases ? readShapes(readFileSync(options.cases, 'utf8')) : usualShapes;
const seeds = options.seeds
  ? options.seeds.split(',').map(Number)
  : Array.from({ length: options.quick ? 2 : 10 }, (_, i) => 2_101 + i);
if (seeds.length < 2 || seeds.some((seed) => !Number.isInteger(seed))) {
  process.stderr.write('--seeds takes at least two whole numbers, such as 11,12\n');
  process.exit(2);
}
const about = (values: readonly number[], digits = 1): string =>
  `${mean(values).toFixed(digits)} ± ${halfWidth(values).toFixed(digits)}`;
const have = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

const shares: number[] = [];
const ratios: number[] = [];
let without = 0;
let beaten = 0;
for (const shape of shapes) {
  const weeks = seeds.map((seed) => weekOf(shape, seed));
  say(`\n${shape.name}: mean of ${seeds.length} seeds ± half of the 95 % interval, a working day`);
  say(`${'arm'.padEnd(32)}${'mean wait'.padEnd(16)}${'p95 wait'.padEnd(16)}${'staff hours'.padEnd(16)}alarms`);
  for (const name of weeks[0]!.arms.keys()) {
    const results = weeks.map(({ arms }) => arms.get(name)!);
    const of = (pick: (result: Result) => number): string => about(results.map(pick)).padEnd(16);
    say(`${name.padEnd(32)}${about(results.map(({ wait }) => wait), 2).padEnd(16)}${of(({ p95 }) => p95)}${of(({ hours }) => hours)}${of(({ alarms }) => alarms)}`); // prettier-ignore
  }
  say(`${'e  lower bound'.padEnd(64)}${about(weeks.map(({ least }) => least))}`);
  for (const { arms, least } of weeks)
    beaten += [...arms].filter(([name, { hours }]) => !name.startsWith('c') && hours < least).length;
  const [some, others] = [have(weeks.map(({ share }) => share)), have(weeks.map(({ ratio }) => ratio))];
  without += weeks.length * 2 - some.length - others.length;
  if (some.length > 1)
    say(`wait of d at the hours of b: ${about(some.map((one) => 100 * one))} % of b's; with every window open all day ${about(weeks.map(({ floor }) => 100 * floor))} %`); // prettier-ignore
  say(
    others.length > 1
      ? `hours of d at ${wanted} minutes: ${about(others, 3)} times the bound, in ${others.length} of ${weeks.length} weeks`
      : `d does not wait as little as ${wanted} minutes in ${weeks.length - others.length} of ${weeks.length} weeks`,
  );
  shares.push(...some);
  ratios.push(...others);
}
if (without > 0) say(`\n${without} comparisons have no value: a sweep did not reach the point that is asked for`);
finish('tide', [
  goal('wait_of_ours_at_hours_of_rule', shares.length > 0 ? mean(shares) : null, 0.7, 'lower'),
  goal('hours_at_wanted_wait_by_bound', ratios.length > 0 ? mean(ratios) : null, 1.15, 'lower'),
  goal('comparisons_without_value', without, 0, 'lower'),
  goal('bound_beaten', beaten, 0, 'lower'),
]);
