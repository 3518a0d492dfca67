/**
 * Loading the demo district. First the district in one transaction, which says that loading has begun, then all cases in another, then
 * their figures and seals, and at last a word that it has ended: a loading that was interrupted anywhere between the two is seen at the next
 * start, cleared away and done again.
 */
import type pg from 'pg';
import { sealMissing, setSealsAside } from '#modules/audit';
import { rebuild } from '#modules/insight';
import { reviewLoaded } from '#modules/prereview';
import { isDay, shanghaiDay } from '#modules/deadlines';
import { ConfigProblem } from '#platform/config';
import type { Ground } from '#platform/ground';
import { batchesOf } from './cases/generate.ts';
import { takeInForOthers } from './cases/other-district.ts';
import { storeSamples } from './cases/sample-files.ts';
import { actHallDay } from './cases/hall-day.ts';
import { actImprovements, makeLastBulletin } from './cases/improvements.ts';
import { actJointMatters } from './cases/joint.ts';
import { actMachine } from './cases/machine.ts';
import { actProjects } from './cases/projects.ts';
import { actRemoteHelp } from './cases/remote-help.ts';
import type { World } from './cases/world.ts';
import { writtenRules } from './district/rules.ts';
import { loadDistrict } from './load-district.ts';
import {
  advanceNumbers,
  analyse,
  beginCases,
  connectOwner,
  copyRows,
  emptyDistrict,
  findLoaded,
  forgetEvents,
  isEmpty,
  lockLoading,
  markBegun,
  markEnded,
  otherServers,
  tables,
  tidy,
  type Table,
} from './load-store.ts';
import type { Plan } from './plan.ts';

export interface LoadOptions {
  say: (line: string) => void;
  cases?: number;
  seed?: number;
  /** The district stands as in the morning of this day; today unless said otherwise. */
  asOf?: string;
  onProgress?: (done: number, of: number, what: string) => void;
}

/** Whether the demo district, or a part of it, lies in this database: with it its accounts. */
export const demoWasBegun = async (ground: Ground): Promise<boolean> => (await findLoaded(ground.db)) !== undefined;

/** What was loaded, and how long it took. */
export interface LoadedDemo {
  seed: number;
  asOf: string;
  counts: Record<string, number>;
  seconds: number;
}

export const usualCases = 5_000;
export const usualSeed = 330_199;

/** Whether the district is there, whole. */
export const demoIsLoaded = async (ground: Ground): Promise<boolean> => {
  const loaded = await findLoaded(ground.db);
  return loaded !== undefined && loaded.endedAt !== null;
};

function planOf(ground: Ground, options: LoadOptions): Plan {
  const asOf = options.asOf ?? shanghaiDay(ground.clock.now());
  if (!isDay(asOf)) throw new ConfigProblem(`"${asOf}" is no day: write it as 2026-06-30.`);
  return {
    seed: options.seed ?? usualSeed,
    asOf,
    cases: options.cases ?? usualCases,
    districtCode: ground.district.code,
  };
}

/** Nothing of the demo is ever written among somebody's real rows. */
async function demandRoom(ground: Ground, client: pg.Client, say: LoadOptions['say']): Promise<void> {
  if (!ground.demo)
    throw new ConfigProblem('The demo district is loaded in demo mode only, into the database of its own.');
  const loaded = await findLoaded(ground.db);
  if (loaded?.endedAt)
    throw new ConfigProblem(
      `The demo district is loaded already (${loaded.counts.case ?? 0} cases, as of ${loaded.asOf}): empty it first with "yichuang demo reset".`,
    );
  if (loaded) {
    say('An earlier loading was interrupted: clearing what it left behind …');
    await emptyDistrict(client);
    await setSealsAside(ground);
  } else if (!(await isEmpty(ground.db)))
    throw new ConfigProblem(
      'This database holds accounts that are not the demo district’s: set YICHUANG_DEMO=off to use it as it is, or empty it with "yichuang demo reset".',
    );
}

/** Copies all cases in one transaction. Memory does not grow with their number: a batch is drawn while the one before is written. */
async function loadCases(ground: Ground, client: pg.Client, world: World, options: LoadOptions) {
  const counts: Record<string, number> = {};
  let written: Promise<void> = Promise.resolve();
  const last = new Map<string, number>();
  await beginCases(client);
  try {
    for (const batch of batchesOf(world)) {
      await written;
      written = (async () => {
        for (const table of Object.keys(tables) as Table[]) await copyRows(client, table, batch.rows[table] ?? []);
        await storeSamples(ground, batch.uploads);
      })();
      // Its failure is met at the next turn, not before anybody waits for it.
      written.catch(() => {});
      for (const [series, serial] of batch.last) last.set(series, serial);
      for (const table of Object.keys(tables) as Table[])
        counts[table] = (counts[table] ?? 0) + (batch.rows[table]?.length ?? 0);
      options.onProgress?.(counts.case ?? 0, world.plan.cases, 'cases');
      // Lets what was drawn be sent: drawing never waits for anything by itself.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await written;
    await advanceNumbers(client, last);
    const { people, staff, outlets, matters } = world;
    Object.assign(counts, {
      residents: people.residents.length,
      companies: people.companies.length,
      staff: staff.members.length,
      outlets: outlets.size,
      items: matters.length,
    });
    await client.query('commit');
    return counts;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/** What the rules say of the cases of the last quarter, which is what the figures show. */
async function reviewRecent(ground: Ground, { matters, plan }: World): Promise<void> {
  const itemIds = writtenRules().items.map(
    ({ code }) => matters.find((matter) => matter.code.endsWith(`-${code}`))!.id,
  );
  await reviewLoaded(ground, itemIds, new Date(Date.parse(`${plan.asOf}T00:00:00+08:00`) - 92 * 86_400_000));
}

/** Loads the district. Throws ConfigProblem with a sentence when there is no room for it. */
export async function loadDemo(ground: Ground, options: LoadOptions): Promise<LoadedDemo> {
  const started = performance.now();
  const plan = planOf(ground, options);
  const client = await connectOwner(ground);
  try {
    await lockLoading(client);
    await demandRoom(ground, client, options.say);
    const world = await ground.db.transaction(async (tx) => {
      markBegun(tx, plan, ground.clock.now());
      return loadDistrict(ground, tx, plan);
    });
    const counts = await loadCases(ground, client, world, options);
    counts.jointMatters = await actJointMatters(ground, world);
    counts.projects = await actProjects(ground, world);
    counts.byMachine = await actMachine(ground, world);
    counts.takenIn = await takeInForOthers(ground, world);
    counts.tickets = await actHallDay(ground, world);
    counts.helps = await actRemoteHelp(ground, world);
    await forgetEvents(client);
    await analyse(client);
    const { case: cases = 0, action: actions = 0, document: documents = 0 } = counts;
    options.say(`Counting ${cases} cases …`);
    await rebuild(ground, { onProgress: (done) => options.onProgress?.(done, cases, 'counted') });
    // With the figures there: what ended keeps what it came to, and the bulletin freezes them.
    counts.suggestions = await actImprovements(ground, world);
    await makeLastBulletin(ground, world);
    await forgetEvents(client);
    await reviewRecent(ground, world);
    options.say('Sealing their histories …');
    // Every action, what each case was opened with, and every document; the rows of smaller trails are hardly more.
    const sealed = cases + actions + documents;
    await sealMissing(ground, (done) => options.onProgress?.(Math.min(done, sealed), sealed, 'sealed'));
    await tidy(client);
    await markEnded(client, ground.clock.now(), counts);
    return { seed: plan.seed, asOf: plan.asOf, counts, seconds: Math.round((performance.now() - started) / 100) / 10 };
  } finally {
    await client.end();
  }
}

/** Empties the district, whatever is in it. Throws ConfigProblem outside demo mode, and while a server works on it. */
export async function resetDemo(ground: Ground): Promise<void> {
  if (!ground.demo) throw new ConfigProblem('Only a demo district is ever emptied: this installation is a real one.');
  const client = await connectOwner(ground);
  try {
    await lockLoading(client);
    if (await otherServers(client))
      throw new ConfigProblem('A server works on this district and keeps parts of it in memory: stop it first.');
    await emptyDistrict(client);
    await setSealsAside(ground);
  } finally {
    await client.end();
  }
}
