/**
 * Secrets that must be read again, such as those of second factors: sealed with a key that lies beside the files and not in
 * the database, so that a copy of the database alone is worth nothing.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Ground } from '#platform/ground';

const keys = new Map<string, Promise<Buffer>>();

async function readKey(folder: string): Promise<Buffer> {
  const file = path.join(folder, 'secrets', 'people.key');
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  // `wx`: of two servers that start together one writes, and both read what it wrote.
  await writeFile(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  });
  const key = Buffer.from(await readFile(file, 'utf8'), 'base64');
  if (key.length !== 32) throw new Error(`${file} is not a key: put the file back from a backup`);
  return key;
}

function keyOf(ground: Ground): Promise<Buffer> {
  let key = keys.get(ground.dataFolder);
  if (!key) {
    key = readKey(ground.dataFolder);
    keys.set(ground.dataFolder, key);
    key.catch(() => keys.delete(ground.dataFolder));
  }
  return key;
}

/** Seals a text (AES-256-GCM); `about` is bound to it, so that it cannot be moved to another row. */
export async function seal(ground: Ground, text: string, about: string): Promise<string> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await keyOf(ground), nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Throws when the text was sealed with another key or about something else. */
export async function unseal(ground: Ground, sealed: string, about: string): Promise<string> {
  const bytes = Buffer.from(sealed, 'base64');
  const opener = createDecipheriv('aes-256-gcm', await keyOf(ground), bytes.subarray(0, 12))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8');
}
