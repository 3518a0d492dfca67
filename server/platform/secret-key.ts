/**
 * Keys of our own, each in a file of the data folder that is made at its first use. They lie beside the files and not in the database, so that a
 * copy of the database alone is worth nothing.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Ground } from './ground.ts';

const keys = new Map<string, Promise<Buffer>>();

async function readOrMake(file: string): Promise<Buffer> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  // `wx`: of two servers that start together one writes, and both read what it wrote.
  await writeFile(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600, flush: true }).catch(
    (error: unknown) => {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    },
  );
  const key = Buffer.from(await readFile(file, 'utf8'), 'base64');
  if (key.length !== 32) throw new Error(`${file} is not a key: put the file back from a backup`);
  return key;
}

/** The key of this name: 32 bytes, the same for all processes of this data folder. */
export function secretKey({ dataFolder }: Pick<Ground, 'dataFolder'>, name: string): Promise<Buffer> {
  const file = path.join(dataFolder, 'secrets', `${name}.key`);
  let key = keys.get(file);
  if (!key) {
    key = readOrMake(file);
    keys.set(file, key);
    key.catch(() => keys.delete(file));
  }
  return key;
}
