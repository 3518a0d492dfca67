/** Kiosks over HTTP: registered, used, ended in every way, and nothing of anybody left. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { saveItems } from '#modules/catalogue';
import { casesContract } from '#modules/cases/contract';
import { noticesContract } from '#modules/notices/contract';
import { peopleContract } from '#modules/people/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { modules } from '#server/modules';
import { openTestApp, type TestApp } from '#server/testing';
import { plainItem } from '#server/testing-district';
import { kiosksContract as ops } from './contract.ts';
import { openHall, openWindows, type TestHall } from '../hall/hall-testing.ts';
import { openKiosk, type TestKiosk } from './kiosks-testing.ts';
import { sweepSittings } from './sittings.ts';

let app: TestApp;
let d: TestHall;
let kiosk: TestKiosk;
let simple: string;
let other: string;
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 2);
  await openWindows(app, d);
  const at = app.clock.now();
  const bodies = [plainItem({ name: '开具证明', kind: 'publicService', atKiosk: true, form: { type: 'object', properties: { use: { type: 'string', title: '用途', enum: ['入学', '贷款'] } }, required: ['use'] } }), plainItem({ name: '别的' })]; // prettier-ignore
  const [first, second] = await app.ground.db.transaction((tx) =>
    saveItems(tx, bodies.map((body, n) => ({ code: `K${n}`, baseCode: '', departmentId: d.market, body, inForceFrom: '2024-01-01' })), { at, name: 'test', source: 'test' })); // prettier-ignore
  simple = first!.itemId;
  other = second!.itemId;
});
beforeEach(async () => {
  kiosk = await openKiosk(app, d.office, d.hall);
});
afterAll(() => app.close());

const me = async (): Promise<string | null> => (await kiosk.call(peopleContract.me, {})).actor?.name ?? null;
const minutes = (count: number): void => app.clock.advance(count * 60_000);
const submission = (sittingId: string, itemId = simple) => ({
  sittingId,
  actionId: newId(),
  itemId,
  applicant: {},
  answers: { use: '入学' },
  situations: {},
  materials: [],
  delivery: { way: 'electronic' as const },
  signature: { way: 'confirmed' as const },
});
/** All that the database knows of sittings, without the ids of kiosks. */
const traces = (sittingId: string) =>
  app.ground.db.maybe<{ endedHow: string; sessionId: string | null; accountId: string | null }>(
    sql`select ended_how, session_id, account_id from kiosks.sitting where id = ${sittingId}`,
  );

test('a code makes a kiosk of one browser, once', async () => {
  const { code } = await app.call(d.office, ops.renewCodes, {
    params: { id: kiosk.id },
    body: { which: 'registration' },
  });
  expect((await kiosk.ask(ops.registerHere, { body: { code: '00000000' } })).problem.code).toBe('kiosks.wrongCode');
  const before = new Map(kiosk.cookies);
  await kiosk.call(ops.registerHere, { body: { code: ` ${code.slice(0, 4)} ${code.slice(4)}` } });
  expect((await kiosk.ask(ops.registerHere, { body: { code } })).problem.code).toBe('kiosks.wrongCode');
  // The browser that was it before is it no more.
  kiosk.cookies.set('yichuang_kiosk', before.get('yichuang_kiosk')!);
  const stranger = await kiosk.ask(ops.beatHere, { body: { sittingId: null, version: '1' } });
  expect(stranger.problem.code).toBe('kiosks.notRegistered');
});

test('somebody signs in with the phone, is nobody but a resident, and is gone when they end it', async () => {
  const sitting = await kiosk.touch();
  await kiosk.signIn(d.office, sitting);
  // An account with a post has none here.
  expect((await kiosk.ask(ops.renewCodes, { params: { id: kiosk.id }, body: { which: 'staff' } })).status).toBe(403);
  await kiosk.call(ops.endSitting, { params: { id: sitting }, body: { how: 'person' } });

  const next = await kiosk.touch();
  await kiosk.signIn(d.resident, next);
  const session = new Map(kiosk.cookies);
  expect(await me()).not.toBeNull();
  await kiosk.call(ops.endSitting, { params: { id: next }, body: { how: 'person' } });
  expect([...kiosk.cookies.keys()]).toEqual(['yichuang_kiosk']);
  // Also with the cookie of before.
  for (const [name, value] of session) kiosk.cookies.set(name, value);
  expect(await me()).toBeNull();
  expect(await traces(next)).toEqual({ endedHow: 'person', sessionId: null, accountId: null });
});

test('a session of a kiosk does what a kiosk is for, and nothing else of the person', async () => {
  const all = modules.flatMap(({ contract, permissions }) =>
    Object.entries(contract ?? {}).map(([name, operation]) => ({ name, operation, row: permissions?.[name] ?? {} })),
  );
  // Reviewed by hand: what may be done in a session that somebody may have left open in a public hall.
  expect(all.filter(({ row }) => row.shared).map(({ name }) => name).toSorted()).toEqual(['askForHelp', 'beginPrint', 'cancelBooking', 'checkInHere', 'confirmBooking', 'fittingEntries', 'holdSlot', 'listProofs', 'me', 'myCases', 'myHall', 'showPage', 'signOut', 'stayHere', 'submitHere', 'takeTicketHere']); // prettier-ignore
  const sitting = await kiosk.touch();
  await kiosk.signIn(d.resident, sitting);
  const letIn: string[] = [];
  for (const { name, operation, row } of all) {
    if (row.shared || row.anyone?.includes('any') || operation.multipart) continue;
    const params = Object.fromEntries([...operation.path.matchAll(/:(\w+)/g)].map(([, part]) => [part, newId()]));
    const input = { params, ...(operation.body ? { body: {} } : {}) };
    const { status } = await kiosk.ask(operation, input as never);
    if (status !== 403) letIn.push(`${name}: ${status}`);
  }
  expect(letIn).toEqual([]);
  expect(await me()).not.toBeNull();
});

test('a wrong number, a refusal and two minutes end a sign-in; its code serves one sitting', async () => {
  const sitting = await kiosk.touch();
  const shown = await kiosk.call(ops.askSignIn, { body: { sittingId: sitting } });
  const asked = await app.call(d.resident, ops.lookSignIn, { params: { code: shown.code } });
  expect(asked.choices).toContain(shown.number);
  const wrong = asked.choices.find((one) => one !== shown.number)!;
  const params = { code: shown.code };
  expect((await app.ask(d.resident, ops.answerSignIn, { params, body: { number: wrong } })).problem.code).toBe('kiosks.wrongNumber'); // prettier-ignore
  expect((await app.ask(d.resident, ops.answerSignIn, { params, body: { number: shown.number } })).problem.code).toBe('kiosks.noSignIn'); // prettier-ignore
  const collect = { params: { id: shown.id }, body: { sittingId: sitting } };
  expect(await kiosk.call(ops.collectSignIn, collect)).toEqual({ state: 'refused' });

  const late = await kiosk.call(ops.askSignIn, { body: { sittingId: sitting } });
  minutes(2);
  expect((await app.ask(d.resident, ops.lookSignIn, { params: { code: late.code } })).status).toBe(404);

  const stolen = await kiosk.call(ops.askSignIn, { body: { sittingId: sitting } });
  await app.call(d.resident, ops.answerSignIn, { params: { code: stolen.code }, body: { number: stolen.number } });
  const otherKiosk = await openKiosk(app, d.office, d.hall);
  const elsewhere = await otherKiosk.touch();
  const taken = await otherKiosk.ask(ops.collectSignIn, { params: { id: stolen.id }, body: { sittingId: elsewhere } });
  expect(taken.problem.code).toBe('kiosks.noSignIn');
  await kiosk.call(ops.collectSignIn, { params: { id: stolen.id }, body: { sittingId: sitting } });
  expect((await kiosk.ask(ops.collectSignIn, { params: { id: stolen.id }, body: { sittingId: sitting } })).status).toBe(404); // prettier-ignore
});

test('a power cut, the next person, and a kiosk out of reach end it too', async () => {
  const first = await kiosk.touch();
  await kiosk.signIn(d.resident, first);
  await kiosk.call(ops.startHere, { body: { version: '1' } });
  expect([await me(), (await traces(first))?.endedHow]).toEqual([null, 'restart']);

  const second = await kiosk.touch();
  await kiosk.signIn(d.resident, second);
  await kiosk.touch();
  expect([await me(), (await traces(second))?.endedHow]).toEqual([null, 'lost']);

  const third = await kiosk.touch();
  await kiosk.signIn(d.resident, third);
  minutes(2);
  await kiosk.call(ops.beatHere, { body: { sittingId: third, version: '1' } });
  await sweepSittings(app.ground);
  expect((await traces(third))?.endedHow).toBeNull();
  minutes(3);
  expect(await sweepSittings(app.ground)).toBeGreaterThan(0);
  expect([await me(), (await traces(third))?.endedHow]).toEqual([null, 'lost']);
  const beat = await kiosk.call(ops.beatHere, { body: { sittingId: third, version: '1' } });
  expect(beat.sittingId).toBeNull();
});

test('a session of a kiosk ends after minutes, whatever becomes of the kiosk', async () => {
  const sitting = await kiosk.touch();
  await kiosk.signIn(d.resident, sitting);
  minutes(5);
  expect(await me()).toBeNull();
});

test('a simple item is applied for by the door of the kiosk, once; others are not', async () => {
  const sitting = await kiosk.touch();
  const body = submission(sitting);
  expect((await kiosk.ask(ops.submitHere, { body })).status).toBe(401);
  await kiosk.signIn(d.resident, sitting);
  expect((await kiosk.call(ops.listItemsHere, {})).map(({ name }) => name)).toEqual(['开具证明']);
  const sent = await kiosk.call(ops.submitHere, { body });
  expect((await kiosk.call(ops.submitHere, { body })).id).toBe(sent.id);
  // The same act with something else in it is not done, and does not look as if it were.
  const mine = async () => (await app.call(d.resident, casesContract.myCases, { query: {} })).total;
  const before = await mine();
  for (const other of [{ answers: { use: '贷款' } }, { delivery: { way: 'collected' as const } }]) {
    const { status, problem } = await kiosk.ask(ops.submitHere, { body: { ...body, ...other } });
    expect([status, problem.code]).toEqual([409, 'cases.actionReused']);
  }
  expect(await mine()).toBe(before);
  const whole = await app.call(d.office, casesContract.getCase, { params: { id: sent.id } });
  expect([whole.case.door, whole.case.outletId]).toEqual(['kiosk', d.hall]);
  const refused = await kiosk.ask(ops.submitHere, { body: submission(sitting, other) });
  expect(refused.problem.code).toBe('kiosks.notAtKiosk');
  // With the session of the phone, and the cookie of no kiosk, nothing is handed in here.
  expect((await app.ask(d.resident, ops.submitHere, { body })).problem.code).toBe('kiosks.notRegistered');
});

test('a paper is printed while there is paper, and what nobody took is noted and told', async () => {
  const sitting = await kiosk.touch();
  await kiosk.signIn(d.resident, sitting);
  await kiosk.call(ops.submitHere, { body: submission(sitting) });
  const [proof] = await kiosk.call(ops.listProofs, {});
  expect(proof?.title).toContain('收件');
  const id = newId();
  const begin = { sittingId: sitting, id, documentId: proof!.id, copies: 2 };
  const printing = await kiosk.call(ops.beginPrint, { body: begin });
  await kiosk.call(ops.beginPrint, { body: begin });
  const more = await kiosk.ask(ops.beginPrint, { body: { ...begin, copies: 3 } });
  expect([more.status, more.problem.code]).toEqual([409, 'kiosks.actRepeated']);
  const listed = await app.call(d.office, ops.listKiosks, {});
  const sheetsLeft = listed.find((one) => one.id === kiosk.id)?.sheetsLeft;
  expect(sheetsLeft).toBe(100 - printing.pages * 2);
  const page = await kiosk.ask(ops.showPage, { params: { id, page: 1 } });
  expect([page.headers['content-type'], page.headers['cache-control']]).toEqual(['image/png', 'no-store']);
  expect((await kiosk.ask(ops.showPage, { params: { id, page: 99 } })).status).toBe(404);
  expect((await app.ask(d.other, ops.showPage, { params: { id, page: 1 } })).problem.code).toBe('kiosks.notRegistered');

  await kiosk.call(ops.endSitting, { params: { id: sitting }, body: { how: 'idle' } });
  const left = await app.call(d.office, ops.listLeftPapers, { query: {} });
  expect(left.rows.filter((one) => one.id === id)).toMatchObject([{ sheets: printing.pages * 2, place: '一楼大门右侧' }]); // prettier-ignore
  const told = await app.call(d.resident, noticesContract.myNotices, { query: {} });
  expect(told.rows.map(({ template }) => template)).toContain('paperLeft');
  await app.call(d.office, ops.clearPaper, { params: { id } });
  expect((await app.call(d.office, ops.listLeftPapers, { query: {} })).rows.filter((one) => one.id === id)).toEqual([]);
});

test('when no paper came out, nobody else tries until somebody has looked', async () => {
  const sitting = await kiosk.touch();
  await kiosk.signIn(d.resident, sitting);
  const [proof] = await kiosk.call(ops.listProofs, {});
  const id = newId();
  const begin = (one: string, copies = 1) =>
    kiosk.ask(ops.beginPrint, { body: { sittingId: sitting, id: one, documentId: proof!.id, copies } });
  await begin(id);
  await kiosk.call(ops.endPrint, { params: { id }, body: { sittingId: sitting, came: 'noPaper' } });
  expect((await begin(newId())).problem.code).toBe('kiosks.noPaper');
  const { code } = await app.call(d.office, ops.renewCodes, { params: { id: kiosk.id }, body: { which: 'staff' } });
  expect((await kiosk.ask(ops.staffHere, { body: { code: '1', sheets: 3 } })).problem.code).toBe(
    'kiosks.wrongStaffCode',
  );
  expect(await kiosk.call(ops.staffHere, { body: { code, sheets: 1 } })).toMatchObject({ printer: 'ready', sheetsLeft: 1 }); // prettier-ignore
  expect((await begin(newId(), 5)).problem.code).toBe('kiosks.noPaper');
  expect((await begin(newId())).status).toBe(200);
});

test('whatever becomes of papers is announced to the lists of those who look after the kiosks', async () => {
  const sitting = await kiosk.touch();
  await kiosk.signIn(d.resident, sitting);
  const [proof] = await kiosk.call(ops.listProofs, {});
  const begin = (id: string) =>
    kiosk.call(ops.beginPrint, { body: { sittingId: sitting, id, documentId: proof!.id, copies: 1 } });
  const announced = async (act: () => Promise<unknown>): Promise<number> => {
    const count = () => app.ground.db.one<{ count: number }>(sql`
      select count(*) as count from platform.event where name = 'kiosks.kioskChanged' and subject = ${kiosk.id}`); // prettier-ignore
    const before = await count();
    await act();
    return (await count()).count - before.count;
  };
  const [left, failed] = [newId(), newId()];
  expect(await announced(() => begin(left))).toBe(1);
  expect(await announced(() => begin(failed))).toBe(1);
  const end = { params: { id: failed }, body: { sittingId: sitting, came: 'fault' as const } };
  expect(await announced(() => kiosk.call(ops.endPrint, end))).toBe(1);
  expect(await announced(() => kiosk.call(ops.endPrint, end))).toBe(0);
  const over = { params: { id: sitting }, body: { how: 'idle' as const } };
  expect(await announced(() => kiosk.call(ops.endSitting, over))).toBe(1);
  expect(await announced(() => app.call(d.office, ops.clearPaper, { params: { id: left } }))).toBe(1);
});

test('a beat goes to the database twice: for which kiosk it is, and for all the rest', async () => {
  const sittingId = await kiosk.touch();
  let trips = 0;
  const count = (): void => void (trips += 1);
  app.ground.db.pool.on('acquire', count);
  const here = await kiosk.call(ops.beatHere, { body: { sittingId, version: '1' } });
  app.ground.db.pool.off('acquire', count);
  expect([trips, here.sittingId, here.hall]).toEqual([2, sittingId, true]);
});

test('staff codes are not guessed', async () => {
  const { code } = await app.call(d.office, ops.renewCodes, { params: { id: kiosk.id }, body: { which: 'staff' } });
  for (let n = 0; n < 5; n += 1) await kiosk.ask(ops.staffHere, { body: { code: String(n) } });
  expect((await kiosk.ask(ops.staffHere, { body: { code } })).problem.code).toBe('kiosks.codeLocked');
  minutes(16);
  const service = { inService: false, reason: '换墨盒' };
  expect(await kiosk.call(ops.staffHere, { body: { code, service } })).toMatchObject({ state: 'outOfService' });
  expect((await kiosk.ask(ops.beginSitting, { body: { id: newId() } })).problem.code).toBe('kiosks.outOfService');
});
