/**
 * `npm run bench:tide`: a week of a hall of 54 windows under six ways of opening them, for ten seeds and three shapes of arrivals. README:
 * `bench/tide/README.md`. `-- --quick` takes two seeds, `-- --seeds 11,12` others, `-- --cases FILE` other shapes;
 * `-- --search` looks for the fewest hours with everything known instead, for the first seed.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { mean } from '#modules/hall';
import { WorkerPool } from '#platform/worker-pool';
import { finish, goal } from './report.ts';
import { readShapes, shapes as usualShapes } from './tide/days.ts';
import { halfWidth, type Point } from './tide/figures.ts';
import { aim, leastFound, names, type Week } from './tide/week.ts';
import type { WeekTask } from './tide/week-worker.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    seeds: { type: 'string' },
    cases: { type: 'string' },
    search: { type: 'boolean' },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const shapes = options.cases ? readShapes(readFileSync(options.cases, 'utf8')) : usualShapes;
const seeds = options.seeds
  ? options.seeds.split(',').map(Number)
  : Array.from({ length: options.quick ? 2 : 10 }, (_, i) => 2_101 + i);
if (seeds.length < 2 || seeds.some((seed) => !Number.isInteger(seed))) {
  process.stderr.write('--seeds takes at least two whole numbers, such as 11,12\n');
  process.exit(2);
}
const futures = options.quick ? 4 : 8;

const have = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null);
/** A mean with half of its 95 % interval; of less than two values, what there is. */
const about = (values: readonly number[], digits = 1): string => {
  if (values.length === 0) return '-';
  const half = values.length > 1 ? ` ± ${halfWidth(values).toFixed(digits)}` : '';
  return `${mean(values).toFixed(digits)}${half}`;
};
const share = (values: readonly (number | null)[]): string => `${about(have(values).map((one) => 100 * one))} %`;

function tell(name: string, weeks: readonly Week[]): void {
  say(`\n${name}: mean of ${weeks.length} seeds ± half of the 95 % interval, a working day`);
  say(`${'arm'.padEnd(34)}${'mean wait'.padEnd(16)}${'p95 wait'.padEnd(16)}${'staff hours'.padEnd(16)}alarms`);
  for (const arm of Object.values(names)) {
    const points = have(weeks.map(({ arms }) => arms.get(arm)!));
    const of = (pick: (point: Point) => number, digits = 1): string => about(points.map(pick), digits).padEnd(16);
    say(`${arm.padEnd(34)}${of(({ wait }) => wait, 2)}${of(({ p95 }) => p95)}${of(({ hours }) => hours)}${of(({ alarms }) => alarms)}`); // prettier-ignore
  }
  say(`${'e  lower bound'.padEnd(66)}${about(weeks.map(({ least }) => least))}`);
  say(`wait of d at the hours of b: ${share(weeks.map((week) => week.share))} of b's; without lending ${share(weeks.map((week) => week.shareAlone))}`); // prettier-ignore
  say(
    `wait of w: ${share(weeks.map(({ watch }) => watch.wait))} of b's, with ${share(weeks.map(({ watch }) => watch.hours))} of its hours`,
  );
  say(
    `where every third advice is unheard: ${share(weeks.map(({ unheard }) => unheard.wait))} of b's, with ${share(weeks.map(({ unheard }) => unheard.hours))} of its hours`,
  );
  const ratios = have(weeks.map(({ ratio }) => ratio));
  say(
    `hours of d at ${aim} minutes: ${about(ratios, 3)} times the bound, in ${ratios.length} of ${weeks.length} weeks`,
  );
  for (const { seed, everything, leastWait } of weeks)
    if (leastWait !== null)
      say(`  seed ${seed}: d waits longer; nobody gets below ${leastWait.toFixed(2)} minutes, and every window open and lent all day waits ${everything.toFixed(2)}`); // prettier-ignore
}

if (options.search) {
  const seed = seeds[0]!;
  for (const shape of shapes)
    say(`${shape.name}, seed ${seed}: fewest hours found at ${aim} minutes by the bound, by day: ${leastFound(shape, seed, 3_000).join(' ')}`); // prettier-ignore
  process.exit(0);
}

const pool = new WorkerPool<WeekTask, Week>(new URL('tide/week-worker.ts', import.meta.url), {
  size: availableParallelism(),
  timeout: 3_600_000,
  waiting: 1_000,
});
const all: Week[] = [];
const running = shapes.map((shape) => ({
  shape,
  weeks: Promise.all(
    seeds.map(async (seed) => {
      const reply = await pool.run({ shape, seed, futures, brief: options.quick ?? false });
      if (!('result' in reply)) throw new Error(`${shape.name}, seed ${seed}: ${JSON.stringify(reply)}`);
      return reply.result;
    }),
  ),
}));
for (const { shape, weeks } of running) {
  tell(shape.name, await weeks);
  all.push(...(await weeks));
}
await pool.close();
const shares = have(all.map((week) => week.share));
const ratios = have(all.map(({ ratio }) => ratio));
const impossible = all.filter(({ leastWait }) => leastWait !== null && leastWait > aim).length;
const without = all.length * 2 - shares.length - ratios.length;
if (without > 0)
  say(
    `\n${without} comparisons have no value: a sweep did not reach the point that is asked for; in ${impossible} of them nobody could`,
  );
finish('tide', [
  goal('wait_of_ours_at_hours_of_rule', shares.length > 0 ? mean(shares) : null, 0.7, 'lower'),
  goal('hours_at_wanted_wait_by_bound', ratios.length > 0 ? mean(ratios) : null, 1.15, 'lower'),
  goal('wait_of_watch_by_rule', mean(all.map(({ watch }) => watch.wait)), 0.7, 'lower'),
  goal('hours_of_watch_by_rule', mean(all.map(({ watch }) => watch.hours)), 1, 'lower'),
  goal('comparisons_without_value', without, 0, 'lower'),
  goal(
    'bound_beaten',
    all.reduce((sum, { beaten }) => sum + beaten, 0),
    0,
    'lower',
  ),
]);
