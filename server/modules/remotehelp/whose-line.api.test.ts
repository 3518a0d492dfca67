/** The clerk's side of a line is the clerk's alone, whoever stands in for them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccount, givePost } from '#modules/people';
import { peopleContract } from '#modules/people/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { remoteHelpContract as ops } from './contract.ts';
import { takeLine } from './line-store.ts';
import { sayOnLine } from './say-on-line.ts';
import { findHelp } from './store.ts';

let app: TestApp;
let d: SmallDistrict;
let standIn: string;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  const at = app.clock.now();
  standIn = await app.ground.db.transaction((tx) => {
    const id = createAccount(tx, at, { loginName: 'standin', name: '代班人', staff: true });
    givePost(tx, at, id, { role: 'clerk', departmentId: null, outletId: d.hall });
    return id;
  });
  const days = { fromOn: '2026-06-10', untilOn: '2026-06-12' };
  await app.call(d.office, peopleContract.enterAbsence, {
    body: { accountId: d.clerk, ...days, standInId: standIn, reason: '' },
  });
});
afterAll(() => app.close());

const acting = () => ({ actionId: newId() });
/** A help that the clerk has taken, whose browser has the line. */
async function taken() {
  await app.call(d.clerk, ops.setSeat, { body: { state: 'open' } });
  const body = { ...acting(), way: 'text', language: 'zh-CN', consent: true } as const;
  const { code } = await app.call(null, ops.askForHelp, { body });
  const { help } = await app.call(d.clerk, ops.takeNext, { body: acting() });
  const tab = newId();
  await app.ground.db.transaction((tx) =>
    takeLine(tx, help!.id, { side: 'clerk', tab, clerkId: d.clerk }, app.clock.now()),
  );
  return { id: help!.id, code, tab };
}
const lineOf = (id: string) =>
  app.ground.db.one<{ clerkId: string; clerkTab: string; epoch: number; state: string; said: number }>(
    sql`select clerk_id, clerk_tab, epoch, state, (select count(*)::int from remotehelp.signal s where s.help_id = h.id) as said
          from remotehelp.help h where id = ${id}`,
  );

it('is neither listened to nor spoken on, handed over or ended by who stands in for the clerk, and nothing of it moves', async () => {
  const { id, code, tab } = await taken();
  const { actor } = await app.call(standIn, peopleContract.me, {});
  expect(actor!.posts.some(({ standsInFor }) => standsInFor?.accountId === d.clerk)).toBe(true);
  const before = await lineOf(id);
  const said = { epoch: before.epoch, kind: 'message', data: '{}' } as const;
  const params = { id };
  const tries = [
    () => app.ask(standIn, ops.listenAsClerk, { params, query: { tab: newId() } }),
    () => app.ask(standIn, ops.listenAsClerk, { params, query: { tab } }),
    () => app.ask(standIn, ops.sayAsClerk, { params, body: { ...said, tab } }),
    () => app.ask(standIn, ops.sayAsClerk, { params, body: { ...said, tab: newId() } }),
    () => app.ask(standIn, ops.handOver, { params, body: acting() }),
    () => app.ask(standIn, ops.finishHelp, { params, body: { ...acting(), outcome: 'helped' } }),
  ];
  for (const attempt of tries) {
    expect((await attempt()).status).toBe(403);
    expect(await lineOf(id)).toEqual(before);
  }
  await app.call(d.clerk, ops.sayAsClerk, { params, body: { ...said, tab } });
  expect((await lineOf(id)).said).toBe(1);
  await app.call(null, ops.leaveHelp, { params: { code }, body: acting() });
});

it('is the next clerk’s from the moment they have the help, whatever was read of it before', async () => {
  const { id, code, tab } = await taken();
  const read = (await findHelp(app.ground.db, id))!;
  await app.call(d.clerk, ops.handOver, { params: { id }, body: acting() });
  await app.call(standIn, ops.setSeat, { body: { state: 'open' } });
  expect((await app.call(standIn, ops.takeNext, { body: acting() })).help!.id).toBe(id);
  const before = await lineOf(id);
  const isMine = await app.ground.db.transaction((tx) =>
    takeLine(tx, id, { side: 'clerk', tab, clerkId: d.clerk }, app.clock.now()),
  );
  expect(isMine).toBe(false);
  const said = { tab: before.clerkTab, epoch: before.epoch, kind: 'message', data: '{}' } as const;
  await expect(sayOnLine(app.ground, read, 'clerk', said)).rejects.toMatchObject({ code: 'remotehelp.wrongAct' });
  expect(await lineOf(id)).toEqual(before);
  await app.call(null, ops.leaveHelp, { params: { code }, body: acting() });
});
