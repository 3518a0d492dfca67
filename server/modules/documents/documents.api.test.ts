import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { roles, type Role } from '#platform/permissions';
import type { TestApp } from '#server/testing';
import { documentsContract as api } from './contract.ts';
import { openDocumentsTest, photo, type DocumentsTest } from './documents-testing.ts';
import { freezeDocument, nextDocumentNumber, recordService } from './index.ts';
import { may } from './may.ts';
import { samples } from './samples.ts';

let app: TestApp;
let who: Record<string, string>;
let subjectId: string;
let departmentId: string;
let upload: DocumentsTest['upload'];
let cookieOf: DocumentsTest['cookieOf'];
let documentId: string;
let verifyCode: string;
const recipientId = newId();

beforeAll(async () => {
  ({ app, who, subjectId, departmentId, upload, cookieOf } = await openDocumentsTest());
  const { ground } = app;
  const at = ground.clock.now();
  const number = await nextDocumentNumber(ground, { kind: 'decisionRefuse', shortName: '云溪市监', year: 2026 });
  await ground.db.transaction(async (tx) => {
    const frozen = freezeDocument(tx, {
      kind: 'decisionRefuse',
      number,
      departmentId,
      subjectKind: 'test',
      subjectId,
      recipientId,
      data: samples.decisionRefuse,
      issuedAt: at,
    });
    documentId = frozen.id;
    verifyCode = frozen.verifyCode;
    recordService(tx, {
      documentId,
      kind: 'decisionRefuse',
      way: 'collected',
      servedOn: '2026-06-10',
      accountId: who.clerk!,
      receivedBy: '张伟',
      at,
    });
  });
});
afterAll(() => app.close());

describe('documents', () => {
  test('are listed with their service and remedies', async () => {
    const [document, ...others] = await app.call(who.owner!, api.listDocuments, {
      query: { subjectId, subjectKind: 'test' },
    });
    expect(others).toEqual([]);
    expect(document).toMatchObject({
      number: '云溪市监不准〔2026〕第000001号',
      title: '不予行政许可决定书',
      services: [
        {
          way: 'collected',
          servedOn: '2026-06-10',
          reviewUntil: '2026-08-10',
          actionUntil: '2026-12-10',
          provisional: false,
        },
      ],
    });
  });

  test('open as PDF, the same each time, and not on the roll unless made for it', async () => {
    const open = async (query: { paper?: 'a4' | '80mm' }) =>
      app.http.inject({
        method: 'GET',
        url: `/api/documents/${documentId}/pdf?${new URLSearchParams(query)}`,
        headers: { cookie: await cookieOf(who.owner!) },
      });
    const [first, second] = [await open({}), await open({ paper: 'a4' })];
    expect(first.statusCode).toBe(200);
    expect(first.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(second.rawPayload.equals(first.rawPayload)).toBe(true);
    expect((await open({ paper: '80mm' })).statusCode).toBe(422);
    expect((await app.ask(who.owner!, api.openDocument, { params: { id: newId() } })).status).toBe(404);
  });

  test('are proved genuine to whoever has the code, with the name masked', async () => {
    const verified = await app.call(null, api.verifyDocument, {
      params: { code: `${verifyCode.slice(0, 5)} ${verifyCode.slice(5).toUpperCase()}` },
    });
    expect(verified).toMatchObject({
      intact: true,
      number: '云溪市监不准〔2026〕第000001号',
      departmentName: '云溪区市场监督管理局',
      issuedOn: '2026-06-10',
    });
    expect(verified.recipientName).toMatch(/\*/);
    expect(await app.ask(null, api.verifyDocument, { params: { code: 'abcdefghjkmnpqrstuvw' } })).toMatchObject({
      status: 404,
      problem: { code: 'documents.notGenuine' },
    });
  });

  test('cannot be guessed: after many tries the answer is to wait', async () => {
    const tries = await Promise.all(
      Array.from({ length: 60 }, (_, at) => app.ask(null, api.verifyDocument, { params: { code: `guess${at}` } })),
    );
    expect(tries.some(({ status, headers }) => status === 429 && Number(headers['retry-after']) > 0)).toBe(true);
    app.clock.advance(600_000);
    expect((await app.ask(null, api.verifyDocument, { params: { code: verifyCode } })).status).toBe(200);
  });

  test('are a trail: not even we change or delete one, and a number is given once', async () => {
    const { db } = app.ground;
    await expect(db.many(sql`update documents.document set number = 'x' where id = ${documentId}`)).rejects.toThrow(
      /denied/,
    );
    await expect(db.many(sql`delete from documents.service`)).rejects.toThrow(/denied/);
    const twice = db.transaction(async (tx) => {
      freezeDocument(tx, {
        kind: 'receipt',
        number: '云溪市监不准〔2026〕第000001号',
        departmentId,
        subjectId: newId(),
        recipientId,
        data: samples.receipt,
        issuedAt: app.clock.now(),
      });
    });
    await expect(twice).rejects.toMatchObject({ code: 'documents.numberTaken' });
  });
});

describe('who may', () => {
  const allowed: Record<keyof typeof api, Role[]> = {
    uploadFile: ['resident', 'clerk', 'examiner', 'head', 'office', 'admin', 'auditor'],
    downloadFile: ['resident', 'clerk', 'examiner', 'head', 'office', 'auditor'],
    removeFile: ['resident'],
    listDocuments: ['resident', 'clerk', 'examiner', 'head', 'office', 'auditor'],
    openDocument: ['resident', 'clerk', 'examiner', 'head', 'office', 'auditor'],
    verifyDocument: [...roles],
  };

  test('every operation has a row in the reviewed table', () => {
    expect(Object.keys(may).sort()).toEqual(Object.keys(api).sort());
    expect(Object.keys(allowed).sort()).toEqual(Object.keys(api).sort());
  });

  const actors: [Role | 'stranger' | 'farclerk', string][] = [
    ['resident', 'owner'],
    ['clerk', 'clerk'],
    ['examiner', 'examiner'],
    ['head', 'head'],
    ['office', 'office'],
    ['admin', 'admin'],
    ['auditor', 'auditor'],
    ['stranger', 'stranger'],
    ['farclerk', 'farclerk'],
  ];
  test.each(actors)('%s', async (role, name) => {
    const list = await app.ask(who[name]!, api.listDocuments, { query: { subjectId, subjectKind: 'test' } });
    const open = await app.ask(who[name]!, api.openDocument, { params: { id: documentId } });
    const may = (operation: keyof typeof api) => (allowed[operation].includes(role as Role) ? 200 : 403);
    expect([list.status, open.status]).toEqual([may('listDocuments'), may('openDocument')]);
    expect((await upload(who[name]!, [{ filename: 'a.jpg', content: await photo() }])).status).toBe(200);
  });

  test('a subject that nobody declared is nobody’s', async () => {
    const ask = (account: string) =>
      app.ask(account, api.listDocuments, { query: { subjectId, subjectKind: 'other' } });
    expect((await ask(who.owner!)).status).toBe(403);
    expect((await ask(who.clerk!)).status).toBe(403);
  });
});
