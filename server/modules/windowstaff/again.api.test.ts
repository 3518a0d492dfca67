/** An act that comes again: the same is answered as it was, and what says something else under the same `actionId` is not taken for done. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uploadFile } from '#modules/documents';
import { hallContract } from '#modules/hall/contract';
import { newId } from '#platform/ids';
import { nobody } from '#platform/permissions';
import { openTestApp, type TestApp } from '#server/testing';
import { photo } from '../documents/documents-testing.ts';
import { windowStaffContract as ops, usualStandard } from './contract.ts';
import { onProbation, openStaffed, send, setExam, station, type TestStaff } from './windowstaff-testing.ts';

let app: TestApp;
let hall: TestStaff;
let me: string;
let id: string;
beforeAll(async () => {
  app = await openTestApp();
  hall = await openStaffed(app, 3);
  me = hall.clerks[0]!;
  ({ id } = await onProbation(app, hall, me));
});
afterAll(() => app.close());

type Said = Record<string, unknown>;
type Answered = { status: number; problem: { code: string } };
/** Does an act, does it again, and then with each of the changes under the same `actionId`. */
async function again(act: (body: Said) => Promise<unknown>, said: Said, ...changes: Said[]): Promise<void> {
  const body = { actionId: newId(), ...said };
  const ask = async (more: Said = {}) => (await act({ ...body, ...more })) as Answered;
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(200);
  for (const change of changes)
    expect(await ask(change)).toMatchObject({ status: 409, problem: { code: 'windowstaff.actionReused' } });
  // And still the same one.
  expect((await ask()).status).toBe(200);
}
/** The act of an operation on somebody's file. */
const on =
  (account: string, operation: object, of = id) =>
  (body: Said) =>
    app.ask(account, operation as typeof ops.confirmMember, { params: { id: of }, body: body as never });

it('is sent once, with everything that was said', async () => {
  const { fromOn: _, ...standard } = usualStandard;
  app.clock.advance(86_400_000);
  const criteria = [{ key: 'employed', zh: '在编', en: '', paper: true }, { key: 'stays', zh: '满一年', en: '', paper: false }]; // prettier-ignore
  await app.call(hall.office, ops.saveStandard, { body: { ...standard, outletId: hall.hall, fromOn: '2026-06-11', criteria } }); // prettier-ignore
  const [account, other] = hall.clerks.slice(1) as [string, string];
  for (const one of [account, other]) await station(app, hall, one);
  const upload = async () =>
    (await uploadFile(app.ground, { ...nobody, accountId: hall.head }, { name: '证明.jpg', bytes: await photo() })).id;
  const paper = async () => ({ criterion: 'employed', fileId: await upload() });
  const said = { outletId: hall.hall, departmentId: hall.market, name: '周敏', accountId: account, errandIds: [hall.any], meets: ['employed', 'stays'], papers: [await paper(), { criterion: 'formerly', fileId: await upload() }], text: '业务骨干' }; // prettier-ignore
  await again(
    (body) => app.ask(hall.head, ops.sendMember, { body: body as never }),
    said,
    { name: '周敏敏' },
    { accountId: other },
    { accountId: null },
    { errandIds: [] },
    { meets: ['employed'] },
    { papers: [await paper()] },
    { text: '' },
  );
});

it('is the same file after the hall has chosen its account', async () => {
  const { fromOn: _, ...standard } = usualStandard;
  app.clock.advance(86_400_000);
  await app.call(hall.office, ops.saveStandard, { body: { ...standard, outletId: hall.hall, fromOn: '2026-06-12', criteria: [], trainingMinutes: 0, beside: false } }); // prettier-ignore
  const account = hall.clerks[2]!;
  const sent = { actionId: newId() };
  const file = await send(app, hall, null, sent);
  await again(
    on(hall.office, ops.admitMember, file.id),
    { reason: '经研究决定', accountId: account },
    { reason: '条件具备' },
    { accountId: hall.clerks[1]! },
  );
  expect((await send(app, hall, null, sent)).accountId).toBe(account);
});

it('is one step, for its reason and until its day', async () => {
  await again(
    on(hall.office, ops.extendProbation),
    { reason: '差错偏多', untilOn: '2026-10-09' },
    { reason: '请假较多' },
    { untilOn: '2026-11-09' },
  );
  expect((await app.call(hall.office, ops.getMember, { params: { id } })).probationUntil).toBe('2026-10-09');
});

it('is of whoever decided', async () => {
  const body = { actionId: newId(), reason: '请假较多', untilOn: '2026-10-12' };
  expect((await on(hall.office, ops.extendProbation)(body)).status).toBe(200);
  expect((await on(hall.deputy, ops.extendProbation)(body)).problem.code).toBe('windowstaff.actionReused');
});

it('hands over one thing', () => again(on(hall.office, ops.giveThing), { name: '工作证' }, { name: '钥匙' }));

it('recognises the errands that were said, until their day', () =>
  again(
    on(hall.office, ops.giveQualification),
    { errandIds: [hall.any, hall.property], untilOn: '2027-06-09', reason: '实操合格' },
    { errandIds: [hall.any] },
    { untilOn: '2027-06-10' },
    { reason: '笔试合格' },
  ));

it('objects to one thing in one way', () =>
  again(on(me, ops.objectToStep), { stepId: null, text: '起算日期有误' }, { text: '另有异议' }));

it('doubts a question in one way', async () => {
  const examId = await setExam(app, hall);
  const { id: sittingId } = await app.call(me, ops.sitExam, { params: { id: examId }, body: { actionId: newId() } });
  await app.call(me, ops.handIn, { params: { id: sittingId }, body: { answers: [] } });
  await again(on(me, ops.doubtQuestion, sittingId), { no: 1, text: '题干有歧义' }, { text: '答案有误' }, { no: 2 });
});

it('shuts no window for a step whose actionId was another one’s', async () => {
  const actionId = newId();
  await on(hall.office, ops.extendProbation)({ actionId, reason: '请假较多', untilOn: '2026-10-20' });
  await app.call(me, hallContract.openWindow, { params: { id: hall.windows[0]! } });
  const failed = await on(hall.office, ops.failMember)({ actionId, reason: '差错偏多' });
  expect(failed.problem.code).toBe('windowstaff.actionReused');
  expect((await app.call(me, hallContract.showDesk, {})).shift).not.toBeNull();
});
