/** Files of window staff over HTTP on a real database: from probation to leaving, and what it means at the windows. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { peopleContract } from '#modules/people/contract';
import type { Operation } from '#platform/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { openWindows } from '../hall/hall-testing.ts';
import { windowStaffContract as ops, usualStandard } from './contract.ts';
import { forget, remind } from './each-day.ts';
import { acting, onProbation, openStaffed, send, type TestStaff } from './windowstaff-testing.ts';

let app: TestApp;
let hall: TestStaff;
beforeEach(async () => {
  app = await openTestApp();
  hall = await openStaffed(app);
});
afterEach(() => app.close());

const days = (count: number): void => app.clock.advance(count * 86_400_000);
const step = (account: string, operation: Operation, id: string, more: object = {}) =>
  app.ask(account, operation as typeof ops.confirmMember, { params: { id }, body: { ...acting(), ...more } });
const qualify = (id: string) =>
  app.call(hall.office, ops.giveQualification, {
    params: { id },
    body: { ...acting(), errandIds: [hall.any], untilOn: '2027-06-09' },
  });

describe('probation', () => {
  it('begins after the hours, is lengthened within bounds, and ends confirmed with a qualification', async () => {
    const { fromOn: _, ...standard } = usualStandard;
    days(1);
    await app.call(hall.office, ops.saveStandard, {
      body: { ...standard, outletId: hall.hall, fromOn: '2026-06-11', criteria: [], trainingMinutes: 180 },
    });
    const { id } = await send(app, hall, hall.clerks[0]!);
    await step(hall.office, ops.admitMember, id);
    const begin = () => app.ask(hall.office, ops.beginProbation, { params: { id }, body: { actionId: newId() } });
    expect((await begin()).problem).toMatchObject({ code: 'windowstaff.trainingLacking', facts: { minutes: 0, needed: 180 } }); // prettier-ignore
    const course = newId();
    const fields = { outletId: hall.hall, title: '行政许可法与一次性告知', titleEn: '', onDay: '2026-06-11', fromTime: '09:00', minutes: 180, place: '三楼会议室', teacher: '', required: true, cancelled: false }; // prettier-ignore
    await app.call(hall.office, ops.saveCourse, { params: { id: course }, body: fields });
    const note = (minutes: number) =>
      app.ask(hall.office, ops.noteAttendance, { params: { id: course }, body: { rows: [{ memberId: id, minutes }] } });
    expect((await note(181)).problem.code).toBe('windowstaff.attendanceTooLong');
    expect((await note(180)).body.attended).toBe(1);
    expect((await begin()).body).toMatchObject({ state: 'probation', probationUntil: '2026-09-09' });

    const extend = (untilOn: string) => step(hall.office, ops.extendProbation, id, { untilOn });
    expect((await extend('2026-12-09')).problem.facts).toMatchObject({ from: '2026-09-10', until: '2026-12-08' });
    expect((await extend('2026-10-09')).body).toMatchObject({ probationUntil: '2026-10-09' });

    expect((await step(hall.office, ops.confirmMember, id)).problem.code).toBe('windowstaff.tooEarly');
    days(110);
    expect((await step(hall.office, ops.confirmMember, id)).problem.code).toBe('windowstaff.qualificationLacking');
    await qualify(id);
    expect((await step(hall.office, ops.confirmMember, id)).body).toMatchObject({ state: 'confirmed', confirmedOn: '2026-09-29' }); // prettier-ignore
  });

  it('counts of a course what was held: nothing once it is cancelled or put off, and no more than it lasted', async () => {
    const { fromOn: _, ...standard } = usualStandard;
    days(1);
    await app.call(hall.office, ops.saveStandard, {
      body: { ...standard, outletId: hall.hall, fromOn: '2026-06-11', criteria: [], trainingMinutes: 180 },
    });
    const { id } = await send(app, hall, hall.clerks[0]!);
    await step(hall.office, ops.admitMember, id);
    const params = { id: newId() };
    const fields = { outletId: hall.hall, title: '行政许可法与一次性告知', titleEn: '', onDay: '2026-06-11', fromTime: '09:00', minutes: 180, place: '三楼会议室', teacher: '', required: true, cancelled: false }; // prettier-ignore
    const course = (change: object = {}) => app.call(hall.office, ops.saveCourse, { params, body: { ...fields, ...change } }); // prettier-ignore
    const begin = () => app.ask(hall.office, ops.beginProbation, { params: { id }, body: { actionId: newId() } });
    /** The same in the file, in its list of courses, in the list of files, and for who wants to begin. */
    const has = async (minutes: number) => {
      const file = await app.call(hall.office, ops.getMember, { params: { id } });
      expect([file.trainingMinutes, ...file.attended.map((one) => one.minutes)]).toEqual(minutes ? [minutes, minutes] : [0]); // prettier-ignore
      const { rows } = await app.call(hall.office, ops.listMembers, { query: {} });
      expect(rows.map(({ trainingMinutes }) => trainingMinutes)).toEqual([minutes]);
      expect((await begin()).problem).toMatchObject({ code: 'windowstaff.trainingLacking', facts: { minutes, needed: 180 } }); // prettier-ignore
    };
    await course();
    await app.call(hall.office, ops.noteAttendance, { params, body: { rows: [{ memberId: id, minutes: 180 }] } });
    await course({ cancelled: true });
    await has(0);
    await course({ minutes: 60 });
    await has(60);
    await course({ onDay: '2026-06-12' });
    await has(0);
    // Held after all as it was noted.
    await course();
    expect((await begin()).body).toMatchObject({ state: 'probation', trainingMinutes: 180 });
  });

  it('shows those who work there the courses to come, and to nobody else', async () => {
    const [trainee, other] = hall.clerks as [string, string];
    const { id } = await send(app, hall, trainee);
    const fields = { outletId: hall.hall, title: '一次性告知', titleEn: '', fromTime: '09:00', minutes: 180, place: '三楼会议室', teacher: '', required: true, cancelled: false }; // prettier-ignore
    const course = (onDay: string, change: object = {}) =>
      app.call(hall.office, ops.saveCourse, { params: { id: newId() }, body: { ...fields, onDay, ...change } });
    await course('2026-06-20', { title: '系统操作', cancelled: true });
    await course('2026-06-09');
    await course('2026-06-10', { title: '服务礼仪', fromTime: '14:00' });
    await course('2026-06-10');
    const seen = async (account: string) =>
      (await app.call(account, ops.myCourses, {})).map(
        (one) => `${one.onDay} ${one.title}${one.cancelled ? ' ×' : ''}`,
      );
    expect(await seen(trainee)).toEqual([]);
    await step(hall.office, ops.admitMember, id);
    expect(await seen(trainee)).toEqual(['2026-06-10 一次性告知', '2026-06-10 服务礼仪', '2026-06-20 系统操作 ×']);
    expect(await seen(other)).toEqual([]);
    const reason = '派驻期满'.repeat(250);
    expect((await step(hall.office, ops.leaveMember, id, { reason })).body.steps.at(-1)?.text).toBe(reason);
    expect(await seen(trainee)).toEqual([]);
  });

  it('is sat beside somebody who is through it, and the manager hears of the rest', async () => {
    const [one, two] = hall.clerks as [string, string];
    const [first, second] = hall.windows as [string, string];
    const { id } = await onProbation(app, hall, one);
    const open = (account: string, window: string) =>
      app.ask(account, hallContract.openWindow, { params: { id: window } });
    const alone = await open(one, first);
    expect(alone.problem).toMatchObject({ code: 'hall.windowRefused', status: 409 });
    expect(String(alone.problem.facts?.zh)).toContain('试用期');
    // A colleague without a file was there before the files were, and counts as somebody to sit beside.
    expect((await open(two, second)).status).toBe(200);
    expect((await open(one, first)).status).toBe(200);
    const named = async () =>
      (await app.call(hall.office, ops.listAttention, { query: { outletId: hall.hall } })).rows.map(({ kind, name }) => `${kind} ${name}`); // prettier-ignore
    expect(await named()).toEqual(['unqualified 窗口员0', 'noFile 窗口员1']);
    // They themselves read the same at their window; who has no file has nothing to read.
    const own = (account: string) => app.call(account, ops.myWindow, {});
    expect(await own(one)).toEqual({ outletId: hall.hall, beside: 'probation', lacks: [hall.any, hall.property] });
    expect(await own(two)).toEqual({ outletId: null, beside: null, lacks: [] });
    await app.call(two, hallContract.leaveWindow, { body: {} });
    expect(await named()).toEqual(['alone 窗口员0', 'unqualified 窗口员0']);
    await app.call(hall.office, ops.giveQualification, { params: { id }, body: { ...acting(), errandIds: [hall.any, hall.property], untilOn: '2027-06-09' } }); // prettier-ignore
    expect(await named()).toEqual(['alone 窗口员0']);
    expect((await own(one)).lacks).toEqual([]);
  });

  it('is sat alone where the house does not ask for company', async () => {
    const { fromOn: _, ...standard } = usualStandard;
    await onProbation(app, hall, hall.clerks[0]!);
    days(1);
    await app.call(hall.office, ops.saveStandard, {
      body: { ...standard, outletId: hall.hall, fromOn: '2026-06-11', beside: false },
    });
    const opened = await app.ask(hall.clerks[0]!, hallContract.openWindow, { params: { id: hall.windows[0]! } });
    expect(opened.status).toBe(200);
  });

  it('reminds once of its end', async () => {
    await onProbation(app, hall, hall.clerks[0]!);
    expect(await remind(app.ground)).toBe(0);
    days(77);
    expect(await remind(app.ground)).toBe(1);
    expect(await remind(app.ground)).toBe(0);
    days(20);
    const counts = await app.call(hall.office, ops.countMembers, { query: {} });
    expect(counts).toMatchObject({ overdue: 1, active: 1, qualified: 0 });
    const list = await app.call(hall.office, ops.listMembers, { query: { overdue: true } });
    expect(list.total).toBe(1);
  });
});

describe('those who were there before', () => {
  it('are taken over by name, as confirmed', async () => {
    const query = { outletId: hall.hall };
    const there = await app.call(hall.office, ops.listUnfiled, { query });
    expect(there.map(({ name }) => name)).toEqual(['王窗口', '窗口员0', '窗口员1']);
    const body = { ...acting(), outletId: hall.hall, accountIds: hall.clerks };
    expect(await app.call(hall.office, ops.takeOver, { body })).toEqual({ taken: 2 });
    expect(await app.call(hall.office, ops.takeOver, { body })).toEqual({ taken: 0 });
    expect((await app.call(hall.office, ops.listUnfiled, { query })).map(({ name }) => name)).toEqual(['王窗口']);
    const { rows } = await app.call(hall.office, ops.listMembers, { query: { state: 'confirmed' } });
    expect(rows.map(({ name, takenOver }) => [name, takenOver])).toEqual([['窗口员0', true], ['窗口员1', true]]); // prettier-ignore
    const foreign = await app.ask(hall.office, ops.takeOver, { body: { ...body, accountIds: [hall.resident] } });
    expect(foreign.problem.code).toBe('windowstaff.noSuchAccount');
  });
});

describe('leaving', () => {
  it('asks for the things back, shuts the window and ends the post', async () => {
    const [accountId] = hall.clerks as [string];
    await app.call(hall.office, ops.takeOver, { body: { ...acting(), outletId: hall.hall, accountIds: hall.clerks } });
    const { rows } = await app.call(hall.office, ops.listMembers, { query: { words: '窗口员0' } });
    const id = rows[0]!.id;
    const given = await app.call(hall.office, ops.giveThing, { params: { id }, body: { actionId: newId(), name: '工作证' } }); // prettier-ignore
    await openWindows(app, hall);
    const leave = (more: object = {}) => step(hall.office, ops.leaveMember, id, { reason: '派驻期满', ...more });
    expect((await leave()).problem).toMatchObject({ code: 'windowstaff.thingsOut', facts: { things: ['工作证'] } });
    // Refused, and nothing of it done.
    expect((await app.call(accountId, hallContract.showDesk, {})).shift).not.toBeNull();
    await app.call(hall.office, ops.returnThing, { params: { id: given.things[0]!.id } });
    expect((await leave()).body).toMatchObject({ state: 'left', endedOn: '2026-06-10', forgetOn: '2028-06-09' });
    const overview = await app.call(hall.office, hallContract.showHall, { params: { id: hall.hall } });
    expect(overview.windows.map(({ state }) => state)).toEqual(['closed', 'open']);
    const staff = await app.call(hall.office, peopleContract.listStaff, { query: { words: 'w0' } });
    expect(staff.rows[0]!.posts).toEqual([]);
  });

  it('is forgotten when the time of the house is over', async () => {
    const { id } = await onProbation(app, hall, hall.clerks[0]!);
    await step(hall.office, ops.failMember, id, { reason: '差错率偏高' });
    days(729);
    expect(await forget(app.ground)).toBe(0);
    days(1);
    expect(await forget(app.ground)).toBe(1);
    const [row] = await app.ground.db.many<{ name: string; accountId: string | null }>(
      sql`select name, account_id from windowstaff.member where id = ${id}`,
    );
    expect(row).toEqual({ name: '', accountId: null });
    const steps = await app.ground.db.many(sql`select 1 from windowstaff.step where member_id = ${id}`);
    expect(steps).toEqual([]);
    expect((await app.ask(hall.office, ops.getMember, { params: { id } })).problem.code).toBe('windowstaff.noMember');
  });
});

describe('an objection', () => {
  it('is answered by somebody who did not decide, within the working days of the house', async () => {
    const [accountId] = hall.clerks as [string];
    const { id, steps } = await onProbation(app, hall, accountId);
    const body = () => ({ actionId: newId(), stepId: steps.at(-1)!.id, text: '试用期起算日期有误' });
    const object = () => app.ask(accountId, ops.objectToStep, { params: { id }, body: body() });
    const made = (await object()).body.objections[0]!;
    expect(made.dueOn).toBe('2026-06-17');
    expect((await object()).problem.code).toBe('windowstaff.objectionOpen');
    const overdue = async () =>
      (await app.call(hall.office, ops.listAttention, { query: { outletId: hall.hall } })).rows.filter(({ kind }) => kind === 'objectionOverdue'); // prettier-ignore
    days(7);
    expect(await overdue()).toEqual([]);
    days(1);
    expect(await overdue()).toMatchObject([{ memberId: id, name: '林小雨', dueOn: '2026-06-17' }]);
    const answer = (account: string) =>
      app.ask(account, ops.answerObjection, { params: { id: made.id }, body: { text: '核对无误', upheld: false } });
    expect((await answer(hall.office)).problem.code).toBe('windowstaff.notTheDecider');
    expect((await answer(hall.deputy)).body.objections[0]).toMatchObject({ answer: '核对无误', upheld: false });
    expect((await answer(hall.deputy)).problem.code).toBe('windowstaff.objectionAnswered');
    expect(await overdue()).toEqual([]);
  });
});
