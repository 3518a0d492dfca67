/** `yichuang calendar`: taking in a notice of the State Council, and counting every open case anew. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { decode } from '#modules/catalogue';
import { importCalendar, loadCalendars, NoticeFault, type ImportedCalendar } from '#modules/deadlines';
import type { Ground } from '#platform/ground';
import { recountCases, type Recounted } from './recount-cases.ts';

interface Options {
  dryRun?: boolean;
  replace?: boolean;
  json?: boolean;
}

const progress = (done: number, of: number): void => {
  if (!process.stderr.isTTY) return;
  const width = 30;
  const full = Math.round((width * done) / of);
  process.stderr.write(`\r[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${done} of ${of} open cases`);
  if (done === of) process.stderr.write('\r\x1b[K');
};

function say(imported: ImportedCalendar, recounted: Recounted | undefined, { json, dryRun }: Options): string {
  const { version, isNew, years, daysOff, worked } = imported;
  if (json)
    return JSON.stringify({ calendar: version.calendar.version, new: isNew, years, daysOff, worked, ...recounted });
  const what = `${years.join(', ')}: ${daysOff} days off, ${worked} weekends worked.`;
  if (dryRun) return `${what} ${isNew ? 'Nothing was stored.' : 'This is known already.'}`;
  const counted = recounted
    ? ` ${recounted.checked} open cases counted anew, ${recounted.changed} have other dates, ${recounted.told} people told.`
    : '';
  return `${what} ${isNew ? `In force as ${version.calendar.version}.` : 'This was known already.'}${counted}`;
}

export function commands(program: Command, open: () => Promise<Ground>): void {
  const calendar = program
    .command('calendar')
    .description('the working calendar: which days the State Council gives off');
  calendar
    .command('import')
    .argument(
      '<file>',
      'CSV with the columns date, kind (holiday or makeUp) and name; 日期, 类型 (放假, 调休上班), 名称',
    )
    .description('take in a published or changed year, and count every open case anew')
    .option('--dry-run', 'check the file and store nothing')
    .option('--replace', 'the file may leave out a festival of a year that is known already')
    .option('--json', 'one line of JSON')
    .action(async (file: string, options: Options, command: Command) => {
      const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) =>
        command.error(`${file} cannot be read (${error.code}): is the path right?`, { exitCode: 2 }),
      );
      const ground = await open();
      try {
        const imported = await importCalendar(ground, { text: decode(bytes), source: path.basename(file) }, options);
        // Also when the file says nothing new: an import that was broken off is gone on with.
        const recounted = options.dryRun ? undefined : await recountCases(ground, progress);
        process.stdout.write(`${say(imported, recounted, options)}\n`);
      } catch (error) {
        if (!(error instanceof NoticeFault)) throw error;
        if (options.json) process.stdout.write(`${JSON.stringify({ error: error.message })}\n`);
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 1;
      }
    });
  calendar
    .command('show')
    .description('the versions of the calendar, and which years each of them knows')
    .option('--json', 'one line of JSON')
    .action(async (options: Options) => {
      const { versions } = await loadCalendars(await open());
      const rows = versions.map(({ no, calendar: { version, publishedYears }, inForceFrom }) => ({
        version,
        inForceFrom: no === 0 ? null : inForceFrom.toISOString(),
        years: [...publishedYears].toSorted((a, b) => a - b),
      }));
      if (options.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
      else
        for (const { version, inForceFrom, years } of rows)
          process.stdout.write(
            `${version}  ${inForceFrom ? `since ${inForceFrom}` : 'comes with the product'}  ${years[0]} to ${years.at(-1)}\n`,
          );
    });
}
