/** The application form over HTTP: who reads it, that it is the same paper each time, and what a signature has to be. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie, openSession } from '#modules/people';
import { sql } from '#platform/db';
import { recordAuthority } from '#modules/people';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { foodApplication, runCase, step } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { casesContract as ops } from '../contract.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
});
afterAll(() => app.close());

const drawing = 'M60 150l0.1 0L200 40L340 150';
const drawn = { signature: { way: 'drawn' as const, drawing } };

const formOf = async (account: string, id: string) =>
  app.http.inject({
    url: `/api/cases/${id}/application-form`,
    headers: { cookie: `${sessionCookie}=${await openSession(app.ground, account, { secondFactor: true })}` },
  });

describe('a signature', () => {
  it('is a drawing and nothing else', async () => {
    const submit = (signature: object) =>
      app.ask(d.resident, ops.submitCase, { body: { ...foodApplication(d), signature } as never });
    for (const wrong of ['<script>', 'M1 2"/><script>', 'javascript:alert(1)', ''])
      expect((await submit({ way: 'drawn', drawing: wrong })).status, wrong).toBe(400);
    expect((await submit({ way: 'drawn' })).problem.code).toBe('cases.notSigned');
    expect((await submit({ way: 'drawn', drawing })).status).toBe(200);
  });

  it('is shown to those who may see the case', async () => {
    const { id } = await runCase(app, d, [], drawn);
    for (const account of [d.resident, d.examiner, d.office])
      expect((await app.call(account, ops.getCase, { params: { id } })).signature).toEqual({ way: 'drawn', drawing });
    const confirmed = await runCase(app, d, []);
    expect((await app.call(d.examiner, ops.getCase, { params: { id: confirmed.id } })).signature).toEqual({
      way: 'confirmed',
      drawing: null,
    });
  });
});

describe('the application form', () => {
  it('is a PDF, the same bytes for whoever reads it, and others after a correction', async () => {
    const { id } = await runCase(app, d, ['accept'], drawn);
    const first = await formOf(d.resident, id);
    expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(first.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(decodeURIComponent(String(first.headers['content-disposition']))).toContain('申请表.pdf');
    // What colleagues write among themselves is no part of it.
    await step(app, d, id, 'note');
    for (const account of [d.examiner, d.head, d.office, d.auditor]) {
      const again = await formOf(account, id);
      expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
      expect(again.headers.etag).toBe(first.headers.etag);
    }
    app.clock.advance(86_400_000);
    await step(app, d, id, 'correct', { answers: { area: 90 }, reason: '笔误' });
    const corrected = await formOf(d.resident, id);
    expect(corrected.rawPayload.equals(first.rawPayload)).toBe(false);
    expect(corrected.headers.etag).not.toBe(first.headers.etag);
  });

  it('is drawn for whoever acts for an organisation, and stores nothing', async () => {
    await app.ground.db.transaction(async (tx) =>
      recordAuthority(tx, app.clock.now(), d.clerk, { principalOrganisationId: d.company, agentPersonId: d.person }),
    );
    const { id } = await app.call(d.clerk, ops.submitCase, {
      body: foodApplication(d, { applicant: { organisationId: d.company }, agentId: d.person }),
    });
    const rows = () => app.ground.db.one<{ n: number }>(sql`select count(*) as n from documents.document`);
    const before = await rows();
    expect((await formOf(d.resident, id)).statusCode).toBe(200);
    expect((await formOf(d.clerk, id)).statusCode).toBe(200);
    expect(await rows()).toEqual(before);
  });

  it('is nobody else’s', async () => {
    const { id } = await runCase(app, d, []);
    for (const account of [d.other, d.otherHead, d.admin]) {
      const answer = await app.ask(account, ops.applicationForm, { params: { id }, query: {} });
      expect([answer.status, answer.problem.code]).toEqual([403, 'general.forbidden']);
    }
    expect((await app.ask(null, ops.applicationForm, { params: { id }, query: {} })).status).toBe(401);
    const nothing = await app.ask(d.resident, ops.applicationForm, { params: { id: newId() }, query: {} });
    expect([nothing.status, nothing.problem.code]).toEqual([404, 'cases.notFound']);
  });
});
