import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { files } from '#platform/files';
import { hashOf, newId } from '#platform/ids';
import type { TestApp } from '#server/testing';
import { documentsContract as api, type UploadedFile } from '../contract.ts';
import { openDocumentsTest, photo, type DocumentsTest, type Part } from '../documents-testing.ts';
import { sweepFiles } from './sweep.ts';
import { attachFiles, filesOf, removeFiles } from './upload-file.ts';

let app: TestApp;
let who: Record<string, string>;
let subjectId: string;
let upload: DocumentsTest['upload'];
beforeAll(async () => {
  ({ app, who, subjectId, upload } = await openDocumentsTest());
});
afterAll(() => app.close());

const uploaded = async (account = who.owner!): Promise<UploadedFile> =>
  (await upload(account, [{ filename: '证件.jpg', content: await photo() }])).body;

describe('uploading', () => {
  test('a photo: cleaned, described, given back, and nobody else’s', async () => {
    const content = await photo();
    const { status, body } = await upload(who.owner!, [{ filename: '../身份证.HEIC', content }]);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: '身份证.jpg',
      mediaType: 'image/jpeg',
      width: 64,
      height: 48,
      sha256: hashOf(content),
    });
    const down = await app.ask(who.owner!, api.downloadFile, { params: { id: body.id } });
    expect(down.status).toBe(200);
    expect(down.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(body.size),
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('身份证.jpg')}`,
    });
    expect((await app.ask(who.stranger!, api.downloadFile, { params: { id: body.id } })).status).toBe(403);
    expect((await app.ask(who.office!, api.downloadFile, { params: { id: body.id } })).status).toBe(403);
    expect((await app.ask(null, api.downloadFile, { params: { id: body.id } })).status).toBe(401);
  });

  test.each([
    ['no file', [{ name: 'note', content: 'x' }], 400, 'documents.noFile'],
    [
      'two files',
      [
        { filename: 'a', content: 'x' },
        { filename: 'b', content: 'y' },
      ],
      400,
      'documents.tooManyFiles',
    ],
    ['an empty one', [{ filename: 'a.jpg', content: '' }], 422, 'documents.fileEmpty'],
    ['a program named .pdf', [{ filename: 'a.pdf', content: `MZ\x90${'\0'.repeat(300)}` }], 415, 'documents.fileType'],
    [
      'more than 20 MB',
      [{ filename: 'a.jpg', content: Buffer.alloc(20 * 1024 * 1024 + 10) }],
      413,
      'documents.fileTooLarge',
    ],
  ] as [string, Part[], number, string][])('%s is refused', async (_, parts, status, code) => {
    expect(await upload(who.owner!, parts)).toMatchObject({ status, body: { code } });
  });

  test('bodies that are no form, or end in the middle, are the sender’s fault', async () => {
    expect((await upload(who.owner!, [], 'application/json')).status).toBe(400);
    expect((await upload(who.owner!, [], 'multipart/form-data')).status).toBeLessThan(500);
    expect(
      (await upload(who.owner!, [{ filename: 'a', content: 'x' }], 'multipart/form-data; boundary=other')).status,
    ).toBe(400);
    expect((await upload(null, [{ filename: 'a', content: 'x' }])).status).toBe(401);
  });

  test('nothing is stored of what was refused', async () => {
    const before = (await files(app.ground).keysOf('2026-06-10')).length;
    await upload(who.owner!, [{ filename: 'a.pdf', content: '%PDF-1.7 not a pdf' }]);
    expect((await files(app.ground).keysOf('2026-06-10')).length).toBe(before);
  });
});

describe('attaching', () => {
  const attach = (fileIds: string[], subject: { kind: string; id: string }, ownerId = who.owner!) =>
    app.ground.db.transaction((tx) =>
      attachFiles(tx, { fileIds, ownerId, subjectKind: subject.kind, subjectId: subject.id, at: app.clock.now() }),
    );

  test('from a draft to a case, and then it stays', async () => {
    const file = await uploaded();
    const draft = { kind: 'testDraft', id: newId() };
    await attach([file.id, file.id], draft);
    await attach([file.id], { kind: 'test', id: subjectId });
    expect((await filesOf(app.ground.db, subjectId)).map(({ id }) => id)).toEqual([file.id]);
    expect(await filesOf(app.ground.db, draft.id)).toEqual([]);
    // The clerk of the department may see it now.
    expect((await app.ask(who.clerk!, api.downloadFile, { params: { id: file.id } })).status).toBe(200);
    expect((await app.ask(who.farclerk!, api.downloadFile, { params: { id: file.id } })).status).toBe(403);
    await expect(attach([file.id], { kind: 'test', id: newId() })).rejects.toMatchObject({
      code: 'documents.notYourFile',
    });
    expect(await app.ask(who.owner!, api.removeFile, { params: { id: file.id } })).toMatchObject({
      status: 409,
      problem: { code: 'documents.fileInUse' },
    });
  });

  test('not what was removed, not another’s, not what is not there', async () => {
    const [gone, kept] = [await uploaded(), await uploaded()];
    expect((await app.ask(who.stranger!, api.removeFile, { params: { id: gone.id } })).status).toBe(403);
    expect((await app.ask(who.owner!, api.removeFile, { params: { id: gone.id } })).status).toBe(204);
    expect((await app.ask(who.owner!, api.downloadFile, { params: { id: gone.id } })).status).toBe(404);
    for (const ids of [[gone.id, kept.id], [newId()]])
      await expect(attach(ids, { kind: 'test', id: newId() })).rejects.toMatchObject({ code: 'documents.notYourFile' });
    await expect(attach([kept.id], { kind: 'test', id: newId() }, who.stranger!)).rejects.toMatchObject({
      code: 'documents.notYourFile',
      facts: { fileIds: [kept.id] },
    });
  });

  test('sweeps: what nobody attached for seven days, what was removed, what a crash left behind', async () => {
    const { ground, clock } = app;
    const [lonely, dropped] = [await uploaded(), await uploaded()];
    await ground.db.transaction(async (tx) => removeFiles(tx, [dropped.id], clock.now()));
    await files(ground).put('2026/06/10/00000000-0000-4000-8000-000000000000.jpg', new Uint8Array([1]));
    const keys = (await files(ground).keysOf('2026-06-10')).length;
    const start = clock.now();
    clock.advance(3 * 86_400_000);
    const first = await sweepFiles(ground);
    expect(first).toMatchObject({ unattached: 0, strays: 1 });
    expect(first.erased).toBeGreaterThanOrEqual(1);
    expect((await app.ask(who.owner!, api.downloadFile, { params: { id: lonely.id } })).status).toBe(200);
    clock.advance(4.5 * 86_400_000);
    expect((await sweepFiles(ground)).unattached).toBeGreaterThanOrEqual(1);
    expect((await app.ask(who.owner!, api.downloadFile, { params: { id: lonely.id } })).status).toBe(404);
    clock.advance(2 * 86_400_000);
    await sweepFiles(ground);
    expect(await sweepFiles(ground)).toEqual({ unattached: 0, erased: 0, strays: 0 });
    expect((await files(ground).keysOf('2026-06-10')).length).toBeLessThan(keys - 2);
    clock.set(start);
  });
});
