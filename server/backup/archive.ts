/**
 * The file of a backup: a plain tar that any system can look into, with `SHA256SUMS` as its last member. It comes into being under
 * another name and is renamed when it is whole and on the disk; one without that last member is no backup.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import tar from 'tar-stream';
import { BackupProblem } from './problem.ts';

const sums = 'SHA256SUMS';

/** Writes members one after the other; nothing is there under the name of the file until `finish`. */
export class ArchiveWriter {
  readonly #file: string;
  readonly #pack = tar.pack();
  readonly #written: Promise<void>;
  readonly #sums: string[] = [];
  readonly #at: Date;

  constructor(file: string, at: Date) {
    this.#file = file;
    this.#at = at;
    // Everything of everybody is in it, the keys included: it is for its owner alone.
    this.#written = pipeline(this.#pack, createWriteStream(this.part, { mode: 0o600 }));
    this.#written.catch(() => {});
  }

  /** Where it grows. */
  get part(): string {
    return `${this.#file}.part`;
  }

  async add(name: string, bytes: Buffer): Promise<void> {
    this.#note(name, createHash('sha256').update(bytes).digest('hex'));
    await this.#whileWriting(() => this.#put(name, bytes));
  }

  /** Adds a file of the disk as it is now; false when it is gone. */
  async addFile(name: string, source: string): Promise<boolean> {
    const handle = await open(source, 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (!handle) return false;
    try {
      const { size } = await handle.stat();
      if (size === 0) return (await this.add(name, Buffer.alloc(0)), true);
      const hash = createHash('sha256');
      const bytes = handle.createReadStream({ autoClose: false, start: 0, end: size - 1 });
      bytes.on('data', (chunk) => hash.update(chunk));
      await this.#whileWriting(() => pipeline(bytes, this.#pack.entry(this.#header(name, size))));
      this.#note(name, hash.digest('hex'));
      return true;
    } finally {
      await handle.close();
    }
  }

  /** Returns the size of the file. */
  async finish(): Promise<number> {
    const text = Buffer.from(this.#sums.map((line) => `${line}\n`).join(''));
    await this.#whileWriting(() => this.#put(sums, text));
    this.#pack.finalize();
    await this.#written;
    await sync(this.part);
    await rename(this.part, this.#file);
    await sync(path.dirname(this.#file));
    return (await stat(this.#file)).size;
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    this.#pack.destroy();
    await this.#written.catch(() => {});
    await rm(this.part, { force: true });
  }

  #header = (name: string, size: number) => ({ name, size, mode: 0o600, mtime: this.#at });
  #note = (name: string, hash: string): void => void this.#sums.push(`${hash}  ${name}`);

  #put = (name: string, bytes: Buffer): Promise<void> =>
    new Promise((resolve, reject) => {
      this.#pack.entry(this.#header(name, bytes.length), bytes, (error) => (error ? reject(error) : resolve()));
    });

  /** A full disk ends the file and not the member, which would wait for ever; the file's end is then the reason. */
  async #whileWriting(member: () => Promise<void>): Promise<void> {
    const ended = this.#written.then(() => Promise.reject(new Error('the archive ended early')));
    ended.catch(() => {});
    try {
      const adding = member();
      adding.catch(() => {});
      await Promise.race([adding, ended]);
    } catch (error) {
      this.#pack.destroy(error as Error);
      await this.#written;
      throw error;
    }
  }
}

async function sync(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The members of an archive in their order. Each must be read to its end, or drained with `resume`, before the next one comes. */
export async function* members(
  file: string,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<{ name: string; content: Readable }> {
  const source = createReadStream(file, { highWaterMark: 1 << 20 });
  source.on('data', (chunk) => onBytes(chunk.length));
  const extract = tar.extract();
  const fed = pipeline(source, extract);
  fed.catch(() => {});
  try {
    for await (const entry of extract) yield { name: entry.header.name, content: entry as unknown as Readable };
    await fed;
  } finally {
    source.destroy();
  }
}

function unreadable(error: unknown, file: string): BackupProblem {
  if (error instanceof BackupProblem) return error;
  const { code, message } = error as { code?: string; message: string };
  if (code === 'ENOENT') return new BackupProblem(`There is no file ${file}: give the name of a backup.`, error);
  if (code === 'EACCES' || code === 'EISDIR') return new BackupProblem(`${file} cannot be read (${code}).`, error);
  return new BackupProblem(`${file} is no backup, or not a whole one (${message}).`, error);
}

/**
 * Reads the whole archive and compares every member with its checksum. Returns the member `keep`. Throws a BackupProblem that names
 * what is missing or was changed.
 */
export async function checkArchive(file: string, keep: string, onBytes: (bytes: number) => void): Promise<Buffer> {
  try {
    return await check(file, keep, onBytes);
  } catch (error) {
    throw unreadable(error, file);
  }
}

async function check(file: string, keep: string, onBytes: (bytes: number) => void): Promise<Buffer> {
  const found = new Map<string, string>();
  let listed: string | undefined;
  let kept: Buffer | undefined;
  for await (const { name, content } of members(file, onBytes)) {
    if (listed !== undefined) throw new BackupProblem(`${file} goes on after its end: it is not as it was written.`);
    if (name === sums) {
      listed = (await buffer(content)).toString('utf8');
      continue;
    }
    if (found.has(name)) throw new BackupProblem(`${file} holds ${name} twice: it is not as it was written.`);
    const hash = createHash('sha256');
    const parts: Buffer[] = [];
    for await (const chunk of content as AsyncIterable<Buffer>) {
      hash.update(chunk);
      if (name === keep) parts.push(chunk);
    }
    if (name === keep) kept = Buffer.concat(parts);
    found.set(name, hash.digest('hex'));
  }
  if (listed === undefined)
    throw new BackupProblem(`${file} is not a whole backup: its end is missing. Take another one.`);
  for (const line of listed.split('\n').filter(Boolean)) {
    const [expected, name] = [line.slice(0, 64), line.slice(66)];
    const hash = found.get(name);
    if (hash === undefined) throw new BackupProblem(`${file} is damaged: ${name} is missing. Take another backup.`);
    if (hash !== expected) throw new BackupProblem(`${file} is damaged: ${name} was changed. Take another backup.`);
    found.delete(name);
  }
  const [stray] = found.keys();
  if (stray !== undefined) throw new BackupProblem(`${file} holds ${stray}, which does not belong there.`);
  if (!kept) throw new BackupProblem(`${file} is no backup of Yichuang: it has no ${keep}.`);
  return kept;
}
