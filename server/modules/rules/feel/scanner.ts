/** Reads FEEL character by character. The parser asks for what it expects; a fault says where and what. */
import { isNamePart, isNameStart, longestAt } from './names.ts';

/** Why an expression cannot be read: `at` counts characters from 0. */
export class FeelFault extends Error {
  readonly at: number;
  /** What was expected there, for words in the reader's language. */
  readonly expected: string;
  constructor(at: number, expected: string) {
    super(`at ${at + 1}: ${expected}`);
    this.at = at;
    this.expected = expected;
  }
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '"': '"', '\\': '\\', "'": "'", '/': '/' }; // prettier-ignore

export class Scanner {
  readonly text: string;
  at = 0;
  constructor(text: string) {
    this.text = text;
  }

  fail(expected: string, at = this.at): never {
    throw new FeelFault(at, expected);
  }

  /** Passes blanks and comments. */
  blanks(): void {
    const pattern = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
    pattern.lastIndex = this.at;
    if (pattern.test(this.text)) this.at = pattern.lastIndex;
  }

  get ended(): boolean {
    this.blanks();
    return this.at >= this.text.length;
  }

  /** Whether a sign comes next; it stays. */
  sees(sign: string): boolean {
    this.blanks();
    return this.text.startsWith(sign, this.at);
  }

  /** Takes a sign if it comes next. */
  takes(sign: string): boolean {
    if (!this.sees(sign)) return false;
    this.at += sign.length;
    return true;
  }

  needs(sign: string): void {
    if (!this.takes(sign)) this.fail(sign);
  }

  seesWord(word: string): boolean {
    return this.sees(word) && !isNamePart(this.charAt(this.at + word.length));
  }

  takesWord(word: string): boolean {
    if (!this.seesWord(word)) return false;
    this.at += word.length;
    return true;
  }

  needsWord(word: string): void {
    if (!this.takesWord(word)) this.fail(word);
  }

  charAt(at: number): string {
    const code = this.text.codePointAt(at);
    return code === undefined ? ' ' : String.fromCodePoint(code);
  }

  /** A name: the longest known one with spaces, else one word. */
  name(known: Iterable<string>): string | undefined {
    this.blanks();
    const plainEnd = this.endOfWord();
    const spaced = longestAt(this.text, this.at, known);
    if (spaced && spaced.end >= plainEnd) {
      this.at = spaced.end;
      return spaced.name;
    }
    if (plainEnd === this.at) return undefined;
    const name = this.text.slice(this.at, plainEnd);
    this.at = plainEnd;
    return name;
  }

  private endOfWord(): number {
    let end = this.at;
    if (!isNameStart(this.charAt(end))) return end;
    while (end < this.text.length && isNamePart(this.charAt(end))) end += this.charAt(end).length;
    return end;
  }

  /** Words up to one of the signs: the key of an entry, the name of a parameter. */
  until(signs: RegExp): string {
    this.blanks();
    const from = this.at;
    while (this.at < this.text.length && !signs.test(this.text[this.at]!)) this.at += 1;
    const words = this.text.slice(from, this.at).trim().replaceAll(/\s+/g, ' ');
    if (!words || !isNameStart(String.fromCodePoint(words.codePointAt(0)!))) this.fail('name', from);
    return words;
  }

  number(): string | undefined {
    this.blanks();
    const pattern = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  string(): string | undefined {
    if (!this.sees('"')) return undefined;
    const from = this.at;
    this.at += 1;
    let said = '';
    while (this.text[this.at] !== '"') {
      if (this.at >= this.text.length) this.fail('"', from);
      said += this.text[this.at] === '\\' ? this.escape() : this.text[this.at];
      this.at += 1;
    }
    this.at += 1;
    return said;
  }

  /** Stands on a backslash, ends on the last character of the escape. */
  private escape(): string {
    const coded = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6}))/y;
    coded.lastIndex = this.at;
    const found = coded.exec(this.text);
    if (found) {
      this.at += found[0].length - 1;
      const code = Number.parseInt(found[1] ?? found[2]!, 16);
      return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    }
    const next = this.text[this.at + 1] ?? '';
    this.at += 1;
    const plain = escapes[next];
    // An escape that FEEL does not know stays as it was written (a pattern such as "\d").
    return plain ?? `\\${next}`;
  }
}
