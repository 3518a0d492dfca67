/** Plane projective maps: how a flat sheet of paper lies in a photo. Pure. */

export type Point = readonly [x: number, y: number];
/** Four corners, clockwise from the upper left one as the text is read. */
export type Quad = readonly [Point, Point, Point, Point];
/** Nine numbers of a 3 x 3 matrix, row by row. */
export type Homography = readonly number[];

export const identity: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** `first`, then `then`. */
export function compose(then: Homography, first: Homography): Homography {
  const product: number[] = [];
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 3; column++)
      product.push(
        then[row * 3]! * first[column]! +
          then[row * 3 + 1]! * first[3 + column]! +
          then[row * 3 + 2]! * first[6 + column]!,
      );
  return product;
}

export function invert(h: Homography): Homography {
  const [a, b, c, d, e, f, g, i, j] = h as [number, number, number, number, number, number, number, number, number];
  const determinant = a * (e * j - f * i) - b * (d * j - f * g) + c * (d * i - e * g);
  return [
    e * j - f * i,
    c * i - b * j,
    b * f - c * e,
    f * g - d * j,
    a * j - c * g,
    c * d - a * f,
    d * i - e * g,
    b * g - a * i,
    a * e - b * d,
  ].map((value) => value / determinant);
}

export function apply(h: Homography, [x, y]: Point): Point {
  const w = h[6]! * x + h[7]! * y + h[8]!;
  return [(h[0]! * x + h[1]! * y + h[2]!) / w, (h[3]! * x + h[4]! * y + h[5]!) / w];
}

export const applyAll = (h: Homography, quad: Quad): Quad => quad.map((corner) => apply(h, corner)) as unknown as Quad;

export const shift = (x: number, y: number): Homography => [1, 0, x, 0, 1, y, 0, 0, 1];
export const scale = (x: number, y = x): Homography => [x, 0, 0, 0, y, 0, 0, 0, 1];
/** Turns by an angle (radians, from x towards y) around a point. */
export function turn(angle: number, [x, y]: Point): Homography {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y, 0, 0, 1];
}

/** The map that takes the corners of a rectangle of this size to a quad. */
export function fromRectangle(width: number, height: number, quad: Quad): Homography {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = quad;
  const dx1 = x1 - x2;
  const dx2 = x3 - x2;
  const dx3 = x0 - x1 + x2 - x3;
  const dy1 = y1 - y2;
  const dy2 = y3 - y2;
  const dy3 = y0 - y1 + y2 - y3;
  const below = dx1 * dy2 - dx2 * dy1;
  const g = (dx3 * dy2 - dx2 * dy3) / below;
  const h = (dx1 * dy3 - dx3 * dy1) / below;
  const fromUnit: Homography = [
    x1 - x0 + g * x1,
    x3 - x0 + h * x3,
    x0,
    y1 - y0 + g * y1,
    y3 - y0 + h * y3,
    y0,
    g,
    h,
    1,
  ];
  return compose(fromUnit, scale(1 / width, 1 / height));
}

/** Corners of an upright rectangle. */
export const rectangle = (x0: number, y0: number, x1: number, y1: number): Quad => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
];

export const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(bx - ax, by - ay);
