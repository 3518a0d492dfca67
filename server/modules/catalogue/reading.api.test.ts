/** Reading the catalogue: what each outlet takes, when places are open, booklets over HTTP, and what a request costs the database. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listOutlets, saveOffices } from '#modules/offices';
import { openSession, sessionCookie } from '#modules/people';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { plainItem, smallDistrict, type SmallDistrict } from '#server/testing-district';
import { catalogueContract as ops } from './contract.ts';
import { saveItems, scopeAt } from './index.ts';

let app: TestApp;
let district: SmallDistrict;
const counter = newId();
const today = '2026-06-10';

beforeAll(async () => {
  app = await openTestApp();
  district = await smallDistrict(app);
  await app.ground.db.transaction(async (tx) =>
    saveOffices(tx, app.clock.now(), {
      outlets: [
        {
          id: counter,
          key: 'vehicles',
          kind: 'department',
          departmentId: district.security,
          name: '云溪区车辆管理站',
          longitude: 120.1,
          latitude: 30.3,
        },
      ],
      hours: [
        {
          outletId: counter,
          weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:30', closes: '17:00' })),
          exceptions: [],
        },
      ],
    }),
  );
  const body = (name: string) => plainItem({ name, immediate: true });
  await app.ground.db.transaction((tx) =>
    saveItems(
      tx,
      Array.from({ length: 40 }, (_, i) => ({
        code: `READ-${i}`,
        departmentId: i % 2 ? district.market : district.security,
        body: body(`阅读事项${i}`),
      })),
      { at: app.clock.now(), name: 'test', source: 'test' },
    ),
  );
});
afterAll(() => app?.close());

const itemsAt = async (outletId: string) => (await app.call(null, ops.listItems, { query: { outletId } })).rows;

test("a department's counter takes what is its department's, until it has a list of its own", async () => {
  const { proof, security, market, office } = district;
  const all = await itemsAt(counter);
  expect(all.length).toBe(21);
  expect(new Set(all.map(({ departmentId }) => departmentId))).toEqual(new Set([security]));

  await app.call(office, ops.handDown, { params: { id: proof }, body: { outletIds: [counter], scope: 'decide' } });
  expect(await itemsAt(counter)).toMatchObject([{ itemId: proof, scope: 'decide' }]);
  const another = all.find(({ itemId }) => itemId !== proof)!;
  const places = async (id: string) =>
    (await app.call(null, ops.getGuide, { params: { id } })).places.map(({ outletId }) => outletId);
  expect(await places(proof)).toContain(counter);
  expect(await places(another.itemId)).not.toContain(counter);
  const item = { itemId: another.itemId, departmentId: security };
  expect(await scopeAt(app.ground, item, counter, today)).toBeUndefined();
  expect(await scopeAt(app.ground, { itemId: proof, departmentId: security }, counter, today)).toBe('decide');
  const directory = await app.call(null, ops.directory, { query: { departmentId: security } });
  expect(directory.rows.find(({ outletId }) => outletId === counter)).toMatchObject({ itemCount: 1 });

  // An item of another department is no list of its own.
  await app.call(office, ops.takeBack, { params: { id: proof }, body: { outletIds: [counter] } });
  const foreign = (await app.call(null, ops.listItems, { query: { departmentId: market, limit: 1 } })).rows[0]!;
  const asked = { params: { id: foreign.itemId }, body: { outletIds: [counter], scope: 'accept' as const } };
  await app.call(office, ops.handDown, asked);
  expect((await itemsAt(counter)).length).toBe(22);
  expect(await scopeAt(app.ground, item, counter, today)).toBe('decide');
});

test('places say when they are open, and how far they go', async () => {
  const { places } = await app.call(null, ops.getGuide, {
    params: { id: district.proof },
    query: { longitude: 120.1, latitude: 30.3 },
  });
  expect(places[0]).toMatchObject({
    outletId: counter,
    distance: 0,
    scope: 'decide',
    hours: { zh: '周一至周五 08:30–17:00', en: 'Mon–Fri 08:30–17:00' },
  });
  expect(typeof places[0]!.open).toBe('boolean');
  expect(places[0]!.openingSays?.zh).toBeTruthy();
  expect(places.find(({ outletId }) => outletId === district.hall)).toMatchObject({ hours: null, open: null });
  const directory = await app.call(null, ops.directory, { query: { itemId: district.proof } });
  expect(directory.rows.find(({ outletId }) => outletId === counter)!.hours?.zh).toBe('周一至周五 08:30–17:00');
});

test('a booklet over HTTP: a PDF with its name, and about how large it becomes', async () => {
  const cookie = await openSession(app.ground, district.clerk, { secondFactor: true });
  const get = (query: string) =>
    app.http.inject({ url: `/api/items/booklet?${query}`, cookies: { [sessionCookie]: cookie } });
  for (const query of [`departmentId=${district.market}`, `outletId=${counter}`, 'directory=true']) {
    const reply = await get(query);
    expect(reply.statusCode, query).toBe(200);
    expect(reply.headers['content-type']).toBe('application/pdf');
    expect(String(reply.headers['content-disposition'])).toContain('filename*=UTF-8');
    expect(reply.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(reply.rawPayload.subarray(-7).toString()).toContain('%%EOF');
    const expected = Number(reply.headers['x-expected-bytes']);
    expect(expected / reply.rawPayload.length).toBeGreaterThan(0.2);
    expect(expected / reply.rawPayload.length).toBeLessThan(5);
  }
  expect((await get('topic=nothing')).json()).toMatchObject({ code: 'catalogue.nothingToPrint' });
  expect((await get(`outletId=${newId()}`)).statusCode).toBe(404);
});

test('a request asks the database little, however many items and places there are', async () => {
  await app.call(null, ops.searchItems, { query: { q: '开饭店' } });
  const { db } = app.ground;
  const originals = { many: db.many.bind(db), maybe: db.maybe.bind(db), one: db.one.bind(db) };
  let statements = 0;
  for (const name of ['many', 'maybe', 'one'] as const)
    (db as unknown as Record<string, unknown>)[name] = (query: never) => ((statements += 1), originals[name](query));
  const cost = async (ask: () => Promise<unknown>): Promise<number> => {
    statements = 0;
    await ask();
    return statements;
  };
  try {
    expect(await cost(() => app.call(null, ops.searchItems, { query: { q: '阅读' } }))).toBeLessThanOrEqual(1);
    expect(await cost(() => app.call(null, ops.quickFind, { query: { q: 'yd' } }))).toBeLessThanOrEqual(1);
    expect(await cost(() => app.call(null, ops.listItems, { query: { limit: 50 } }))).toBeLessThanOrEqual(1);
    expect(await cost(() => app.call(null, ops.overview, {}))).toBeLessThanOrEqual(2);
    expect(await cost(() => app.call(null, ops.directory, {}))).toBeLessThanOrEqual(3);
    expect(await cost(() => app.call(null, ops.getGuide, { params: { id: district.proof } }))).toBeLessThanOrEqual(8);
  } finally {
    Object.assign(db, originals);
  }
});

test('what the shelf and the offers are read by goes over indexes among many rows', async () => {
  const { db } = app.ground;
  const outlets = await listOutlets(db);
  await db.transaction(async (tx) => {
    tx.write(
      sql`insert into catalogue.offer (id, item_id, outlet_id, scope, from_day, handed_down_at, handed_down_by, until_day, taken_back_at, taken_back_by)
          select gen_random_uuid(), item.id, ${outlets[0]!.id}::uuid, 'accept', '2020-01-01', now(), 'test', '2020-01-02', now(), 'test'
            from catalogue.item, generate_series(1, 300)`,
    );
  });
  await db.transaction(async (tx) =>
    tx.write(sql`insert into catalogue.offer (id, item_id, outlet_id, scope, from_day, handed_down_at, handed_down_by)
          select gen_random_uuid(), item.id, ${district.hall}::uuid, 'accept', '2020-01-01', now(), 'test' from catalogue.item on conflict do nothing`),
  );
  const planOf = async (text: string) =>
    JSON.stringify(
      await db.transaction((tx) => tx.many({ name: '', text: `explain (format json) ${text}`, values: [] })),
    );
  for (const text of [
    `select * from catalogue.offer where outlet_id = '${counter}' and from_day <= '${today}' and (until_day is null or until_day > '${today}')`,
    `select * from catalogue.offer where item_id = '${district.proof}' and from_day <= '${today}' and (until_day is null or until_day > '${today}')`,
    `select * from catalogue.item_version where item_id = '${district.proof}' and version = 1`,
  ])
    expect(await planOf(`${text}`), text).not.toContain('"Seq Scan"');
});
