/** What a backup says of itself. */
import { BackupProblem } from './problem.ts';

export const manifestName = 'manifest.json';
const format = 'yichuang-backup/1';

/** A table as it was copied. */
export interface CopiedTable {
  /** `cases.action`; quoted where SQL asks for it. */
  name: string;
  columns: readonly string[];
  rows: number;
}

export interface Manifest {
  format: typeof format;
  /** ISO 8601. */
  takenAt: string;
  /** `server_version_num` of the database that it came from. */
  postgres: number;
  /** `cases/0001-cases.sql` with the hash of its text, in the order in which they were applied. */
  migrations: readonly { name: string; hash: string }[];
  /** Migrations of the job queue's own tables. */
  queue: readonly number[];
  tables: readonly CopiedTable[];
  sequences: readonly { name: string; value: number }[];
  /** How many events the last seal had read: where sealing goes on. */
  sealed: number;
  /** Files of the data folder. */
  files: number;
  /** Uploaded files lie in this bucket and are not in the backup; null when they are. */
  bucket: string | null;
}

export const newManifest = (facts: Omit<Manifest, 'format'>): Buffer =>
  Buffer.from(`${JSON.stringify({ format, ...facts }, null, 1)}\n`);

/** Throws a BackupProblem for what another program, or a later release, has written. */
export function readManifest(bytes: Buffer, file: string): Manifest {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(bytes.toString('utf8')) as Manifest;
  } catch (error) {
    throw new BackupProblem(`${file} is no backup of Yichuang: its ${manifestName} cannot be read.`, error);
  }
  if (manifest.format !== format)
    throw new BackupProblem(
      `${file} is written in the format ${String(manifest.format)}, which this release does not know: restore it with the release that wrote it.`,
    );
  return manifest;
}
