/** The data folder in a backup: everything in it but the database, which goes its own way. */
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sealFile, sealsUpTo } from '#modules/audit';
import type { ArchiveWriter } from './archive.ts';
import { BackupProblem } from './problem.ts';

const prefix = 'data/';
const mark = 'RESTORE-UNFINISHED';
/** The database, and uploads that are not whole yet. */
const leftOut = (relative: string): boolean =>
  relative === 'postgres' || relative === path.join('files', 'unfinished') || relative.startsWith('.probe-');

/** Paths of all files in the folder that belong into a backup, with their sizes. */
export async function listFolder(folder: string, except: readonly string[]): Promise<{ path: string; size: number }[]> {
  const found: { path: string; size: number }[] = [];
  const look = async (relative: string): Promise<void> => {
    for (const entry of await readdir(path.join(folder, relative), { withFileTypes: true })) {
      const inside = path.join(relative, entry.name);
      if (leftOut(inside) || except.includes(path.join(folder, inside))) continue;
      if (entry.isDirectory()) await look(inside);
      else if (entry.isFile()) {
        const { size } = await stat(path.join(folder, inside)).catch(() => ({ size: 0 }));
        found.push({ path: inside, size });
      }
    }
  };
  await look('');
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Adds a file of the folder; false when it has gone since. `lastSeal` is the last one that the copied database knows. */
export async function addDataFile(
  archive: ArchiveWriter,
  folder: string,
  relative: string,
  lastSeal: number,
): Promise<boolean> {
  const source = path.join(folder, relative);
  const name = prefix + relative.split(path.sep).join('/');
  if (source !== sealFile({ dataFolder: folder })) return archive.addFile(name, source);
  // Seals that were made since the database was frozen: with them the file would speak of what the backup does not have.
  await archive.add(name, Buffer.from(sealsUpTo(await readFile(source, 'utf8'), lastSeal)));
  return true;
}

/** The path in the data folder of a member; undefined when it is none of its files. Refuses paths that lead elsewhere. */
export function dataPath(name: string): string | undefined {
  if (!name.startsWith(prefix)) return undefined;
  const relative = name.slice(prefix.length);
  const parts = relative.split('/');
  if (relative === '' || relative.includes('\0') || parts.some((part) => ['', '.', '..'].includes(part)))
    throw new BackupProblem(`The backup holds a file with the path ${name}, which leads out of the data folder.`);
  return path.join(...parts);
}

/** Writes a file durably, readable by its owner alone. */
export async function putDataFile(folder: string, relative: string, content: Readable): Promise<void> {
  const target = path.join(folder, relative);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await pipeline(content, createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true }));
}

/** Throws unless the folder is empty or not there. */
export async function refuseFull(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR')
      throw new BackupProblem(`${folder} is a file: set YICHUANG_DATA to a folder that is empty.`);
    throw error;
  });
  if (names.includes(mark)) throw unfinished(folder);
  if (names.some((name) => name !== 'lost+found'))
    throw new BackupProblem(
      `The data folder ${folder} is not empty: restore into an empty one, and set YICHUANG_DATA to it.`,
    );
}

const unfinished = (folder: string): BackupProblem =>
  new BackupProblem(
    `A restore into ${folder} did not come to its end, and what is there is not whole: empty that folder, and restore again.`,
  );

/** From now on nothing takes the folder for a whole one, whatever happens to us. */
export async function markUnfinished(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path.join(folder, mark), 'yichuang restore is at work here, or died.\n', {
    mode: 0o600,
    flush: true,
  });
}

export async function markFinished(folder: string): Promise<void> {
  await rm(path.join(folder, mark));
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** For whoever opens a data folder: throws when a restore into it has not come to its end. */
export async function refuseUnfinished(folder: string): Promise<void> {
  if (await stat(path.join(folder, mark)).catch(() => undefined)) throw unfinished(folder);
}

/** Takes back what a failed restore has written. */
export async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name === 'lost+found' || name === mark) continue;
    await rm(path.join(folder, name), { recursive: true, force: true });
  }
  await markFinished(folder);
}
