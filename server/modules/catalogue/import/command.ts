/** `yichuang catalogue import`: the difference in words, or one line of JSON. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { Ground } from '#platform/ground';
import { columnFields, readGiven } from './headers.ts';
import { UnreadableList } from './read-table.ts';
import { runImport } from './run-import.ts';
import { asJson, asText, sayUnreadable } from './say-result.ts';

interface Options {
  source: string;
  dryRun?: boolean;
  skipBroken?: boolean;
  json?: boolean;
  map?: string[];
  codeFrom?: string;
}

export function addImportCommand(catalogue: Command, open: () => Promise<Ground>): void {
  catalogue
    .command('import')
    .argument(
      '<file>',
      'CSV (UTF-8 or GB18030; comma, semicolon or tab) or XLSX, of which every sheet that is a list is taken',
    )
    .description('take in a list of items: names and codes are enough, more is used when it is there')
    .requiredOption('--source <name>', "whose list it is; changes are counted against this source's last import")
    .option('--dry-run', 'show the difference and store nothing')
    .option('--skip-broken', 'take the good rows although others are broken; otherwise it is all or nothing')
    .option(
      '--map <header=field>',
      `say what a column is; "header=-" leaves it out. Fields: ${columnFields.join(', ')}`,
      (one: string, all: string[] = []) => [...all, one],
    )
    .option('--code-from <what>', '"name": make stable codes from the names, for a list without codes')
    .option(
      '--json',
      'end with one line of JSON: {"added":…,"changed":…,"unchanged":…,"vanished":…,"rejected":[…],"takenOver":[…]}',
    )
    .action(async (file: string, options: Options, command: Command) => {
      const { columns, wrong } = readGiven(options.map ?? []);
      if (wrong !== undefined)
        command.error(
          `--map "${wrong}" is not of the form HEADER=FIELD. Fields: ${columnFields.join(', ')}, or - to leave it out.`,
          { exitCode: 2 },
        );
      if (options.codeFrom !== undefined && options.codeFrom !== 'name')
        command.error('--code-from can only be "name".', { exitCode: 2 });
      if (!/^\S.{0,59}$/u.test(options.source))
        command.error('--source is a name of 1 to 60 characters.', { exitCode: 2 });
      const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) =>
        command.error(`${file} cannot be read (${error.code}): is the path right?`, { exitCode: 2 }),
      );
      const ground = await open();
      try {
        const result = await runImport(ground, {
          source: options.source,
          fileName: path.basename(file),
          bytes,
          columns,
          dryRun: options.dryRun ?? false,
          skipBroken: options.skipBroken ?? false,
          codeFromName: options.codeFrom === 'name',
          by: { name: 'import' },
        });
        console.log(options.json ? asJson(result) : asText(result, options.dryRun ?? false));
        if (result.rejected.length > 0 && !result.stored) process.exitCode = 1;
      } catch (error) {
        if (!(error instanceof UnreadableList)) throw error;
        const rejected = [{ line: error.line, column: '', reason: error.message }];
        if (options.json) console.log(JSON.stringify({ added: 0, changed: 0, unchanged: 0, vanished: 0, rejected }));
        else console.error(sayUnreadable(error));
        process.exitCode = 1;
      }
    });
}
