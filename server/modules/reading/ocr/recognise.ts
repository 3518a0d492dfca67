/** What a line says: letters with their probability and place. */
import type { Pixels } from '../picture/pixels.ts';
import type { Posteriors } from './words.ts';
import { lineNorm, run, toTensor, type Networks } from './models.ts';

/** A letter of a line. `from` and `to` are shares of the line's length, 0 to 1. */
export interface Letter {
  text: string;
  /** How sure the recogniser is, 0 to 1. */
  p: number;
  from: number;
  to: number;
}

/** Height in pixels that the network was trained with. */
export const lineHeight = 48;
/** Lines that are run at the same time; more only take memory. */
const batch = 6;

/** Reads pictures of single lines, each `lineHeight` high; the answers are in their order. */
export async function recognise(
  networks: Networks,
  lines: readonly Pixels[],
  /** Is shown what the network makes of each line, as long as it lasts. */
  onPosteriors?: (line: number, said: Posteriors) => void,
): Promise<Letter[][]> {
  const read: Letter[][] = lines.map(() => []);
  const order = lines.map((line, i) => ({ line, i })).toSorted((a, b) => a.line.width - b.line.width);
  for (let at = 0; at < order.length;) {
    // Lines of about the same length: what is filled up costs as much as what is read.
    const most = order[at]!.line.width * 1.2 + 32;
    let until = at + 1;
    while (until < order.length && until - at < batch && order[until]!.line.width <= most) until++;
    const together = order.slice(at, until);
    at = until;
    const width = Math.max(96, Math.ceil((together.at(-1)!.line.width + 8) / 8) * 8);
    const input = toTensor(together.map(({ line }) => line), width, lineNorm); // prettier-ignore
    const { data, dims } = await run(networks.recognition, input);
    const [, steps, classes] = dims as [number, number, number];
    for (const [n, { line, i }] of together.entries()) {
      onPosteriors?.(i, { data, base: n * steps * classes, steps, classes });
      read[i] = decode(data, n * steps * classes, steps, classes, networks.letters, width / line.width);
    }
  }
  return read;
}

/**
 * Takes the likeliest class of each step; repeated ones are one letter. `stretch` is how much longer the input was than the line.
 */
function decode(
  data: Float32Array,
  base: number,
  steps: number,
  classes: number,
  letters: readonly string[],
  stretch: number,
): Letter[] {
  const found: { text: string; p: number; first: number; last: number }[] = [];
  let before = 0;
  for (let step = 0; step < steps; step++) {
    const start = base + step * classes;
    let best = 0;
    let p = data[start]!;
    for (let k = 1; k < classes; k++) {
      const value = data[start + k]!;
      if (value > p) {
        p = value;
        best = k;
      }
    }
    if (best !== 0) {
      if (best === before) {
        const letter = found.at(-1)!;
        letter.last = step;
        letter.p = Math.max(letter.p, p);
      } else found.push({ text: letters[best] ?? '', p, first: step, last: step });
    }
    before = best;
  }
  return withPlaces(found, steps, stretch);
}

/** A step is wider than a stroke: each letter reaches to the middle between it and its neighbours, but no further than it is likely wide. */
function withPlaces(
  found: readonly { text: string; p: number; first: number; last: number }[],
  steps: number,
  stretch: number,
): Letter[] {
  const centres = found.map(({ first, last }) => (first + last + 1) / 2);
  // A full letter is as wide as the line is high: 48 pixels, six steps of eight.
  const half = found.map(({ text }) => (isWide(text) ? 2.7 : 1.5));
  return found.map(({ text, p }, i) => {
    const centre = centres[i]!;
    const left = i > 0 ? Math.max((centres[i - 1]! + centre) / 2, centre - half[i]!) : centre - half[i]!;
    const right =
      i + 1 < found.length ? Math.min((centres[i + 1]! + centre) / 2, centre + half[i]!) : centre + half[i]!;
    const share = (step: number): number => Math.max(0, Math.min(1, (step / steps) * stretch));
    return { text, p, from: share(left), to: share(right) };
  });
}

/** Han characters and full-width forms. */
export const isWide = (text: string): boolean => /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]/.test(text);
