/** After-hours service over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { officesContract } from '#modules/offices/contract';
import { noticesContract } from '#modules/notices/contract';
import { createAccount, givePost } from '#modules/people';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { anErrand, openHall, paper, type TestHall } from '../hall/hall-testing.ts';
import { afterhoursContract as ops } from './contract.ts';
import { creditedMinutes } from './credit.ts';
import { expireUndecided } from './jobs.ts';

let app: TestApp;
let d: TestHall;
/** An errand of the market department. */
let licence: string;
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 3);
  licence = newId();
  await app.call(d.office, hallContract.saveErrand, { params: { id: licence }, body: anErrand(d.hall, 'M', { departmentId: d.market, position: 3 }) }); // prettier-ignore
  for (const [period, opens, closes] of [
    ['noon', '12:00', '13:30'],
    ['evening', '17:30', '19:00'],
    ['saturday', '09:00', '11:00'],
  ] as const)
    // prettier-ignore
    await app.call(d.office, ops.saveOffer, {
      params: { id: d.hall, period },
      body: { opens, closes, places: 2, daysAhead: 7, noticeMinutes: 30 },
    });
});
afterAll(() => app.close());

const act = () => ({ actionId: newId() });
const goTo = (text: string): void => app.clock.set(new Date(`${text}+08:00`));
const ask = (account: string, change: object = {}) =>
  app.ask(account, ops.askForTime, {
    body: { ...act(), errandId: d.any, period: 'noon', day: '2026-06-11', ...change },
  } as never);
const grant = (account: string, id: string, staffId = d.clerks[0]!, windowId = d.windows[0]!) =>
  app.ask(account, ops.grantRequest, { params: { id }, body: { ...act(), staffId, windowId } });
const inbox = async (account: string, work: boolean) =>
  (await app.call(account, noticesContract.myNotices, { query: work ? { work } : {} })).rows.map(({ template }) => template); // prettier-ignore

describe('a request', () => {
  it('is asked for, granted with who stays and where, done, and counted', async () => {
    const times = await app.call(null, ops.listTimes, { params: { id: d.hall } });
    expect(times).toContainEqual(expect.objectContaining({ period: 'noon', day: '2026-06-11', left: 2 }));
    const { body: made } = await ask(d.resident);
    expect(made).toMatchObject({ state: 'asked', beginsAt: '2026-06-11T04:00:00.000Z' });
    expect((await ask(d.resident)).problem.code).toBe('afterhours.haveRequest');
    expect(await inbox(d.office, true)).toContain('afterhoursAsked');
    expect((await grant(d.head, made.id)).status).toBe(403);
    expect((await grant(d.clerk, made.id)).status).toBe(403);
    const { body: granted } = await grant(d.office, made.id);
    expect(granted).toMatchObject({ state: 'granted', staffName: '窗口员0', windowNumber: 'A01' });
    expect(await inbox(d.resident, false)).toContain('afterhoursGranted');
    expect(await inbox(d.clerks[0]!, true)).toContain('afterhoursStay');
    const seen = await app.call(null, ops.lookRequest, { params: { code: made.code } });
    expect(seen).toMatchObject({ state: 'granted', windowNumber: 'A01' });
    expect(JSON.stringify(seen)).not.toContain('陈小满');
    const start = (account: string) => app.ask(account, ops.startService, { params: { id: made.id }, body: act() });
    expect((await start(d.clerks[0]!)).problem.code).toBe('afterhours.tooEarly');
    goTo('2026-06-11T12:05');
    expect((await start(d.clerks[1]!)).status).toBe(403);
    expect((await start(d.clerks[0]!)).body.state).toBe('started');
    const finish = (body: object) =>
      app.ask(d.clerks[0]!, ops.finishService, { params: { id: made.id }, body: { ...act(), matters: 2, ...body } });
    expect((await finish({ endedAt: '2026-06-11T04:01:00Z' })).problem.code).toBe('afterhours.wrongEnd');
    expect((await finish({ matters: 0, caseNumbers: ['1'] })).problem.code).toBe('afterhours.mattersTooFew');
    goTo('2026-06-11T12:40');
    expect((await finish({ caseNumbers: ['YX2026-000001'] })).body).toMatchObject({ state: 'done', minutes: 40, matters: 2 }); // prettier-ignore
    const counts = await app.call(d.office, ops.countRequests, { query: { from: '2026-06-01', to: '2026-06-30' } });
    expect(counts).toMatchObject({ services: 1, matters: 2, minutes: 40 });
    const list = await app.call(d.office, ops.listRequests, { query: { state: 'done' } });
    expect(list.total).toBe(1);
  });

  it('is decided by the head for an errand of the own department, and by no other head', async () => {
    const { body: made } = await ask(d.other, { errandId: licence, day: '2026-06-12' });
    expect(await inbox(d.head, true)).toContain('afterhoursAsked');
    expect((await grant(d.otherHead, made.id)).status).toBe(403);
    const refuse = { params: { id: made.id }, body: { ...act(), reason: '当天系统维护' } };
    expect((await app.ask(d.head, ops.refuseRequest, refuse)).body).toMatchObject({ state: 'refused', reason: '当天系统维护' }); // prettier-ignore
    expect(await inbox(d.other, false)).toContain('afterhoursRefused');
    expect((await grant(d.head, made.id)).problem.code).toBe('afterhours.wrongStep');
    const others = await app.call(d.otherHead, ops.listRequests, {});
    expect(others.total).toBe(0);
  });

  it('gives no more than there are places, and nobody two windows at once', async () => {
    const day = '2026-06-16';
    const at = async (wish: string) => {
      const body = { ...act(), errandId: d.any, period: 'evening', day, name: `群众${wish}`, phone: '' } as const;
      return (await app.call(d.clerk, ops.askAtDesk, { body })).id;
    };
    const [one, two, three] = [await at('一'), await at('二'), await at('三')];
    expect((await grant(d.office, one)).status).toBe(200);
    expect((await grant(d.office, two, d.clerks[0]!, d.windows[1]!)).problem.code).toBe('afterhours.colleagueBusy');
    expect((await grant(d.office, two, d.clerks[1]!, d.windows[0]!)).problem.code).toBe('afterhours.windowBusy');
    // At once: one place is left, two are granted, one goes through.
    const both = await Promise.all([grant(d.office, two), grant(d.office, three)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.problem.code).toBe('afterhours.timeFull');
    expect((await ask(d.other, { period: 'evening', day })).problem.code).toBe('afterhours.timeFull');
    // Granted anew, somebody else stays.
    const again = await grant(d.office, one, d.clerks[2]!, d.windows[2]!);
    expect(again.body).toMatchObject({ state: 'granted', staffName: '窗口员2' });
    expect(await inbox(d.clerks[0]!, true)).toContain('afterhoursFreed');
  });
});

describe('without an account', () => {
  it('the holder of a ticket that nobody served asks by its code, once the day is over', async () => {
    goTo('2026-06-17T16:00');
    const ticket = await paper(app, d, d.property);
    const asked = (change: object = {}) =>
      app.ask(null, ops.askWithTicket, { body: { ...act(), ticketCode: ticket.code, period: 'noon', day: '2026-06-18', phone: '13900000000', ...change } } as never); // prettier-ignore
    goTo('2026-06-18T10:00');
    const body = { actionId: newId() };
    const made = await asked(body);
    expect(made.body).toMatchObject({ state: 'asked', ticketNumber: ticket.number });
    expect((await asked(body)).body.id).toBe(made.body.id);
    expect((await asked({ day: '2026-06-22' })).problem.code).toBe('afterhours.ticketUsed');
    const cancelled = await app.call(null, ops.cancelRequest, { params: { code: made.body.code }, body: act() });
    expect(cancelled.state).toBe('cancelled');
    expect((await asked({ day: '2026-06-22' })).status).toBe(200);
    expect((await app.ask(null, ops.askWithTicket, { body: { ...act(), ticketCode: 'nothing', period: 'noon', day: '2026-06-18', phone: '' } })).problem.code).toBe('hall.noTicket'); // prettier-ignore
  });

  it('a ticket that was given back or served is good for nothing more', async () => {
    const ticket = await paper(app, d);
    await app.call(null, hallContract.cancelTicket, { params: { code: ticket.code }, body: act() });
    const body = { ...act(), ticketCode: ticket.code, period: 'noon' as const, day: '2026-06-19', phone: '' };
    expect((await app.ask(null, ops.askWithTicket, { body })).problem.code).toBe('afterhours.ticketNotFree');
  });
});

describe('what is left lying', () => {
  it('is unanswered when its time begins, and the person is told', async () => {
    const { body: made } = await ask(d.resident, { day: '2026-06-22' });
    goTo('2026-06-22T12:00');
    expect(await expireUndecided(app.ground)).toBeGreaterThan(0);
    expect(await expireUndecided(app.ground)).toBe(0);
    expect((await app.call(null, ops.lookRequest, { params: { code: made.code } })).state).toBe('unanswered');
    expect(await inbox(d.resident, false)).toContain('afterhoursUnanswered');
  });
});

describe('the figures', () => {
  it('credit the union of the times, as the rule does', async () => {
    const day = '2026-06-23';
    const staff = { staffId: d.clerks[0]!, beginsAt: new Date(`${day}T12:00+08:00`) };
    goTo(`${day}T09:00`);
    const ids = [];
    for (const name of ['甲', '乙']) {
      const body = { ...act(), errandId: d.any, period: 'noon', day, name, phone: '' } as const;
      const { id } = await app.call(d.clerk, ops.askAtDesk, { body });
      await grant(d.office, id);
      ids.push(id);
    }
    goTo(`${day}T12:00`);
    await app.call(staff.staffId, ops.startService, { params: { id: ids[0]! }, body: act() });
    goTo(`${day}T12:20`);
    await app.call(staff.staffId, ops.finishService, { params: { id: ids[0]! }, body: { ...act(), matters: 1 } });
    goTo(`${day}T12:50`);
    await app.call(staff.staffId, ops.missService, { params: { id: ids[1]! }, body: act() });
    const counts = await app.call(d.office, ops.countRequests, { query: { from: day, to: day } });
    const rule = creditedMinutes([
      { ...staff, state: 'done', until: new Date(`${day}T12:20+08:00`) },
      { ...staff, state: 'missed', until: new Date(`${day}T12:50+08:00`) },
    ]);
    expect(counts.minutes).toBe(rule.get(staff.staffId));
    expect(counts).toMatchObject({ services: 1, matters: 1, minutes: 30 });
    expect(counts.people[0]).toMatchObject({ staffId: staff.staffId, missed: 1, minutes: 30 });
  });
});

describe('what was granted', () => {
  it('is the end that who stayed can record; a later one is for the office, and nobody cancels once it has begun', async () => {
    const day = '2026-06-24';
    const { body: made } = await ask(d.resident, { day });
    await grant(d.office, made.id);
    goTo(`${day}T12:00`);
    const cancel = await app.ask(null, ops.cancelRequest, { params: { code: made.code }, body: act() });
    expect(cancel.problem.code).toBe('afterhours.begun');
    await app.call(d.clerks[0]!, ops.startService, { params: { id: made.id }, body: act() });
    goTo(`${day}T23:00`);
    const finish = (account: string, time?: string) =>
      app.ask(account, ops.finishService, { params: { id: made.id }, body: { ...act(), matters: 1, ...(time ? { endedAt: new Date(`${day}T${time}+08:00`).toISOString() } : {}) } }); // prettier-ignore
    expect((await finish(d.clerks[0]!)).problem.code).toBe('afterhours.beyondGrant');
    expect((await finish(d.clerks[0]!, '13:31')).problem.code).toBe('afterhours.beyondGrant');
    expect((await finish(d.office, '13:45')).body).toMatchObject({ state: 'done', minutes: 105 });
  });

  it('is read with names masked by an auditor who heads another department', async () => {
    const both = await app.ground.db.transaction((tx) => {
      const at = app.clock.now();
      const id = createAccount(tx, at, { loginName: 'both', name: '尤督查', staff: true });
      givePost(tx, at, id, { role: 'auditor', departmentId: null, outletId: null });
      givePost(tx, at, id, { role: 'head', departmentId: d.security, outletId: null });
      return id;
    });
    const [row] = (await app.call(d.office, ops.listRequests, { query: { from: '2026-06-24', to: '2026-06-24' } }))
      .rows;
    const params = { id: row!.id };
    expect((await app.call(d.office, ops.getRequest, { params })).name).toBe('陈小满');
    expect((await app.call(both, ops.getRequest, { params })).name).not.toBe('陈小满');
  });
});

describe('an act that comes again', () => {
  const reused = { status: 409, problem: { code: 'afterhours.actionReused' } };
  const whole = (id: string) => app.call(d.office, ops.getRequest, { params: { id } });

  it('is done once; with another time, person or wish it is refused', async () => {
    goTo('2026-06-29T10:00');
    const said = { actionId: newId(), errandId: d.any, period: 'noon', day: '2026-06-30', name: '群众甲', phone: '1', wish: '轮椅' } as const; // prettier-ignore
    const desk = (other: object = {}) => app.ask(d.clerk, ops.askAtDesk, { body: { ...said, ...other } });
    const { body: made } = await desk();
    expect((await desk()).body.id).toBe(made.id);
    for (const other of [
      { day: '2026-07-01' },
      { period: 'evening' },
      { name: '群众乙' },
      { phone: '2' },
      { wish: '' },
    ])
      expect(await desk(other)).toMatchObject(reused);
    const { total } = await app.call(d.office, ops.listRequests, { query: { from: '2026-06-30', to: '2026-07-01' } });
    expect(total).toBe(1);
  });

  it('is the same step by the same person, with the same words and choices', async () => {
    const { rows } = await app.call(d.office, ops.listRequests, { query: { from: '2026-06-30', to: '2026-06-30' } });
    const params = { id: rows[0]!.id };
    const [staffId, other] = [d.clerks[0]!, d.clerks[1]!];
    const granting = { ...act(), staffId, windowId: d.windows[0]!, text: '请带原件' };
    const give = (more: object = {}, account = d.office) =>
      app.ask(account, ops.grantRequest, { params, body: { ...granting, ...more } });
    const changed = [{ staffId: other }, { windowId: d.windows[1]! }, { text: '' }];
    expect((await give()).status).toBe(200);
    expect((await give()).status).toBe(200);
    for (const more of changed) expect(await give(more)).toMatchObject(reused);
    const refuse = { params, body: { actionId: granting.actionId, reason: '请带原件' } };
    expect(await app.ask(d.office, ops.refuseRequest, refuse)).toMatchObject(reused);
    goTo('2026-06-30T12:00');
    await app.call(staffId, ops.startService, { params, body: act() });
    // Also when the request has moved on since.
    expect((await give()).status).toBe(200);
    for (const more of changed) expect(await give(more)).toMatchObject(reused);
    goTo('2026-06-30T12:30');
    const finishing = { ...act(), matters: 2, caseNumbers: ['YX1'], text: '' };
    const finish = (more: object = {}, account = staffId) =>
      app.ask(account, ops.finishService, { params, body: { ...finishing, ...more } });
    expect((await finish()).status).toBe(200);
    app.clock.advance(60_000);
    expect((await finish()).status).toBe(200);
    for (const more of [{ matters: 3 }, { caseNumbers: ['YX2'] }, { endedAt: '2026-06-30T04:20:00Z' }, { text: '另' }])
      expect(await finish(more)).toMatchObject(reused);
    expect(await finish({}, d.office)).toMatchObject(reused);
    const { steps, matters, minutes } = await whole(params.id);
    expect([steps.map(({ kind }) => kind), matters, minutes]).toEqual([['ask', 'grant', 'start', 'finish'], 2, 30]);
  });

  it('is answered as done though somebody else was granted since', async () => {
    goTo('2026-06-30T14:00');
    const { body: made } = await ask(d.other, { day: '2026-07-01' });
    const params = { id: made.id };
    const body = { ...act(), staffId: d.clerks[0]!, windowId: d.windows[0]! };
    await app.call(d.office, ops.grantRequest, { params, body });
    await grant(d.office, made.id, d.clerks[1]!, d.windows[1]!);
    expect((await app.call(d.office, ops.grantRequest, { params, body })).staffId).toBe(d.clerks[1]!);
    expect((await whole(made.id)).steps.length).toBe(3);
  });
});

describe('what is offered', () => {
  it('lies beyond the hours: nobody could ask for a time at which the hall is open', async () => {
    const hours = (await app.call(null, officesContract.getHours, { params: { id: d.hall } })).version;
    const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '12:00' }));
    await app.call(d.office, officesContract.saveHours, { params: { id: d.hall }, body: { weekly, exceptions: [], version: hours } }); // prettier-ignore
    const offer = (opens: string, closes: string, places = 2) =>
      app.ask(d.office, ops.saveOffer, { params: { id: d.hall, period: 'noon' }, body: { opens, closes, places, daysAhead: 7, noticeMinutes: 30 } }); // prettier-ignore
    expect((await offer('09:00', '11:00')).problem.code).toBe('afterhours.whileOpen');
    expect((await app.call(d.office, ops.listOffers, { params: { id: d.hall } })).find(({ period }) => period === 'noon')).toMatchObject({ opens: '12:00' }); // prettier-ignore
    // Nothing is offered: nobody is misled.
    expect((await offer('09:00', '11:00', 0)).status).toBe(200);
    expect((await offer('12:00', '13:30')).status).toBe(200);
  });
});
