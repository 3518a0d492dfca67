/**
 * `npm run bench:search`: how often the right item is found first and within the first three, on queries that the ranking was not
 * tuned on, and how long a search takes among 10,000 items. See bench/search/README.md.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ItemIndex } from '../server/modules/catalogue/search/index-of-items.ts';
import { rank } from '../server/modules/catalogue/search/rank.ts';
import { finish, goal, percentile } from './report.ts';
import { demoItems, distractors } from './search/district.ts';

interface Query {
  query: string;
  codes: string[];
  set?: 'train' | 'held-out';
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const quick = process.argv.includes('--quick');
const missesToo = process.argv.includes('--misses');
const given = option('--cases');
const file = given
  ? path.resolve(process.env.INIT_CWD ?? process.cwd(), given)
  : path.join(import.meta.dirname, 'search/queries.json');
const queries = JSON.parse(readFileSync(file, 'utf8')) as Query[];

interface Shares {
  first: number;
  three: number;
  count: number;
}
function sharesOf(index: ItemIndex, asked: readonly Query[], showMisses = false): Shares {
  let first = 0;
  let three = 0;
  for (const { query, codes } of asked) {
    const hits = rank(index, query, 10);
    const at = hits.findIndex(({ item }) => codes.includes(item.code));
    if (at === 0) first += 1;
    if (at >= 0 && at < 3) three += 1;
    if (showMisses && at !== 0) {
      const found = hits.slice(0, 3).map(({ item }) => item.body.plainName ?? item.body.name);
      say(`  ${query}: ${at < 0 ? 'not found' : `place ${at + 1}`}; found ${found.join(' / ') || 'nothing'}`);
    }
  }
  return { first: first / asked.length, three: three / asked.length, count: asked.length };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const show = (name: string, { first, three, count }: Shares): void =>
  say(
    `${name.padEnd(28)} ${String(count).padStart(4)} queries  first ${percent(first)}  within three ${percent(three)}`,
  );

const index = new ItemIndex();
const began = performance.now();
for (const item of demoItems()) index.put(item);
say(
  `${index.size} items of the demo district indexed in ${Math.round(performance.now() - began)} ms, dictionary included.`,
);

const train = given ? [] : queries.filter(({ set }) => set === 'train');
const heldOut = given ? queries : queries.filter(({ set }) => set !== 'train');
// What went wrong is shown for training queries and for cases that were given: the held-out ones stay unseen.
if (train.length > 0) show('train', sharesOf(index, train, missesToo));
const judged = sharesOf(index, heldOut, Boolean(given) && missesToo);
show(given ? path.basename(given) : 'held out', judged);

const more = performance.now();
for (const item of distractors(10_000 - index.size)) index.put(item);
const rss = Math.round(process.memoryUsage().rss / 1e6);
say(`${index.size} items: indexed in ${Math.round(performance.now() - more)} ms, process ${rss} MB.`);
show('held out, among 10,000', sharesOf(index, heldOut));

const rounds = quick ? 3 : 15;
const milliseconds: number[] = [];
for (let round = 0; round < rounds; round++) {
  for (const { query } of queries) {
    const at = performance.now();
    rank(index, query);
    milliseconds.push(performance.now() - at);
  }
}
const p95 = percentile(milliseconds, 0.95);
say(
  `${milliseconds.length} searches among ${index.size} items: p50 ${percentile(milliseconds, 0.5).toFixed(2)} ms, p95 ${p95.toFixed(2)} ms, longest ${Math.max(...milliseconds).toFixed(1)} ms.`,
);
finish('search', [
  goal('found_first', judged.first, 0.85, 'higher'),
  goal('within_three', judged.three, 0.97, 'higher'),
  goal('p95_ms', p95, 20, 'lower'),
]);
