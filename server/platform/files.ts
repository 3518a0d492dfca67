/**
 * Where uploaded bytes lie: a folder beside the database by default, or a bucket that speaks S3. Keys are made by us and never
 * out of anything that a user wrote. What `put` has answered is durable.
 *
 * S3: set S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, and install `@aws-sdk/client-s3`.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { shanghaiDay } from './clock.ts';
import { ConfigProblem } from './config.ts';
import type { Ground } from './ground.ts';
import { general } from './problems.ts';

/** The store of uploaded bytes. */
export interface Files {
  /** Stores bytes under a new key; afterwards they survive a power cut. Throws `general.unavailable` when the disk is full. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, whole. Throws an Error when there are none: a row without bytes is a fault of ours. */
  get(key: string): Promise<Uint8Array>;
  stream(key: string): Promise<Readable>;
  /** Deletes; deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  /** Keys that were made on a day of Asia/Shanghai. */
  keysOf(day: string): Promise<string[]>;
  /** Deletes what a put that died has left behind for more than a day. */
  clearUnfinished(now: Date): Promise<number>;
}

/** `2026/06/10/<uuid>.jpg`: a folder for each day, so that a sweep looks at a day and not at everything. */
const keyShape = /^\d{4}\/\d{2}\/\d{2}\/[0-9a-f-]{36}\.[a-z0-9]{1,5}$/;

/** A new key with the given ending. */
export function newKey(at: Date, ending: string): string {
  const key = `${shanghaiDay(at).replaceAll('-', '/')}/${randomUUID()}.${ending}`;
  checkKey(key);
  return key;
}

function checkKey(key: string): void {
  if (!keyShape.test(key)) throw new Error(`"${key}" is no key of a stored file`);
}

const kept = new Map<string, Files>();

/** The store of this installation. */
export function files(ground: Pick<Ground, 'dataFolder'>): Files {
  let store = kept.get(ground.dataFolder);
  if (!store) {
    store = process.env.S3_BUCKET ? bucketFiles(process.env) : folderFiles(path.join(ground.dataFolder, 'files'));
    kept.set(ground.dataFolder, store);
  }
  return store;
}

/** What a disk of either kind can do. */
function diskFiles(disk: () => Promise<Disk>): Omit<Files, 'put' | 'clearUnfinished'> {
  return {
    get: async (key) => (checkKey(key), (await disk()).getBytes(key)),
    stream: async (key) => (checkKey(key), (await disk()).getStream(key)),
    delete: async (key) => {
      checkKey(key);
      await (await disk()).delete(key);
    },
    keysOf: async (day) => {
      const prefix = day.replaceAll('-', '/');
      const found: string[] = [];
      let token: string | undefined;
      do {
        const page = await (
          await disk()
        )
          .listAll(prefix, { recursive: true, ...(token ? { paginationToken: token } : {}) })
          .catch((error: unknown) => {
            if (isMissing(error)) return { objects: [], paginationToken: undefined };
            throw error;
          });
        for (const object of page.objects) if (object.isFile && keyShape.test(object.key)) found.push(object.key);
        token = page.paginationToken;
      } while (token);
      return found;
    },
  };
}

const isMissing = (error: unknown): boolean => {
  for (let at = error; at instanceof Error; at = at.cause) if ((at as { code?: string }).code === 'ENOENT') return true;
  return false;
};

/** A folder. flydrive writes in place; a file that is cut off by a crash must never be seen, so we write beside it first. */
export function folderFiles(folder: string): Files {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  const unfinished = path.join(folder, 'unfinished');
  return {
    ...diskFiles(async () => disk),
    put: async (key, bytes) => {
      checkKey(key);
      const temporary = path.join(unfinished, randomUUID());
      const final = path.join(folder, key);
      try {
        await mkdir(unfinished, { recursive: true, mode: 0o700 });
        await mkdir(path.dirname(final), { recursive: true, mode: 0o700 });
        const file = await open(temporary, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(temporary, final);
        await syncFolder(path.dirname(final));
      } catch (error) {
        await rm(temporary, { force: true });
        throw full(error);
      }
    },
    clearUnfinished: async (now) => {
      let cleared = 0;
      for (const name of await readdir(unfinished).catch(() => [])) {
        const file = path.join(unfinished, name);
        const { mtimeMs } = await stat(file);
        if (now.getTime() - mtimeMs < 86_400_000) continue;
        await rm(file, { force: true });
        cleared += 1;
      }
      return cleared;
    },
  };
}

/** A rename is durable only once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** No room, or a disk that takes no writing: nothing was stored, and an operator must act. */
function full(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  if (!['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'].includes(code)) return error;
  return general.unavailable({}, error).after(30);
}

/** A bucket. Its answer to a put means that the bytes are durable. */
function bucketFiles(env: NodeJS.ProcessEnv): Files {
  for (const name of ['S3_ENDPOINT', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])
    if (!env[name]) throw new ConfigProblem(`S3_BUCKET is set, but ${name} is not: set both, or neither.`);
  let opening: Promise<Disk> | undefined;
  const disk = () => (opening ??= openBucket(env));
  return {
    ...diskFiles(disk),
    put: async (key, bytes) => {
      checkKey(key);
      await (await disk()).put(key, bytes);
    },
    clearUnfinished: async () => 0,
  };
}

async function openBucket(env: NodeJS.ProcessEnv): Promise<Disk> {
  const { S3Driver } = await import('flydrive/drivers/s3').catch((error: unknown) => {
    throw new ConfigProblem('S3_BUCKET is set, but the package @aws-sdk/client-s3 is missing: install it with npm.', {
      cause: error,
    });
  });
  const options = {
    endpoint: env.S3_ENDPOINT!,
    region: env.S3_REGION!,
    bucket: env.S3_BUCKET!,
    credentials: { accessKeyId: env.S3_ACCESS_KEY_ID!, secretAccessKey: env.S3_SECRET_ACCESS_KEY! },
    forcePathStyle: env.S3_PATH_STYLE !== 'off',
    visibility: 'private',
  };
  return new Disk(new S3Driver(options as never));
}
