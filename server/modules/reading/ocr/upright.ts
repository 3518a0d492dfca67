/** How a page lies in a photo, told by its lines of text alone: which way they run, and where they would meet. Pure. */
import {
  apply,
  applyAll,
  compose,
  identity,
  invert,
  scale,
  shift,
  turn,
  type Homography,
  type Point,
} from '../picture/homography.ts';
import type { Region } from './regions.ts';

/** Lines at least this many times as long as thick tell a direction. */
const slender = 2.5;

const middle = ({ quad }: Region): Point => [
  (quad[0][0] + quad[1][0] + quad[2][0] + quad[3][0]) / 4,
  (quad[0][1] + quad[1][1] + quad[2][1] + quad[3][1]) / 4,
];
const angleOf = ({ quad }: Region): number => Math.atan2(quad[1][1] - quad[0][1], quad[1][0] - quad[0][0]);

/** The direction of most text, in radians, between -90 and 90 degrees; lines count by their length. 0 where nothing tells it. */
export function directionOf(regions: readonly Region[]): number {
  // Angles of 0 and 180 degrees are the same line: they are doubled, so that they add up. The strongest of 36 wins, so that a few
  // upright lines, or a seal's round ones, do not bend the mean.
  const bins = new Float64Array(36);
  const telling = regions.filter(({ long, thick }) => long >= slender * thick);
  for (const region of telling)
    bins[Math.floor(((angleOf(region) + Math.PI) % Math.PI) / (Math.PI / 36)) % 36]! += region.long;
  let best = 0;
  for (let i = 1; i < 36; i++) if (around(bins, i) > around(bins, best)) best = i;
  const near = (best + 0.5) * (Math.PI / 36);
  let [x, y] = [0, 0];
  for (const region of telling) {
    const angle = angleOf(region);
    if (Math.abs(Math.sin(angle - near)) > 0.35) continue;
    x += Math.cos(angle * 2) * region.long;
    y += Math.sin(angle * 2) * region.long;
  }
  return x === 0 && y === 0 ? 0 : Math.atan2(y, x) / 2;
}
const around = (bins: Float64Array, i: number): number => bins[(i + 35) % 36]! + bins[i]! * 1.5 + bins[(i + 1) % 36]!;

/**
 * The map after which lines that meet in a far point run level and side by side. Works on regions that run nearly level already. The slope of a line
 * through (x, y) that meets the others in a point at 1/k is k·(slope·x − y) + b: a straight line is laid through these, twice, the second time without what
 * lay far off.
 */
export function levelling(regions: readonly Region[], width: number, height: number): Homography {
  const centre: Point = [width / 2, height / 2];
  let samples = regions
    .filter(({ long, thick }) => long >= 3.5 * thick)
    .map((region) => {
      const [x, y] = middle(region);
      const slope = Math.tan(angleOf(region));
      return { slope, u: slope * (x - centre[0]) - (y - centre[1]), weight: region.long };
    })
    .filter(({ slope }) => Math.abs(slope) < 0.5);
  if (samples.length < 3) return identity;
  let fit = line(samples, height);
  const offs = samples.map(({ slope, u }) => Math.abs(slope - fit.k * u - fit.b)).toSorted((a, b) => a - b);
  const far = Math.max(0.01, 2.5 * offs[Math.floor(offs.length / 2)]!);
  samples = samples.filter(({ slope, u }) => Math.abs(slope - fit.k * u - fit.b) <= far);
  fit = line(samples, height);
  // A page is never tilted so much that its lines meet within it.
  const k = Math.max(-0.6 / width, Math.min(0.6 / width, fit.k));
  const toCentre = shift(-centre[0], -centre[1]);
  const back = shift(centre[0], centre[1]);
  // Where the lines meet: (1/k, Y) with Y = b/k. Turned onto the axis first, then sent to infinity.
  const turned = turn(-Math.atan(fit.b), [0, 0]);
  const k2 = k * Math.cos(Math.atan(fit.b));
  const sent: Homography = [1, 0, 0, 0, 1, 0, -k2, 0, 1];
  return compose(back, compose(sent, compose(turned, toCentre)));
}

/** Weighted least squares of slope over u, drawn a little towards "no perspective" where the page tells little. */
function line(
  samples: readonly { slope: number; u: number; weight: number }[],
  height: number,
): { k: number; b: number } {
  let [w, wu, ws, wuu, wus] = [0, 0, 0, 0, 0];
  for (const { slope, u, weight } of samples) {
    w += weight;
    wu += weight * u;
    ws += weight * slope;
    wuu += weight * u * u;
    wus += weight * u * slope;
  }
  const spread = wuu - (wu * wu) / w + w * (height * 0.03) ** 2;
  const k = (wus - (wu * ws) / w) / spread;
  return { k, b: (ws - k * wu) / w };
}

/** A frame around what is to be read: `toPicture` leads from its pixels to the picture's. */
export interface Frame {
  toPicture: Homography;
  width: number;
  height: number;
}

/**
 * Lays a frame around regions: `toLevel` makes them level. It is scaled so that its longer side has `side` pixels, but no finer than twice the picture; `margin` is the share left free
 * around the text, because the first look misses lines at the edge.
 */
export function frameAround(
  regions: readonly Region[],
  toLevel: Homography,
  picture: { width: number; height: number },
  { side, margin }: { side: number; margin: number },
): Frame {
  const corners = regions.flatMap(({ quad }) => [...applyAll(toLevel, quad)]);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const free = margin * Math.max(x1 - x0, y1 - y0) + 8;
  // Beyond the picture there is nothing to read.
  const toPicture = invert(toLevel);
  const whole = (
    [
      [0, 0],
      [picture.width, 0],
      [picture.width, picture.height],
      [0, picture.height],
    ] as const
  ).map((corner) => apply(toLevel, corner));
  const left = Math.max(x0 - free, Math.min(...whole.map(([x]) => x)));
  const right = Math.min(x1 + free, Math.max(...whole.map(([x]) => x)));
  const top = Math.max(y0 - free, Math.min(...whole.map(([, y]) => y)));
  const bottom = Math.min(y1 + free, Math.max(...whole.map(([, y]) => y)));
  const longer = Math.max(right - left, bottom - top);
  const factor = Math.min(side / longer, 2);
  return {
    toPicture: compose(toPicture, compose(shift(left, top), scale(1 / factor))),
    width: Math.max(32, Math.round((right - left) * factor)),
    height: Math.max(32, Math.round((bottom - top) * factor)),
  };
}
