/** The key of this district: made at first use in the data folder, readable by the owner alone, never in the database. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '#platform/ids';
import { fingerprintOf, writePublicKey } from './signing.ts';

/** The private key with what the other side knows it by. */
export interface OwnKey {
  key: KeyObject;
  publicKey: string;
  fingerprint: string;
  keyId: string;
}

/** How a key is named in messages: its fingerprint without the spaces. */
export const keyIdOf = (publicKey: string): string => fingerprintOf(publicKey).replaceAll(' ', '');

const kept = new Map<string, Promise<OwnKey>>();

/** Reads the key of this district, or makes it. Throws when the file holds no key. */
export function ownKey(dataFolder: string): Promise<OwnKey> {
  let own = kept.get(dataFolder);
  if (!own) {
    own = readOrMake(path.join(dataFolder, 'secrets'));
    own.catch(() => kept.delete(dataFolder));
    kept.set(dataFolder, own);
  }
  return own;
}

async function readOrMake(folder: string): Promise<OwnKey> {
  const file = path.join(folder, 'exchange.pem');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let pem = await readFile(file, 'utf8').catch(() => undefined);
  if (pem === undefined) {
    // Written aside and linked: two servers that start together end with one key, and none reads half of it.
    const aside = `${file}.${newId()}`;
    const handle = await open(aside, 'wx', 0o600);
    try {
      await handle.writeFile(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(aside, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await rm(aside);
    pem = await readFile(file, 'utf8');
  }
  const key = createPrivateKey(pem);
  const publicKey = writePublicKey(key);
  return { key, publicKey, fingerprint: fingerprintOf(publicKey), keyId: keyIdOf(publicKey) };
}
