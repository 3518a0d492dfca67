/** The second reading of a value: cut out for itself, closer, with its contrast stretched. What both readings say alike is hardly ever wrong. */
import type { Glyph } from '../fields/glyphs.ts';
import { applyAll, type Point, type Quad } from '../picture/homography.ts';
import type { Page } from '../picture/page.ts';
import { cutOut, type Pixels } from '../picture/pixels.ts';
import type { Networks } from './models.ts';
import { redShare, sealFrom, throughRed, touchedFrom } from './ink.ts';
import type { PageLines } from './read-lines.ts';
import { lineHeight, recognise, type Letter } from './recognise.ts';
import { wordIn } from './words.ts';

/** A line of a value: glyphs that stand side by side, and where they come from. */
export interface Part {
  page: Page;
  lines: PageLines;
  glyphs: readonly Glyph[];
  /** What stands there as a rule. */
  words?: readonly string[] | undefined;
}

/** What a second look at a part found. */
export interface Found {
  letters: Letter[];
  /** The likeliest of the part's words, where one is. */
  word?: string;
}

/** By how much the likeliest word must be likelier than all others together. */
const clearly = 0.9;

/** Reads each part anew; a part that spans several detected lines is read line by line, and is no word of a list. */
export async function lookAgain(networks: Networks, parts: readonly Part[]): Promise<Found[]> {
  const cuts: { part: number; picture: Pixels }[] = [];
  for (const [i, part] of parts.entries())
    for (const glyphs of byLine(part.glyphs)) cuts.push({ part: i, picture: stretched(cutPart(part, glyphs)) });
  const found: Found[] = parts.map(() => ({ letters: [] }));
  const alone = new Map(parts.map((_, i) => [i, cuts.filter(({ part }) => part === i).length === 1]));
  const read = await recognise(networks, cuts.map(({ picture }) => picture), (line, said) => {
    const { part } = cuts[line]!;
    const { words } = parts[part]!;
    const word = words && alone.get(part) ? wordIn(said, words, networks.classOf) : undefined;
    if (word && word.share >= clearly) found[part]!.word = word.text;
  }); // prettier-ignore
  for (const [i, { part }] of cuts.entries())
    found[part]!.letters.push(
      ...read[i]!.filter(({ text }) => text.trim() !== '').map((one) => ({ ...one, text: one.text.normalize('NFKC') })),
    );
  return found;
}

function byLine(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: Glyph[][] = [];
  for (const glyph of glyphs)
    if (lines.at(-1)?.[0]?.line === glyph.line) lines.at(-1)!.push(glyph);
    else lines.push([glyph]);
  return lines;
}

function cutPart({ page, lines }: Part, glyphs: readonly Glyph[]): Pixels {
  const { quad, letters } = lines.lines[glyphs[0]!.line]!;
  const [a, b, c, d] = quad;
  const height = glyphs[0]!.y1 - glyphs[0]!.y0;
  const wide = Math.max(1, b[0] - a[0]);
  // As far as half a letter beyond, but not into the neighbour.
  const [x0, x1] = [glyphs[0]!.x0, glyphs.at(-1)!.x1];
  const others = letters.map(({ from, to }) => [a[0] + from * wide, a[0] + to * wide] as const);
  const before = Math.max(-Infinity, ...others.filter(([, to]) => to <= x0 + 1).map(([, to]) => to));
  const after = Math.min(Infinity, ...others.filter(([from]) => from >= x1 - 1).map(([from]) => from));
  const left = Math.max(x0 - height * 0.3, Math.min(x0 - height * 0.06, before));
  const right = Math.min(x1 + height * 0.3, Math.max(x1 + height * 0.06, after));
  const [s0, s1] = [(left - a[0]) / wide, (right - a[0]) / wide];
  const between = (p: Point, q: Point, share: number): Point => [
    p[0] + (q[0] - p[0]) * share,
    p[1] + (q[1] - p[1]) * share,
  ];
  const closer = 0.07;
  const top = [between(a, d, closer), between(b, c, closer)] as const;
  const bottom = [between(d, a, closer), between(c, b, closer)] as const;
  const part: Quad = [between(top[0], top[1], s0), between(top[0], top[1], s1), between(bottom[0], bottom[1], s1), between(bottom[0], bottom[1], s0)]; // prettier-ignore
  return cutOut(page.pixels, applyAll(lines.frame.toPicture, part), lineHeight);
}

/** From the darkest to the lightest twentieth, in grey; a seal over it is left out. */
function stretched(cut: Pixels): Pixels {
  const red = redShare(cut);
  const { data, width, height } = red > touchedFrom && red < sealFrom ? throughRed(cut) : cut;
  const grey = new Uint8Array(width * height);
  const counts = new Uint32Array(256);
  for (let i = 0, from = 0; i < grey.length; i++, from += 3) {
    grey[i] = (data[from]! * 77 + data[from + 1]! * 150 + data[from + 2]! * 29) >> 8;
    counts[grey[i]!]!++;
  }
  const at = (share: number): number => {
    let left = grey.length * share;
    for (let value = 0; value < 256; value++) if ((left -= counts[value]!) <= 0) return value;
    return 255;
  };
  const [dark, light] = [at(0.03), at(0.7)];
  const factor = light - dark > 20 ? 225 / (light - dark) : 1;
  const out = new Uint8Array(grey.length * 3);
  for (let i = 0; i < grey.length; i++)
    out.fill(Math.max(0, Math.min(255, 15 + (grey[i]! - dark) * factor)), i * 3, i * 3 + 3);
  return { data: out, width, height };
}
