/** Red ink: the seals that stand over text, and text without them. Pure. */
import type { Pixels } from '../picture/pixels.ts';

/** Ink keeps less of the paper's green than this; red ink keeps more of its red than of its green by that much. */
const inkBelow = 0.75;
const redAbove = 0.2;

/** The share of a line's ink that is red, 0 to 1; 0 for a line with hardly any ink. */
export function redShare({ data }: Pixels): number {
  const paper = [paperOf(data, 0), paperOf(data, 1)] as const;
  let ink = 0;
  let red = 0;
  for (let at = 0; at < data.length; at += 3) {
    const green = data[at + 1]! / paper[1];
    if (green >= inkBelow) continue;
    ink++;
    if (data[at]! / paper[0] - green > redAbove) red++;
  }
  return ink * 3 < data.length * 0.01 ? 0 : red / ink;
}

/** A line of which more is red than that is a seal's; of which less than that, no seal touches. */
export const sealFrom = 0.7;
export const touchedFrom = 0.06;

/** As seen through red glass: red ink is as light as the paper, black is black, also where red lies over it. */
export function throughRed({ data, width, height }: Pixels): Pixels {
  const paper = [paperOf(data, 0), paperOf(data, 1)] as const;
  const out = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 3) {
    const red = data[at]!;
    // Ink of a seal is no pure red: what the glass leaves of it would still be read.
    const lifted = Math.max(0, Math.min(1, (red / paper[0] - data[at + 1]! / paper[1]) / (2 * redAbove)));
    out.fill(red + Math.max(0, paper[0] - red) * lifted, at, at + 3);
  }
  return { data: out, width, height };
}

/** Of a channel, what nine tenths of the pixels stay below: the paper, in whichever light. */
function paperOf(data: Uint8Array, channel: 0 | 1): number {
  const counts = new Uint32Array(256);
  for (let at = channel; at < data.length; at += 3) counts[data[at]!]!++;
  let left = (data.length / 3) * 0.1;
  for (let value = 255; value > 0; value--) if ((left -= counts[value]!) <= 0) return value;
  return 1;
}
