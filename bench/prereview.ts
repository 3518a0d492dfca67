/**
 * `npm run bench:prereview`: documents with known content, drawn clean and as a phone sees them, are read; a third is wrong on purpose. How many fields are
 * read right, how sure the reader was where it was wrong, and how long a page takes. See bench/prereview/README.md.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { calledFrom } from '#platform/config';
import { Problem } from '#platform/problems';
import { launchBrowser } from '../e2e/harness/browser.ts';
import { Random } from '#platform/random';
import { readKinds, type ReadKind } from '../server/modules/reading/kinds.ts';
import { closeReading, readPicture } from '../server/modules/reading/read-picture.ts';
import { makers } from './prereview/documents/all.ts';
import { CasesProblem, readGivenCases } from './prereview/given-cases.ts';
import { claimsOf, decideAll, type Decisions } from './prereview/decide.ts';
import { fieldCalled, fieldWords } from './prereview/names.ts';
import { drawPaper, openPress } from './prereview/paper.ts';
import { phoneOptions, takePhoto } from './prereview/photo.ts';
import { scoreFields, sum, type ReadCase } from './prereview/score.ts';
import { finish, goal, median } from './report.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    cases: { type: 'string' },
    misses: { type: 'boolean', default: false },
    keep: { type: 'string' },
    each: { type: 'string' },
    seed: { type: 'string', default: '2026' },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const here = calledFrom(process.env);
/** What has run out by then has run out: the papers of our set are of this day's time, those of others of today. */
const now = values.cases ? new Date() : new Date('2026-11-28T10:00:00+08:00');
process.env.READING_THREADS = '2';

type Waiting = Omit<ReadCase, 'reading' | 'seconds'> & { bytes: Uint8Array };

/** Draws the set: each paper clean and as a phone sees it. */
async function drawSet(each: number): Promise<Waiting[]> {
  const browser = await launchBrowser();
  const press = await openPress(browser);
  const drawn: Waiting[] = [];
  for (const [at, [kind, { make, wrongs }]] of Object.entries(makers).entries())
    for (let i = 0; i < each; i++) {
      const random = new Random(Number(values.seed), 'prereview', kind, i);
      const { html, width, height, ...paper } = make(random, (i + at) % 3 === 2 ? random.pick(wrongs) : undefined);
      const png = await drawPaper(press, { html, width, height }, 1500);
      const { jpeg } = await takePhoto(png, phoneOptions(random), random);
      const about = { kind: paper.kind, expected: paper.expected, wrong: paper.wrong };
      drawn.push({ name: `${kind}-${i}`, condition: 'clean', bytes: png, ...about });
      drawn.push({ name: `${kind}-${i}`, condition: 'phone', bytes: jpeg, ...about });
    }
  await browser.close();
  return drawn;
}

function keep(folder: string, drawn: readonly Waiting[]): void {
  mkdirSync(folder, { recursive: true });
  const cases = drawn.map(({ name, condition, kind, expected, wrong, bytes }) => {
    const file = `${name}-${condition}.${condition === 'clean' ? 'png' : 'jpg'}`;
    writeFileSync(path.join(folder, file), bytes);
    const wrongly = wrong ? { wrong, claims: claimsOf({ name, kind, expected, wrong }), satisfies: false } : {};
    return { file, condition, kind, fields: expected, ...wrongly };
  });
  writeFileSync(path.join(folder, 'cases.json'), `${JSON.stringify(cases, null, 1)}\n`);
}

async function readOne({ bytes, ...about }: Waiting): Promise<ReadCase> {
  const began = performance.now();
  const reading = await readPicture(bytes, { now }).catch((error: unknown) => {
    if (error instanceof Problem) return { problem: error.code };
    throw error;
  });
  return { ...about, reading, seconds: (performance.now() - began) / 1000 };
}

/** Reads all, two at a time. */
async function readAll(waiting: readonly Waiting[]): Promise<ReadCase[]> {
  const read: ReadCase[] = [];
  const queue = [...waiting];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) read.push(await readOne(next));
  };
  await Promise.all([work(), work()]);
  return read;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)} %`);

function show(title: string, cases: readonly ReadCase[]): void {
  if (cases.length === 0) return;
  const { pictures, kindRight, fields, right, sure, sureButWrong } = sum(cases);
  say(
    `${title.padEnd(28)} ${String(pictures).padStart(4)} pictures  kind ${percent(kindRight, pictures).padStart(7)}  fields ${percent(right, fields).padStart(7)}  sure ${percent(sure, fields).padStart(7)}  sure but wrong ${sureButWrong}`,
  );
}

function showDecisions(title: string, { right, decided, wrong, wrongPasses, caught, wronglyFailed }: Decisions): void {
  say(
    `${title.padEnd(28)} decided without a person ${decided} of ${right} (${percent(decided, right)}); of ${wrong} wrong ones ${caught} failed, ${wrong - caught - wrongPasses.length} left to a person, ${wrongPasses.length} passed; right ones failed ${wronglyFailed.length}`,
  );
  for (const name of wrongPasses) say(`  passed and should not have been: ${name}`);
  for (const name of wronglyFailed) say(`  failed and should not have been: ${name}`);
}

function showMisses(cases: readonly ReadCase[]): void {
  for (const one of cases) {
    const found = 'problem' in one.reading ? one.reading.problem : one.reading.kind;
    for (const { name, expected, field, right } of scoreFields(one))
      if (!right)
        say(
          `  ${one.name} ${one.condition} (${found}) ${name}: "${expected}" read as ${field?.value ?? 'nothing'} ${field ? `${field.state} ${field.confidence} [${field.alternatives.join(' | ')}]` : ''}`,
        );
  }
}

/** Names of fields that nobody reads count as missed: it is said which, because a name may only be spelled otherwise. */
function sayUnknown(cases: readonly ReadCase[]): void {
  for (const kind of Object.keys(readKinds) as ReadKind[]) {
    const own = cases.filter((one) => (one.kind ?? ('problem' in one.reading ? undefined : one.reading.kind)) === kind);
    const names = new Set(own.flatMap(({ expected, claims }) => Object.keys({ ...expected, ...claims })));
    const unknown = [...names].filter((name) => fieldCalled(kind, name) === undefined);
    if (unknown.length > 0)
      say(`${readKinds[kind].zh}: nothing is called ${unknown.join(', ')}; its fields are ${fieldWords(kind)}`);
  }
}

/** One picture by itself, so that the threads are open before anything is timed. */
async function warmUp({ bytes }: Waiting): Promise<void> {
  await Promise.all([readPicture(bytes, { now }).catch(() => {}), readPicture(bytes, { now }).catch(() => {})]);
}

async function main(): Promise<void> {
  let waiting: Waiting[];
  if (values.cases) {
    const given = readGivenCases(path.resolve(here, values.cases));
    waiting = given.map(({ file, ...about }) => ({ ...about, bytes: readFileSync(file) }));
  } else {
    const each = Number(values.each ?? (values.quick ? 1 : 6));
    say(`Drawing ${each * Object.keys(makers).length} papers …`);
    waiting = await drawSet(each);
    if (values.keep) keep(path.resolve(here, values.keep), waiting);
  }
  await warmUp(waiting[0]!);
  const began = performance.now();
  const read = await readAll(waiting);
  const minutes = (performance.now() - began) / 60_000;
  const pages = read.reduce((all, { reading }) => all + ('problem' in reading ? 1 : reading.pages.length), 0);
  for (const condition of ['clean', 'phone', 'given'] as const) {
    const own = read.filter((one) => one.condition === condition);
    for (const kind of Object.keys(readKinds) as ReadKind[]) show(`${condition}, ${kind}`, own.filter((one) => one.kind === kind)); // prettier-ignore
    show(`${condition}, all`, own);
    if (own.length > 0) showDecisions(`${condition}, rules`, decideAll(own, now));
  }
  if (values.misses) showMisses(read);
  sayUnknown(read);
  const seconds = median(read.map((one) => one.seconds));
  say(
    `${pages} pages in ${(minutes * 60).toFixed(1)} s with two threads: ${(pages / minutes).toFixed(0)} pages a minute, ${seconds.toFixed(2)} s a page (median).`,
  );
  const share = (condition: ReadCase['condition']): number | null => {
    const { fields, right } = sum(read.filter((one) => one.condition === condition));
    return fields === 0 ? null : right / fields;
  };
  const decidedShare = (condition: ReadCase['condition']): number | null => {
    const { right, decided } = decideAll(read.filter((one) => one.condition === condition), now); // prettier-ignore
    return right === 0 ? null : decided / right;
  };
  // Pictures of which nobody says how they were taken have to do what photos have to.
  const least = { clean: [0.98, 0.7], phone: [0.92, 0.4], given: [0.92, 0.4] } as const;
  const goals = (['clean', 'phone', 'given'] as const)
    .filter((condition) => read.some((one) => one.condition === condition))
    .flatMap((condition) => [
      goal(`fields_${condition}`, share(condition), least[condition][0], 'higher'),
      goal(`decided_${condition}`, decidedShare(condition), least[condition][1], 'higher'),
    ]);
  const passes = goal('wrong_passes', decideAll(read, now).wrongPasses.length, 0, 'lower');
  finish('prereview', [...goals, passes, goal('sure_but_wrong', sum(read).sureButWrong, 0, 'lower'), goal('seconds_a_page', seconds, 3, 'lower')]); // prettier-ignore
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CasesProblem)) throw error;
  process.stderr.write(`${error.message}. bench/prereview/README.md shows the format.\n`);
  process.exitCode = 2;
} finally {
  await closeReading();
}
process.exit(process.exitCode ?? 0);
