/** The keys of this district: the first is made when it is first needed, in the data folder, readable by the owner alone, never in the database. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { fingerprintOf, writePublicKey } from './signing.ts';
import { listKnownKeys } from './store.ts';

/** A private key with what the other side knows it by. */
export interface OwnKey {
  key: KeyObject;
  publicKey: string;
  fingerprint: string;
  keyId: string;
}

/** How a key is named in messages: its fingerprint without the spaces. */
export const keyIdOf = (publicKey: string): string => fingerprintOf(publicKey).replaceAll(' ', '');

const first = 'exchange.pem';
const folderOf = (dataFolder: string): string => path.join(dataFolder, 'secrets');
const read = new Map<string, Promise<OwnKey>>();

/** Reads a key once: a file is never written again. Throws when it holds no key. */
function readKey(file: string): Promise<OwnKey> {
  let found = read.get(file);
  if (!found) {
    found = readFile(file, 'utf8').then((pem) => {
      const key = createPrivateKey(pem);
      const publicKey = writePublicKey(key);
      return { key, publicKey, fingerprint: fingerprintOf(publicKey), keyId: keyIdOf(publicKey) };
    });
    found.catch(() => read.delete(file));
    read.set(file, found);
  }
  return found;
}

/** All keys, the oldest first. Other processes may have made one meanwhile, so the folder is looked at each time. */
async function ownKeys(dataFolder: string): Promise<OwnKey[]> {
  const folder = folderOf(dataFolder);
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^exchange(-[0-9a-f-]{36})?\.pem$/.test(name));
  if (!names.includes(first)) return [await makeKey(folder, first)];
  // The names of the later ones rise with time.
  const later = names.filter((name) => name !== first).sort();
  return Promise.all([first, ...later].map((name) => readKey(path.join(folder, name))));
}

async function makeKey(folder: string, name: string): Promise<OwnKey> {
  const file = path.join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Written aside and linked: two servers that start together end with one key, and none reads half of it.
  const aside = path.join(folder, `.${name}.${newId()}`);
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
  return readKey(file);
}

/** The newest key: the one that is given to a new partner. */
export const ownKey = async (dataFolder: string): Promise<OwnKey> => (await ownKeys(dataFolder)).at(-1)!;

/** Makes another key. It signs nothing until a partner has taken it. */
export async function newOwnKey(dataFolder: string): Promise<OwnKey> {
  await ownKeys(dataFolder);
  return makeKey(folderOf(dataFolder), `exchange-${newId()}.pem`);
}

/** The key that signs what goes to this partner: the newest that it knows. */
export async function keyFor(ground: Ground, reader: Reader, partnerId: string): Promise<OwnKey> {
  const [keys, known] = await Promise.all([ownKeys(ground.dataFolder), listKnownKeys(reader, partnerId)]);
  return keys.findLast(({ keyId }) => known.has(keyId)) ?? keys[0]!;
}
