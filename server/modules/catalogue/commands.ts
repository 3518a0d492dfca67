/** `yichuang catalogue …` and `yichuang search`, for operators. */
import type { Command } from 'commander';
import type { Ground } from '#platform/ground';
import { addBookletCommand } from './booklets/command.ts';
import { addImportCommand } from './import/command.ts';
import { addSearchCommand } from './search/command.ts';

export function commands(program: Command, open: () => Promise<Ground>): void {
  const catalogue = program.command('catalogue').description('the items that the district offers');
  addImportCommand(catalogue, open);
  addBookletCommand(catalogue, open);
  addSearchCommand(program, open);
}
