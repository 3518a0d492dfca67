/** `yichuang rules tck`: how far the evaluator conforms to DMN. Needs no database. */
import path from 'node:path';
import type { Command } from 'commander';
import { runTck, type TckOutcome } from './run-tck.ts';

interface LevelCount {
  level: string;
  passed: number;
  all: number;
}

export function countByLevel(outcomes: readonly TckOutcome[]): LevelCount[] {
  const levels = [...new Set(outcomes.map(({ level }) => level))];
  return levels.map((level) => {
    const of = outcomes.filter((one) => one.level === level);
    return { level, passed: of.filter(({ passed }) => passed).length, all: of.length };
  });
}

export function addTckCommand(rules: Command): void {
  rules
    .command('tck')
    .argument('<folder>', 'a folder with compliance-level-2 and compliance-level-3')
    .description('runs the DMN Technology Compatibility Kit; says by name what fails')
    .option(
      '--json',
      'answer with one line of JSON: {levels: [{level, passed, all}], failed: [{level, name, id, why}]}',
    )
    .action(async (folder: string, options: { json?: boolean }, command: Command) => {
      const outcomes = await runTck(path.resolve(folder), new Date()).catch((error: Error) =>
        command.error(`Nothing was run: ${error.message}`, { exitCode: 1 }),
      );
      const levels = countByLevel(outcomes);
      const failed = outcomes.filter(({ passed }) => !passed).map(({ level, name, id, why }) => ({ level, name, id, why })); // prettier-ignore
      if (options.json) console.log(JSON.stringify({ levels, failed }));
      else {
        for (const { name, id, why } of failed) console.log(`failed  ${name}  ${id}  ${why.slice(0, 300)}`);
        for (const { level, passed, all } of levels) console.log(`${level}: ${passed} of ${all}`);
      }
      if (outcomes.length === 0) command.error('No test cases are in this folder.', { exitCode: 1 });
      if (failed.length > 0) process.exitCode = 1;
    });
}
