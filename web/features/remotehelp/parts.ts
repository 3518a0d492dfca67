/**
 * Messages that are too long for the server to carry at once, as the picture of a long form: it takes 16,000 characters. A message is JSON, thus
 * begins with a brace; a part begins with its number.
 */

/** Characters of the longest message that is heard; what is longer is thrown away, as by the connection of one's own. */
export const longest = 100_000;
/** Characters of a part, with room for its number. */
const most = 15_900;
const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** The message as the server carries it: whole, or in parts in their order. No character is cut in two: its half would be lost on the way. */
export function inParts(text: string): string[] {
  if (text.length <= most) return [text];
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    const end = Math.min(from + most, text.length);
    const to = end < text.length && isHigh(text.charCodeAt(end - 1)) ? end - 1 : end;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces.map((piece, i) => `${i + 1}/${pieces.length} ${piece}`);
}

/** Puts parts together again. */
export class Joined {
  #heard: string[] = [];

  /** The message that is whole with this; undefined while parts are still to come, or when one was lost. */
  hear(data: string): string | undefined {
    const part = /^(\d{1,2})\/(\d{1,2}) /.exec(data);
    if (!part) return data;
    const [number, of] = [Number(part[1]), Number(part[2])];
    if (number === 1) this.#heard = [];
    // One was lost, or of a message of before: the rest says nothing.
    if (number !== this.#heard.length + 1) return undefined;
    this.#heard.push(data.slice(part[0].length));
    if (number < of) return undefined;
    const text = this.#heard.join('');
    this.#heard = [];
    return text.length <= longest ? text : undefined;
  }
}
