/** A talk that goes through several hands is recorded under each of them. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createAccount, givePost, openSession, sessionCookie } from '#modules/people';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { remoteHelpContract as ops } from './contract.ts';
import { patience } from './help.ts';
import { hearFrom, sweepHelps } from './index.ts';

let app: TestApp;
let d: SmallDistrict;
let second: string;
let third: string;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  const at = app.clock.now();
  const clerk = (loginName: string, name: string) =>
    app.ground.db.transaction(async (tx) => {
      const id = createAccount(tx, at, { loginName, name, staff: true });
      givePost(tx, at, id, { role: 'clerk', departmentId: null, outletId: d.hall });
      return id;
    });
  [second, third] = [await clerk('second', '周同事'), await clerk('third', '吴同事')];
});
afterAll(() => app.close());

const acting = () => ({ actionId: newId() });
const there = () => Promise.all([d.clerk, second, third].map((one) => app.call(one, ops.setSeat, { body: { state: 'open' } }))); // prettier-ignore
beforeEach(async () => {
  await there();
});
const ask = async (as: string | null = null) => {
  const body = { ...acting(), way: 'text', language: 'zh-CN', consent: true } as const;
  const { code, help } = await app.call(as, ops.askForHelp, { body });
  return { code, id: help.id };
};
const take = async (clerk: string) => (await app.call(clerk, ops.takeNext, { body: acting() })).help!.id;
const give = (clerk: string, id: string, accountId?: string) =>
  app.call(clerk, ops.handOver, { params: { id }, body: { ...acting(), ...(accountId ? { accountId } : {}) } });
const finish = (clerk: string, id: string) =>
  app.call(clerk, ops.finishHelp, { params: { id }, body: { ...acting(), outcome: 'helped' } });
const pass = async (id: string, seconds: number, ...sides: ('asker' | 'clerk')[]) => {
  app.clock.advance(seconds * 1000);
  await app.ground.db.transaction(async (tx) => {
    for (const side of sides) hearFrom(tx, side, [id], app.clock.now());
  });
};
const record = (query: object = {}) => app.call(d.office, ops.listHelps, { query });
const counts = async (clerkId: string) =>
  (await app.call(d.auditor, ops.countHelps, { query: {} })).find((one) => one.clerkId === clerkId);
const broken = async (clerk: string) => (await app.call(clerk, ops.showSeat, {})).broken;

it('with the times of each, to a colleague, back to the queue, and after a line that was lost', async () => {
  const { code, id } = await ask(d.resident);
  await take(d.clerk);
  await pass(id, 60, 'asker', 'clerk');
  await give(d.clerk, id, second);
  await pass(id, 10, 'asker');
  await there();
  await take(second);
  await pass(id, 30, 'asker', 'clerk');
  await give(second, id);
  await there();
  await take(third);
  // Who gave it back may have it again: that is a part of its own.
  await pass(id, patience + 1, 'asker');
  await there();
  await sweepHelps(app.ground);
  expect(await broken(third)).toMatchObject({ outcome: null });
  expect(await take(second)).toBe(id);
  // It waits no more.
  expect(await broken(third)).toBeNull();
  await pass(id, 20, 'asker', 'clerk');
  await finish(second, id);

  const [line] = (await record()).rows;
  const parts = line!.parts.map(({ clerkName, from, until, how }) => [clerkName, (Date.parse(until!) - Date.parse(from)) / 1000, how]); // prettier-ignore
  const [first] = line!.parts;
  expect(first!.clerkId).toBe(d.clerk);
  expect(parts).toEqual([
    [first!.clerkName, 60, 'handedOver'],
    ['周同事', 30, 'givenBack'],
    ['吴同事', patience + 1, 'lost'],
    ['周同事', 20, 'ended'],
  ]);
  expect(line!.talkedSeconds).toBe(60 + 30 + patience + 1 + 20);
  expect(line!.parts.map(({ toName }) => toName)).toEqual(['周同事', null, null, null]);
  // Found under each, and counted once for each.
  for (const clerkId of [d.clerk, second, third]) {
    const found = await record({ clerkId });
    expect([found.total, found.rows[0]!.id]).toEqual([1, id]);
    expect((await record({ clerkId, outcome: 'left' })).total).toBe(0);
  }
  expect((await record({ clerkId: d.office })).total).toBe(0);
  expect(await counts(d.clerk)).toMatchObject({ helps: 1, began: 1, ended: 0, passedOn: 1, talkedSeconds: 60 });
  expect(await counts(second)).toMatchObject({ clerkName: '周同事', helps: 1, began: 0, ended: 1, passedOn: 1, talkedSeconds: 50 }); // prettier-ignore
  expect(await counts(third)).toMatchObject({ helps: 1, began: 0, ended: 0, passedOn: 0, talkedSeconds: patience + 1 });
  expect((await app.call(null, ops.lookHelp, { params: { code } })).outcome).toBe('helped');
  // As a table: a line for each part, of every help that is found.
  const file = async (query: string): Promise<string[]> => {
    const cookies = { [sessionCookie]: await openSession(app.ground, d.auditor, { secondFactor: true }) };
    const answer = await app.http.inject({ url: `/api/remote-help/record/file?${query}`, cookies });
    expect(answer.statusCode).toBe(200);
    return answer.body.trim().split(/\r?\n/);
  };
  expect((await file(`clerkId=${third}`)).filter((text) => text.includes(id))).toHaveLength(4);
  expect((await file(`clerkId=${d.office}`)).slice(1)).toEqual([]);
  const [, , , lost] = await file('language=en');
  expect(lost).toMatch(/writing,.*,陈\*满,/);
  expect(lost).toMatch(/吴同事,2026-06-10 \d\d:\d\d,2026-06-10 \d\d:\d\d,121,231,helped,/);
});

it('also when nobody took it after it was given back, and with an open end while it lasts', async () => {
  const { code, id } = await ask();
  await take(d.clerk);
  expect((await record()).rows[0]!.parts).toMatchObject([{ clerkId: d.clerk, until: null, how: null }]);
  await give(d.clerk, id);
  await app.call(null, ops.leaveHelp, { params: { code }, body: acting() });
  const [line] = (await record({ clerkId: d.clerk })).rows;
  expect(line).toMatchObject({ id, outcome: 'left', parts: [{ clerkId: d.clerk, how: 'givenBack' }] });
  // It began with them, and ended with nobody.
  expect(await counts(d.clerk)).toMatchObject({ helps: 2, began: 2, ended: 0, passedOn: 2 });
  // What nobody ever took is under nobody.
  const alone = await ask();
  await app.call(null, ops.leaveHelp, { params: { code: alone.code }, body: acting() });
  expect((await record()).rows.find(({ id: one }) => one === alone.id)!.parts).toEqual([]);
});

it('tells the clerk why a talk ended without them, for a while, and not what they ended themselves', async () => {
  const { code, id } = await ask();
  await take(d.clerk);
  expect(await broken(d.clerk)).toBeNull();
  await app.call(null, ops.leaveHelp, { params: { code }, body: acting() });
  expect(await broken(d.clerk)).toMatchObject({ outcome: 'left' });
  expect(await broken(second)).toBeNull();
  app.clock.advance(601_000);
  expect(await broken(d.clerk)).toBeNull();
  await there();
  const next = await ask();
  await take(d.clerk);
  await finish(d.clerk, next.id);
  expect(await broken(d.clerk)).toBeNull();
  expect(id).not.toBe(next.id);
});

it('takes an act that comes again for the one of before only when it says the same', async () => {
  const { id } = await ask();
  await take(d.clerk);
  const over = (accountId: string | undefined, actionId: string) =>
    app.ask(d.clerk, ops.handOver, { params: { id }, body: { actionId, ...(accountId ? { accountId } : {}) } });
  const actionId = newId();
  expect((await over(second, actionId)).status).toBe(204);
  // Its answer was lost; then a colleague has taken it.
  expect((await over(second, actionId)).status).toBe(204);
  await take(second);
  expect((await over(second, actionId)).status).toBe(204);
  for (const other of [third, undefined]) expect((await over(other, actionId)).status).toBe(409);
  // Another act on what they have no more, and somebody else's act.
  expect((await over(third, newId())).status).toBe(403);
  const foreign = { params: { id }, body: { actionId, accountId: second } };
  expect((await app.ask(third, ops.handOver, foreign)).status).toBe(403);
  const ending = (outcome: 'helped' | 'elsewhere', again: string) =>
    app.ask(second, ops.finishHelp, { params: { id }, body: { actionId: again, outcome } });
  const end = newId();
  expect((await ending('helped', end)).status).toBe(204);
  expect((await ending('helped', end)).status).toBe(204);
  expect((await ending('elsewhere', end)).problem.code).toBe('remotehelp.wrongAct');
});
