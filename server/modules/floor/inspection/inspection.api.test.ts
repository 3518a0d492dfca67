/** Findings over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsContract } from '#modules/documents/contract';
import { noticesContract } from '#modules/notices/contract';
import { uploadFile } from '#modules/documents';
import { createAccount, givePost } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { openHall, type TestHall } from '../../hall/hall-testing.ts';
import { floorContract as ops } from '../contract.ts';
import { tellOverdue } from './findings.ts';

let app: TestApp;
let d: TestHall;
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 2);
});
afterAll(() => app.close());

const raise = (account: string, body: object = {}) =>
  app.ask(account, ops.raiseFinding, { params: { id: d.hall }, body: { actionId: newId(), severity: 'serious', body: '安全出口堆放纸箱', zone: 'A 综合受理', departmentId: d.market, ...body } as never }); // prettier-ignore
type Step = typeof ops.correctFinding | typeof ops.passFinding | typeof ops.reopenFinding;
const step = (account: string, operation: Step, id: string, body: object = {}) =>
  app.ask(account, operation, { params: { id }, body: { actionId: newId(), body: '已清理', ...body } });
const inbox = async (account: string) => (await app.call(account, noticesContract.myNotices, { query: { work: true } })).rows.map(({ template }) => template); // prettier-ignore
/** The smallest picture there is. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'); // prettier-ignore
const photo = async (accountId: string) =>
  (await uploadFile(app.ground, { accountId } as never, { name: 'photo.png', bytes: dot })).id;

describe('a finding', () => {
  it('is of a zone that there is, or of the whole hall', async () => {
    expect((await raise(d.office, { zone: '没有' })).problem.code).toBe('floor.noSuchZone');
    expect((await raise(d.office, { zone: '' })).status).toBe(200);
  });

  it('is put right with a photo by whose it is, looked at again, re-opened with a new day, and closed by the office', async () => {
    const clerk = d.clerks[0]!;
    const fileId = await photo(clerk);
    const { body: made } = await raise(clerk, { fileIds: [fileId] });
    // Three working days from a Wednesday.
    expect(made).toMatchObject({ state: 'open', dueOn: '2026-06-15', overdue: false, departmentId: d.market });
    expect(made.steps[0]!.files.map(({ id }) => id)).toEqual([fileId]);
    expect(await inbox(d.head)).toContain('floorFinding');
    const { id } = made;
    expect((await step(d.otherHead, ops.correctFinding, id)).status).toBe(403);
    expect((await step(d.office, ops.passFinding, id)).problem.code).toBe('floor.wrongStep');
    // The department sees the photo, another one does not.
    expect((await app.ask(d.head, documentsContract.downloadFile, { params: { id: fileId } })).status).toBe(200);
    expect((await app.ask(d.otherHead, documentsContract.downloadFile, { params: { id: fileId } })).status).toBe(403);
    expect((await step(d.head, ops.correctFinding, id, { fileIds: [fileId] })).problem.code).toBe(
      'documents.notYourFile',
    );
    const after = await step(d.head, ops.correctFinding, id, { fileIds: [await photo(d.head)] });
    expect(after.body).toMatchObject({ state: 'corrected', dueOn: '2026-06-15' });
    expect(await inbox(d.office)).toContain('floorFinding');
    expect((await step(d.head, ops.passFinding, id)).status).toBe(403);
    app.clock.set('2026-06-12T10:00:00+08:00');
    expect((await step(d.office, ops.reopenFinding, id, { body: '仍有两箱' })).body).toMatchObject({ state: 'open', dueOn: '2026-06-17' }); // prettier-ignore
    app.clock.set('2026-06-18T10:00:00+08:00');
    expect((await step(d.head, ops.correctFinding, id)).body.steps.at(-1)).toMatchObject({ kind: 'correct', late: true }); // prettier-ignore
    expect((await step(d.office, ops.passFinding, id)).body).toMatchObject({ state: 'closed', dueOn: null });
    for (const statement of [sql`update floor.finding_step set body = ''`, sql`delete from floor.finding_step`])
      await expect(app.ground.db.many(statement)).rejects.toThrow(/permission denied/);
  });

  it('and each of its steps happens once, however often a telephone sends it', async () => {
    const actionId = newId();
    const all = await Promise.all([1, 2, 3].map(() => raise(d.office, { actionId })));
    expect([...new Set(all.flatMap(({ status, body }) => (status === 200 ? [body.id] : [])))]).toEqual([actionId]);
    expect((await raise(d.office, { actionId })).body.steps.length).toBe(1);
    expect((await raise(d.clerks[0]!, { actionId })).problem.code).toBe('floor.actRepeated');
    for (const other of [{ severity: 'grave' }, { body: '别的' }, { zone: '' }, { departmentId: undefined }])
      expect((await raise(d.office, { actionId, ...other })).problem.code).toBe('floor.actRepeated');
    const said = { actionId: newId() };
    await Promise.all([1, 2].map(() => step(d.head, ops.correctFinding, actionId, said)));
    expect((await step(d.head, ops.correctFinding, actionId, said)).status).toBe(200);
    const other = await step(d.head, ops.correctFinding, actionId, { ...said, body: '明天清理' });
    expect([other.status, other.problem.code]).toEqual([409, 'floor.actRepeated']);
    const seen = await app.call(d.office, ops.getFinding, { params: { id: actionId } });
    expect(seen.steps.map(({ kind }) => kind)).toEqual(['raise', 'correct']);
  });

  it('is looked at again by somebody else than who put it right, and by them once another one has', async () => {
    const at = app.clock.now();
    const colleague = await app.ground.db.transaction((tx) => {
      const account = createAccount(tx, at, { loginName: 'colleague', name: '吴同事', staff: true });
      givePost(tx, at, account, { role: 'office', departmentId: null, outletId: null });
      return account;
    });
    const { id } = (await raise(d.office, { departmentId: undefined })).body;
    expect((await step(d.office, ops.correctFinding, id)).body.correctedByMe).toBe(true);
    for (const operation of [ops.passFinding, ops.reopenFinding]) {
      const refused = await step(d.office, operation, id);
      expect([refused.status, refused.problem.code]).toEqual([403, 'floor.ownCorrection']);
    }
    const asColleague = await app.call(colleague, ops.getFinding, { params: { id } });
    expect(asColleague).toMatchObject({ state: 'corrected', correctedByMe: false });
    expect((await step(colleague, ops.reopenFinding, id)).body.state).toBe('open');
    expect((await step(colleague, ops.correctFinding, id)).status).toBe(200);
    expect((await step(colleague, ops.passFinding, id)).problem.code).toBe('floor.ownCorrection');
    expect((await step(d.office, ops.passFinding, id)).body.state).toBe('closed');
  });

  it('takes no window, department or photo that is not there, and stores nothing then', async () => {
    const before = (await app.call(d.office, ops.countFindings, { params: { id: d.hall } })).all;
    expect((await raise(d.office, { windowId: newId() })).problem.code).toBe('floor.windowNotHere');
    expect((await raise(d.office, { departmentId: newId() })).problem.code).toBe('floor.noSuchDepartment');
    expect((await raise(d.office, { fileIds: [newId()] })).problem.code).toBe('documents.notYourFile');
    expect((await raise(d.office, { body: '  ' })).status).toBe(400);
    expect((await raise(d.examiner)).status).toBe(403);
    expect((await app.call(d.office, ops.countFindings, { params: { id: d.hall } })).all).toBe(before);
  });

  it('that is overdue is told of once, and every count is its list', async () => {
    const { body: late } = await raise(d.office, { severity: 'grave' });
    app.clock.advance(10 * 86_400_000);
    expect(await tellOverdue(app.ground)).toBeGreaterThan(0);
    expect(await tellOverdue(app.ground)).toBe(0);
    expect(await inbox(d.head)).toContain('floorOverdue');
    const list = (query: object) => app.call(d.office, ops.listFindings, { params: { id: d.hall }, query });
    const counts = await app.call(d.office, ops.countFindings, { params: { id: d.hall } });
    expect((await list({ overdue: true })).rows.map(({ id }) => id)).toContain(late.id);
    expect([(await list({})).total, (await list({ state: 'open' })).total, (await list({ state: 'corrected' })).total, (await list({ overdue: true })).total, (await list({ state: 'closed' })).total]).toEqual([counts.all, counts.open, counts.corrected, counts.overdue, counts.closed]); // prettier-ignore
    expect((await app.call(d.otherHead, ops.listFindings, { params: { id: d.hall }, query: {} })).total).toBe(0);
  });

  it('is seen by whoever found it and by the warden of its zone, on the days that the zone is theirs; counts are the lists', async () => {
    const [warden, other] = [d.clerks[0]!, d.clerks[1]!];
    const mine = (account: string) => app.call(account, ops.listFindings, { params: { id: d.hall }, query: {} });
    const counted = async (account: string) =>
      (await app.call(account, ops.countFindings, { params: { id: d.hall } })).all;
    const fileId = await photo(d.office);
    const { body: there } = await raise(d.office, { fileIds: [fileId] });
    const { body: elsewhere } = await raise(d.office, { zone: '' });
    const { body: own } = await raise(other, { zone: '' });
    expect((await mine(other)).rows.map(({ id }) => id)).toEqual([own.id]);
    const look = async (account: string) => [
      (await app.ask(account, ops.getFinding, { params: { id: there.id } })).status,
      (await app.ask(account, documentsContract.downloadFile, { params: { id: fileId } })).status,
    ];
    expect(await look(warden)).toEqual([403, 403]);
    const day = shanghaiDay(app.clock.now());
    await app.call(d.office, ops.planWardens, { params: { id: d.hall }, body: { zone: there.zone, accountId: warden, days: [day], halves: ['afternoon'] } }); // prettier-ignore
    expect(await look(warden)).toEqual([200, 200]);
    const seen = await mine(warden);
    expect(seen.rows.map(({ id }) => id)).toContain(there.id);
    expect(seen.rows.map(({ id }) => id)).not.toContain(elsewhere.id);
    expect([await counted(warden), await counted(other)]).toEqual([seen.total, 1]);
    expect((await app.ask(warden, ops.getFinding, { params: { id: elsewhere.id } })).status).toBe(403);
    app.clock.advance(86_400_000);
    expect(await look(warden)).toEqual([403, 403]);
  });
});
