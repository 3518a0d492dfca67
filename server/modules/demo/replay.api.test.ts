/**
 * The histories of the demo district are drawn in memory by the rules. Here a sample of them is done over again through the routes, by the
 * same people at the same instants, and must come out the same: state, clocks, actions, documents, service, fees.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { casesContract, kinds, type Kind } from '#modules/cases/contract';
import { insightContract, isSet, sets } from '#modules/insight/contract';
import { sql } from '#platform/db';
import { openTestApp, type TestApp } from '#server/testing';
import { demoIsLoaded, loadDemo } from './load-demo.ts';
import { testPlan } from './testing/made.ts';
import { comparable, replay, wholeOf, type Whole } from './testing/replayer.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  app.clock.set(`${testPlan.asOf}T07:00:00+08:00`);
  await loadDemo(app.ground, { ...testPlan, say: () => {} });
});
afterAll(() => app.close());

const account = async (login: string): Promise<string> =>
  (await app.ground.db.one(sql<{ id: string }>`select id from people.account where login_name = ${login}`)).id;

interface Sketch {
  id: string;
  /** What its history has in it: each kind of act by each role, where it ends, by which door it came. */
  features: string[];
}

/** Parts of a joint matter, steps of a project and what the machine judged at once were made by the verbs in the first place. */
const alone = sql`not exists (select from matters.member m where m.case_id = c.id)
  and not exists (select from projects.step_case s where s.case_id = c.id)
  and not exists (select from prereview.review r where r.case_id = c.id and r.at > c.submitted_at)`;

/** A sample in which every feature is, and at least so many cases. */
async function sample(least: number): Promise<string[]> {
  const sketches = await app.ground.db.many(sql<Sketch>`
    select c.id, array_agg(distinct a.kind || ' by ' || a.role) || array['ends ' || c.state, 'door ' || c.door, 'fee ' || c.fee_state]
           || array_agg(distinct a.from_state || ' ' || a.kind) filter (where a.from_state is not null)
           || coalesce((select array_agg(u.kind || ' ' || u.state) from cases.undertaking u where u.case_id = c.id), '{}')
           || array_remove(array['hearing ' || (c.hearing ->> 'state'), 'renewal ' || (c.expires_on is not null)], null) as features
      from cases."case" c join cases.action a on a.case_id = c.id where ${alone} group by c.id order by md5(c.number)`);
  const covered = new Set<string>();
  const chosen = sketches.filter(({ features }) => {
    if (features.every((feature) => covered.has(feature))) return false;
    for (const feature of features) covered.add(feature);
    return true;
  });
  const others = sketches.filter((sketch) => !chosen.includes(sketch));
  return [...chosen, ...others.slice(0, Math.max(0, least - chosen.length))].map(({ id }) => id);
}

/** What a party broke at the end of a case would keep it from undertaking anything at its beginning, were that done over again now. */
async function strikeRecords({ personId, organisationId }: Whole['row']): Promise<void> {
  const office = await account('office');
  const query = organisationId ? { organisationId } : { personId: personId! };
  for (const { id } of await app.call(office, casesContract.promiseRecord, { query }))
    await app.call(office, casesContract.strikeRecord, { params: { id }, body: { reason: '重新办理' } });
}

describe('the demo district', () => {
  test('is loaded once, whole', async () => {
    expect(await demoIsLoaded(app.ground)).toBe(true);
    const { n, acted, drawn, again } = await app.ground.db.one(sql<Record<'n' | 'acted' | 'drawn' | 'again', number>>`
      select (select count(*) from cases."case" c where ${alone}) as n,
             (select count(*) from prereview.machine_act) as acted, (select count(distinct case_id) from prereview.machine_act where sampled) as drawn,
             (select count(*) from prereview.recheck) as again from demo.loaded`);
    expect(n).toBe(testPlan.cases);
    expect(acted).toBeGreaterThan(10);
    // Which are drawn follows from their ids, and those are new each time.
    expect(drawn).toBeGreaterThanOrEqual(again);
    const { matters } = await app.ground.db.one(
      sql<{ matters: number }>`select count(*) as matters from matters.matter`,
    );
    expect(matters).toBe(8);
    const { projects } = await app.ground.db.one(
      sql<{ projects: number }>`select count(*) as projects from projects.project`,
    );
    expect(projects).toBe(5);
    await expect(loadDemo(app.ground, { ...testPlan, say: () => {} })).rejects.toThrow('loaded already');
  });

  test('has figures that equal the lists behind them, to the last page', async () => {
    const office = await account('office');
    for (const days of [{}, { from: '2026-01-01', to: '2026-06-30' }]) {
      const { figures } = await app.call(office, insightContract.getFigures, { query: days });
      for (const { id, numerator, numeratorSet, denominator, denominatorSet } of figures)
        for (const [set, count] of [
          [numeratorSet, numerator],
          [denominatorSet, denominator],
        ] as const) {
          if (set === null || !isSet(set)) continue;
          const { rows, total } = await app.call(office, insightContract.listCases, {
            query: { ...days, set, limit: 200 },
          });
          expect(total, `${id}: ${set}`).toBe(count);
          expect(rows.length).toBe(Math.min(200, total));
          const end = await app.call(office, insightContract.listCases, { query: { ...days, set, limit: 200, offset: Math.max(0, total - 3) } }); // prettier-ignore
          expect(end.rows.length).toBe(Math.min(3, total));
        }
    }
    // None of them is empty: somebody is to see something.
    for (const set of sets) {
      const query = { set, from: '2025-01-01', to: '2026-06-30' };
      expect((await app.call(office, insightContract.listCases, { query })).total, set).toBeGreaterThan(0);
    }
  });

  test('comes out the same when a sample of its cases is done over again', async () => {
    const chosen = await sample(60);
    expect(chosen.length).toBeGreaterThanOrEqual(60);
    const seen = new Set<Kind>();
    for (const id of chosen) {
      const told = await wholeOf(app, id);
      for (const { kind } of told.actions) seen.add(kind);
      await strikeRecords(told.row);
      const again = await replay(app, told, testPlan.asOf).catch((error: Error) => {
        throw new Error(`${told.row.number} ${told.row.itemName}: ${error.message}`, { cause: error });
      });
      expect(comparable(await wholeOf(app, again), told), told.row.number).toEqual(comparable(told, told));
    }
    expect(seen).toEqual(new Set(kinds.filter((kind) => kind !== 'cancelClock' && kind !== 'recount')));
  }, 240_000);
});
