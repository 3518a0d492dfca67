/**
 * `npm run bench:search`: how often the right item is found first and within the first three, on queries that the ranking was not
 * tuned on, and how long a search takes among 10,000 items. See bench/search/README.md.
 */
import { calledFrom } from '#platform/config';
import { readdirSync, readFileSync, statSync } from 'node:fs';
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
const ours = path.join(import.meta.dirname, 'search');

/** The queries of a file, or of all JSON files of a folder; ends the run with a sentence when they cannot be read. */
function readCases(at: string): Query[] {
  try {
    const files = statSync(at).isDirectory()
      ? readdirSync(at)
          .filter((name) => name.endsWith('.json'))
          .map((name) => path.join(at, name))
      : [at];
    const cases = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as unknown[]);
    if (cases.length === 0) throw new Error('there are no cases in it');
    return cases.map((one, i) => {
      const { query, codes } = one as Partial<Query>;
      if (typeof query !== 'string' || !Array.isArray(codes) || codes.length === 0)
        throw new Error(`case ${i + 1} is not of the form {"query": "…", "codes": ["…"]}`);
      return one as Query;
    });
  } catch (error) {
    process.stderr.write(`${at}: ${(error as Error).message}. bench/search/README.md shows the format.\n`);
    process.exit(2);
  }
}

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

/** Ends of codes and names stand for whole codes in cases that were given. */
function resolveCodes(cases: Query[]): void {
  const items = index.items();
  for (const one of cases)
    one.codes = one.codes.map((word) => {
      const item = items.find(
        ({ code, body }) => code === word || code.endsWith(`-${word}`) || body.name === word || body.plainName === word,
      );
      if (item) return item.code;
      process.stderr.write(`"${one.query}": the demo district has no item "${word}".\n`);
      process.exit(2);
    });
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

const queries = given
  ? readCases(path.resolve(calledFrom(process.env), given))
  : readCases(path.join(ours, 'queries.json'));
if (given) resolveCodes(queries);
const train = given ? [] : queries.filter(({ set }) => set === 'train');
const heldOut = given ? queries : queries.filter(({ set }) => set !== 'train');
// What went wrong is shown for training queries and for cases that were given: the held-out ones stay unseen.
if (train.length > 0) show('train', sharesOf(index, train, missesToo));
const judged = sharesOf(index, heldOut, Boolean(given) && missesToo);
show(given ? path.basename(given) : 'held out', judged);
if (!given)
  for (const name of ['second-set', 'third-set', 'fourth-set', 'fifth-set', 'sixth-set'])
    for (const set of ['train', 'held-out'] as const) {
      const asked = readCases(path.join(ours, `${name}.json`)).filter((one) => one.set === set);
      if (asked.length > 0) show(`${name}, ${set}`, sharesOf(index, asked, missesToo && set === 'train'));
    }

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
