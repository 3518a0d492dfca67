/** Which word of a short list a line shows: all ways in which the network could have written each word, added up (CTC, Graves 2006). Pure. */

/** The network's probabilities for one line: `classes` for each step; class 0 is "nothing". */
export interface Posteriors {
  data: Float32Array;
  base: number;
  steps: number;
  classes: number;
}

/** A word of a list with how much likelier it is than all others of it together, 0 to 1. */
export interface Word {
  text: string;
  share: number;
}

/** A word is not taken where its letters are this unlikely in the mean: then something else stands there. */
const leastPerLetter = Math.log(0.01);

/** The logarithm of the probability that the steps say exactly these classes. */
export function logLikelihood({ data, base, steps, classes }: Posteriors, word: readonly number[]): number {
  // Nothing, first letter, nothing, second letter, ..., nothing.
  const states = word.flatMap((letter) => [0, letter]).concat(0);
  let before = new Float64Array(states.length).fill(-Infinity);
  for (let step = 0; step < steps; step++) {
    const now = new Float64Array(states.length);
    for (const [i, letter] of states.entries()) {
      const come = step === 0 ? (i < 2 ? [0] : []) : [before[i]!, before[i - 1] ?? -Infinity];
      // Between two different letters there need not be nothing.
      if (step > 0 && i > 1 && letter !== 0 && letter !== states[i - 2]) come.push(before[i - 2]!);
      now[i] = logSum(come) + Math.log(data[base + step * classes + letter]! + 1e-12);
    }
    before = now;
  }
  return logSum([before.at(-1)!, before.at(-2) ?? -Infinity]);
}

function logSum(logs: readonly number[]): number {
  const most = Math.max(-Infinity, ...logs);
  return most === -Infinity ? most : most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}

/** The likeliest word of a list; undefined where none is likely. Words with letters that the network does not know are passed over. */
export function wordIn(
  said: Posteriors,
  words: readonly string[],
  classOf: ReadonlyMap<string, number>,
): Word | undefined {
  const known = words.flatMap((text) => {
    const word = [...text].map((letter) => classOf.get(letter));
    return word.every((one) => one !== undefined) ? [{ text, log: logLikelihood(said, word), letters: word.length }] : [];
  }); // prettier-ignore
  const best = known.reduce<(typeof known)[number] | undefined>((a, b) => (a && a.log >= b.log ? a : b), undefined);
  if (!best || best.log / best.letters < leastPerLetter) return undefined;
  return { text: best.text, share: Math.exp(best.log - logSum(known.map(({ log }) => log))) };
}
