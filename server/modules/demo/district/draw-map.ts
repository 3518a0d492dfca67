/**
 * The invented map: towns that tile the district, its outline, rivers and roads, as GeoJSON. Each town has the land that is
 * nearer to its centre than to another's, and borders are roughened by chance that is drawn from the border itself, so that two
 * neighbours draw the same line.
 */
import { Random } from '#platform/random';
import { places, type Line, type Point, type Town } from './places.ts';

type Ring = Point[];
interface Feature {
  type: 'Feature';
  properties: Record<string, string>;
  geometry: { type: 'Polygon'; coordinates: Ring[] } | { type: 'LineString'; coordinates: Ring };
}
export interface MapOfDistrict {
  type: 'FeatureCollection';
  features: Feature[];
}

/** About ten metres: enough for a town's border, and the same digits on every machine. */
const round = ([x, y]: Point): Point => [Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4];
const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];
const key = ([x, y]: Point): string => `${x.toFixed(4)},${y.toFixed(4)}`;

/** The part of a ring that is nearer to `own` than to `other`. */
function nearerPart(ring: Ring, own: Point, other: Point): Ring {
  // A degree of longitude is shorter here by the cosine of 30.3 degrees.
  const scale = Math.cos((30.3 * Math.PI) / 180) ** 2;
  const dx = (other[0] - own[0]) * scale;
  const dy = other[1] - own[1];
  const side = ([x, y]: Point): number => (x - (own[0] + other[0]) / 2) * dx + (y - (own[1] + other[1]) / 2) * dy;
  return ring.flatMap((point, i) => {
    const next = ring[(i + 1) % ring.length]!;
    const here = side(point);
    const there = side(next);
    const crossing: Ring =
      here * there < 0
        ? [
            [
              point[0] + ((next[0] - point[0]) * here) / (here - there),
              point[1] + ((next[1] - point[1]) * here) / (here - there),
            ],
          ]
        : [];
    return here <= 0 ? [point, ...crossing] : crossing;
  });
}

/** A border between two points, bent by halves; from either end the same line. */
function roughen(from: Point, to: Point, depth = 4): Ring {
  const turned = key(from) > key(to);
  const [a, b] = turned ? [to, from] : [from, to];
  const random = new Random(1, 'border', key(a), key(b));
  const bend = (start: Point, end: Point, left: number): Ring => {
    const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
    if (left === 0 || length < 0.003) return [start];
    const off = random.around() * 0.22 * length;
    const middle = round([
      (start[0] + end[0]) / 2 - ((end[1] - start[1]) / length) * off,
      (start[1] + end[1]) / 2 + ((end[0] - start[0]) / length) * off,
    ]);
    return [...bend(start, middle, left - 1), ...bend(middle, end, left - 1)];
  };
  const line = [...bend(a, b, depth), b];
  return turned ? line.reverse() : line;
}

/** Brings points that differ by a rounding onto each other, so that corners of neighbours are one point. */
function snap(rings: Ring[]): Ring[] {
  const corners: Point[] = [];
  const corner = (point: Point): Point => {
    const known = corners.find((one) => Math.hypot(one[0] - point[0], one[1] - point[1]) < 3e-4);
    if (known) return known;
    const rounded = round(point);
    corners.push(rounded);
    return rounded;
  };
  return rings.map((ring) =>
    ring.map(corner).filter((point, i, all) => !same(point, all[(i + all.length - 1) % all.length]!)),
  );
}

/** Where the border of one town has a corner of another in its middle, it gets the corner too. */
function meet(rings: Ring[]): Ring[] {
  const corners = [...new Map(rings.flat().map((point) => [key(point), point])).values()];
  return rings.map((ring) =>
    ring.flatMap((from, i) => {
      const to = ring[(i + 1) % ring.length]!;
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      const along = corners.flatMap((point) => {
        const t = ((point[0] - from[0]) * (to[0] - from[0]) + (point[1] - from[1]) * (to[1] - from[1])) / length ** 2;
        const off =
          Math.abs((point[0] - from[0]) * (to[1] - from[1]) - (point[1] - from[1]) * (to[0] - from[0])) / length;
        return off < 3e-4 && t > 0.001 && t < 0.999 ? [{ t, point }] : [];
      });
      return [from, ...along.sort((a, b) => a.t - b.t).map(({ point }) => point)];
    }),
  );
}

const closed = (ring: Ring): Ring => [...ring, ring[0]!];
const roughened = (ring: Ring): Ring =>
  closed(ring.flatMap((from, i) => roughen(from, ring[(i + 1) % ring.length]!).slice(0, -1)));

/** The outline of the district: borders that only one town has, one after the other. */
function outlineOf(rings: Ring[]): Ring {
  const edges = rings.flatMap((ring) => ring.slice(0, -1).map((from, i) => [from, ring[i + 1]!] as const));
  const all = new Set(edges.map(([from, to]) => `${key(from)} ${key(to)}`));
  const outer = new Map(
    edges.filter(([from, to]) => !all.has(`${key(to)} ${key(from)}`)).map(([from, to]) => [key(from), to]),
  );
  const outline: Ring = [];
  for (let at = outer.values().next().value; at && outline.length < outer.size; at = outer.get(key(at)))
    outline.push(at);
  if (outline.length !== outer.size) throw new Error('the towns do not tile one piece of land');
  return closed(outline);
}

const ringOf = (town: Town): Ring =>
  places.towns.reduce((ring, other) => (other === town ? ring : nearerPart(ring, town.at, other.at)), places.outline);

/** A line that bends through its points (Catmull-Rom), eight pieces between two of them. */
function bendThrough({ through }: Line): Ring {
  const at = (i: number): Point => through[Math.max(0, Math.min(through.length - 1, i))]!;
  const line: Ring = [];
  for (let i = 0; i < through.length - 1; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let step = 0; step < 8; step++) {
      const t = step / 8;
      const along = (n: 0 | 1): number =>
        0.5 *
        (2 * b[n] +
          (c[n] - a[n]) * t +
          (2 * a[n] - 5 * b[n] + 4 * c[n] - d[n]) * t * t +
          (3 * b[n] - a[n] - 3 * c[n] + d[n]) * t ** 3);
      line.push(round([along(0), along(1)]));
    }
  }
  return [...line, at(through.length - 1)];
}

/** The whole map. The same places give the same map. */
export function drawMap(): MapOfDistrict {
  const rings = meet(snap(places.towns.map(ringOf))).map(roughened);
  const feature = (
    kind: string,
    named: { name: string; nameEn: string },
    geometry: Feature['geometry'],
    more = {},
  ): Feature => ({
    type: 'Feature',
    properties: { kind, name: named.name, nameEn: named.nameEn, ...more },
    geometry,
  });
  return {
    type: 'FeatureCollection',
    features: [
      feature(
        'district',
        { name: '云溪区', nameEn: 'Yunxi District' },
        { type: 'Polygon', coordinates: [outlineOf(rings)] },
        { areaCode: '330199' },
      ),
      ...places.towns.map((town, i) =>
        feature(
          'town',
          town,
          { type: 'Polygon', coordinates: [rings[i]!] },
          { key: town.key, areaCode: `330199${town.code}` },
        ),
      ),
      ...places.waters.map((line) => feature(line.kind, line, { type: 'LineString', coordinates: bendThrough(line) })),
      ...places.roads.map((line) => feature(line.kind, line, { type: 'LineString', coordinates: bendThrough(line) })),
    ],
  };
}

/** Whether a point lies on the land of a ring. */
export function lies(point: Point, ring: readonly Point[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!];
    if (a[1] > point[1] !== b[1] > point[1] && point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0])
      inside = !inside;
  }
  return inside;
}
