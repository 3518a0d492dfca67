/** Who complained is forgotten in time, and nothing else is. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import type { Operation } from '#platform/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { openHall, openWindows, paper, type TestHall } from '../hall/hall-testing.ts';
import { keptDays } from './complaint.ts';
import { complaintsContract as ops } from './contract.ts';
import { forgetComplainers } from './jobs.ts';

let app: TestApp;
let d: TestHall;
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 1);
  await openWindows(app, d);
});
afterAll(() => app.close());

it('leads to nobody two years after it was closed, not even by what is only ever added to; the figures stay', async () => {
  const phone = '13900000000';
  const ticket = await paper(app, d);
  await app.call(d.clerks[0]!, hallContract.callNext, { body: { actionId: newId() } });
  const said = { body: '让我白跑一趟', phone };
  const body = { ...said, actionId: newId(), ticketCode: ticket.code, name: '李大爷' };
  const made = [
    await app.call(null, ops.complainWithTicket, { body }),
    await app.call(d.resident, ops.complain, { body: { ...said, actionId: newId() } }),
  ];
  const open = await app.call(d.clerk, ops.takeIn, { body: { ...said, actionId: newId(), name: '赵大妈' } });
  const { rows } = await app.call(d.office, ops.listComplaints, {});
  const idOf = (number: string): string => rows.find((row) => row.number === number)!.id;
  const whole = (number: string) => app.call(d.office, ops.getComplaint, { params: { id: idOf(number) } });
  const act = (operation: Operation, id: string, more: object) =>
    app.call(d.office, operation, { params: { id }, body: { actionId: newId(), ...more } } as never);
  const judge = (code: string, as: string | null) =>
    app.call(as, ops.judgeAnswer, { params: { code }, body: { actionId: newId(), satisfied: true } });
  for (const [n, { number, code }] of made.entries()) {
    await act(ops.assignComplaint, idOf(number), { handlerId: d.office });
    await act(ops.answerComplaint, idOf(number), { text: '向您道歉' });
    await judge(code, n === 1 ? d.resident : null);
  }
  const steps = async (number: string) => (await whole(number)).steps.map(({ kind, by }) => `${kind} ${by}`);
  expect(await steps(made[0]!.number)).toEqual(expect.arrayContaining(['make 李大爷', 'satisfy 李大爷']));
  expect(await steps(made[1]!.number)).toEqual(expect.arrayContaining(['make 陈小满', 'satisfy 陈小满']));
  const counts = async () => (await app.call(d.office, ops.countComplaints, {})).satisfied;
  expect(await counts()).toBe(2);

  app.clock.advance(keptDays * 86_400_000 - 60_000);
  expect(await forgetComplainers(app.ground)).toBe(0);
  expect((await whole(made[1]!.number)).name).toBe('陈小满');
  app.clock.advance(120_000);
  expect(await forgetComplainers(app.ground)).toBe(2);
  expect(await forgetComplainers(app.ground)).toBe(0);
  const kept = await app.ground.db.many(sql`
    select to_jsonb(c) as row from complaints.complaint c where state = 'closed' union all select to_jsonb(s) from complaints.step s
    union all select to_jsonb(e) from platform.event e where e.name = 'complaints.stepped'`);
  const all = JSON.stringify(kept);
  const secrets = ['李大爷', '陈小满', phone, ticket.id, ticket.number, d.resident, d.person];
  expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
  const forgotten = await whole(made[0]!.number);
  expect(forgotten).toMatchObject({ forgotten: true, name: '', phone: '', body: said.body, answer: '向您道歉', aboutName: '窗口员0' }); // prettier-ignore
  expect(await steps(made[0]!.number)).toEqual(expect.arrayContaining(['make ', 'satisfy ']));
  expect(await counts()).toBe(2);
  // What is open has not ended, however long ago it was made.
  expect(await whole(open.number)).toMatchObject({ forgotten: false, name: '赵大妈', phone });
  expect((await app.call(d.resident, ops.myComplaints, {})).total).toBe(0);
});
