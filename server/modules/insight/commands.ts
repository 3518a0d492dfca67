/** `yichuang insight`: makes the figures again and says whether they were right. */
import type { Command } from 'commander';
import type { Ground } from '#platform/ground';
import { rebuild } from './rebuild.ts';

export function commands(program: Command, open: () => Promise<Ground>): void {
  const insight = program.command('insight').description('the figures of the dashboard');
  insight
    .command('rebuild')
    .description('make the figures again from the histories of all cases, beside a running service')
    .option('--check', 'compare only, and end with 1 when something differs')
    .option('--json', 'one line of JSON')
    .action(async (options: { check?: boolean; json?: boolean }) => {
      const ground = await open();
      const found = await rebuild(ground, {
        checkOnly: options.check === true,
        onProgress: (cases) => {
          if (process.stderr.isTTY) process.stderr.write(`\r${cases} cases …`);
        },
      });
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
      const wrong = found.differing + found.strays + found.wrongCounters;
      process.stdout.write(
        options.json
          ? `${JSON.stringify(found)}\n`
          : `${found.cases} cases read. ${wrong === 0 ? 'The figures were right.' : `${options.check ? 'Wrong' : 'Put right'}: ${found.differing} cases, ${found.strays} rows without a case, ${found.wrongCounters} counters.`}\n`,
      );
      if (options.check && wrong > 0) process.exitCode = 1;
    });
}
