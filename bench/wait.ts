/**
 * `npm run bench:wait`: how well waits are foretold, against the usual formula and against an oracle that knows all that can be known, on weeks of
 * halls that are acted out; and on hours of a real office against its own estimate. See bench/wait/README.md.
 */
import { parseArgs } from 'node:util';
import { finish, goal } from './report.ts';
import { replay, type Answer } from './wait/replay.ts';
import { betterFormula, hoursOf, scoreOf, thirdsOf, type Score } from './wait/score.ts';
import { shapesOf } from './wait/shapes.ts';

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
const options = values.quick
  ? { history: 16, tested: 5, asks: 60, asksBefore: 40, runs: { ours: 100, oracle: 150 } }
  : { history: 30, tested: 15, asks: 120, asksBefore: 60, runs: { ours: 200, oracle: 400 } };
const began = performance.now();
const all: Answer[] = [];
for (const shape of shapesOf(seed)) {
  const from = performance.now();
  const { answers, atOnce } = replay(shape, { ...options, seed });
  all.push(...answers);
  show(shape.name, scoreOf(answers, betterFormula(answers)));
  say(
    `  ${answers.length} of ${answers.length + atOnce} had to wait; ${((performance.now() - from) / 1000).toFixed(1)} s`,
  );
}
const by = betterFormula(all);
const whole = scoreOf(all, by);
show('all', whole);
for (const [title, own] of [...hoursOf(all), ...thirdsOf(all)]) show(`  ${title}`, scoreOf(own, by));
say(`${((performance.now() - began) / 1000).toFixed(1)} s`);
finish('wait', [goal('gap_closed', whole.closed, 0.8, 'higher')]);
