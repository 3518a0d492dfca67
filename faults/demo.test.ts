/** The demo district and what can happen to it: it is loaded whole or not at all, and never into somebody's real database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/db';
import { long, placeAt, type Ended, type Place, programs } from './stage.ts';

let folder: string;
let place: Place;
/** Demo mode, as `npm start` has it. */
const demo = { YICHUANG_DEMO: '' };
const yichuang = (...args: string[]): Promise<Ended> => place.run([programs.yichuang, ...args], demo).ended;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yichuang 示范 '));
  place = placeAt({ env: {} }, path.join(folder, '数据'));
});
afterAll(async () => {
  await place.close();
  await rm(folder, { recursive: true, force: true });
});

interface Standing {
  /** Those that were asked for: the parts of life events and the steps of projects and what the machine is shown with come beside them. */
  cases: number;
  uncounted: number;
  unsealed: number;
  asOf: string;
  ended: boolean;
}
const standing = (): Promise<Standing> =>
  place.look((db) =>
    db.one(sql<Standing>`
      select (select count(*) from cases."case" c where not exists (select 1 from matters.member m where m.case_id = c.id)
                and not exists (select 1 from projects.step_case s where s.case_id = c.id)) - coalesce((counts ->> 'byMachine')::int, 0) as cases,
             (select count(*) from cases."case") - (select count(*) from insight.case_day) as uncounted,
             (select count(*) from cases.action) + (select count(*) from cases."case")
               - (select sum(count) from audit.seal where trail = 'cases.action') as unsealed,
             as_of::text as as_of, ended_at is not null as ended from demo.loaded`),
  );
/** One sentence for people, and nothing else. */
function expectSentence({ code, errors }: Ended, words: RegExp): void {
  const said = errors
    .trim()
    .split('\n')
    .filter((line) => !/ …$|up to date/.test(line));
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(words);
  expect(code).toBe(1);
}
/** The server looks at what it has, says that it is ready, and is asked for its figures. */
async function serve<T>(act: () => Promise<T>): Promise<{ value: T; output: string }> {
  const server = await place.start(demo);
  const value = await act();
  expect((await server.stop()).code).toBe(0);
  return { value, output: server.output };
}

test('a loading that was killed, wherever it was, is cleared away at the next start', async () => {
  const killed = place.run([programs.yichuang, 'demo', '--cases', '5000', '--as-of', '2026-06-30'], demo);
  await killed.says(/of 5,000 cases/, 300_000);
  await killed.kill();
  if (long) {
    // Where it was killed while it counted, the cases were there already and only the end was not.
    const counting = place.run([programs.yichuang, 'demo', '--cases', '2000', '--as-of', '2026-06-30'], demo);
    await counting.says(/Counting 2000 cases/, 300_000);
    expect(counting.errors).toContain('interrupted');
    await counting.kill();
  }
  const loading = await yichuang('demo', '--cases', '300', '--as-of', '2026-06-29', '--json');
  expect(loading).toMatchObject({ code: 0 });
  expect(loading.errors).toContain('interrupted');
  expect(JSON.parse(loading.output)).toMatchObject({ asOf: '2026-06-29', counts: { case: 300 } });
});

test('it is served as it is, and beside a running server nothing is loaded, emptied or made anew', async () => {
  const { value, output } = await serve(async () => {
    expect(await standing()).toEqual({ cases: 300, uncounted: 0, unsealed: 0, asOf: '2026-06-29', ended: true });
    const attempts = [['demo'], ['demo', 'reset'], ['demo', 'refresh']].map((args) => yichuang(...args));
    const said = await Promise.all(attempts);
    expect(await standing()).toMatchObject({ cases: 300, ended: true });
    return said;
  });
  expect(output).not.toContain('Loading');
  expectSentence(
    value[0]!,
    /loaded already \(300 cases, as of 2026-06-29\): empty it first with "yichuang demo reset"\.$/,
  );
  expectSentence(value[1]!, /A server works on this district .*: stop it first\.$/);
  expectSentence(value[2]!, /A server works on this district .*: stop it first\.$/);
});

// With the long faults, for it loads the district twice more.
test.runIf(long)(
  'refresh makes the same district as of today; reset empties it, and it can be loaded again',
  async () => {
    const refreshed = await yichuang('demo', 'refresh', '--json');
    expect(refreshed.code).toBe(0);
    const { asOf, counts } = JSON.parse(refreshed.output) as { asOf: string; counts: { case: number } };
    expect([asOf > '2026-06-30', counts.case]).toEqual([true, 300]);
    expect(await yichuang('demo', 'reset')).toMatchObject({ code: 0, output: 'The demo district is empty.\n' });
    expect(await yichuang('demo', '--cases', '10')).toMatchObject({ code: 0 });
    expect(await yichuang('audit', 'verify')).toMatchObject({ code: 0 });
  },
);

test('what cannot be is one sentence', async () => {
  expect(await yichuang('demo', '--as-of', 'yesterday')).toMatchObject({
    code: 2,
    errors: expect.stringContaining('it must be a day such as'),
  });
  expect((await yichuang('demo', '--cases', 'many')).code).toBe(2);
  expectSentence(await place.run([programs.yichuang, 'demo'], { YICHUANG_DEMO: 'off' }).ended, /in demo mode only/);
  expectSentence(await place.run([programs.yichuang, 'demo', 'reset'], { YICHUANG_DEMO: 'off' }).ended, /real one/);
  // Its accounts have passwords that everybody knows: no other installation stands on them.
  expectSentence(
    await place.fail({ YICHUANG_DEMO: 'off' }),
    /holds the demo district, whose accounts have known passwords/,
  );
  const outside = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none', YICHUANG_DEMO: 'on' };
  expectSentence(await place.fail(outside), /not loaded into an outside database/);
  expectSentence(await place.fail({ ...demo, HOST: '0.0.0.0' }), /known passwords .* leave HOST out/);
});
