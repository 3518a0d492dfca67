/** `yichuang catalogue import`: the difference in words, or one line of JSON. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { Ground } from '#platform/ground';
import { columnFields, normalise, type ColumnField } from './headers.ts';
import { UnreadableList } from './read-table.ts';
import { runImport, type ImportResult } from './run-import.ts';

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
    .argument('<file>', 'CSV (UTF-8 or GB18030; comma, semicolon or tab) or XLSX')
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
    .option('--json', 'end with one line of JSON: {"added":…,"changed":…,"unchanged":…,"vanished":…,"rejected":[…]}')
    .action(async (file: string, options: Options, command: Command) => {
      const columns = givenColumns(options.map ?? [], command);
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
        else console.error(error.message);
        process.exitCode = 1;
      }
    });
}

function givenColumns(given: readonly string[], command: Command): Map<string, ColumnField | '-'> {
  const columns = new Map<string, ColumnField | '-'>();
  for (const one of given) {
    const at = one.lastIndexOf('=');
    const [header, field] = [one.slice(0, at).trim(), one.slice(at + 1).trim()];
    if (at < 1 || (field !== '-' && !(columnFields as readonly string[]).includes(field)))
      command.error(
        `--map "${one}" is not of the form HEADER=FIELD. Fields: ${columnFields.join(', ')}, or - to leave it out.`,
        {
          exitCode: 2,
        },
      );
    columns.set(header, field as ColumnField | '-');
    columns.set(normalise(header), field as ColumnField | '-');
  }
  return columns;
}

/** Nothing is stored when a row was rejected, so then nothing counts as added or changed. */
function asJson(result: ImportResult): string {
  const nothing = result.rejected.length > 0 && !result.stored;
  return JSON.stringify({
    added: nothing ? 0 : result.added.length,
    changed: nothing ? 0 : result.changed.length,
    unchanged: nothing ? 0 : result.unchanged,
    vanished: nothing ? 0 : result.vanished.length,
    rejected: result.rejected.map(({ line, sheet, column, reason }) => ({
      line,
      ...(sheet === undefined ? {} : { sheet }),
      column,
      reason,
    })),
  });
}

const most = 200;
const say = (value: unknown): string =>
  value === undefined ? '(nothing)' : typeof value === 'string' ? value : JSON.stringify(value);

function asText(result: ImportResult, dryRun: boolean): string {
  const { header, added, changed, vanished, rejected, stored } = result;
  const lines = [
    `Columns: ${header.columns.map(({ header: words, field }) => `${words} = ${field}`).join(', ')}`,
    ...(header.ignored.length > 0 ? [`Left out: ${header.ignored.join(', ')}`] : []),
    ...result.leftOut.map(({ sheet, why }) => `Sheet left out: ${sheet} (${why})`),
    ...(result.newDepartments.length > 0 ? [`New departments: ${result.newDepartments.join(', ')}`] : []),
    ...listed('+', added, ({ fields }) => `${fields.code} ${fields.name}`),
    ...changed
      .slice(0, most)
      .flatMap(({ fields, changes }) => [
        `~ ${fields.code} ${fields.name}`,
        ...changes.map(({ path: field, before, after }) => `    ${field}: ${say(before)} -> ${say(after)}`),
      ]),
    ...listed('-', vanished, ({ code, name }) => `${code} ${name} (stays in force until it is withdrawn)`),
    ...listed('!', rejected, ({ line, sheet, column, reason }) => {
      const where = [sheet && `sheet ${sheet}`, `line ${line}`, column].filter(Boolean).join(', ');
      return `${where}: ${reason}`;
    }),
    ...(result.withdrawn.length > 0
      ? [`Withdrawn here, and left so: ${result.withdrawn.slice(0, 20).join(', ')}`]
      : []),
    `${added.length} added, ${changed.length} changed, ${result.unchanged} unchanged, ${vanished.length} vanished, ${rejected.length} faults.`,
  ];
  if (dryRun) lines.push('A dry run: nothing was stored.');
  else if (!stored) lines.push('Nothing was stored: mend the rows above, or take the others with --skip-broken.');
  return lines.join('\n');
}

function listed<T>(mark: string, all: readonly T[], words: (one: T) => string): string[] {
  const lines = all.slice(0, most).map((one) => `${mark} ${words(one)}`);
  return all.length > most ? [...lines, `${mark} … and ${all.length - most} more`] : lines;
}
