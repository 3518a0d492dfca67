/**
 * Patterns that officials write into forms run on what citizens send, so a pattern must not take for ever on a text made for it.
 * A pattern is taken only if an upper bound of the ways in which it can match is small: choices of every quantifier and
 * every alternative multiplied. Back references and look-behinds, whose cost is not bounded so, are refused.
 */

/** Longest text that a pattern is tried on; a longer answer is refused before. */
export const patternReach = 200;
/** Each way costs at most some microseconds, and the shape of real patterns (telephone, plate, code) is far below. */
const mostWays = 2_000_000;

class Refused extends Error {}

/** Why a pattern is not taken: it is no regular expression, or it could take too long. Undefined: it is safe. */
export function patternFault(pattern: string): 'syntax' | 'slow' | undefined {
  try {
    void new RegExp(pattern, 'u');
  } catch {
    return 'syntax';
  }
  try {
    const scan = new Scan(pattern);
    const ways = scan.alternatives();
    return ways * (pattern.startsWith('^') ? 1 : patternReach) > mostWays ? 'slow' : undefined;
  } catch (error) {
    if (error instanceof Refused) return 'slow';
    throw error;
  }
}

/** Walks a pattern that is known to be well formed and counts ways. */
class Scan {
  #at = 0;
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }

  /** Branches between `|` up to the end of the group; the ways of a choice are the sum of its branches. */
  alternatives(): number {
    let sum = 0;
    let branch = 1;
    while (this.#at < this.#text.length && this.#text[this.#at] !== ')') {
      if (this.#text[this.#at] === '|') {
        this.#at += 1;
        sum += branch;
        branch = 1;
      } else branch *= this.#quantified(this.#atom());
    }
    return sum + branch;
  }

  #atom(): number {
    const char = this.#text[this.#at]!;
    if (char === '[') return this.#charClass();
    if (char === '(') return this.#group();
    if (char === '\\') return this.#escape();
    this.#at += 1;
    return 1;
  }

  #charClass(): number {
    this.#at += 1;
    while (this.#text[this.#at] !== ']') this.#at += this.#text[this.#at] === '\\' ? 2 : 1;
    this.#at += 1;
    return 1;
  }

  #group(): number {
    const rest = this.#text.slice(this.#at);
    if (/^\(\?<[=!]/.test(rest)) throw new Refused();
    this.#at += /^\((\?(:|=|!|<[^>]*>))?/.exec(rest)![0].length;
    const ways = this.alternatives();
    this.#at += 1;
    return ways;
  }

  #escape(): number {
    const rest = this.#text.slice(this.#at);
    if (/^\\([1-9]|k)/.test(rest)) throw new Refused();
    this.#at += /^\\(u\{[^}]*\}|[pP]\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[a-zA-Z]|[^])/u.exec(rest)![0].length;
    return 1;
  }

  /** Applies the quantifier that follows, if any, to an atom with so many ways. */
  #quantified(ways: number): number {
    const found = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.#text.slice(this.#at));
    if (!found) return ways;
    this.#at += found[0].length;
    const [, sign, low, comma, high] = found;
    const least = sign ? (sign === '+' ? 1 : 0) : Number(low);
    const most = Math.min(
      patternReach,
      sign ? (sign === '?' ? 1 : patternReach) : comma ? (high ? Number(high) : patternReach) : least,
    );
    const counts = Math.max(1, most - Math.min(least, most) + 1);
    // Each round of a group multiplies its own ways; a single character has one way, so only the count matters.
    return ways === 1 ? counts : counts * ways ** most;
  }
}
