/** Warnings over a real database: sent once, to the right inboxes, by two sweeps at once, and stopped by nobody's wrong setting. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { noticesContract } from '#modules/notices/contract';
import { peopleContract } from '#modules/people/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, testStart, type TestApp } from '#server/testing';
import { runCase, step } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { warningsContract as ops, type Ladder } from './contract.ts';
import { sweepWarnings } from './sweep-warnings.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(async () => {
  app.clock.set(testStart);
  d ??= await smallDistrict(app);
  for (const table of ['warnings.watch', 'warnings.warning', 'warnings.ladder', 'warnings.fault', 'notices.notice'])
    await owner(`delete from ${table}`);
});
afterAll(() => app.close());

/** As the owner of the database: trails are nobody's to empty. */
async function owner(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: app.connectionString });
  await client.connect();
  await client.query(text);
  await client.end();
}
const at = (text: string): void => app.clock.set(`${text}+08:00`);
const sweep = () => sweepWarnings(app.ground);
const inbox = async (account: string) =>
  (await app.call(account, noticesContract.myNotices, { query: { work: true } })).rows.map(({ template }) => template);
const warningsOf = (id: string, account = d.head) => app.call(account, ops.caseWarnings, { params: { id } });
/** A case that was accepted on 10 June: promised by the 17th, by law until 9 July. */
async function accepted(): Promise<string> {
  const { id } = await runCase(app, d, ['take', 'accept']);
  await app.relay.drain();
  return id;
}

describe('the sweep', () => {
  it('climbs the ladder, each rung once, and the case shows to whom', async () => {
    const id = await accepted();
    expect(await warningsOf(id)).toMatchObject({ done: [], source: 'usual', standing: false });
    expect((await warningsOf(id)).next.map(({ about, days }) => `${about} ${days}`)).toEqual([
      'target -2', 'target -1', 'target 1', 'fatal -2', 'fatal 1',
    ]); // prettier-ignore
    await sweep();
    expect(await inbox(d.examiner)).toEqual([]);

    at('2026-06-15T09:03:00');
    expect(await sweep()).toEqual({ checked: 1, sent: 1, skipped: 0 });
    expect(await sweep()).toEqual({ checked: 0, sent: 0, skipped: 0 });
    expect(await inbox(d.examiner)).toEqual(['targetNear']);
    at('2026-06-16T09:03:00');
    await sweep();
    expect(await inbox(d.examiner)).toEqual(['targetNear', 'targetNear']);
    expect(await inbox(d.head)).toEqual(['targetNear']);
    at('2026-06-18T09:03:00');
    await sweep();
    expect(await inbox(d.head)).toEqual(['targetPassed', 'targetNear']);
    at('2026-07-10T09:03:00');
    expect(await sweep()).toEqual({ checked: 1, sent: 1, skipped: 1 });
    expect(await inbox(d.office)).toEqual(['fatalPassed']);
    const { done, next } = await warningsOf(id);
    expect(next).toEqual([]);
    expect(done.map(({ about, days, outcome, told }) => [about, days, outcome, told.map(({ name }) => name)])).toEqual(
      expect.arrayContaining([
        ['fatal', 1, 'sent', ['孙主任']],
        ['fatal', -2, 'skipped', []],
        ['target', -1, 'sent', ['李审查', '赵局长']],
      ]),
    );
    const filtered = await app.call(d.head, casesContract.workList, { query: { warned: true } });
    expect(filtered.rows.map((row) => row.id)).toEqual([id]);
    // The clock of the decision has ended: of the next one nobody was warned yet, and nothing more is sent of the old one.
    await step(app, d, id, 'grant');
    await app.relay.drain();
    expect((await app.call(d.head, casesContract.workList, { query: { warned: true } })).total).toBe(0);
    expect(await sweep()).toMatchObject({ sent: 0 });
    for (const kind of ['issue', 'deliver'] as const) await step(app, d, id, kind);
    await app.relay.drain();
    expect(await app.ground.db.many(sql`select 1 from warnings.watch where case_id = ${id}`)).toEqual([]);
  });

  it('sends nothing at night, on a day off, or after hours', async () => {
    await accepted();
    for (const night of ['2026-06-15T03:00:00', '2026-06-15T17:30:00', '2026-06-19T11:00:00', '2026-06-21T11:00:00']) {
      at(night);
      expect(await sweep(), night).toMatchObject({ sent: 0, skipped: 0 });
    }
    at('2026-06-22T09:00:00');
    expect(await sweep()).toMatchObject({ sent: 1, skipped: 2 });
  });

  it('does each case once when two do it at once', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => accepted()));
    at('2026-06-15T09:03:00');
    const both = await Promise.all([sweep(), sweep(), sweep()]);
    expect(both.reduce((sum, { sent }) => sum + sent, 0)).toBe(ids.length);
    expect(await inbox(d.examiner)).toHaveLength(ids.length);
  });

  it('follows a pause to the new dates, and tells a stand-in', async () => {
    const id = await accepted();
    at('2026-06-11T10:00:00');
    await app.call(d.examiner, casesContract.pause, {
      params: { id },
      body: { actionId: newId(), procedure: 'expertReview', reason: '专家评审', plannedEnd: '2026-06-24' } as never,
    });
    await app.relay.drain();
    expect(await warningsOf(id)).toMatchObject({ next: [], standing: true });
    at('2026-06-18T10:00:00');
    expect(await sweep()).toMatchObject({ sent: 0 });
    const { pauses } = await app.call(d.examiner, casesContract.getCase, { params: { id } });
    await app.call(d.examiner, casesContract.resume, {
      params: { id },
      body: { actionId: newId(), pauseId: pauses[0]!.id } as never,
    });
    await app.relay.drain();
    const { next } = await warningsOf(id);
    expect(next.map(({ about, days }) => `${about} ${days}`)).toContain('target -1');
    expect(next.every((one) => one.dueOn > '2026-06-18')).toBe(true);
    await app.call(d.office, peopleContract.enterAbsence, {
      body: {
        accountId: d.head,
        fromOn: '2026-06-20',
        untilOn: '2026-07-31',
        standInId: d.examiner,
        reason: '',
      } as never,
    });
    at(`${next.find(({ about, days }) => about === 'target' && days === -1)!.at.slice(0, 10)}T10:00:00`);
    await sweep();
    expect(await inbox(d.head)).toEqual([]);
    expect(await inbox(d.examiner)).not.toEqual([]);
    await owner('delete from people.absence');
  });

  it('takes in a case that was open before it was watched, and sends nothing after the fact', async () => {
    const id = await accepted();
    await owner('delete from warnings.watch');
    at('2026-06-20T12:00:00');
    await app.ground.db.transaction(async (tx) =>
      tx.write(
        sql`insert into warnings.watch (case_id, department_id, since, next_at) values (${id}, ${d.market}, ${app.clock.now()}, ${app.clock.now()})`,
      ),
    );
    at('2026-06-22T10:00:00');
    expect(await sweep()).toMatchObject({ checked: 1, sent: 0, skipped: 0 });
    at('2026-07-07T10:00:00');
    expect(await sweep()).toMatchObject({ sent: 1 });
  });
});

const own: Ladder = {
  from: '10:00',
  until: '16:00',
  rungs: [
    { about: 'target', days: -3, to: ['examiners'], note: '请先看现场核查' },
    { about: 'fatal', days: 1, to: ['office'], note: '' },
  ],
};
const save = (account: string, departmentId: string | undefined, version: number, ladder: Ladder | null) =>
  app.ask(account, ops.saveLadder, { query: departmentId ? { departmentId } : {}, body: { version, ladder } });

describe('ladders', () => {
  it('are saved in versions by a head for the own department, by the office for the district', async () => {
    expect((await save(d.head, d.market, 0, own)).body).toMatchObject({ source: 'own', version: 1, savedBy: '赵局长' });
    expect((await save(d.head, d.market, 0, own)).problem.code).toBe('warnings.changedMeanwhile');
    expect((await save(d.head, d.security, 0, own)).status).toBe(403);
    expect((await save(d.head, undefined, 0, own)).status).toBe(403);
    expect((await save(d.office, newId(), 0, own)).status).toBe(404);
    expect((await save(d.office, undefined, 0, null)).problem.code).toBe('warnings.noOwnLadder');
    const silent = { ...own, rungs: own.rungs.slice(0, 1) };
    const { status, problem } = await save(d.head, d.market, 1, silent);
    expect([status, problem.facts]).toEqual([422, { fields: { '/rungs': 'officeMissing' } }]);
    expect((await save(d.office, undefined, 0, own)).body).toMatchObject({ source: 'own', departmentId: null });
    expect((await app.call(d.head, ops.listLadders, {})).map(({ departmentId }) => departmentId)).toEqual([
      null,
      d.market,
    ]);
    expect((await save(d.head, d.market, 1, null)).body).toMatchObject({ source: 'district', version: 2 });
    expect(await app.call(d.auditor, ops.getLadder, { query: { departmentId: d.security } })).toMatchObject({
      source: 'district',
      version: 0,
    });
  });

  it('say their days before they are saved', async () => {
    const preview = await app.call(d.head, ops.previewLadder, {
      query: { departmentId: d.market },
      body: { ladder: own, from: '2026-06-10', target: 10, fatal: 20 },
    });
    expect(preview).toMatchObject({ targetOn: '2026-06-25', fatalOn: '2026-07-09', provisional: false });
    expect(preview.rungs.map(({ at: when, told }) => [when.slice(0, 16), told.map(({ name }) => name)])).toEqual([
      ['2026-06-22T02:00', ['李审查']],
      ['2026-07-10T02:00', ['孙主任']],
    ]);
  });

  it('of a department are followed from the day on, with what it wants to say', async () => {
    await save(d.head, d.market, 0, own);
    await accepted();
    at('2026-06-12T10:02:00');
    await sweep();
    const [notice] = (await app.call(d.examiner, noticesContract.myNotices, { query: { work: true } })).rows;
    expect(notice).toMatchObject({ template: 'targetNear' });
    expect(notice!.text).toContain('请先看现场核查');
    expect(notice!.text).toContain('还剩3个工作日');
  });

  it('that cannot be read stop nobody else’s; the office is told once, until it is settled', async () => {
    const id = await accepted();
    await owner(
      `insert into warnings.ladder (id, department_id, version, body, saved_at, saved_by)
       values ('${newId()}', '${d.market}', 1, '{"from":"03:00","rungs":"x"}', '2026-06-01', '${d.head}')`,
    );
    at('2026-06-15T09:03:00');
    await sweep();
    expect(await inbox(d.examiner)).toEqual(['targetNear']);
    expect(await inbox(d.office)).toEqual(['ladderFault']);
    at('2026-06-16T09:03:00');
    await sweep();
    expect(await inbox(d.office)).toEqual(['ladderFault']);
    expect((await warningsOf(id)).source).toBe('usual');
    expect(await app.call(d.head, ops.getLadder, { query: { departmentId: d.market } })).toMatchObject({
      version: 1,
      source: 'usual',
      broken: '/from: hours',
    });
    const faults = await app.call(d.office, ops.listFaults, { query: { open: true } });
    expect(faults).toMatchObject({ total: 1, rows: [{ kind: 'unreadable', departmentId: d.market, times: 2 }] });
    await app.call(d.office, ops.settleFault, { params: { id: faults.rows[0]!.id } });
    expect((await app.ask(d.office, ops.settleFault, { params: { id: faults.rows[0]!.id } })).status).toBe(404);
    expect((await app.call(d.office, ops.listFaults, { query: { open: true } })).total).toBe(0);
    await save(d.head, d.market, 1, own);
    expect((await app.call(d.head, ops.getLadder, { query: { departmentId: d.market } })).broken).toBeNull();
  });
});

describe('the warnings of a case', () => {
  it('are for those who work on it and look on it, not for the applicant or another department', async () => {
    const id = await accepted();
    for (const account of [d.examiner, d.head, d.office, d.auditor]) await warningsOf(id, account);
    for (const account of [d.resident, d.other, d.otherHead, d.admin])
      expect((await app.ask(account, ops.caseWarnings, { params: { id } })).status).toBe(403);
    expect((await app.ask(d.head, ops.caseWarnings, { params: { id: newId() } })).status).toBe(404);
  });
});
