/** Drafts with their files: another device goes on, and what was removed is never sent. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentsContract } from '#modules/documents/contract';
import { openSession, sessionCookie } from '#modules/people';
import { newId } from '#platform/ids';
import { sql } from '#platform/db';
import { openTestApp, type TestApp } from '#server/testing';
import { foodApplication } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { casesContract as ops } from './contract.ts';
import { sweepDrafts } from './intake/drafts.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
});
afterAll(() => app.close());

/** The smallest PNG: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function upload(account: string): Promise<{ id: string; name: string; size: number }> {
  const form = new FormData();
  form.append('file', new File([pixel], '平面图.png', { type: 'image/png' }));
  const encoded = new Response(form);
  const reply = await app.http.inject({
    method: 'POST',
    url: '/api/files',
    headers: {
      'content-type': encoded.headers.get('content-type')!,
      cookie: `${sessionCookie}=${await openSession(app.ground, account)}`,
    },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  expect(reply.statusCode).toBeLessThan(300);
  return reply.json();
}

interface File {
  id: string;
}
const contentOf = (files: File[]) => ({ values: { area: 80 }, materials: { layout: { how: 'upload', files } } });
const save = (id: string, files: File[], version = 0, account = d.resident) =>
  app.ask(account, ops.saveDraft, {
    params: { id },
    body: { itemId: d.food, itemVersion: 1, content: contentOf(files), version },
  });
const filesOf = async (id: string): Promise<string[]> => {
  const { content } = await app.call(d.resident, ops.getDraft, { params: { id } });
  return (content as ReturnType<typeof contentOf>).materials.layout.files.map((file) => file.id);
};
const open = async (account: string, id: string) =>
  (await app.ask(account, documentsContract.downloadFile, { params: { id } } as never)).status;
const remove = (account: string, id: string) => app.ask(account, documentsContract.removeFile, { params: { id } });
const subjectOf = (id: string) =>
  app.ground.db.one<{ subjectKind: string | null; subjectId: string | null; removed: boolean }>(
    sql`select subject_kind, subject_id, removed_at is not null as removed from documents.file where id = ${id}`,
  );

it('keeps the files of a draft for another device, and for its owner alone', async () => {
  const file = await upload(d.resident);
  const id = newId();
  expect((await save(id, [file])).status).toBe(200);
  expect(await subjectOf(file.id)).toEqual({ subjectKind: 'draft', subjectId: id, removed: false });
  expect(await filesOf(id)).toEqual([file.id]);
  expect(await open(d.resident, file.id)).toBe(200);
  for (const stranger of [d.other, d.clerk, d.examiner, d.head]) expect(await open(stranger, file.id)).toBe(403);
  expect((await remove(d.other, file.id)).status).toBe(403);
});

it('leaves out a file that the other device removed, and sends the rest', async () => {
  const [stays, goes] = [await upload(d.resident), await upload(d.resident)];
  const id = newId();
  await save(id, [stays, goes]);
  expect((await remove(d.resident, goes.id)).status).toBe(204);
  expect(await filesOf(id)).toEqual([stays.id]);
  expect((await app.call(d.resident, ops.myDrafts, {})).find((draft) => draft.id === id)?.content).toEqual(
    contentOf([stays]),
  );
  // A device that has not heard of it can neither save it back nor send it.
  expect((await save(id, [stays, goes], 1)).status).toBe(200);
  expect(await filesOf(id)).toEqual([stays.id]);
  const handing = (files: File[]) =>
    foodApplication(d, {
      draftId: id,
      materials: [{ materialId: 'layout', how: 'upload', fileIds: files.map((file) => file.id) }],
    });
  const refused = await app.ask(d.resident, ops.submitCase, { body: handing([stays, goes]) });
  expect(refused.problem).toMatchObject({ code: 'documents.notYourFile', facts: { fileIds: [goes.id] } });
  const receipt = await app.call(d.resident, ops.submitCase, { body: handing([stays]) });
  expect(await subjectOf(stays.id)).toEqual({ subjectKind: 'case', subjectId: receipt.id, removed: false });
  expect((await remove(d.resident, stays.id)).problem.code).toBe('documents.fileInUse');
  expect((await app.ask(d.resident, ops.getDraft, { params: { id } })).status).toBe(404);
});

it('does not send a file that the draft no longer lists', async () => {
  const [sent, forgotten] = [await upload(d.resident), await upload(d.resident)];
  const id = newId();
  await save(id, [sent, forgotten]);
  await save(id, [sent], 1);
  await app.call(d.resident, ops.submitCase, {
    body: foodApplication(d, {
      draftId: id,
      materials: [{ materialId: 'layout', how: 'upload', fileIds: [sent.id] }],
    }),
  });
  expect(await subjectOf(forgotten.id)).toMatchObject({ subjectKind: 'draft', removed: true });
});

it('takes nobody else’s file or draft', async () => {
  const theirs = await upload(d.other);
  const id = newId();
  expect((await save(id, [theirs])).status).toBe(200);
  expect(await subjectOf(theirs.id)).toMatchObject({ subjectKind: null });
  const own = await upload(d.other);
  const draft = newId();
  await save(draft, [own], 0, d.other);
  // Sending with somebody else's draft leaves that and its files alone.
  await app.call(d.resident, ops.submitCase, { body: foodApplication(d, { draftId: draft }) });
  expect(await subjectOf(own.id)).toMatchObject({ subjectKind: 'draft', removed: false });
  expect((await app.ask(d.other, ops.getDraft, { params: { id: draft } })).status).toBe(200);
  expect((await save(draft, [], 1)).status).toBe(404);
});

it('is kept whatever its content looks like', async () => {
  for (const materials of [
    null,
    7,
    [],
    'x',
    { a: null },
    { a: { files: 'x' } },
    { a: { files: [null, 7, { id: 3 }, { id: 'x' }] } },
  ]) {
    const id = newId();
    const body = { itemId: d.food, itemVersion: 1, content: { materials }, version: 0 };
    expect((await app.ask(d.resident, ops.saveDraft, { params: { id }, body })).status).toBe(200);
    expect((await app.ask(d.resident, ops.getDraft, { params: { id } })).status).toBe(200);
  }
});

it('goes with its files: dropped, or untouched for thirty days', async () => {
  const [one, two] = [await upload(d.resident), await upload(d.resident)];
  const [dropped, old] = [newId(), newId()];
  await save(dropped, [one]);
  await save(old, [two]);
  expect((await app.ask(d.resident, ops.dropDraft, { params: { id: dropped } })).status).toBe(204);
  expect(await subjectOf(one.id)).toMatchObject({ removed: true });
  app.clock.advance(31 * 86_400_000);
  expect(await sweepDrafts(app.ground)).toBeGreaterThan(0);
  expect(await subjectOf(two.id)).toMatchObject({ removed: true });
});
