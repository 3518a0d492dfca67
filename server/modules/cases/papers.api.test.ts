/** What the documents of a case say beside its facts, how they are served by opening them, and who is told of fees. */
import { recordAuthority } from '#modules/people';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { documentsContract } from '#modules/documents/contract';
import { saveOffices } from '#modules/offices';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { foodApplication, runCase, step } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { casesContract as ops } from './contract.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  await app.ground.db.transaction(async (tx) => {
    saveOffices(tx, app.clock.now(), {
      departments: [],
      outlets: [
        {
          key: 'market-house',
          kind: 'hall',
          name: '市场监管局服务厅',
          address: '云溪区文汇路 88 号',
          departmentId: d.market,
          longitude: 120.06,
          latitude: 30.29,
        },
      ],
    });
  });
});
afterAll(() => app.close());

const dataOf = async (caseId: string, kind: string) =>
  (
    await app.ground.db.one<{ data: Record<string, unknown> }>(
      sql`select data from documents.document where subject_id = ${caseId} and kind = ${kind}`,
    )
  ).data;
const documentsOf = (account: string, caseId: string) =>
  app.call(account, documentsContract.listDocuments, { query: { subjectId: caseId } });
const open = (account: string, id: string) =>
  app.ask(account, documentsContract.openDocument, { params: { id } } as never);

/** The agent of the company: its authority was seen at a window. */
const withAuthority = () =>
  app.ground.db.transaction(async (tx) =>
    recordAuthority(tx, app.clock.now(), d.clerk, { principalOrganisationId: d.company, agentPersonId: d.person }),
  );

describe('a document', () => {
  beforeAll(() => withAuthority());

  it('says where it was made out, the address of the department and who acted', async () => {
    const { id } = await app.call(d.clerk, ops.submitCase, {
      body: foodApplication(d, { applicant: { organisationId: d.company }, agentId: d.person }),
    });
    expect(await dataOf(id, 'receipt')).toMatchObject({
      place: '云溪区政务服务中心',
      departmentAddress: '云溪区文汇路 88 号',
      recipientName: '云溪小满餐饮有限公司',
      agentName: '陈小满',
    });
    await step(app, d, id, 'accept');
    const notice = await dataOf(id, 'acceptanceNotice');
    // Made out in an office of the department, not at a counter.
    expect(notice).not.toHaveProperty('place');
    expect(notice).toMatchObject({ agentName: '陈小满' });
  });

  it('of somebody who acts for themselves, from afar, names neither', async () => {
    const { id } = await runCase(app, d, []);
    const receipt = await dataOf(id, 'receipt');
    expect(receipt).not.toHaveProperty('place');
    expect(receipt).not.toHaveProperty('agentName');
  });
});

describe('opening a document online', () => {
  it('is its service when the party does it, from whose day the remedies run, once', async () => {
    const { id } = await runCase(app, d, ['accept', 'refuse']);
    const decision = async () => (await documentsOf(d.resident, id)).find(({ kind }) => kind === 'decisionRefuse')!;
    const { id: documentId } = await decision();
    for (const staff of [d.examiner, d.head, d.office]) expect((await open(staff, documentId)).status).toBe(200);
    expect((await open(d.other, documentId)).status).toBe(403);
    expect((await decision()).services).toEqual([]);
    const opened = await Promise.all([1, 2, 3].map(() => open(d.resident, documentId)));
    expect(opened.map(({ status }) => status)).toEqual([200, 200, 200]);
    const served = {
      way: 'electronic',
      servedOn: '2026-06-10',
      // 60 days end on Sunday 9 August, so on the Monday after; six months on 10 December.
      reviewUntil: '2026-08-10',
      actionUntil: '2026-12-10',
    };
    expect((await decision()).services).toMatchObject([served]);
    app.clock.advance(3 * 86_400_000);
    await open(d.resident, documentId);
    // Handing it over at the counter later does not begin the periods anew.
    await step(app, d, id, 'deliver', { way: 'collected' });
    expect((await decision()).services).toMatchObject([served]);
    const { services } = (await documentsOf(d.resident, id)).find(({ kind }) => kind === 'acceptanceNotice')!;
    expect(services).toMatchObject([{ way: 'collected', servedOn: '2026-06-13', reviewUntil: null }]);
  });
});

describe('a fee that is asked of an organisation', () => {
  it('is told to the person who acts for it', async () => {
    const { id, number } = await app.call(d.clerk, ops.submitCase, {
      body: foodApplication(d, { actionId: newId(), applicant: { organisationId: d.company }, agentId: d.person }),
    });
    await step(app, d, id, 'accept');
    await step(app, d, id, 'askFee', { items: [{ name: '工本费', amountFen: 1_000, basis: '浙价费〔2020〕1号' }] });
    const notices = async () => {
      await app.relay.drain();
      return app.ground.db.many<{ personId: string; template: string; number: string }>(
        sql`select person_id, template, facts ->> 'caseNumber' as number from notices.notice where subject_id = ${id} and template = 'feeAsked'`,
      );
    };
    // Transactions of other tests on the same server may hold events back for a moment.
    await vi.waitFor(
      async () => expect(await notices()).toEqual([{ personId: d.person, template: 'feeAsked', number }]),
      { timeout: 20_000 },
    );
  });
});

describe('the result of a case whose fee is asked', () => {
  it('is opened by the applicant once the fee is settled, and by staff at any time', async () => {
    const { id } = await runCase(app, d, ['accept']);
    await step(app, d, id, 'askFee', { items: [{ name: '工本费', amountFen: 1_000, basis: '浙价费〔2020〕1号' }] });
    await step(app, d, id, 'grant', { issueNow: true });
    const listed = await documentsOf(d.resident, id);
    const idOf = (kind: string) => listed.find((document) => document.kind === kind)!.id;
    const refused = await open(d.resident, idOf('resultProof'));
    expect([refused.status, refused.problem.code]).toEqual([409, 'documents.payFirst']);
    // A look that was refused is no service.
    const result = (await documentsOf(d.resident, id)).find(({ kind }) => kind === 'resultProof')!;
    expect(result.services).toEqual([]);
    expect((await open(d.resident, idOf('decisionGrant'))).status).toBe(200);
    for (const staff of [d.examiner, d.head, d.office])
      expect((await open(staff, idOf('resultProof'))).status).toBe(200);
    await app.call(d.head, ops.waiveFee, { params: { id }, body: { actionId: newId(), reason: '低保户' } });
    expect((await open(d.resident, idOf('resultProof'))).status).toBe(200);
  });
});

describe('a document that bears a name which was put right later', () => {
  it('is proved genuine with the number of the notice, and without names', async () => {
    const { id } = await runCase(app, d, ['accept', 'grant', 'issue']);
    const codeOf = async (kind: string) =>
      (await documentsOf(d.examiner, id)).find((document) => document.kind === kind)!.verifyCode;
    const verify = async (kind: string) =>
      app.call(null, documentsContract.verifyDocument, { params: { code: await codeOf(kind) } });
    expect((await verify('resultProof')).correctedBy).toEqual([]);
    app.clock.advance(86_400_000);
    await step(app, d, id, 'correct', { applicantName: '陈小曼', reason: '录入时笔误' });
    const { number } = (await documentsOf(d.examiner, id)).find(({ kind }) => kind === 'correction')!;
    for (const kind of ['resultProof', 'receipt', 'decisionGrant']) {
      const verified = await verify(kind);
      expect([kind, verified.correctedBy]).toEqual([kind, [number]]);
      expect(JSON.stringify(verified)).not.toMatch(/小满|小曼/);
    }
    expect((await verify('correction')).correctedBy).toEqual([]);
  });
});
