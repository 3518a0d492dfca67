/**
 * Chance that can be repeated: xoshiro128** (Blackman and Vigna, public domain), seeded by splitmix32 from the district's seed
 * and a few words that say what is being drawn. Each thing draws from a stream of its own, so that one more resident
 * does not change every case. Never `Math.random`, never the clock.
 */

/** FNV-1a over UTF-16 units: spreads words over 32 bits well enough for a seed. */
function spread(text: string, from: number): number {
  let hash = from | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const hex = Array.from({ length: 65_536 }, (_, i) => i.toString(16).padStart(4, '0'));

/** A stream of chance. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(seed: number, ...what: (string | number)[]) {
    let state = seed | 0;
    for (const word of what)
      state = typeof word === 'number' ? Math.imul(state ^ (word + 0x9e3779b9), 0x85ebca6b) : spread(word, state);
    const next = (): number => {
      state = (state + 0x9e3779b9) | 0;
      let mixed = state ^ (state >>> 16);
      mixed = Math.imul(mixed, 0x21f0aaad);
      mixed ^= mixed >>> 15;
      mixed = Math.imul(mixed, 0x735a2d97);
      return (mixed ^ (mixed >>> 15)) >>> 0;
    };
    this.#a = next();
    this.#b = next();
    this.#c = next();
    this.#d = next() | 1;
  }

  /** 32 bits. */
  bits(): number {
    const turned = Math.imul(this.#b, 5);
    const result = Math.imul((turned << 7) | (turned >>> 25), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result;
  }

  /** At least 0, below 1. */
  next(): number {
    return this.bits() / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)]!;
  }

  /** Several different ones, in their order. */
  some<T>(from: readonly T[], count: number): T[] {
    const left = from.map((_, i) => i);
    const taken: number[] = [];
    while (taken.length < count && left.length > 0)
      taken.push(...left.splice(Math.floor(this.next() * left.length), 1));
    return taken.sort((a, b) => a - b).map((i) => from[i]!);
  }

  /** Roughly normal: the mean of four draws, from -1 to 1 around 0. */
  around(): number {
    return (this.next() + this.next() + this.next() + this.next()) / 2 - 1;
  }

  /** An unguessable-looking code in the letters of `newCode`. */
  code(length: number): string {
    let code = '';
    for (let i = 0; i < length; i++) code += alphabet[Math.floor(this.next() * alphabet.length)];
    return code;
  }

  /**
   * An identity of the shape of UUID version 7: the time first, so that it sorts like those made at that time; those of one instant by
   * their place among them (0 to 15), where it is given.
   */
  id(at: Date | number, place?: number): string {
    const time = Number(at);
    const high = Math.floor(time / 65_536);
    const one = this.bits();
    const two = this.bits();
    const three = this.bits();
    return `${hex[Math.floor(high / 65_536)]}${hex[high % 65_536]}-${hex[time % 65_536]}-${hex[0x7000 | (place === undefined ? one & 0xfff : (place << 8) | (one & 0xff))]}-${hex[0x8000 | ((one >>> 12) & 0x3fff)]}-${hex[two >>> 16]}${hex[two & 0xffff]}${hex[three >>> 16]}`;
  }
}

/** Chooses by weight: `const choose = weighted([['a', 3], ['b', 1]])`, then `choose(random)`. */
export function weighted<T>(pairs: readonly (readonly [T, number])[]): (random: Random) => T {
  const sums: number[] = [];
  let sum = 0;
  for (const [, weight] of pairs) sums.push((sum += weight));
  return (random) => {
    const at = random.next() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return pairs[low]![0];
  };
}
