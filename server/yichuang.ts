/**
 * The operators' command line: `npm run -s yichuang -- <command>`. Works beside a running server and without one: it opens the same
 * database, and file names are relative to where it was called.
 */
import { Command } from 'commander';
import { calledFrom, ConfigProblem, readConfig } from '#platform/config';
import type { Ground } from '#platform/ground';
import { MigrationProblem } from '#platform/migrate';
import { plainLog } from '#platform/plain-log';
import { noRoom, StartProblem } from '#platform/postgres/cluster';
import { Problem } from '#platform/problems';
import { addBackups } from './backup/commands.ts';
import { modules } from './modules.ts';
import { open, type Opened } from './open.ts';
import { addOperations } from './operations.ts';

// npm runs scripts in the folder of package.json; file names are meant from where the person stood.
process.chdir(calledFrom(process.env));

let opening: Promise<Opened> | undefined;
function openAll(): Promise<Opened> {
  opening ??= open(readConfig(process.env, process.cwd()), plainLog, (line) => process.stderr.write(`${line}\n`));
  return opening;
}
const closeAll = async (): Promise<void> => (await opening?.catch(() => undefined))?.close();

// Whoever breaks a command off is left with no database that runs on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void closeAll().finally(() => process.exit(130)));
const openGround = async (): Promise<Ground> => (await openAll()).ground;

const program = new Command('yichuang')
  .description('One window for a whole district: the operators’ commands')
  .showHelpAfterError('(--help shows what is possible)')
  .exitOverride();
for (const module of modules) module.commands?.(program, openGround);
addOperations(program, openAll);
addBackups(program, openAll);

/** 0 done, 1 failed, 2 the command was called wrongly. */
async function run(): Promise<number> {
  try {
    await program.parseAsync(process.argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    const { code, exitCode } = error as { code?: string; exitCode?: number };
    if (typeof code === 'string' && code.startsWith('commander.')) return exitCode === 0 ? 0 : 2;
    const known =
      error instanceof StartProblem ||
      error instanceof ConfigProblem ||
      error instanceof MigrationProblem ||
      error instanceof Problem;
    console.error(known ? (error as Error).message : (noRoom(error) ?? error));
    return 1;
  } finally {
    await closeAll();
  }
}

process.exit(await run());
