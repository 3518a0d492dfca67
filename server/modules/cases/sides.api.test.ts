/** Who is on which side of a case: staff who read all of it, the company whose it is, the agent whose authority has ended. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueContract } from '#modules/catalogue/contract';
import { saveOffices } from '#modules/offices';
import { createAccount, createPerson, givePost, recordAuthority } from '#modules/people';
import { peopleContract } from '#modules/people/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { foodApplication, runCase, step } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { casesContract as ops } from './contract.ts';

let app: TestApp;
let d: SmallDistrict;
/** The legal representative of the company, with an account. */
let boss: { account: string; person: string };
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  boss = await app.ground.db.transaction(async (tx) => {
    const at = app.clock.now();
    const person = createPerson(tx, at, {
      idKind: 'passport',
      idNumber: 'E99887766',
      name: 'Bo Song',
      phone: '19900007777',
    });
    recordAuthority(tx, at, null, {
      principalOrganisationId: d.company,
      agentPersonId: person.id,
      kind: 'legalRepresentative',
    });
    return {
      account: createAccount(tx, at, { loginName: 'boss', name: 'Bo Song', personId: person.id }),
      person: person.id,
    };
  });
});
afterAll(() => app.close());

const ask = (account: string, op: (typeof ops)['accept'], id: string, body: object = {}) =>
  app.ask(account, op, { params: { id }, body: { actionId: newId(), ...body } });
const read = (account: string, id: string) => app.ask(account, ops.getCase, { params: { id } });
const code = async (asked: Promise<{ status: number; problem?: { code: string } | undefined }>) =>
  (await asked).problem?.code;

describe('staff', () => {
  it('read who did what, notes and opinions; the secret of the receipt is not theirs', async () => {
    const { id } = await runCase(app, d, ['accept', 'note']);
    await app.call(d.examiner, ops.examine, {
      params: { id },
      body: { actionId: newId(), opinion: '符合条件', proposal: 'grant' },
    });
    for (const account of [d.examiner, d.head, d.office, d.auditor]) {
      const whole = await app.call(account, ops.getCase, { params: { id } });
      expect(whole.timeline.map(({ kind }) => kind)).toEqual(['submit', 'accept', 'note', 'examine']);
      expect(whole.timeline.find(({ kind }) => kind === 'examine')).toMatchObject({ note: '符合条件', by: '李审查' });
      expect(whole.trackCode).toBeNull();
    }
    const own = await app.call(d.resident, ops.getCase, { params: { id } });
    expect(own.timeline.map(({ kind }) => kind)).toEqual(['submit', 'accept']);
    expect(own.trackCode).not.toBeNull();
  });

  it('who only look on see numbers masked, and leave a line', async () => {
    const { id } = await runCase(app, d, ['accept']);
    const before = await app.ground.db.one<{ n: number }>(sql`select count(*) as n from people.unmasking`);
    const whole = await app.call(d.office, ops.getCase, { params: { id } });
    expect(whole.applicant.number).toMatch(/\*/);
    await app
      .call(d.office, ops.workList, { query: { find: '陈小满' } })
      .then(({ rows }) => expect(rows.every(({ applicantName }) => applicantName.includes('*'))).toBe(true));
    await app.call(d.examiner, ops.getCase, { params: { id } });
    const after = await app.ground.db.one<{ n: number }>(sql`select count(*) as n from people.unmasking`);
    expect(after.n - before.n).toBe(2);
  });

  it('hand a case over to a colleague who can work on it, and to nobody else', async () => {
    const { id } = await runCase(app, d, ['accept']);
    const to = (toAccountId: string) => ask(d.examiner, ops.handOver as never, id, { toAccountId });
    for (const wrong of [d.resident, d.otherHead, d.office, newId()])
      expect(await code(to(wrong))).toBe('cases.noSuchColleague');
    expect((await to(d.head)).status).toBe(200);
  });
});

describe('a company', () => {
  it('has its case, whoever filed it, through who represents it', async () => {
    const byClerk = await app.call(d.clerk, ops.submitCase, {
      body: foodApplication(d, { applicant: { organisationId: d.company } }),
    });
    expect((await read(boss.account, byClerk.id)).status).toBe(200);
    expect((await read(d.resident, byClerk.id)).status).toBe(403);
    const like = await app.call(boss.account, ops.openLike, { query: { itemId: d.food, organisationId: d.company } });
    expect(like.map(({ id }) => id)).toContain(byClerk.id);
    await app.relay.drain();
    const told = await app.ground.db.many<{ personId: string }>(
      sql`select person_id from notices.notice where subject_id = ${byClerk.id}`,
    );
    expect(told).toEqual([{ personId: boss.person }]);
    expect((await ask(boss.account, ops.withdraw as never, byClerk.id)).status).toBe(200);
  });

  it('is represented at a window only by who has an authority on record', async () => {
    const body = foodApplication(d, { applicant: { organisationId: d.company }, agentId: d.otherPerson });
    expect(await code(app.ask(d.clerk, ops.submitCase, { body }))).toBe('cases.mayNotActFor');
  });
});

describe('an agent', () => {
  it('has no part in the case from the moment in which the authority is taken back', async () => {
    const authority = await app.ground.db.transaction(async (tx) =>
      recordAuthority(tx, app.clock.now(), null, { principalOrganisationId: d.company, agentPersonId: d.person }),
    );
    const { id } = await app.call(d.resident, ops.submitCase, {
      body: foodApplication(d, { applicant: { organisationId: d.company } }),
    });
    expect((await read(d.resident, id)).status).toBe(200);
    await app.call(boss.account, peopleContract.revokeAuthority, {
      params: { id: authority.id },
      body: { reason: '不再委托' },
    } as never);
    expect((await read(d.resident, id)).status).toBe(403);
    expect((await ask(d.resident, ops.withdraw as never, id)).status).toBe(403);
    expect((await read(boss.account, id)).status).toBe(200);
  });
});

describe('an outlet', () => {
  it('takes in what was handed down to it, and decides only what was handed down for that', async () => {
    const { town, clerk } = await app.ground.db.transaction(async (tx) => {
      const at = app.clock.now();
      const outletId = newId();
      saveOffices(tx, at, {
        departments: [],
        outlets: [
          { id: outletId, key: 'town', kind: 'town', name: '云栖镇便民服务中心', longitude: 120.1, latitude: 30.3 },
        ],
      });
      const account = createAccount(tx, at, { loginName: 'townclerk', name: '镇窗口', staff: true });
      givePost(tx, at, account, { role: 'clerk', departmentId: null, outletId });
      return { town: outletId, clerk: account };
    });
    const apply = (op: 'submitCase' | 'finishAtOnce') =>
      app.ask(clerk, ops[op], {
        body: {
          actionId: newId(), itemId: d.proof, applicant: { personId: d.person }, answers: {}, situations: {}, materials: [],
          delivery: { way: 'electronic' }, signature: { way: 'confirmed' },
        },
      } as never); // prettier-ignore
    expect(await code(apply('submitCase'))).toBe('cases.notOfferedHere');
    expect(await code(apply('finishAtOnce'))).toBe('cases.notOfferedHere');
    await app.call(d.office, catalogueContract.handDown, {
      params: { id: d.proof },
      body: { outletIds: [town], scope: 'accept' },
    });
    expect(await code(apply('finishAtOnce'))).toBe('cases.notDecidedHere');
    expect((await apply('submitCase')).status).toBe(200);
  });
});

describe('what is written', () => {
  it('is checked in a correction and a supplement as in the application', async () => {
    const { id } = await runCase(app, d, ['accept']);
    const correct = (answers: object) => ask(d.examiner, ops.correct as never, id, { answers, reason: '笔误' });
    expect(await code(correct({ area: 'abc' }))).toBe('cases.answersInvalid');
    expect(await code(correct({ nosuch: { a: 1 } }))).toBe('cases.answersInvalid');
    expect((await correct({ area: 90 })).status).toBe(200);
    const other = await runCase(app, d, ['askSupplement']);
    const supplement = (body: object) => ask(d.resident, ops.supplement as never, other.id, body);
    expect(await code(supplement({}))).toBe('cases.nothingSupplemented');
    expect(await code(supplement({ materials: [{ materialId: 'bogus', how: 'upload', fileIds: [] }] }))).toBe(
      'cases.materialsMissing',
    );
    expect(await code(supplement({ materials: [{ materialId: 'layout', how: 'missing', fileIds: [] }] }))).toBe(
      'cases.materialsMissing',
    );
    expect((await supplement({ answers: { area: 81 } })).status).toBe(200);
    // Once is once: only what was asked for can be asked for again.
    const again = (wanted: object[]) => ask(d.examiner, ops.askSupplement as never, other.id, { wanted });
    expect(await code(again([{ materialId: 'rules', what: '补制度' }]))).toBe('cases.askedAlready');
    expect((await again([{ what: '平面图仍不清楚' }])).status).toBe(200);
  });

  it('about a fee lets a refusal be served, and owes nothing after a withdrawal', async () => {
    const fee = { items: [{ name: '工本费', amountFen: 1000, basis: '依据' }] };
    const refused = await runCase(app, d, ['accept']);
    await step(app, d, refused.id, 'askFee', fee);
    await step(app, d, refused.id, 'refuse');
    await step(app, d, refused.id, 'deliver');
    await app.call(d.head, ops.waiveFee, {
      params: { id: refused.id },
      body: { actionId: newId(), reason: '未予许可' },
    });
    const withdrawn = await runCase(app, d, ['accept']);
    await step(app, d, withdrawn.id, 'askFee', fee);
    await step(app, d, withdrawn.id, 'withdraw');
    const { case: line } = await app.call(d.resident, ops.getCase, { params: { id: withdrawn.id } });
    expect(line).toMatchObject({ state: 'withdrawn', feeState: 'none' });
  });

  it('wrongly on a result is made out once more, also after the end', async () => {
    const { id } = await runCase(app, d, ['accept', 'grant', 'issue', 'deliver']);
    await app.call(d.examiner, ops.correct, {
      params: { id },
      body: { actionId: newId(), applicantName: '陈晓满', reason: '录入笔误' },
    });
    const results = await app.ground.db.many<{ number: string; name: string }>(
      sql`select number, data ->> 'recipientName' as name from documents.document where subject_id = ${id} and kind = 'resultProof' order by issued_at, id`,
    );
    expect(results.map(({ name }) => name)).toEqual(['陈小满', '陈晓满']);
    const { data } = await app.ground.db.one<{ data: { ofNumber: string } }>(
      sql`select data from documents.document where subject_id = ${id} and kind = 'correction'`,
    );
    expect(data.ofNumber).toBe(results[0]!.number);
  });

  it('of a service by post is the day on which it came', async () => {
    const { id } = await runCase(app, d, ['accept', 'grant', 'issue']);
    app.clock.advance(5 * 86_400_000);
    const on = (servedOn: string) => ask(d.examiner, ops.deliver as never, id, { way: 'posted', servedOn });
    expect(await code(on('2026-06-30'))).toBe('cases.servedOnWrong');
    expect((await on('2026-06-13')).status).toBe(200);
    const { day } = await app.ground.db.one<{ day: string }>(
      sql`select s.served_on::text as day from documents.service s join documents.document d on d.id = s.document_id
           where d.subject_id = ${id} and d.kind = 'decisionGrant'`,
    );
    expect(day).toBe('2026-06-13');
  });
});
