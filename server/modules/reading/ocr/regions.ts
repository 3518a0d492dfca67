/** From a map of probabilities to slanted rectangles around lines of text. Pure. */
import type { Point, Quad } from '../picture/homography.ts';

/** A line's place: its rectangle, clockwise, the long side first; how long and how thick it is. */
export interface Region {
  quad: Quad;
  long: number;
  thick: number;
  /** Mean probability within it, 0 to 1. */
  score: number;
}

interface Spot {
  points: Point[];
  sum: number;
  count: number;
}

export interface RegionOptions {
  /** Probability from which a pixel counts. */
  from: number;
  /** Mean probability below which a region is dropped. */
  least: number;
  /** How far the middle of a line is widened to the whole of it: share of area by circumference. */
  widen: number;
}
export const usualRegions: RegionOptions = { from: 0.3, least: 0.5, widen: 1.6 };

/** Finds the regions of a map of `width` x `height`. At most 1,500: a page has no more lines. */
export function regionsOf(map: Float32Array, width: number, height: number, options = usualRegions): Region[] {
  const regions: Region[] = [];
  for (const spot of spotsOf(map, width, height, options.from)) {
    if (spot.count < 12) continue;
    const score = spot.sum / spot.count;
    if (score < options.least) continue;
    const rectangle = smallestRectangle(hullOf(spot.points));
    if (!rectangle) continue;
    const { long, thick } = rectangle;
    const out = (long * thick * options.widen) / (2 * (long + thick));
    if (thick + 2 * out < 5) continue;
    regions.push({ ...widened(rectangle, out), score });
    if (regions.length === 1500) break;
  }
  return regions;
}

/** Connected pixels above a probability; of each row of a spot its first and last pixel is kept. */
function spotsOf(map: Float32Array, width: number, height: number, from: number): Spot[] {
  const parents: number[] = [];
  const root = (id: number): number => {
    let at = id;
    while (parents[at] !== at) at = parents[at] = parents[parents[at]!]!;
    return at;
  };
  const runs: { id: number; y: number; start: number; end: number; sum: number }[] = [];
  let above: typeof runs = [];
  for (let y = 0; y < height; y++) {
    const row: typeof runs = [];
    const base = y * width;
    for (let x = 0; x < width; x++) {
      if (map[base + x]! <= from) continue;
      const start = x;
      let sum = 0;
      while (x < width && map[base + x]! > from) sum += map[base + x++]!;
      const run = { id: parents.length, y, start, end: x - 1, sum };
      parents.push(run.id);
      row.push(run);
    }
    // Both rows are in order: one walk through them finds all that touch, corners included.
    for (let i = 0, j = 0; i < above.length && j < row.length;) {
      const a = above[i]!;
      const b = row[j]!;
      if (a.start <= b.end + 1 && b.start <= a.end + 1) parents[root(a.id)] = root(b.id);
      if (a.end < b.end) i++;
      else j++;
    }
    runs.push(...row);
    above = row;
  }
  const spots = new Map<number, Spot>();
  for (const { id, y, start, end, sum } of runs) {
    const key = root(id);
    let spot = spots.get(key);
    if (!spot) spots.set(key, (spot = { points: [], sum: 0, count: 0 }));
    spot.points.push([start, y], [end + 1, y], [start, y + 1], [end + 1, y + 1]);
    spot.sum += sum;
    spot.count += end - start + 1;
  }
  return [...spots.values()];
}

const cross = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** The convex hull of points. */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length >= 2 && cross(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

interface Rectangle {
  centre: Point;
  /** Direction of the long side. */
  along: Point;
  long: number;
  thick: number;
}

/** The rectangle of the smallest area around a hull: one of its sides lies on a side of the hull. */
function smallestRectangle(hull: readonly Point[]): Rectangle | undefined {
  let best: (Rectangle & { area: number }) | undefined;
  for (const [i, [ax, ay]] of hull.entries()) {
    const [bx, by] = hull[(i + 1) % hull.length]!;
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0) continue;
    const ux = (bx - ax) / length;
    const uy = (by - ay) / length;
    let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [x, y] of hull) {
      const u = x * ux + y * uy;
      const v = y * ux - x * uy;
      u0 = Math.min(u0, u);
      u1 = Math.max(u1, u);
      v0 = Math.min(v0, v);
      v1 = Math.max(v1, v);
    }
    const [wide, tall] = [u1 - u0, v1 - v0];
    const area = wide * tall;
    if (best && area >= best.area) continue;
    const u = (u0 + u1) / 2;
    const v = (v0 + v1) / 2;
    best = {
      area,
      centre: [u * ux - v * uy, u * uy + v * ux],
      along: wide >= tall ? [ux, uy] : [-uy, ux],
      long: Math.max(wide, tall),
      thick: Math.min(wide, tall),
    };
  }
  return best;
}

function widened({ centre: [x, y], along: [ux, uy], long, thick }: Rectangle, out: number): Omit<Region, 'score'> {
  // Read from left to right; a line that stands upright, from above downwards.
  const [ax, ay] = ux < -1e-9 || (Math.abs(ux) <= 1e-9 && uy < 0) ? [-ux, -uy] : [ux, uy];
  const l = long / 2 + out;
  const t = thick / 2 + out;
  const corner = (a: number, b: number): Point => [x + a * l * ax - b * t * ay, y + a * l * ay + b * t * ax];
  return { quad: [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)], long: l * 2, thick: t * 2 };
}
