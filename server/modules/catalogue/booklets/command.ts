/** `yichuang catalogue booklet`: a booklet into a file. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { listDepartments, listOutlets } from '#modules/offices';
import type { Ground } from '#platform/ground';
import { printBooklet } from './print.ts';
import { readBooklet } from './read-content.ts';

interface Options {
  department?: string;
  outlet?: string;
  topic?: string;
  directory?: boolean;
  out: string;
  json?: boolean;
}

export function addBookletCommand(catalogue: Command, open: () => Promise<Ground>): void {
  catalogue
    .command('booklet')
    .description('print guides as a PDF: of a department, an outlet or a topic; of everything when none is named')
    .requiredOption('--out <file>', 'where to write it')
    .option('--department <key>', 'key or name of a department')
    .option('--outlet <key>', 'key or name of an outlet')
    .option('--topic <key>', 'key of a topic')
    .option('--directory', 'only where to go, without guides')
    .option('--json', 'answer with one line of JSON')
    .action(async (options: Options, command: Command) => {
      const ground = await open();
      const pick = <T extends { id: string; key: string; name: string }>(
        all: readonly T[],
        word: string,
        what: string,
      ): string =>
        all.find(({ key, name }) => key === word || name === word)?.id ??
        command.error(
          `There is no ${what} "${word}". There are: ${all
            .slice(0, 60)
            .map(({ key }) => key)
            .join(', ')}.`,
          {
            exitCode: 2,
          },
        );
      const asked = {
        departmentId: options.department && pick(await listDepartments(ground.db), options.department, 'department'),
        outletId: options.outlet && pick(await listOutlets(ground.db), options.outlet, 'outlet'),
        topic: options.topic,
        directory: options.directory,
      };
      const began = performance.now();
      const booklet = await readBooklet(ground, asked);
      const shown = process.stderr.isTTY;
      const pdf = await printBooklet(booklet, (done, of) => {
        if (shown) process.stderr.write(`\r${bar(done, of)} ${done}/${of}`);
      });
      await pipeline(pdf, createWriteStream(options.out));
      if (shown) process.stderr.write('\n');
      const guides = booklet.sections.reduce((sum, { guides: list }) => sum + list.length, 0);
      const seconds = Math.round((performance.now() - began) / 100) / 10;
      console.log(
        options.json
          ? JSON.stringify({ file: options.out, guides, units: booklet.units.length, seconds })
          : `${options.out}: ${guides} guides of ${booklet.units.length} units in ${seconds} s.`,
      );
    });
}

const bar = (done: number, of: number): string => {
  const filled = of === 0 ? 30 : Math.round((30 * done) / of);
  return `[${'#'.repeat(filled)}${' '.repeat(30 - filled)}]`;
};
