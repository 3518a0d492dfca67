/** The permission matrix of documents and files over HTTP: operation x role x relation to the case that they belong to. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { openSession, sessionCookie } from '#modules/people';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict } from '#server/testing-district';
import { everybody, everybodyOf, staffHere } from '#server/testing-matrix';
import { documentsContract as ops } from './contract.ts';
import { photo } from './documents-testing.ts';

const signedIn = everybody.replace('stranger ', '');
const readers = `applicant ${staffHere} office auditor`;

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const reviewed: Record<keyof typeof ops, string> = {
  uploadFile: signedIn,
  // A file that was not submitted is its owner's alone.
  downloadFile: 'applicant',
  removeFile: 'applicant',
  listDocuments: readers,
  openDocument: readers,
  verifyDocument: everybody,
};

let app: TestApp;
let people: Record<string, string | null>;
let inputs: Partial<Record<keyof typeof ops, object>>;
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
  const [receipt] = await app.call(d.resident, ops.listDocuments, { query: { subjectId: caseId } });
  const file = { params: { id: await uploadFor(d.resident) } };
  inputs = {
    downloadFile: file,
    removeFile: file,
    listDocuments: { query: { subjectId: caseId } },
    openDocument: { params: { id: receipt!.id } },
    verifyDocument: { params: { code: 'no-such-code' } },
  };
});
afterAll(() => app.close());

async function uploadFor(accountId: string): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(await photo())], { type: 'image/jpeg' }), '证件.jpg');
  const encoded = new Response(form);
  const { body } = await app.http.inject({
    method: 'POST',
    url: '/api/files',
    headers: {
      'content-type': encoded.headers.get('content-type')!,
      cookie: `${sessionCookie}=${await openSession(app.ground, accountId)}`,
    },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  return (JSON.parse(body) as { id: string }).id;
}

test('every operation has a reviewed line', () => {
  expect(Object.keys(reviewed).toSorted()).toEqual(Object.keys(ops).toSorted());
});

test.each(Object.entries(ops))('%s', async (name, operation) => {
  const letIn: string[] = [];
  // The applicant last: what they remove is not there for the others.
  for (const [who, accountId] of Object.entries(people).toSorted(([a], [b]) =>
    a === 'applicant' ? 1 : b === 'applicant' ? -1 : 0,
  )) {
    const { status } = await app.ask(accountId, operation, (inputs[name as keyof typeof ops] ?? {}) as never);
    expect(status).toBeLessThan(500);
    if (status !== 401 && status !== 403) letIn.push(who);
  }
  expect(letIn.toSorted()).toEqual(reviewed[name as keyof typeof ops].split(' ').toSorted());
});
