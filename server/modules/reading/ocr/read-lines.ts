/** From a page to its lines of text, whichever way it lies. */
import {
  applyAll,
  compose,
  distance,
  invert,
  scale,
  turn,
  type Homography,
  type Point,
  type Quad,
} from '../picture/homography.ts';
import type { Page } from '../picture/page.ts';
import { cutOut, type Pixels } from '../picture/pixels.ts';
import { detect } from './detect.ts';
import { redShare, sealFrom, throughRed, touchedFrom } from './ink.ts';
import { lineNorm, run, toTensor, type Networks } from './models.ts';
import { lineHeight, recognise, type Letter } from './recognise.ts';
import type { Region } from './regions.ts';
import { directionOf, frameAround, levelling, type Frame } from './upright.ts';

/** A line as it was read. Places are in the pixels of an upright page, `Reading.frame` leads to those of the picture. */
export interface Line {
  letters: Letter[];
  quad: Quad;
  /** Written in red: a seal's as a rule. */
  red: boolean;
}

/** A page as it was read. */
export interface PageLines {
  lines: Line[];
  frame: Frame;
  /** By how much the page was turned in the picture, clockwise, in degrees, 0 to 359. */
  turned: number;
  /** Mean of the letters' probabilities; 0 when there are none. */
  confidence: number;
}

/** Pixels of the longer side at the first look, and at the second, in which small print has to be found. */
const firstSide = 960;
const secondSide = 1472;
/** Lines that are read at most; a page of a lease has about 50. */
const linesAtMost = 400;

/** Reads all lines of a page. Takes 0.5 to 3 seconds of a core. */
export async function readLines(networks: Networks, page: Page): Promise<PageLines> {
  const { pixels } = page;
  const first = await detect(networks, pixels, wholeFrame(pixels, firstSide));
  const enlarge = scale(Math.max(pixels.width, pixels.height) / firstSide);
  const seen = first.map((region) => moved(region, enlarge));
  if (seen.length === 0) return { lines: [], frame: wholeFrame(pixels, firstSide), turned: 0, confidence: 0 };

  const centre: Point = [pixels.width / 2, pixels.height / 2];
  const direction = directionOf(seen);
  const straight = turn(-direction, centre);
  const turned = seen.map((region) => moved(region, straight));
  const level = compose(levelling(turned, pixels.width, pixels.height), straight);
  const onHead = await standsOnHead(networks, pixels, seen.map((region) => moved(region, level)), invert(level)); // prettier-ignore
  const toLevel = onHead ? compose(turn(Math.PI, centre), level) : level;
  const frame = frameAround(seen, toLevel, pixels, { side: secondSide, margin: 0.04 });

  const regions = (await detect(networks, pixels, frame)).slice(0, linesAtMost).map(laidLevel);
  const cuts = regions.map(({ quad }) => cutOut(pixels, applyAll(frame.toPicture, quad), lineHeight));
  const reds = cuts.map(redShare);
  // Where a seal stands over text, the text is read without it.
  const read = await recognise(networks, cuts.map((cut, i) => (reds[i]! > touchedFrom && reds[i]! < sealFrom ? throughRed(cut) : cut))); // prettier-ignore
  const lines = regions
    .map(({ quad }, i) => ({ quad, letters: read[i]!, red: reds[i]! >= sealFrom }))
    .filter(({ letters }) => letters.length > 0);
  const letters = lines.flatMap((line) => line.letters);
  return {
    lines,
    frame,
    turned: Math.round(((((direction * 180) / Math.PI + (onHead ? 180 : 0)) % 360) + 360) % 360) % 360,
    confidence: letters.length === 0 ? 0 : letters.reduce((sum, { p }) => sum + p, 0) / letters.length,
  };
}

function wholeFrame({ width, height }: { width: number; height: number }, side: number): Frame {
  const factor = side / Math.max(width, height);
  return {
    toPicture: [1 / factor, 0, 0, 0, 1 / factor, 0, 0, 0, 1],
    width: width * factor,
    height: height * factor,
  };
}

/** A region seen through a map; its long side stays the first one, read from left to right. */
function moved(region: Region, map: Homography): Region {
  let quad = applyAll(map, region.quad);
  if (quad[1][0] < quad[0][0]) quad = [quad[2], quad[3], quad[0], quad[1]];
  return { ...region, quad, long: distance(quad[0], quad[1]), thick: distance(quad[1], quad[2]) };
}

/** A single letter is as high as wide: the network that reads it wants it upright, whichever of its sides is longer by a pixel. */
function laidLevel(region: Region): Region {
  const [a, b, c, d] = region.quad;
  const steep = Math.abs(b[1] - a[1]) > Math.abs(b[0] - a[0]);
  if (!steep || region.long > region.thick * 1.6) return region;
  const quad: Quad = b[1] > a[1] ? [d, a, b, c] : [b, c, d, a];
  return { ...region, quad, long: region.thick, thick: region.long };
}

/** Whether level text stands on its head: the small network is asked about the longest lines; where it hesitates, both ways are read. */
async function standsOnHead(
  networks: Networks,
  pixels: Pixels,
  regions: Region[],
  toPicture: Homography,
): Promise<boolean> {
  const longest = regions
    .filter(({ long, thick }) => long > thick * 2)
    .toSorted((a, b) => b.long * b.score - a.long * a.score)
    .slice(0, 10);
  if (longest.length === 0) return false;
  const cuts = longest.map(({ quad }) => cutOut(pixels, applyAll(toPicture, quad), lineHeight, 192));
  const { data } = await run(networks.turning, toTensor(cuts, 192, lineNorm));
  let votes = 0;
  for (let i = 0; i < longest.length; i++) votes += data[i * 2 + 1]! - data[i * 2]!;
  if (Math.abs(votes) > longest.length * 0.7) return votes > 0;
  const sample = longest.slice(0, 6).map(({ quad }) => applyAll(toPicture, quad));
  const upright = sample.map((quad) => cutOut(pixels, quad, lineHeight, 600));
  const other = sample.map(([a, b, c, d]) => cutOut(pixels, [c, d, a, b], lineHeight, 600));
  const read = await recognise(networks, [...upright, ...other]);
  const strength = (letters: Letter[]): number => letters.reduce((sum, { p }) => sum + (p > 0.6 ? p : -0.2), 0);
  const sum = (all: Letter[][]): number => all.reduce((total, letters) => total + strength(letters), 0);
  return sum(read.slice(sample.length)) > sum(read.slice(0, sample.length));
}
