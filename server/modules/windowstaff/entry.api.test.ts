/** Entry of window staff over HTTP on a real database: who is sent, with which papers, and who lets whom in. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { uploadFile } from '#modules/documents';
import { documentsContract } from '#modules/documents/contract';
import { hallContract } from '#modules/hall/contract';
import { noticesContract } from '#modules/notices/contract';
import type { Operation } from '#platform/contract';
import { newId } from '#platform/ids';
import { nobody } from '#platform/permissions';
import { openTestApp, type TestApp } from '#server/testing';
import { photo } from '../documents/documents-testing.ts';
import { windowStaffContract as ops, usualStandard } from './contract.ts';
import { acting, openStaffed, send, station, type TestStaff } from './windowstaff-testing.ts';

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

it('asks for every condition and its paper, by the standard of the day', async () => {
  const { fromOn: _, ...standard } = usualStandard;
  await app.call(hall.office, ops.saveStandard, { body: { ...standard, outletId: hall.hall, fromOn: '2026-06-11' } });
  expect((await send(app, hall, null)).state).toBe('sent');
  days(1);
  const asked = await app.ask(hall.head, ops.sendMember, {
    body: { actionId: newId(), outletId: hall.hall, departmentId: hall.market, name: '周敏', accountId: null, errandIds: [], meets: ['employed', 'stays'], papers: [], text: '' }, // prettier-ignore
  });
  expect(asked.problem).toMatchObject({
    code: 'windowstaff.criteriaOpen',
    facts: { criteria: ['employed', 'authorised', 'experienced', 'conduct'] },
  });
});

it('is asked by a standard whose conditions are told apart, and which keeps files for a while', async () => {
  const { fromOn: _, ...standard } = usualStandard;
  days(1);
  const said = (change: object) =>
    app.ask(hall.office, ops.saveStandard, {
      body: { ...standard, outletId: hall.hall, fromOn: '2026-06-11', ...change },
    });
  const criteria = ['condition6', 'employed', 'condition6'].map((key) => ({ key, zh: '在编', en: '', paper: true }));
  expect((await said({ criteria })).problem).toMatchObject({
    code: 'windowstaff.conditionTwice',
    status: 422,
    facts: { criteria: ['condition6'] },
  });
  for (const change of [{ keepDays: 0 }, { keepDays: 29 }, { keepRefusedDays: 0 }])
    expect((await said(change)).problem.code).toBe('general.invalid');
  expect((await said({ keepDays: 30, keepRefusedDays: 30 })).body.now).toMatchObject({ keepDays: 30, criteria: standard.criteria }); // prettier-ignore
});

it('has papers that the hall and the department read, and nobody else', async () => {
  const { fromOn: _, ...standard } = usualStandard;
  days(1);
  const criteria = [{ key: 'employed', zh: '在编', en: '', paper: true }];
  await app.call(hall.office, ops.saveStandard, {
    body: { ...standard, outletId: hall.hall, fromOn: '2026-06-11', criteria },
  });
  const upload = { name: '在编证明.jpg', bytes: await photo() };
  const file = await uploadFile(app.ground, { ...nobody, accountId: hall.head }, upload);
  const meets = ['employed'];
  const papers = [{ criterion: 'employed', fileId: file.id }];
  const { id, papers: shown } = await send(app, hall, null, { meets, papers });
  expect(shown).toMatchObject([{ criterion: 'employed', fileId: file.id }]);
  const reads = async (account: string) =>
    (await app.ask(account, documentsContract.downloadFile, { params: { id: file.id } })).status;
  expect(await Promise.all([hall.office, hall.head, hall.auditor].map(reads))).toEqual([200, 200, 200]);
  expect(await reads(hall.otherHead)).toBe(403);
  // Somebody else's file cannot be sent along, and nothing is stored.
  const foreign = await app.ask(hall.office, ops.sendMember, {
    body: { actionId: newId(), outletId: hall.hall, departmentId: null, name: '周敏', accountId: null, errandIds: [], meets, papers, text: '' }, // prettier-ignore
  });
  expect(foreign.problem.code).toBe('documents.notYourFile');
  expect((await app.call(hall.office, ops.listMembers, { query: {} })).rows.map((row) => row.id)).toEqual([id]);
});

it('is decided by the hall with a reason, and not by whoever sent them', async () => {
  const [accountId] = hall.clerks as [string];
  const own = await app.call(hall.office, ops.sendMember, {
    body: { actionId: newId(), outletId: hall.hall, departmentId: null, name: '周敏', accountId, errandIds: [], meets: [], papers: [], text: '' }, // prettier-ignore
  });
  expect((await step(hall.office, ops.admitMember, own.id)).problem.code).toBe('windowstaff.senderDecides');
  const refused = await step(hall.deputy, ops.refuseMember, own.id, { reason: '从业经历不足六个月' });
  expect(refused.body).toMatchObject({ state: 'refused', forgetOn: '2026-12-07' });
  expect(refused.body.steps.at(-1)).toMatchObject({ kind: 'refuse', by: '钱副主任', text: '从业经历不足六个月' });
  // The person is told, and reads why.
  const mine = await app.call(accountId, ops.myFile, {});
  expect(mine.file?.steps.at(-1)?.text).toBe('从业经历不足六个月');
  const inbox = await app.call(accountId, noticesContract.myNotices, { query: { work: true } });
  expect(JSON.stringify(inbox.rows)).toContain('不予进驻');
});

it('lets in the account that was sent, or one of the department, and never one’s own', async () => {
  const [accountId, colleague] = hall.clerks as [string, string];
  const refusal = async (by: string, id: string, chosen?: string) =>
    (await step(by, ops.admitMember, id, chosen ? { accountId: chosen } : {})).problem.code;
  const open = await send(app, hall, null);
  expect(await refusal(hall.office, open.id)).toBe('windowstaff.accountNeeded');
  expect(await refusal(hall.office, open.id, hall.office)).toBe('windowstaff.notYourself');
  expect(await refusal(hall.office, open.id, colleague)).toBe('windowstaff.notOfDepartment');
  expect(await refusal(hall.office, open.id, hall.auditor)).toBe('windowstaff.noSuchAccount');
  await station(app, hall, colleague);
  const admitted = await step(hall.office, ops.admitMember, open.id, { accountId: colleague });
  expect(admitted.body).toMatchObject({ state: 'training', accountId: colleague });

  const named = await send(app, hall, accountId);
  expect(await refusal(hall.office, named.id, hall.head)).toBe('windowstaff.otherAccount');
  const same = await step(hall.office, ops.admitMember, named.id, { accountId });
  expect(same.body).toMatchObject({ state: 'training', accountId });
});

it('holds up nobody who works there while the hall has not decided', async () => {
  const [accountId] = hall.clerks as [string];
  const ask = (head: string, departmentId: string) =>
    app.ask(head, ops.sendMember, {
      body: { actionId: newId(), outletId: hall.hall, departmentId, name: '周敏', accountId, errandIds: [], meets: [], papers: [], text: '' }, // prettier-ignore
    });
  // Somebody of another department cannot be sent, and nothing is stored.
  await station(app, hall, accountId);
  expect((await ask(hall.otherHead, hall.security)).problem).toMatchObject({ code: 'windowstaff.notOfDepartment', status: 422 }); // prettier-ignore
  expect((await app.call(hall.office, ops.listMembers, { query: {} })).total).toBe(0);
  expect((await ask(hall.head, hall.market)).status).toBe(200);
  const open = () => app.ask(accountId, hallContract.openWindow, { params: { id: hall.windows[0]! } });
  expect((await open()).status).toBe(200);
});

it('happens once for an action, and once for a person', async () => {
  const [accountId] = hall.clerks as [string];
  const file = await send(app, hall, accountId);
  const body = acting();
  for (let i = 0; i < 2; i++)
    expect((await app.ask(hall.office, ops.admitMember, { params: { id: file.id }, body })).body.state).toBe(
      'training',
    );
  expect((await step(hall.deputy, ops.refuseMember, file.id)).problem.code).toBe('windowstaff.wrongStep');
  const again = await app.ask(hall.head, ops.sendMember, {
    body: { actionId: newId(), outletId: hall.hall, departmentId: hall.market, name: '林小雨', accountId, errandIds: [], meets: [], papers: [], text: '' }, // prettier-ignore
  });
  expect(again.problem.code).toBe('windowstaff.hasFile');
});
