/** Why PostgreSQL could not be started, said in one sentence that tells the operator what to do. */
export class StartProblem extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = 'StartProblem';
  }
}

const elsewhere = 'set YICHUANG_DATA to another folder';

// Looked for in this order: the first that fits names the real cause, later ones are often only its consequence.
const causes: [RegExp, (folder: string, log: string) => string][] = [
  [
    /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/,
    (folder) => `The disk that holds ${folder} is full: free at least 500 MB there, or ${elsewhere} on another disk.`,
  ],
  [
    /EROFS|Read-only file system/,
    (folder) => `The data folder ${folder} is on a read-only file system: mount it writable, or ${elsewhere}.`,
  ],
  [
    /ENOTDIR|EEXIST|Not a directory/,
    (folder) =>
      `The data folder ${folder} is, or lies below, something that is no folder: move that away, or ${elsewhere}.`,
  ],
  [/ENOTEMPTY/, (folder) => `${folder} holds a folder "cluster" that is no database: move it away, or ${elsewhere}.`],
  [
    /Cannot allocate memory|out of memory|could not map anonymous shared memory|ENOMEM|Resource temporarily unavailable/i,
    () => 'There is not enough free memory for PostgreSQL: stop other programs or give this machine at least 1 GB.',
  ],
  [
    /initialized by PostgreSQL version (\d+)|database files are incompatible/,
    (folder) =>
      `The database in ${folder} was made by another version of PostgreSQL: use the release of Yichuang that made it to ` +
      `take a backup, and restore that into an empty folder.`,
  ],
  [
    /invalid locale name|locale name .* (?:is )?not/i,
    () => 'This machine has no locale C.UTF-8: install it (package glibc-langpack-en or locales), or set DATABASE_URL.',
  ],
  [
    /error while loading shared libraries|GLIBC_|Exec format error|ENOEXEC/,
    () =>
      'The PostgreSQL binaries do not run on this machine: run `npm ci` again here, or set DATABASE_URL to a PostgreSQL of yours.',
  ],
  [
    /could not locate a valid checkpoint record|invalid page in block|could not read file "global\/pg_control"|pg_control/,
    (folder, log) => `The database in ${folder} is damaged (see ${log}): restore the last backup into an empty folder.`,
  ],
  [
    /EACCES|EPERM|Permission denied|Operation not permitted|wrong ownership/,
    (folder) =>
      `The data folder ${folder} cannot be written by this user: run as the user it belongs to, give it to this user ` +
      `with chown -R, or ${elsewhere}.`,
  ],
];

/** The sentence for a disk that filled up in the middle of something; undefined for any other trouble. */
export function noRoom(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  return code === '53100' || code === 'ENOSPC' || code === 'EDQUOT'
    ? 'The disk is full: free at least 500 MB where the data lie, or set YICHUANG_DATA to a folder on another disk.'
    : undefined;
}

/** Finds the sentence for what a system call, initdb or postgres complained about. */
export function explain(complaint: unknown, folder: string, log: string): StartProblem {
  if (complaint instanceof StartProblem) return complaint;
  const text = complaint instanceof Error ? complaint.message : String(complaint);
  for (const [pattern, sentence] of causes)
    if (pattern.test(text)) return new StartProblem(sentence(folder, log), complaint);
  const lines = text.trim().split('\n');
  const telling = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? '';
  return new StartProblem(`PostgreSQL did not start (${telling.trim() || 'it said nothing'}): see ${log}.`, complaint);
}
