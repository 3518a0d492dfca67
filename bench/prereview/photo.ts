/** A drawn paper as a phone sees it: on a table, turned, tilted, blurred, in a shadow, with a glare over it, saved with loss. */
import sharp from 'sharp';
import {
  apply,
  compose,
  fromRectangle,
  invert,
  scale,
  type Point,
  type Quad,
} from '../../server/modules/reading/picture/homography.ts';
import type { Pixels } from '../../server/modules/reading/picture/pixels.ts';
import type { Random } from '#platform/random';

export interface PhotoOptions {
  /** Quarters by which the phone was turned. */
  quarters: 0 | 1 | 2 | 3;
  /** Degrees beside that, clockwise. */
  turn: number;
  /** Degrees by which the paper is tilted away, and the direction of the tilt. */
  tilt: number;
  tiltTowards: number;
  /** Pixels of standard deviation where the paper is 1,500 pixels long. */
  blur: number;
  quality: number;
  /** Where the glare lies, as shares of the paper; and how strong it is, 0 to 1. */
  glare: { x: number; y: number; strength: number };
  shadow: number;
}

export const phoneOptions = (random: Random): PhotoOptions => ({
  quarters: random.whole(0, 3) as PhotoOptions['quarters'],
  turn: random.next() * 20 - 10,
  tilt: 20,
  tiltTowards: random.next() * Math.PI * 2,
  blur: 1.5,
  quality: 40,
  glare: { x: 0.15 + random.next() * 0.7, y: 0.15 + random.next() * 0.7, strength: 0.55 },
  shadow: 0.45,
});

/** Takes the picture: JPEG, whose paper is about 1,500 pixels long; and where the paper's corners are in it. */
export async function takePhoto(
  png: Buffer,
  options: PhotoOptions,
  random: Random,
): Promise<{ jpeg: Buffer; corners: Quad }> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const paper: Pixels = { data, width: info.width, height: info.height };
  const corners = cornersOf(paper, options);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const margin = 70;
  const moved = corners.map(([x, y]): Point => [x - Math.min(...xs) + margin, y - Math.min(...ys) + margin]) as unknown as Quad; // prettier-ignore
  const width = Math.ceil(Math.max(...xs) - Math.min(...xs) + 2 * margin);
  const height = Math.ceil(Math.max(...ys) - Math.min(...ys) + 2 * margin);
  const lit = expose(paper, moved, width, height, options, random);
  const jpeg = await sharp(lit, { raw: { width, height, channels: 3 } })
    .blur(options.blur)
    .jpeg({ quality: options.quality })
    .toBuffer();
  return { jpeg, corners: moved };
}

/** The corners of a paper seen by a pinhole camera. */
function cornersOf({ width, height }: Pixels, { quarters, turn, tilt, tiltTowards }: PhotoOptions): Quad {
  const longer = Math.max(width, height);
  const far = longer * 1.6;
  const angle = (tilt * Math.PI) / 180;
  const spin = (quarters * Math.PI) / 2 + (turn * Math.PI) / 180;
  return (
    [
      [-width / 2, -height / 2],
      [width / 2, -height / 2],
      [width / 2, height / 2],
      [-width / 2, height / 2],
    ] as const
  ).map(([x, y]): Point => {
    // Tilted around an axis in the plane, then looked at from above.
    const along = x * Math.cos(tiltTowards) + y * Math.sin(tiltTowards);
    const across = -x * Math.sin(tiltTowards) + y * Math.cos(tiltTowards);
    const deep = along * Math.sin(angle);
    const flat = along * Math.cos(angle);
    const px = flat * Math.cos(tiltTowards) - across * Math.sin(tiltTowards);
    const py = flat * Math.sin(tiltTowards) + across * Math.cos(tiltTowards);
    const factor = far / (far + deep);
    return [(px * Math.cos(spin) - py * Math.sin(spin)) * factor, (px * Math.sin(spin) + py * Math.cos(spin)) * factor];
  }) as unknown as Quad;
}

/** Paper on a wooden table, with light and shadow. */
function expose(
  paper: Pixels,
  corners: Quad,
  width: number,
  height: number,
  { glare, shadow }: PhotoOptions,
  random: Random,
): Buffer {
  const toPaper = invert(fromRectangle(paper.width, paper.height, corners));
  const out = Buffer.alloc(width * height * 3);
  const [wood, dark] = [
    [118 + random.whole(-20, 20), 88 + random.whole(-15, 15), 62] as const,
    random.next() * Math.PI * 2,
  ];
  const reach = 0.16 * Math.max(paper.width, paper.height);
  const unit = compose(scale(1), toPaper);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [px, py] = apply(unit, [x + 0.5, y + 0.5]);
      const inside = px >= 0 && py >= 0 && px < paper.width - 1 && py < paper.height - 1;
      // The shadow of a hand falls from one side.
      const side = ((x / width - 0.5) * Math.cos(dark) + (y / height - 0.5) * Math.sin(dark)) * 2;
      const light = 1 - shadow / (1 + Math.exp(-8 * (side - 0.15)));
      const shine = inside
        ? glare.strength *
          Math.exp(-(((px - glare.x * paper.width) ** 2 + (py - glare.y * paper.height) ** 2) / (2 * reach * reach)))
        : 0;
      const grain = ((x * 7 + ((y * 3) ^ (x >> 3))) % 17) - 8;
      for (let c = 0; c < 3; c++) {
        let value = wood[c]! + grain;
        if (inside) {
          const x0 = px | 0;
          const y0 = py | 0;
          const [fx, fy] = [px - x0, py - y0];
          const p = (y0 * paper.width + x0) * 3 + c;
          const q = p + paper.width * 3;
          value =
            (paper.data[p]! * (1 - fx) + paper.data[p + 3]! * fx) * (1 - fy) +
            (paper.data[q]! * (1 - fx) + paper.data[q + 3]! * fx) * fy;
          value = value * 0.94;
        }
        value = value * light;
        out[at++] = Math.min(255, value + (255 - value) * shine);
      }
    }
  return out;
}
