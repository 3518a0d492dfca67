/**
 * Drawing what an unannounced check looks at: by chance that anybody can repeat from what was written down. Pure; the rule is the first, in
 * force from 2026-01-01.
 */
import { Random } from '#platform/random';

/** So many of the windows, each as likely as another. The same seed, windows and number are the same draw. */
export const drawn = (seed: number, population: readonly string[], wanted: number): string[] =>
  new Random(seed, 'floor.check').some(population.toSorted(), wanted);
