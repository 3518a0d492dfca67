/**
 * `npm run bench:wait`: how well waits are foretold, against the usual formula and against an oracle that knows all that can be known, on weeks of
 * halls that are acted out; and on hours of a real office against its own estimate. See bench/wait/README.md.
 */
import { parseArgs } from 'node:util';
import path from 'node:path';
import { calledFrom } from '#platform/config';
import { finish, goal, type Goal } from './report.ts';
import {
  bestFactor,
  byHour,
  byPeople,
  CasesProblem,
  errorOf,
  foretell,
  readOffice,
  type OfficeHour,
} from './wait/office-hours.ts';
import { replay, type Answer } from './wait/replay.ts';
import { betterFormula, hoursOf, scoreOf, thirdsOf, type Score } from './wait/score.ts';
import { shapesOf, simpleCounters } from './wait/shapes.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    cases: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const minutes = (value: number): string => value.toFixed(2).padStart(6);
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`.padStart(7);

function show(title: string, score: Score): void {
  say(
    `${title.padEnd(48)} ${String(score.answers).padStart(6)} waits of ${minutes(score.waited)} min; off by: formula ${minutes(score.formula)}, ours ${minutes(score.ours)} (raw ${minutes(score.raw)}), oracle ${minutes(score.oracle)}: ${percent(score.closed)} of the gap; in the range ${percent(score.held)} (raw ${percent(score.heldRaw)}, oracle ${percent(score.heldOracle)}), ${score.width.toFixed(2)} as wide`,
  );
}

const seed = Number(values.seed);
if (!Number.isInteger(seed)) {
  process.stderr.write('--seed is a whole number, such as 7\n');
  process.exit(2);
}
const options = values.quick
  ? { history: 16, tested: 5, asks: 60, asksBefore: 40, runs: { ours: 100, oracle: 150 } }
  : { history: 30, tested: 15, asks: 120, asksBefore: 60, runs: { ours: 200, oracle: 400 } };
/** An hour with fewer answers says nothing of a share: the bounds would be missed by chance. */
const least = 60;

function runHalls(): Goal[] {
  const began = performance.now();
  const all: Answer[] = [];
  const cells: Score[] = [];
  for (const shape of shapesOf(seed)) {
    const from = performance.now();
    const { answers, atOnce } = replay(shape, { ...options, seed });
    all.push(...answers);
    const score = scoreOf(answers, betterFormula(answers));
    cells.push(score);
    show(shape.name, score);
    say(
      `  ${answers.length} of ${answers.length + atOnce} had to wait; ${((performance.now() - from) / 1000).toFixed(1)} s`,
    );
  }
  const by = betterFormula(all);
  const whole = scoreOf(all, by);
  show('all', whole);
  say(
    `  the formula counts ${by === 'same' ? 'people of the same errand' : 'all whom the same windows could call'}: the better of the two`,
  );
  const parts = (groups: [string, Answer[]][]): Score[] =>
    groups
      .filter(([, own]) => own.length >= least)
      .map(([title, own]) => {
        const score = scoreOf(own, by);
        show(`  ${title}`, score);
        return score;
      });
  const hours = parts(hoursOf(all));
  const thirds = parts(thirdsOf(all));
  const simple = simpleCounters().flatMap((shape) => replay(shape, { ...options, seed }).answers);
  say('counters for which the formula was made');
  const atSimple = parts([['  all of them', simple], ...thirdsOf(simple)]);
  // Where the formula is as good as can be, ours must not be worse.
  const close = [...cells, ...hours, ...thirds, ...atSimple].filter(({ formula, oracle }) => formula <= 1.05 * oracle);
  say(
    `  formula within 5 % of the oracle in ${close.length} parts; ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  const held = (scores: readonly Score[]): number[] => scores.map((score) => score.held);
  return [
    goal('gap_closed', whole.closed, 0.8, 'higher'),
    goal('gap_closed_least_of_halls', Math.min(...cells.map(({ closed }) => closed)), 0.8, 'higher'),
    goal('worse_where_formula_is_good', close.filter(({ formula, ours }) => ours > formula).length, 0, 'lower'),
    goal('ours_by_formula_at_simple_counters', atSimple[0]!.ours / atSimple[0]!.formula, 1, 'lower'),
    goal('coverage_off', Math.abs(whole.held - 0.8), 0.02, 'lower'),
    goal('coverage_least_of_hours', Math.min(...held(hours)), 0.7, 'higher'),
    goal('coverage_most_of_hours', Math.max(...held(hours)), 0.9, 'lower'),
    goal('coverage_least_of_thirds', Math.min(...held(thirds)), 0.7, 'higher'),
    goal('coverage_most_of_thirds', Math.max(...held(thirds)), 0.9, 'lower'),
    goal('width_against_oracle', whole.width, 1.15, 'lower'),
  ];
}

/** One goal of an office: our error against that of its own estimate after the factor that suits these very hours best. */
function runOffice(name: string, history: readonly OfficeHour[], hours: readonly OfficeHour[]): Goal[] {
  if (hours.length === 0) return [];
  const factor = bestFactor(hours, byPeople);
  const theirs = hours.map(({ estimated }) => estimated * factor);
  const raw = hours.map(({ estimated }) => estimated);
  const ours = foretell(history, hours, { estimate: true, strict: false });
  const without = foretell(history, hours, { estimate: false, strict: false });
  const strict = foretell(history, hours, { estimate: true, strict: true });
  for (const [how, weigh] of [
    ['by people', byPeople],
    ['by hours', byHour],
  ] as const) {
    const error = (told: readonly number[]): string => errorOf(hours, told, weigh).toFixed(1);
    say(
      `${name}, ${hours.length} hours, ${how}: off by ${error(raw)} min as that system estimates, ${error(theirs)} with its best factor ${factor.toFixed(2)}; ours ${error(ours)}, without its estimate ${error(without)}, only from waits that had ended ${error(strict)}`,
    );
  }
  return [goal(`${name}_error_against_estimate`, errorOf(hours, ours, byPeople) / errorOf(hours, theirs, byPeople), 1, 'lower')]; // prettier-ignore
}

/** The last file is judged; those before it are earlier months of the same office. */
function runCases(files: readonly string[]): Goal[] {
  const read = files.map((file) => readOffice(file));
  const before = read.slice(0, -1);
  const last = read.at(-1)!;
  return (['walkIn', 'booked'] as const).flatMap((kind) =>
    runOffice(
      kind === 'walkIn' ? 'office' : 'office_appointments',
      before.flatMap((one) => one[kind]),
      last[kind],
    ),
  );
}

try {
  const here = calledFrom(process.env);
  const given = (values.cases ?? []).map((file) => path.resolve(here, file));
  const office: Goal[] = [];
  if (given.length > 0) office.push(...runCases(given));
  else say('No file of an office: --cases FILE gives its hours, see bench/wait/README.md.');
  finish('wait', [...runHalls(), ...office]);
} catch (error) {
  if (!(error instanceof CasesProblem)) throw error;
  process.stderr.write(`${error.message}. bench/wait/README.md shows the format.\n`);
  process.exit(2);
}
