/**
 * Chance for a forecast, which draws some hundred thousand numbers while somebody waits for a page: 32 bits of state (mulberry32, public
 * domain). Good enough for forecasts, made for nothing else; the same seed draws the same.
 */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0;
  }

  /** At least 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Standard normal, by Box and Muller. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** How many happen when so many are expected: by their gaps for few, normal for many. */
  count(expected: number): number {
    if (expected <= 0) return 0;
    if (expected > 30) return Math.max(0, Math.round(expected + Math.sqrt(expected) * this.normal()));
    const end = Math.exp(-expected);
    let count = 0;
    for (let product = this.next(); product > end; product *= this.next()) count += 1;
    return count;
  }
}

/** A whole number that is the same for the same words: what a forecast is drawn from, so that a page read again says the same. */
export function seedOf(...words: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const letter of words.join('|')) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}
