/**
 * Uploaded files: every upload of the histories that have papers is one of six invented scans. Thousands of equal files are one file
 * with many names on the disk; where the store is no folder they are stored one by one.
 */
import { link, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { files } from '#platform/files';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { hashOf } from '#platform/ids';
import type { Row } from '../load-store.ts';
import type { History, UploadedSample } from './history.ts';

const kinds: [RegExp, string][] = [
  [/平面|布局|图/, 'floorplan'],
  [/委托|授权/, 'proxy'],
  [/合同|协议|租赁|章程/, 'contract'],
  [/检测|检验|报告|评价|体检|健康/, 'report'],
  [/说明|承诺|声明|申请|方案|制度|简历/, 'statement'],
  [/./, 'certificate'],
];
const sampleOf = (name: string): string => kinds.find(([words]) => words.test(name))![1];

interface Sample {
  bytes: Uint8Array;
  hash: string;
  /** Where it lies once it was stored. */
  key?: string;
}
const samples = new Map<string, Sample>();
function sample(name: string): Sample {
  let known = samples.get(name);
  if (!known) {
    const bytes = readFileSync(new URL(`../../../../data/demo/samples/${name}.jpg`, import.meta.url));
    samples.set(name, (known = { bytes, hash: hashOf(bytes) }));
  }
  return known;
}

const keyOf = ({ id, at }: UploadedSample): string => `${shanghaiDay(at).replaceAll('-', '/')}/${id}.jpg`;

export function fileRow({ row }: History, upload: UploadedSample): Row {
  const { bytes, hash } = sample(sampleOf(upload.materialName));
  const { id, ownerId, at, materialName } = upload;
  return [
    id, ownerId, hash, hash, bytes.length, 'image/jpeg', `${materialName}.jpg`, keyOf(upload), 744, 1052, null,
    new Date(at.getTime() - 60_000), 'case', row.id, at,
  ]; // prettier-ignore
}

/** Puts the bytes of uploads where the server looks for them. Doing it again changes nothing. */
export async function storeSamples(
  ground: Pick<Ground, 'dataFolder'>,
  uploads: readonly UploadedSample[],
): Promise<void> {
  const folder = path.join(ground.dataFolder, 'files');
  const stored = new Map<string, string>();
  const there = (key: string) => stat(path.join(folder, key)).then(() => true, () => false); // prettier-ignore
  const put = (upload: UploadedSample) => files(ground).put(keyOf(upload), sample(sampleOf(upload.materialName)).bytes);
  const one = async (upload: UploadedSample): Promise<void> => {
    const name = sampleOf(upload.materialName);
    const key = keyOf(upload);
    const first = stored.get(name);
    if (first === undefined) return put(upload);
    await mkdir(path.dirname(path.join(folder, key)), { recursive: true, mode: 0o700 });
    await link(path.join(folder, first), path.join(folder, key)).catch((error: NodeJS.ErrnoException) =>
      error.code === 'EEXIST' ? undefined : put(upload),
    );
  };
  const firsts = new Map(uploads.map((upload) => [sampleOf(upload.materialName), upload]));
  for (const [name, upload] of firsts) {
    await put(upload);
    // A store that is no folder shows nothing here: then each upload is put by itself.
    if (await there(keyOf(upload))) stored.set(name, keyOf(upload));
  }
  for (let i = 0; i < uploads.length; i += 64) await Promise.all(uploads.slice(i, i + 64).map(one));
}
