/**
 * How much an expression may cost. Rules are written by people, and a line such as `some i in 1..1000000, j in 1..1000000 satisfies false` would
 * keep the server busy for days: whoever runs rules gives them a number of steps, and what needs more is given up. A step is one part of
 * an expression, one comparison, or some signs of a text; evaluation never waits, so one counter for the moment is enough.
 */

/** An expression needed more steps than it was given, or called itself too deeply. */
export class FeelTooMuch extends Error {}

/** A case that is judged: far more than a rule needs (tables of the demo district need some hundred), some hundredths of a second. */
export const stepsOfJudging = 200_000;
/** A whole set with its test rows and the search for gaps: a second or two at most. */
export const stepsOfChecking = 3_000_000;

/** Calls within calls: below what the machine itself can hold. */
const deepest = 200;

let left = Number.POSITIVE_INFINITY;
let depth = 0;

/** Uses up steps. @throws FeelTooMuch */
export function spend(steps: number): void {
  left -= steps;
  if (left < 0) throw new FeelTooMuch('too many steps');
}

/** Runs with so many steps, or with what is left of those around it where that is less. @throws FeelTooMuch */
export function within<T>(steps: number, run: () => T): T {
  const before = left;
  const given = Math.min(steps, before);
  left = given;
  try {
    return run();
  } finally {
    left = before - (given - Math.max(left, 0));
  }
}

/** Runs one call deeper. @throws FeelTooMuch */
export function deeper<T>(run: () => T): T {
  if (depth >= deepest) throw new FeelTooMuch('too many calls within calls');
  depth += 1;
  try {
    return run();
  } finally {
    depth -= 1;
  }
}

/** What a value costs to make or to look at as a whole: texts by their length. */
export const weightOf = (value: unknown): number =>
  typeof value === 'string' ? value.length >> 3 : Array.isArray(value) ? value.length : 0;
