/** An act that comes again is done once, whoever may act by then; in other words it is refused. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Operation } from '#platform/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { firstaskedContract as ops, type QuestionWhole } from './contract.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
});
afterAll(() => app.close());

const reused = { status: 409, problem: { code: 'firstasked.actionReused' } };
const asked = () => ({ actionId: newId(), door: 'desk', topic: '要不要办环评', askerPhone: '13900000000' });
const record = (account: string, body: object) => app.ask(account, ops.recordQuestion, { body: body as never });
const act = async (account: string, operation: Operation, id: string, body: object = {}) => {
  const answer = await app.ask(account, operation, { params: { id }, body: { actionId: newId(), ...body } } as never);
  return { ...answer, body: answer.body as unknown as QuestionWhole };
};
/** Takes a step twice, and with other words or by somebody else never. */
async function twice(account: string, operation: Operation, id: string, said: object, others: readonly object[] = []) {
  const body = { actionId: newId(), ...said };
  expect((await act(account, operation, id, body)).status).toBe(200);
  expect((await act(account, operation, id, body)).status).toBe(200);
  for (const other of others) expect(await act(account, operation, id, { ...body, ...other })).toMatchObject(reused);
  return body;
}
const whole = (id: string) => app.call(d.office, ops.getQuestion, { params: { id } });

it('is one question in the same words; with another answer, or to another department, it is refused', async () => {
  const [answered, handed] = [{ ...asked(), answer: '不用' }, { ...asked(), departmentId: d.market, colleagueId: d.head }];
  for (const [said, others] of [
    [answered, [{ answer: '要' }, { topic: '别的' }, { askerPhone: '' }, { door: 'town' }]],
    [handed, [{ departmentId: d.security, colleagueId: undefined }, { colleagueId: d.examiner }, { answer: '要', departmentId: undefined }]], // prettier-ignore
  ] as const) {
    const { body: made } = await record(d.clerk, said);
    expect((await record(d.clerk, said)).body.id).toBe(made.id);
    for (const other of others) expect(await record(d.clerk, { ...said, ...other })).toMatchObject(reused);
    expect(await record(d.examiner, said)).toMatchObject(reused);
  }
  // Also when it has moved on since.
  await act(d.head, ops.settle, handed.actionId, { text: '要备案' });
  expect((await record(d.clerk, handed)).body.state).toBe('settled');
  expect(await record(d.clerk, { ...handed, colleagueId: d.examiner })).toMatchObject(reused);
}); // prettier-ignore

it('is the same step by the same person, in the same words', async () => {
  const { id } = (await record(d.clerk, { ...asked(), departmentId: d.market })).body;
  const taken = await twice(d.head, ops.acknowledge, id, { text: '已知' }, [{ text: '另' }]);
  expect(await act(d.examiner, ops.acknowledge, id, taken)).toMatchObject(reused);
  expect(await act(d.head, ops.settle, id, { ...taken, text: '已知' })).toMatchObject(reused);
  await twice(d.head, ops.giveBack, id, { text: '属公安' }, [{ text: '不属市监' }]);
  const handed = await twice(d.clerk, ops.handOver, id, { departmentId: d.security, text: '请办' }, [
    { departmentId: d.market },
    { colleagueId: d.otherHead },
    { text: '' },
  ]);
  await twice(d.otherHead, ops.settle, id, { text: '可以办' }, [{ text: '不可以办' }]);
  expect((await act(d.clerk, ops.handOver, id, handed)).status).toBe(200);
  const { steps, answer } = await whole(id);
  expect(steps.map(({ kind }) => kind)).toEqual(['ask', 'acknowledge', 'giveBack', 'handOver', 'settle']);
  expect(answer).toBe('可以办');
});

it('is answered as done to who has the question no more by that very act', async () => {
  const back = async () => {
    const { id } = (await record(d.clerk, { ...asked(), departmentId: d.security })).body;
    await act(d.otherHead, ops.giveBack, id, { text: '不属公安' });
    return id;
  };
  await twice(d.clerk, ops.settle, await back(), { text: '要备案' });

  // The head of whoever was asked first hands it on; who asked is not theirs to read after that.
  const { id } = (await record(d.examiner, { ...asked(), departmentId: d.security })).body;
  await act(d.otherHead, ops.giveBack, id, { text: '不属公安' });
  const body = { actionId: newId(), departmentId: d.security };
  const phones = [];
  for (let times = 0; times < 2; times += 1) phones.push((await act(d.head, ops.handOver, id, body)).body.askerPhone);
  expect([phones[0] === '13900000000', phones[1] === '13900000000']).toEqual([true, false]);
  expect((await act(d.head, ops.handOver, id, { ...body, actionId: newId() })).status).toBe(403);
  // Nobody else gets in with the id of that act.
  expect((await act(d.clerk, ops.handOver, id, body)).status).toBe(403);
  expect((await whole(id)).handOvers).toBe(2);
});
