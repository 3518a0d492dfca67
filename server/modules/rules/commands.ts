/** `yichuang rules …`, for operators. */
import type { Command } from 'commander';
import { addTckCommand } from './tck/command.ts';

export function commands(program: Command): void {
  addTckCommand(program.command('rules').description('the rules by which applications are judged'));
}
