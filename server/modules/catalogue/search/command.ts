/** `yichuang search`: what a citizen would find, and why. */
import type { Command } from 'commander';
import type { Ground } from '#platform/ground';
import { searchItems } from './live-index.ts';

export function addSearchCommand(program: Command, open: () => Promise<Ground>): void {
  program
    .command('search')
    .argument('<words>', "a request in citizens' words")
    .description('items for a request, the best first, each with the reasons')
    .option('--limit <n>', 'how many at most', '10')
    .option('--json', 'answer with one line of JSON: [{code, name, plainName, score, why}]')
    .action(async (request: string, options: { limit: string; json?: boolean }, command: Command) => {
      if (!/^[1-9]\d{0,2}$/.test(options.limit)) command.error('--limit is a number from 1 to 999.', { exitCode: 2 });
      const ground = await open();
      const hits = await searchItems(ground, request, Number(options.limit));
      if (options.json) {
        const rows = hits.map(({ item: { code, body }, score, why }) => ({
          code,
          name: body.name,
          plainName: body.plainName ?? null,
          score,
          why,
        }));
        console.log(JSON.stringify(rows));
      } else if (hits.length === 0) console.log('Nothing was found.');
      else
        for (const [i, { item, score, why }] of hits.entries()) {
          const { name, plainName } = item.body;
          console.log(`${i + 1}. ${plainName ? `${plainName}（${name}）` : name}  ${item.code}  ${score}`);
          console.log(
            `   ${why.map(({ words, met }) => `${words} → ${met === 'details' ? 'in its details' : met}`).join('; ')}`,
          );
        }
    });
}
