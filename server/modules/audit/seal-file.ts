/** The seals outside the database: a file that only the service's own user may read, one line for each seal, written through to the disk. */
import { createReadStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Ground } from '#platform/ground';
import type { SealLine } from './merkle.ts';
import { readSealLines } from './seal-store.ts';

export const sealFile = (ground: Pick<Ground, 'dataFolder'>): string =>
  path.join(ground.dataFolder, 'audit', 'seals.jsonl');

/**
 * The lines of a file of seals, one by one; undefined where a line is not one of ours. None when there is no file. A last line without
 * an end was cut off by a power cut and does not count.
 */
export async function* readSealLinesOf(file: string): AsyncGenerator<SealLine | undefined> {
  let rest = '';
  try {
    for await (const chunk of createReadStream(file, 'utf8')) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines) yield parse(line);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function parse(line: string): SealLine | undefined {
  try {
    const seal = JSON.parse(line) as SealLine;
    return Number.isSafeInteger(seal.seq) && seal.seq > 0 && seal.seq < 2 ** 31 && /^[0-9a-f]{64}$/.test(seal.hash)
      ? seal
      : undefined;
  } catch {
    return undefined;
  }
}

/** The seal of the last whole line, read from the end: the file grows for years. */
async function lastInFile(file: string): Promise<{ seq: number; whole: boolean; size: number }> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!handle) return { seq: 0, whole: true, size: 0 };
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, 4_096);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    const tail = buffer.toString('utf8');
    const lines = tail.split('\n').slice(0, -1);
    return { seq: parse(lines.at(-1) ?? '')?.seq ?? 0, whole: size === 0 || tail.endsWith('\n'), size };
  } finally {
    await handle.close();
  }
}

/**
 * Appends the seals that the file does not have yet: the last one, or all since a crash or a full disk. What stands in the file is
 * never touched; where the two disagree, `audit verify` says so.
 */
export async function writeSealFile(ground: Pick<Ground, 'db' | 'dataFolder'>): Promise<number> {
  const file = sealFile(ground);
  const { seq, whole, size } = await lastInFile(file);
  let written = 0;
  let after = seq;
  for (;;) {
    const lines = await readSealLines(ground.db, after);
    if (lines.length === 0) return written;
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(file, 'a', 0o600);
    try {
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      await handle.appendFile(whole || written > 0 ? text : `\n${text}`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (size === 0 && written === 0) await syncFolder(path.dirname(file));
    written += lines.length;
    after = lines.at(-1)!.seq;
  }
}

/**
 * Gives the file another name, with the instant in it: the next seal begins a new one. For when the histories that it speaks of were
 * put away on purpose, as with a demo district that is loaded anew. Evidence is never deleted by us.
 */
export async function setSealsAside(ground: Pick<Ground, 'dataFolder' | 'clock'>): Promise<void> {
  const file = sealFile(ground);
  const instant = ground.clock.now().toISOString().replace(/\D/g, '');
  await rename(file, file.replace(/\.jsonl$/, `-until-${instant}.jsonl`)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** A new file is durable only once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
