/** Papers at a kiosk that do not come to be printed: nothing of them is counted, kept or looked for. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { saveItems } from '#modules/catalogue';
import { personOfAccount } from '#modules/people';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { nobody } from '#platform/permissions';
import { openTestApp, type TestApp } from '#server/testing';
import { plainItem } from '#server/testing-district';
import { openHall, type TestHall } from '../hall/hall-testing.ts';
import { kiosksContract as ops } from './contract.ts';
import { openKiosk, type TestKiosk } from './kiosks-testing.ts';
import { beginPrint } from './print-here.ts';
import { sittingOf } from './sittings.ts';
import { getKiosk } from './store.ts';

let app: TestApp;
let d: TestHall;
let kiosk: TestKiosk;
let sittingId: string;
let documentId: string;
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 1);
  const at = app.clock.now();
  const body = plainItem({ name: '开具证明', kind: 'publicService', atKiosk: true, form: { type: 'object', properties: {} } }); // prettier-ignore
  const [item] = await app.ground.db.transaction((tx) =>
    saveItems(tx, [{ code: 'K1', baseCode: '', departmentId: d.market, body, inForceFrom: '2024-01-01' }], { at, name: 'test', source: 'test' })); // prettier-ignore
  kiosk = await openKiosk(app, d.office, d.hall);
  const first = await kiosk.touch();
  await kiosk.signIn(d.resident, first);
  const submission = {
    actionId: newId(),
    itemId: item!.itemId,
    applicant: {},
    answers: {},
    situations: {},
    materials: [],
  };
  const ways = { delivery: { way: 'electronic' as const }, signature: { way: 'confirmed' as const } };
  await kiosk.call(ops.submitHere, { body: { sittingId: first, ...submission, ...ways } });
  documentId = (await kiosk.call(ops.listProofs, {}))[0]!.id;
});
beforeEach(async () => {
  kiosk = await openKiosk(app, d.office, d.hall);
  sittingId = await kiosk.touch();
  await kiosk.signIn(d.resident, sittingId);
});
afterAll(() => app.close());

const listed = async () => (await app.call(d.office, ops.listKiosks, {})).find((one) => one.id === kiosk.id)!;
const endNow = () => kiosk.call(ops.endSitting, { params: { id: sittingId }, body: { how: 'person' } });

test('what was not printed, as a page did not load, is counted back and left by nobody', async () => {
  const id = newId();
  const begin = { sittingId, id, documentId, copies: 2 };
  await kiosk.call(ops.beginPrint, { body: begin });
  expect((await listed()).sheetsLeft).toBeLessThan(100);
  // Told twice, as when the first answer was lost.
  for (let turn = 0; turn < 2; turn++)
    await kiosk.call(ops.endPrint, { params: { id }, body: { sittingId, came: 'notPrinted' } });
  expect(await listed()).toMatchObject({ sheetsLeft: 100, printer: 'ready' });
  expect((await kiosk.ask(ops.beginPrint, { body: { ...begin, id: newId() } })).status).toBe(200);
  await endNow();
  const left = await app.call(d.office, ops.listLeftPapers, { query: {} });
  expect(left.rows.map((one) => one.id)).not.toContain(id);
});

test('whoever ends their use while the pages are painted leaves no paper, no name and no sheets behind', async () => {
  const row = await getKiosk(app.ground.db, kiosk.id);
  const sitting = await sittingOf(app.ground, row, sittingId);
  const actor = { ...nobody, accountId: d.resident, personId: (await personOfAccount(app.ground.db, d.resident))! };
  await endNow();
  const id = newId();
  const late = beginPrint(app.ground, row, sitting, actor, { id, documentId, copies: 1 });
  await expect(late).rejects.toMatchObject({ code: 'kiosks.noSitting' });
  expect(await app.ground.db.many(sql`select id from kiosks.print where id = ${id}`)).toEqual([]);
  expect((await listed()).sheetsLeft).toBe(100);
});
