/** Who stands in for whom counts: over HTTP, on a real database. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noticesContract } from '#modules/notices/contract';
import { createAccount, givePost } from '#modules/people';
import { peopleContract } from '#modules/people/contract';
import type { Operation } from '#platform/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { complaintsContract as ops, type ComplaintWhole } from './contract.ts';

let app: TestApp;
let d: SmallDistrict;
let marketClerk: string;
let office2: string;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  const at = app.clock.now();
  await app.ground.db.transaction((tx) => {
    marketClerk = createAccount(tx, at, { loginName: 'mc', name: '孔窗口', staff: true });
    givePost(tx, at, marketClerk, { role: 'clerk', departmentId: d.market, outletId: null });
    office2 = createAccount(tx, at, { loginName: 'office2', name: '何副主任', staff: true });
    givePost(tx, at, office2, { role: 'office', departmentId: null, outletId: null });
  });
});
afterAll(() => app.close());

const act = async (account: string, operation: Operation, id: string, body: object = {}) => {
  const answer = await app.ask(account, operation, { params: { id }, body: { actionId: newId(), ...body } } as never);
  return { ...answer, body: answer.body as unknown as ComplaintWhole };
};
/** A new complaint, given to `handlerId`. */
async function given(handlerId: string) {
  const { code, number } = await app.call(d.resident, ops.complain, { body: { actionId: newId(), body: '说话不耐烦', phone: '' } }); // prettier-ignore
  const id = (await app.call(office2, ops.listComplaints, {})).rows.find((row) => row.number === number)!.id;
  await act(office2, ops.assignComplaint, id, { handlerId });
  app.clock.advance(1_800_000);
  return { code, id };
}
const reopen = (code: string) => app.call(null, ops.judgeAnswer, { params: { code }, body: { actionId: newId(), satisfied: false } }); // prettier-ignore
/** Runs while the one is away and the other stands in. */
async function whileAway(accountId: string, standInId: string, run: () => Promise<void>): Promise<void> {
  const body = { accountId, standInId, fromOn: '2026-06-10', untilOn: '2026-06-10', reason: '休假' };
  const { id } = await app.call(office2, peopleContract.enterAbsence, { body });
  await run();
  await app.call(office2, peopleContract.cancelAbsence, { params: { id } });
}
const isBarred = async (answer: Promise<{ problem: { code: string } }>) =>
  expect((await answer).problem.code).toBe('complaints.mustNotHandle');

it('who answered it first does not answer again in the name of the new handler', async () => {
  const { code, id } = await given(office2);
  await act(office2, ops.answerComplaint, id, { text: '已核实' });
  await reopen(code);
  await act(office2, ops.assignComplaint, id, { handlerId: d.office });
  await whileAway(d.office, office2, async () => {
    await isBarred(act(office2, ops.identify, id, { aboutId: marketClerk }));
    await isBarred(act(office2, ops.askStatement, id, { text: '请说明' }));
    await isBarred(act(office2, ops.answerComplaint, id, { text: '维持原答复' }));
  });
  expect((await act(d.office, ops.answerComplaint, id, { text: '重新核实' })).status).toBe(200);
});

it('who stands in for the one complained about is not among those who may have it', async () => {
  const { id } = await given(d.office);
  expect((await act(d.office, ops.identify, id, { aboutId: marketClerk })).body.departmentId).toBe(d.market);
  const handlers = async () =>
    (await app.call(d.office, ops.listHandlers, { params: { id } })).map(({ accountId }) => accountId);
  expect(await handlers()).toContain(d.head);
  await whileAway(marketClerk, d.head, async () => {
    expect(await handlers()).not.toContain(d.head);
    await isBarred(act(d.office, ops.assignComplaint, id, { handlerId: d.head }));
  });
  expect((await act(d.office, ops.assignComplaint, id, { handlerId: d.head })).status).toBe(200);
});

it('who stands in for an absent head hears of it, unless it is about them: then the office does', async () => {
  const heard = async (account: string) =>
    (await app.call(account, noticesContract.myNotices, { query: { work: true } })).rows.filter(({ template }) => template === 'complaintMade').length; // prettier-ignore
  /** Reopened, it waits again for the heads of the market. */
  const waits = async (aboutId: string) => {
    const { code, id } = await given(office2);
    await act(office2, ops.identify, id, { aboutId });
    await act(office2, ops.answerComplaint, id, { text: '已核实' });
    const before = { otherHead: await heard(d.otherHead), examiner: await heard(d.examiner), office: await heard(d.office) }; // prettier-ignore
    await reopen(code);
    return {
      otherHead: (await heard(d.otherHead)) - before.otherHead,
      examiner: (await heard(d.examiner)) - before.examiner,
      office: (await heard(d.office)) - before.office,
    };
  };
  await whileAway(d.head, d.otherHead, async () => {
    expect(await waits(marketClerk)).toEqual({ otherHead: 1, examiner: 0, office: 0 });
  });
  await whileAway(d.head, d.examiner, async () => {
    expect(await waits(d.examiner)).toEqual({ otherHead: 0, examiner: 0, office: 1 });
  });
});

it('an auditor who heads another department reads names masked', async () => {
  const both = await app.ground.db.transaction((tx) => {
    const at = app.clock.now();
    const id = createAccount(tx, at, { loginName: 'both', name: '尤督查', staff: true });
    givePost(tx, at, id, { role: 'auditor', departmentId: null, outletId: null });
    givePost(tx, at, id, { role: 'head', departmentId: d.security, outletId: null });
    return id;
  });
  const { id } = await given(d.office);
  expect((await app.call(d.office, ops.getComplaint, { params: { id } })).name).toBe('陈小满');
  expect((await app.call(both, ops.getComplaint, { params: { id } })).name).not.toBe('陈小满');
});
