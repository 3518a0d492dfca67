/** Pictures as plain pixels, and parts of them drawn anew. Pure. */
import { apply, distance, fromRectangle, type Homography, type Quad } from './homography.ts';

/** Three bytes a pixel (red, green, blue), row by row. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/**
 * Draws a picture of this size whose point (x, y) shows what lies at `toSource` of it; between pixels by their weighted mean. What lies outside
 * is the nearest pixel of the edge. `finer` samples each pixel that often in both directions, so that a reduction does not lose thin strokes.
 */
export function warp(source: Pixels, toSource: Homography, width: number, height: number, finer = 1): Pixels {
  const data = new Uint8Array(width * height * 3);
  const [a, b, c, d, e, f, g, h, i] = toSource as [number, number, number, number, number, number, number, number, number]; // prettier-ignore
  const { data: from, width: fromWidth, height: fromHeight } = source;
  const lastX = fromWidth - 1;
  const lastY = fromHeight - 1;
  const step = 1 / finer;
  const share = 1 / (finer * finer);
  let at = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let sub = 0; sub < finer * finer; sub++) {
        const x = column + ((sub % finer) + 0.5) * step;
        const y = row + (Math.floor(sub / finer) + 0.5) * step;
        const w = g * x + h * y + i;
        let sx = (a * x + b * y + c) / w - 0.5;
        let sy = (d * x + e * y + f) / w - 0.5;
        sx = sx < 0 ? 0 : sx > lastX ? lastX : sx;
        sy = sy < 0 ? 0 : sy > lastY ? lastY : sy;
        const x0 = sx | 0;
        const y0 = sy | 0;
        const fx = sx - x0;
        const fy = sy - y0;
        const p00 = (y0 * fromWidth + x0) * 3;
        const p01 = x0 < lastX ? p00 + 3 : p00;
        const below = y0 < lastY ? fromWidth * 3 : 0;
        const p10 = p00 + below;
        const p11 = p01 + below;
        const w00 = (1 - fx) * (1 - fy);
        const w01 = fx * (1 - fy);
        const w10 = (1 - fx) * fy;
        const w11 = fx * fy;
        red += from[p00]! * w00 + from[p01]! * w01 + from[p10]! * w10 + from[p11]! * w11;
        green += from[p00 + 1]! * w00 + from[p01 + 1]! * w01 + from[p10 + 1]! * w10 + from[p11 + 1]! * w11;
        blue += from[p00 + 2]! * w00 + from[p01 + 2]! * w01 + from[p10 + 2]! * w10 + from[p11 + 2]! * w11;
      }
      data[at++] = red * share + 0.5;
      data[at++] = green * share + 0.5;
      data[at++] = blue * share + 0.5;
    }
  }
  return { data, width, height };
}

/** Sampling per pixel that a reduction to `1 / reduction` needs. */
const finerFor = (reduction: number): number => Math.max(1, Math.min(4, Math.ceil(reduction - 0.25)));

/** The part of a picture within a quad, made flat, `height` pixels high and as wide as it is in proportion. */
export function cutOut(source: Pixels, quad: Quad, height: number, widthAtMost = 4000): Pixels {
  const tall = (distance(quad[0], quad[3]) + distance(quad[1], quad[2])) / 2;
  const long = (distance(quad[0], quad[1]) + distance(quad[3], quad[2])) / 2;
  const width = Math.max(8, Math.min(widthAtMost, Math.round((long / Math.max(tall, 1)) * height)));
  return warp(source, fromRectangle(width, height, quad), width, height, finerFor(tall / height));
}

/** The whole picture on a page of this size; `toSource` leads from the page to the picture. */
export function redraw(source: Pixels, toSource: Homography, width: number, height: number): Pixels {
  const middle = apply(toSource, [width / 2, height / 2]);
  const beside = apply(toSource, [width / 2 + 1, height / 2]);
  return warp(source, toSource, width, height, finerFor(distance(middle, beside)));
}
