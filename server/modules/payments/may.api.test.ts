/** The permission matrix of fees over HTTP: operation x role x relation to the case. Reviewed by hand. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict } from '#server/testing-district';
import { everybody, everybodyOf, staffHere } from '#server/testing-matrix';
import { paymentsContract as ops } from './contract.ts';

const readers = `applicant ${staffHere} office auditor`;

/** Who gets past the door of each operation on a fee of the case of `applicant` at the department `Here`. */
const reviewed: Record<keyof typeof ops, string> = {
  listFees: readers,
  getFee: readers,
  startPayment: 'applicant',
  recordPayment: 'clerkHere headHere office',
  // A wrong signature, and a simulator that is there in the demo district alone: see the operations.
  reportPayment: '',
  simulatePayment: everybody,
};

let app: TestApp;
let people: Record<string, string | null>;
let inputs: Record<keyof typeof ops, object>;
beforeAll(async () => {
  app = await openTestApp({ logLevel: 'silent' });
  const d = await smallDistrict(app);
  people = await everybodyOf(app, d);
  const { id: caseId } = await app.call(d.resident, casesContract.submitCase, {
    body: {
      actionId: newId(), itemId: d.food, applicant: {}, answers: { shopName: '店', area: 80 }, situations: { business: 'packed' },
      materials: [], delivery: { way: 'electronic' }, signature: { way: 'confirmed' },
    }, // prettier-ignore
  });
  const act = { params: { id: caseId } };
  await app.call(d.examiner, casesContract.accept, { ...act, body: { actionId: newId() } });
  const items = [{ name: '工本费', amountFen: 1000, basis: '收费目录' }];
  await app.call(d.examiner, casesContract.askFee, { ...act, body: { actionId: newId(), items } });
  const [fee] = await app.call(d.examiner, ops.listFees, { query: { subjectId: caseId } });
  const params = { id: fee!.id };
  inputs = {
    listFees: { query: { subjectId: caseId } },
    getFee: { params },
    startPayment: { params },
    recordPayment: { params, body: { method: 'cash' } },
    reportPayment: {
      body: {
        orderId: fee!.id,
        ref: 'x',
        amountFen: 1000,
        outcome: 'paid',
        at: '2026-06-10T02:00:00Z',
        signature: '0'.repeat(64),
      },
    },
    simulatePayment: { body: { ref: 'no-such-ref', outcome: 'paid' } },
  };
});
afterAll(() => app.close());

test('every operation has a reviewed line', () => {
  expect(Object.keys(reviewed).toSorted()).toEqual(Object.keys(ops).toSorted());
});

test.each(Object.entries(ops))('%s', async (name, operation) => {
  const letIn: string[] = [];
  for (const [who, accountId] of Object.entries(people)) {
    const { status, problem } = await app.ask(accountId, operation, inputs[name as keyof typeof ops] as never);
    expect(status, `${who}: ${JSON.stringify(problem)}`).toBeLessThan(500);
    expect(status, `${who}: ${JSON.stringify(problem)}`).not.toBe(400);
    if (status !== 401 && status !== 403) letIn.push(who);
  }
  expect(letIn.toSorted()).toEqual(reviewed[name as keyof typeof ops].split(' ').filter(Boolean).toSorted());
});
