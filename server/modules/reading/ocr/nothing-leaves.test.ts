/** What is read here stays here: the library that runs the networks has no address to which it could send what it notices. */
import { createReadStream } from 'node:fs';
import { glob } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json')), 'bin');

/** Whether a text stands anywhere in a file, also across two pieces of it. */
async function holds(path: string, text: string): Promise<boolean> {
  let rest = '';
  for await (const piece of createReadStream(path, { encoding: 'latin1' })) {
    if ((rest + piece).includes(text)) return true;
    rest = (piece as string).slice(-text.length);
  }
  return false;
}

it('holds no address of a collector (decision 21)', async () => {
  const libraries: string[] = [];
  for await (const name of glob(`**/${process.platform}/${process.arch}/*`, { cwd: folder })) libraries.push(name);
  expect(libraries.length).toBeGreaterThan(1);
  // It is the library itself that is looked through: what it does is in it.
  expect(await Promise.all(libraries.map((name) => holds(join(folder, name), 'InferenceSession')))).toContain(true);
  for (const name of libraries) expect([name, await holds(join(folder, name), 'events.data.')]).toEqual([name, false]);
});
