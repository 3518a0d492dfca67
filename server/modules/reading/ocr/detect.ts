/** Where the lines of text are in a picture. */
import type { Point, Quad } from '../picture/homography.ts';
import { redraw, type Pixels } from '../picture/pixels.ts';
import { detectionNorm, run, toTensor, type Networks } from './models.ts';
import { regionsOf, usualRegions, type Region } from './regions.ts';

/** The network halves a picture five times. */
const grid = 32;

/**
 * Finds lines in the picture as seen through a frame: `toPicture` leads from the frame's pixels, `width` x `height` of them, to those of the
 * picture. Regions are in the frame's pixels.
 */
export async function detect(
  networks: Networks,
  picture: Pixels,
  frame: { toPicture: readonly number[]; width: number; height: number },
  options = usualRegions,
): Promise<Region[]> {
  const width = Math.max(grid, Math.round(frame.width / grid) * grid);
  const height = Math.max(grid, Math.round(frame.height / grid) * grid);
  const [fx, fy] = [frame.width / width, frame.height / height];
  const [a, b, c, d, e, f, g, h, i] = frame.toPicture as [number, number, number, number, number, number, number, number, number]; // prettier-ignore
  const drawn = redraw(picture, [a * fx, b * fy, c, d * fx, e * fy, f, g * fx, h * fy, i], width, height);
  const { data } = await run(networks.detection, toTensor([drawn], width, detectionNorm));
  return regionsOf(data, width, height, options).map((region) => ({
    ...region,
    quad: region.quad.map(([x, y]): Point => [x * fx, y * fy]) as unknown as Quad,
    long: region.long * fx,
    thick: region.thick * fy,
  }));
}
