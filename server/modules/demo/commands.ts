/** `yichuang demo …`, for whoever shows the product or measures it. */
import { InvalidArgumentError, type Command } from 'commander';
import { isDay } from '#modules/deadlines';
import type { Ground } from '#platform/ground';
import { demoIsLoaded, loadDemo, resetDemo, usualCases, usualSeed } from './load-demo.ts';
import { findLoaded } from './load-store.ts';
import { showProgress } from './progress.ts';

const whole = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 20_000_000)
    throw new InvalidArgumentError('it must be a whole number, 0 or more.');
  return value;
};

const day = (text: string): string => {
  if (!isDay(text)) throw new InvalidArgumentError('it must be a day such as 2026-06-30.');
  return text;
};

interface Options {
  cases: number;
  seed: number;
  asOf?: string;
  json?: boolean;
}

async function load(ground: Ground, { cases, seed, asOf, json }: Options): Promise<void> {
  const progress = showProgress();
  try {
    const loaded = await loadDemo(ground, {
      cases,
      seed,
      ...(asOf ? { asOf } : {}),
      say: (line) => {
        progress.end();
        process.stderr.write(`${line}\n`);
      },
      onProgress: progress.to,
    });
    progress.end();
    process.stdout.write(
      json
        ? `${JSON.stringify(loaded)}\n`
        : `The demo district stands as of ${loaded.asOf}: ${loaded.counts.case ?? 0} cases, ${loaded.counts.residents} residents, ${loaded.counts.companies} businesses, ${loaded.counts.staff} members of staff, ${loaded.counts.items} items, in ${loaded.seconds} s.\n`,
    );
  } finally {
    progress.end();
  }
}

export function commands(program: Command, open: () => Promise<Ground>): void {
  const demo = program
    .command('demo')
    .description('load the invented district; of more than 10,000 cases the newest 10,000 have documents and files')
    .option('--cases <n>', 'how many cases', whole, usualCases)
    .option('--seed <n>', 'another seed is another district', whole, usualSeed)
    .option('--as-of <day>', 'the day in whose morning it stands (YYYY-MM-DD); today unless said otherwise', day)
    .option('--json', 'one line of JSON')
    .action(async (options: Options) => load(await open(), options));
  demo
    .command('reset')
    .description('empty the demo district; the next start or "yichuang demo" loads it anew')
    .action(async () => {
      await resetDemo(await open());
      process.stdout.write('The demo district is empty.\n');
    });
  demo
    .command('refresh')
    .description('load it anew as of today, with as many cases and the same seed as before')
    .action(async (_: object, command: Command) => {
      // The option is the one of `demo`, which takes it wherever it stands.
      const { json } = command.optsWithGlobals<{ json?: boolean }>();
      const ground = await open();
      const before = (await demoIsLoaded(ground)) ? await findLoaded(ground.db) : undefined;
      await resetDemo(ground);
      await load(ground, {
        cases: before?.counts.case ?? usualCases,
        seed: before?.seed ?? usualSeed,
        ...(json ? { json } : {}),
      });
    });
}
