/** Complaints over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { noticesContract } from '#modules/notices/contract';
import { createAccount, givePost } from '#modules/people';
import type { Operation } from '#platform/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { openHall, openWindows, paper, type TestHall } from '../hall/hall-testing.ts';
import { complaintsContract as ops, type ComplaintWhole } from './contract.ts';
import { sweepComplaints } from './take-step.ts';

let app: TestApp;
let d: TestHall;
/** A clerk of the market department at the second window, and another member of the service office. */
let marketClerk: string;
let office2: string;
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 2);
  await openWindows(app, d);
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
const inbox = async (account: string, work = true) =>
  (await app.call(account, noticesContract.myNotices, { query: work ? { work } : {} })).rows.map(({ template }) => template); // prettier-ignore
const complain = (account: string, body: object = {}) =>
  app.call(account, ops.complain, { body: { actionId: newId(), body: '等了很久，说话不耐烦', ...body } as never });
const idOf = async (number: string): Promise<string> => {
  const { rows } = await app.call(d.office, ops.listComplaints, {});
  return rows.find((row) => row.number === number)!.id;
};
const judge = (code: string, satisfied: boolean) =>
  app.ask(null, ops.judgeAnswer, { params: { code }, body: { actionId: newId(), satisfied } });

describe('with a ticket', () => {
  it('window and clerk are known; the office handles it, the clerk reads what is asked and nothing else', async () => {
    const ticket = await paper(app, d);
    await app.call(d.clerks[0]!, hallContract.callNext, { body: { actionId: newId() } });
    const body = {
      actionId: newId(),
      ticketCode: ticket.code,
      body: '我叫陈小满，他让我白跑一趟',
      phone: '13900000000',
    };
    const made = await app.call(null, ops.complainWithTicket, { body });
    expect(made).toMatchObject({
      state: 'received',
      windowNumber: 'A01',
      ticketNumber: ticket.number,
      dueOn: '2026-06-17',
    });
    expect(JSON.stringify(made)).not.toContain('窗口员0');
    expect((await app.call(null, ops.complainWithTicket, { body })).code).toBe(made.code);
    const id = await idOf(made.number);
    expect((await act(d.office, ops.assignComplaint, id, { handlerId: d.clerks[0] })).problem.code).toBe('complaints.mustNotHandle'); // prettier-ignore
    expect((await act(d.office, ops.answerComplaint, id, { text: '已核实' })).status).toBe(403);
    expect((await act(d.office, ops.assignComplaint, id, { handlerId: d.office })).body.aboutName).toBe('窗口员0');
    expect((await app.call(d.clerks[0]!, ops.complaintsAboutMe, {})).total).toBe(0);
    expect((await act(d.clerks[0]!, ops.giveStatement, id, { text: '？' })).problem.code).toBe('complaints.notFound');
    await act(d.office, ops.askStatement, id, { text: '6月10日上午有群众反映材料没有一次说清，请说明' });
    expect(await inbox(d.clerks[0]!)).toContain('complaintStatement');
    const asked = await app.call(d.clerks[0]!, ops.complaintsAboutMe, {});
    expect(asked.rows[0]).toMatchObject({ open: true, statement: '' });
    expect(JSON.stringify(asked)).not.toMatch(/陈小满|13900000000|白跑/);
    expect((await act(d.clerks[1]!, ops.giveStatement, id, { text: '不是我' })).status).toBe(403);
    expect((await act(d.clerks[0]!, ops.giveStatement, id, { text: '系统临时要求补一份' })).status).toBe(200);
    const answered = await act(d.office, ops.answerComplaint, id, { text: '向您道歉，材料清单已改' });
    expect(answered.body).toMatchObject({ state: 'answered', late: false, statement: '系统临时要求补一份' });
    expect((await judge(made.code, true)).body).toMatchObject({ state: 'closed', satisfied: true });
    expect((await judge(made.code, false)).problem.code).toBe('complaints.wrongStep');
  });
});

describe('who handles it', () => {
  it('about a clerk of a department its head; the second time somebody else, and then it ends', async () => {
    const made = await complain(d.resident);
    const id = await idOf(made.number);
    expect(await inbox(d.office)).toContain('complaintMade');
    await act(d.office, ops.assignComplaint, id, { handlerId: d.office });
    // It turns out to be the market's clerk: the head of that department may have it now.
    expect((await act(d.office, ops.identify, id, { aboutId: marketClerk })).body).toMatchObject({ departmentId: d.market, handlerId: d.office }); // prettier-ignore
    expect((await app.call(d.head, ops.getComplaint, { params: { id } })).name).toBe('陈小满');
    expect((await app.ask(d.otherHead, ops.getComplaint, { params: { id } })).status).toBe(403);
    expect((await act(d.otherHead, ops.assignComplaint, id, { handlerId: d.otherHead })).status).toBe(403);
    expect((await act(d.office, ops.assignComplaint, id, { handlerId: d.otherHead })).problem.code).toBe('complaints.mustNotHandle'); // prettier-ignore
    await act(d.office, ops.assignComplaint, id, { handlerId: d.head });
    expect(await inbox(d.head)).toContain('complaintYours');
    await act(d.head, ops.answerComplaint, id, { text: '已批评教育' });
    expect(await inbox(d.resident, false)).toContain('complaintAnswered');
    expect((await judge(made.code, false)).body).toMatchObject({ state: 'reopened', satisfied: false, reopened: true });
    expect((await act(d.head, ops.assignComplaint, id, { handlerId: d.head })).problem.code).toBe('complaints.mustNotHandle'); // prettier-ignore
    const handlers = await app.call(d.office, ops.listHandlers, { params: { id } });
    expect(handlers.map(({ accountId }) => accountId)).not.toContain(d.head);
    await act(d.office, ops.assignComplaint, id, { handlerId: d.office });
    await act(d.office, ops.answerComplaint, id, { text: '重新核实后的答复' });
    expect((await judge(made.code, false)).body).toMatchObject({ state: 'closed', satisfied: false });
  });

  it('about somebody of the office another one of the office; to the one concerned it is not there', async () => {
    const made = await complain(d.resident);
    const id = await idOf(made.number);
    await act(d.office, ops.assignComplaint, id, { handlerId: d.office });
    // Whoever finds that it is about themselves has it no more, and sees it no more.
    expect((await act(d.office, ops.identify, id, { aboutId: d.office })).status).toBe(409);
    expect((await act(d.office, ops.assignComplaint, id, { handlerId: office2 })).status).toBe(200);
    await act(office2, ops.identify, id, { aboutId: d.office });
    expect((await app.ask(d.office, ops.getComplaint, { params: { id } })).problem.code).toBe('complaints.notFound');
    expect((await act(d.office, ops.assignComplaint, id, { handlerId: office2 })).problem.code).toBe('complaints.notFound'); // prettier-ignore
    const [mine, theirs] = [await app.call(d.office, ops.countComplaints, {}), await app.call(office2, ops.countComplaints, {})]; // prettier-ignore
    expect(theirs.all - mine.all).toBe(1);
    expect((await app.call(d.office, ops.listComplaints, {})).total).toBe(mine.all);
  });

  it('about a head the office, and never those who work below', async () => {
    const body = { actionId: newId(), body: '负责人推诿', name: '群众' };
    const made = await app.call(d.examiner, ops.takeIn, { body });
    const id = await idOf(made.number);
    await act(d.office, ops.assignComplaint, id, { handlerId: d.office });
    expect((await act(d.office, ops.identify, id, { aboutId: d.head })).body.departmentId).toBeNull();
    expect((await app.ask(d.head, ops.getComplaint, { params: { id } })).problem.code).toBe('complaints.notFound');
    expect((await act(d.office, ops.assignComplaint, id, { handlerId: d.examiner })).problem.code).toBe('complaints.mustNotHandle'); // prettier-ignore
  });

  it('an auditor reads names masked', async () => {
    const { rows } = await app.call(d.auditor, ops.listComplaints, {});
    const whole = await Promise.all(rows.map(({ id }) => app.call(d.auditor, ops.getComplaint, { params: { id } })));
    expect(JSON.stringify(whole.map(({ name, phone, steps }) => ({ name, phone, steps })))).not.toMatch(
      /陈小满|13900000000/,
    );
  });
});

describe('time', () => {
  it('what is overdue is told once and stays late; silence closes it and is counted apart', async () => {
    const made = await complain(d.other);
    const id = await idOf(made.number);
    await act(office2, ops.assignComplaint, id, { handlerId: office2 });
    expect((await sweepComplaints(app.ground)).told).toBe(0);
    app.clock.advance(9 * 86_400_000);
    expect((await sweepComplaints(app.ground)).told).toBeGreaterThan(0);
    expect((await sweepComplaints(app.ground)).told).toBe(0);
    expect(await inbox(office2)).toContain('complaintOverdue');
    expect((await act(office2, ops.answerComplaint, id, { text: '迟复致歉' })).body).toMatchObject({ late: true });
    app.clock.advance(20 * 86_400_000);
    expect((await sweepComplaints(app.ground)).closed).toBe(1);
    expect((await app.call(null, ops.lookComplaint, { params: { code: made.code } })).state).toBe('closed');
    const counts = await app.call(office2, ops.countComplaints, {});
    expect(counts).toMatchObject({ silent: 1, satisfied: 1, dissatisfied: 1, reopened: 1, late: expect.any(Number) });
    for (const set of [
      'all',
      'open',
      'overdue',
      'inTime',
      'late',
      'satisfied',
      'dissatisfied',
      'silent',
      'reopened',
    ] as const) {
      const list = await app.call(office2, ops.listComplaints, { query: { set } });
      expect(`${set} ${list.total}`).toBe(`${set} ${counts[set]}`);
    }
  });
});

describe('an act that comes again', () => {
  const reused = { status: 409, problem: { code: 'complaints.actionReused' } };

  it('is one complaint; about something else, or of somebody else, it is refused', async () => {
    const total = async () => (await app.call(office2, ops.countComplaints, {})).all;
    const said = { actionId: newId(), body: '空调太冷', windowId: d.windows[0]!, name: '群众', phone: '1' };
    const say = (other: object = {}, account = d.clerk) => app.ask(account, ops.takeIn, { body: { ...said, ...other } }); // prettier-ignore
    const made = await say();
    const before = await total();
    expect((await say()).body.number).toBe(made.body.number);
    for (const other of [
      { body: '太吵' },
      { windowId: d.windows[1]! },
      { windowId: undefined },
      { name: '' },
      { phone: '2' },
    ])
      expect(await say(other)).toMatchObject(reused);
    expect(await say({}, d.examiner)).toMatchObject(reused);
    const { name: _, ...own } = said;
    expect(await app.ask(d.resident, ops.complain, { body: own })).toMatchObject(reused);
    expect(await total()).toBe(before);
  });

  it('is the same step by the same person, in the same words', async () => {
    const made = await complain(d.resident);
    const id = await idOf(made.number);
    const twice = async (operation: Operation, body: object, others: readonly object[]): Promise<void> => {
      const once = { actionId: newId(), ...body };
      expect((await act(d.office, operation, id, once)).status).toBe(200);
      expect((await act(d.office, operation, id, once)).status).toBe(200);
      for (const other of others) expect(await act(d.office, operation, id, { ...once, ...other })).toMatchObject(reused); // prettier-ignore
    };
    await twice(ops.assignComplaint, { handlerId: d.office, text: '尽快' }, [{ handlerId: office2 }, { text: '不急' }]);
    await twice(ops.identify, { aboutId: d.clerks[0]! }, [{ aboutId: d.clerks[1]! }]);
    await twice(ops.askStatement, { text: '请说明' }, [{ text: '请再说明' }]);
    await twice(ops.answerComplaint, { text: '已改' }, [{ text: '已再改' }]);
    const { steps, answer } = await app.call(office2, ops.getComplaint, { params: { id } });
    expect(steps.map(({ kind }) => kind)).toEqual(['make', 'assign', 'identify', 'askStatement', 'answer']);
    expect(answer).toBe('已改');

    // By that very act the handler has it no more.
    const other = await complain(d.other);
    const otherId = await idOf(other.number);
    await act(d.office, ops.assignComplaint, otherId, { handlerId: d.office });
    await act(d.office, ops.identify, otherId, { aboutId: marketClerk });
    await act(d.office, ops.assignComplaint, otherId, { handlerId: d.head });
    const identifying = { actionId: newId(), aboutId: d.otherHead };
    const [first, again] = [await act(d.head, ops.identify, otherId, identifying), await act(d.head, ops.identify, otherId, identifying)]; // prettier-ignore
    expect([first.body.handlerId, first.body.name === '', again.status]).toEqual([null, false, 200]);
    // Nor is it theirs to read who complained.
    expect(again.body.name).not.toBe(first.body.name);
    expect(await act(d.head, ops.identify, otherId, { ...identifying, aboutId: marketClerk })).toMatchObject(reused);
    expect((await act(d.head, ops.identify, otherId, { aboutId: marketClerk })).status).toBe(403);

    const judging = { actionId: newId(), satisfied: true, text: '谢谢' };
    const say = (other: object = {}) => app.ask(null, ops.judgeAnswer, { params: { code: made.code }, body: { ...judging, ...other } }); // prettier-ignore
    expect((await say()).body.state).toBe('closed');
    expect((await say()).body.state).toBe('closed');
    for (const other of [{ satisfied: false }, { text: '' }]) expect(await say(other)).toMatchObject(reused);
    expect((await say()).body.satisfied).toBe(true);
  });
});
