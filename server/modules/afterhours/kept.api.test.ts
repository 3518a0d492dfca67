/** Who asked for service after hours is forgotten in time, and nothing else is. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { openHall, paper, type TestHall } from '../hall/hall-testing.ts';
import { afterhoursContract as ops } from './contract.ts';
import { forgetAskers } from './jobs.ts';
import { keptDays } from './request.ts';

let app: TestApp;
let d: TestHall;
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 1);
  const body = { opens: '12:00', closes: '13:30', places: 4, daysAhead: 7, noticeMinutes: 30 };
  await app.call(d.office, ops.saveOffer, { params: { id: d.hall, period: 'noon' }, body });
});
afterAll(() => app.close());

const act = () => ({ actionId: newId() });
const goTo = (text: string): void => app.clock.set(new Date(`${text}+08:00`));
const traces = async (secrets: readonly string[]): Promise<string[]> => {
  const rows = await app.ground.db.many(sql`
    select to_jsonb(r) as row from afterhours.request r union all select to_jsonb(s) from afterhours.step s
    union all select to_jsonb(e) from platform.event e where e.name = 'afterhours.stepped'`);
  const all = JSON.stringify(rows);
  return secrets.filter((secret) => all.includes(secret));
};

it('leads to nobody half a year after its end, not even by what is only ever added to; the figures stay', async () => {
  const phone = '13900000000';
  const ticket = await paper(app, d);
  const portal = { ...act(), errandId: d.any, period: 'noon', day: '2026-06-11', phone, wish: '坐轮椅来' } as const;
  const done = await app.call(d.resident, ops.askForTime, { body: portal });
  goTo('2026-06-11T10:00');
  const byTicket = { ...act(), ticketCode: ticket.code, period: 'noon', day: '2026-06-12', name: '李大爷', phone } as const; // prettier-ignore
  const cancelled = await app.call(null, ops.askWithTicket, { body: byTicket });
  await app.call(d.resident, ops.cancelRequest, { params: { code: cancelled.code }, body: act() });
  const desk = { ...act(), errandId: d.any, period: 'noon', day: '2026-06-12', name: '赵大妈', phone } as const;
  const open = await app.call(d.clerk, ops.askAtDesk, { body: desk });
  const whole = (id: string) => app.call(d.office, ops.getRequest, { params: { id } });
  expect((await whole(cancelled.id)).steps.map(({ by }) => by)).toEqual(['李大爷', '李大爷']);

  const params = { id: done.id };
  await app.call(d.office, ops.grantRequest, { params, body: { ...act(), staffId: d.clerks[0]!, windowId: d.windows[0]! } }); // prettier-ignore
  goTo('2026-06-11T12:00');
  await app.call(d.clerks[0]!, ops.startService, { params, body: act() });
  goTo('2026-06-11T12:30');
  await app.call(d.clerks[0]!, ops.finishService, { params, body: { ...act(), matters: 2, caseNumbers: ['YX2026-000001'] } }); // prettier-ignore
  const counts = async () => ({ ...(await app.call(d.office, ops.countRequests, { query: {} })), asOf: '' });
  const before = await counts();
  expect(before).toMatchObject({ services: 1, matters: 2, minutes: 30 });

  const secrets = [
    '陈小满',
    '李大爷',
    phone,
    '坐轮椅来',
    'YX2026-000001',
    ticket.id,
    ticket.number,
    d.resident,
    d.person,
  ];
  app.clock.advance(keptDays * 86_400_000 - 60_000);
  expect(await forgetAskers(app.ground)).toBe(1);
  expect((await whole(done.id)).name).toBe('陈小满');
  app.clock.advance(120_000);
  expect(await forgetAskers(app.ground)).toBe(1);
  expect(await forgetAskers(app.ground)).toBe(0);
  // The one at the desk is still open, and its time was a day later: it has its telephone, and no other trace is left.
  expect((await whole(open.id)).phone).toBe(phone);
  expect(await traces(secrets)).toEqual([phone]);

  const forgotten = await whole(done.id);
  expect(forgotten).toMatchObject({ forgotten: true, name: '', phone: '', wish: '', matters: 2, minutes: 30, staffName: '窗口员0' }); // prettier-ignore
  expect(forgotten.steps.map(({ kind, by }) => [kind, by !== ''])).toEqual([['ask', false], ['grant', true], ['start', true], ['finish', true]]); // prettier-ignore
  expect(await counts()).toEqual(before);
  expect((await app.call(d.resident, ops.myRequests, {})).total).toBe(0);
  expect((await app.call(null, ops.lookRequest, { params: { code: done.code } })).state).toBe('done');
});

it('leads to nobody half a year after a time that was granted and that nobody closed, and what is recorded later leads to nobody again', async () => {
  goTo('2027-01-04T10:00');
  const phone = '13911112222';
  const desk = { ...act(), errandId: d.any, period: 'noon', day: '2027-01-05', name: '钱师傅', phone } as const;
  const { id } = await app.call(d.clerk, ops.askAtDesk, { body: desk });
  const params = { id };
  await app.call(d.office, ops.grantRequest, { params, body: { ...act(), staffId: d.clerks[0]!, windowId: d.windows[0]! } }); // prettier-ignore
  goTo('2027-01-05T13:29');
  app.clock.advance(keptDays * 86_400_000);
  // What was asked for before is long over as well.
  await forgetAskers(app.ground);
  expect(await traces([phone])).toEqual([phone]);
  app.clock.advance(120_000);
  expect(await forgetAskers(app.ground)).toBe(1);
  expect(await traces(['钱师傅', phone])).toEqual([]);
  const [startedAt, endedAt] = ['2027-01-05T04:05:00.000Z', '2027-01-05T04:30:00.000Z'];
  await app.call(d.clerks[0]!, ops.startService, { params, body: { ...act(), startedAt } });
  const finishing = { ...act(), matters: 1, caseNumbers: ['YX2027-000009'], endedAt };
  for (let twice = 0; twice < 2; twice += 1)
    expect(await app.call(d.clerks[0]!, ops.finishService, { params, body: finishing })).toMatchObject({ state: 'done', minutes: 30, caseNumbers: [] }); // prettier-ignore
});
