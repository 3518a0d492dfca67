/** What is said of answers. All figures are over answers, never means of means. */
import type { Range } from '../../server/modules/hall/waits/range.ts';
import type { Answer } from './replay.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

export interface Score {
  answers: number;
  waited: number;
  /** Mean absolute errors, minutes. */
  formula: number;
  oracle: number;
  ours: number;
  raw: number;
  /** Share of the way from the formula to the oracle. */
  closed: number;
  /** Share of waits within the range. */
  held: number;
  heldRaw: number;
  heldOracle: number;
  /** Mean width against the oracle's. */
  width: number;
}

const holds = ({ low, high }: Range, waited: number): boolean => waited >= low && waited <= high;

export function scoreOf(answers: readonly Answer[], by: 'same' | 'able'): Score {
  const error = (of: (answer: Answer) => number): number => mean(answers.map((one) => Math.abs(of(one) - one.waited)));
  const share = (of: (answer: Answer) => Range): number =>
    mean(answers.map((one) => (holds(of(one), one.waited) ? 1 : 0)));
  const width = (of: (answer: Answer) => Range): number => mean(answers.map((one) => of(one).high - of(one).low));
  const [formula, oracle, ours] = [error((one) => one.formula[by]), error((one) => one.oracle.likely), error((one) => one.ours.likely)]; // prettier-ignore
  return {
    answers: answers.length,
    waited: mean(answers.map(({ waited }) => waited)),
    formula,
    oracle,
    ours,
    raw: error((one) => one.raw.likely),
    closed: (formula - ours) / (formula - oracle),
    held: share((one) => one.ours),
    heldRaw: share((one) => one.raw),
    heldOracle: share((one) => one.oracle),
    width: width((one) => one.ours) / width((one) => one.oracle),
  };
}

/** The better of the two ways to count who is ahead: the harder one to beat. */
export const betterFormula = (answers: readonly Answer[]): 'same' | 'able' =>
  scoreOf(answers, 'same').formula <= scoreOf(answers, 'able').formula ? 'same' : 'able';

/** Answers in thirds of how many wait before, as equal as ties allow. */
export function thirdsOf(answers: readonly Answer[]): [string, Answer[]][] {
  const sorted = answers.map(({ ahead }) => ahead).toSorted((one, other) => one - other);
  const [one, two] = [sorted[Math.floor(sorted.length / 3)]!, sorted[Math.floor((2 * sorted.length) / 3)]!];
  const third = (ahead: number): string =>
    ahead < one ? `fewer than ${one} ahead` : ahead < two ? `${one} to ${two - 1} ahead` : `${two} and more ahead`;
  return [...Map.groupBy(answers, ({ ahead }) => third(ahead))];
}
export const hoursOf = (answers: readonly Answer[]): [string, Answer[]][] =>
  [...Map.groupBy(answers, ({ hour }) => hour)]
    .toSorted(([one], [other]) => one - other)
    .map(([hour, own]) => [`${hour}:00`, own]);
