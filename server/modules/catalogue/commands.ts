/** `yichuang catalogue …` and `yichuang search`, for operators. */
import type { Command } from 'commander';
import type { Ground } from '#platform/ground';
import { addImportCommand } from './import/command.ts';

export function commands(program: Command, open: () => Promise<Ground>): void {
  const catalogue = program.command('catalogue').description('the items that the district offers');
  addImportCommand(catalogue, open);
}
