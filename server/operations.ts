/** Commands that belong to no module: due dates by hand, and what an operator looks at when something is stuck. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { calendarBeside, runDue } from '#modules/deadlines';
import { readConfig } from '#platform/config';
import { sql } from '#platform/db';
import type { Opened } from './open.ts';

const wholeNumber = (text: string): number => {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  if (!Number.isInteger(value)) throw new InvalidArgumentError('it must be a whole number of days, 0 or more.');
  return value;
};

export function addOperations(program: Command, open: () => Promise<Opened>): void {
  program
    .command('due')
    .description('the day on which a limit ends, by the published working calendar')
    .requiredOption('--from <day>', 'the day from which it is counted; it does not count itself (YYYY-MM-DD)')
    .option('--working-days <n>', 'limit in working days (行政许可法 art. 82)', wholeNumber)
    .option('--calendar-days <n>', 'limit in calendar days (civil code art. 203)', wholeNumber)
    .option('--explain', 'a line for each day that did not count')
    .option('--provisional', 'answer also into a year whose calendar is not published')
    .option('--json', 'one line of JSON')
    .addOption(new Option('--language <tag>', 'of the explanation').choices(['zh-CN', 'en']).default('zh-CN'))
    .action(async (options) => {
      const { dataFolder } = readConfig(process.env, process.cwd());
      const calendar = await calendarBeside(dataFolder);
      const { output, warning, exitCode } = runDue({ ...options, calendar });
      if (output) process.stdout.write(`${output}\n`);
      if (warning) process.stderr.write(`${warning}\n`);
      process.exitCode = exitCode;
    });

  program
    .command('stuck')
    .description('events whose reaction failed, with the reason; they are tried again by themselves')
    .option('--json', 'one line of JSON for each')
    .action(async (options: { json?: boolean }) => {
      const { ground } = await open();
      const rows = await ground.db.many<{
        reaction: string;
        name: string;
        subject: string;
        attempts: number;
        lastError: string;
        nextAt: Date;
      }>(
        sql`select reaction, name, subject, attempts, last_error, next_at from platform.stuck_event order by next_at limit 1000`,
      );
      for (const row of rows) {
        process.stdout.write(
          options.json
            ? `${JSON.stringify(row)}\n`
            : `${row.reaction}  ${row.name}  ${row.subject}  tried ${row.attempts} times, next at ${row.nextAt.toISOString()}\n    ${row.lastError}\n`,
        );
      }
      if (rows.length === 0 && !options.json) process.stdout.write('Nothing is stuck.\n');
    });

  program
    .command('migrate')
    .description('bring the database to the shape of this version, and say what was done')
    .action(async () => {
      const { applied } = await open();
      process.stdout.write(applied.length > 0 ? `${applied.join('\n')}\n` : 'The database is up to date.\n');
    });
}
