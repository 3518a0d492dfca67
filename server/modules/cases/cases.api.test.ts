/** The course of a case over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { casesContract as ops, type Submission } from './contract.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
});
afterAll(() => app.close());

const application = (overrides: Partial<Submission> = {}): Submission => ({
  actionId: newId(),
  itemId: d.food,
  applicant: {},
  answers: { shopName: '小满面馆', area: 80, grease: 'YS-2' },
  situations: { business: 'hot' },
  materials: [{ materialId: 'layout', how: 'paper', fileIds: [] }],
  delivery: { way: 'electronic' },
  signature: { way: 'confirmed' },
  ...overrides,
});
const submit = (overrides: Partial<Submission> = {}, account = d.resident) =>
  app.call(account, ops.submitCase, { body: application(overrides) });
const step = (account: string, op: (typeof ops)['accept'], id: string, body: object = {}) =>
  app.ask(account, op, { params: { id }, body: { actionId: newId(), ...body } });
type StepOp = (typeof ops)['accept'];
const as = (op: unknown) => op as StepOp;

describe('a case', () => {
  it('goes from the phone to its result', async () => {
    const receipt = await submit();
    expect(receipt.number).toMatch(/^330199-2026-\d{7}$/);
    expect(receipt.state).toBe('submitted');
    // Received Wednesday 10 June; five working days to tell everything, over the Dragon Boat holiday of 19 June.
    expect(receipt.fatalOn).toBe('2026-06-17');
    const accepted = await step(d.examiner, ops.accept, receipt.id);
    expect(accepted.status).toBe(200);
    expect(accepted.body).toMatchObject({ state: 'accepted', targetOn: '2026-06-17', fatalOn: '2026-07-09' });
    expect(
      (await step(d.examiner, as(ops.examine), receipt.id, { opinion: '符合', proposal: 'grant' })).body.state,
    ).toBe('examined');
    expect((await step(d.head, as(ops.grant), receipt.id)).body.state).toBe('granted');
    expect((await step(d.examiner, as(ops.issue), receipt.id)).body.state).toBe('issued');
    expect((await step(d.examiner, as(ops.deliver), receipt.id, { way: 'electronic' })).body.state).toBe('closed');
    const whole = await app.call(d.resident, ops.getCase, { params: { id: receipt.id } });
    expect(whole.timeline.map(({ kind }) => kind)).toEqual(['submit', 'accept', 'grant', 'issue', 'deliver', 'close']);
    expect(whole.answers).toEqual({ shopName: '小满面馆', area: 80, grease: 'YS-2' });
    const tracked = await app.call(null, ops.trackCase, { body: { code: receipt.trackCode } });
    const typed = receipt.trackCode.toUpperCase().replaceAll('-', ' ');
    expect(await app.call(null, ops.trackCase, { body: { code: typed } })).toEqual(tracked);
    expect(tracked.state).toBe('closed');
  });

  it('is one case, however often the same act is sent', async () => {
    const body = application();
    const [first, second] = await Promise.all([
      app.call(d.resident, ops.submitCase, { body }),
      app.call(d.resident, ops.submitCase, { body }),
    ]);
    expect(second.id).toBe(first.id);
    expect((await app.call(d.resident, ops.submitCase, { body })).number).toBe(first.number);
    const actionId = newId();
    const accepting = () => app.ask(d.examiner, ops.accept, { params: { id: first.id }, body: { actionId } });
    const answers = await Promise.all([accepting(), accepting(), accepting()]);
    expect(answers.map(({ status, body }) => [status, body.seq])).toEqual([
      [200, 2],
      [200, 2],
      [200, 2],
    ]);
    expect((await step(d.examiner, ops.accept, first.id)).problem.code).toBe('cases.wrongStep');
  });

  it('warns of an open case of the same item', async () => {
    const receipt = await submit();
    expect((await submit()).openLike.map(({ id }) => id)).toContain(receipt.id);
  });

  it('tells everything that is wrong at once, and stores nothing', async () => {
    const before = await app.call(d.resident, ops.myCases, { query: {} });
    const answer = await app.ask(d.resident, ops.submitCase, {
      body: application({ answers: { shopName: '', area: 0, colour: 'red' } }),
    });
    expect(answer.status).toBe(422);
    expect(Object.keys((answer.problem.facts as { fields: object }).fields).toSorted()).toEqual([
      '/answers/area',
      '/answers/colour',
      '/answers/grease',
      '/answers/shopName',
    ]);
    const missing = await app.ask(d.resident, ops.submitCase, { body: application({ materials: [] }) });
    expect(missing.problem).toMatchObject({
      code: 'cases.materialsMissing',
      facts: { materials: [{ materialId: 'layout', fault: 'missing' }] },
    });
    // What is not asked in this situation is not wanted: hidden is absent.
    expect(
      (
        await app.ask(d.resident, ops.submitCase, {
          body: application({
            situations: { business: 'packed' },
            answers: { shopName: '小店', area: 20 },
            materials: [],
          }),
        })
      ).status,
    ).toBe(200);
    expect((await app.call(d.resident, ops.myCases, { query: {} })).total).toBe(before.total + 1);
  });

  it('is asked for everything that is missing, and lapses when nothing comes', async () => {
    const receipt = await submit();
    await step(d.examiner, as(ops.askSupplement), receipt.id, {
      wanted: [{ materialId: 'layout', what: '平面图须标注面积' }],
    });
    const whole = await app.call(d.resident, ops.getCase, { params: { id: receipt.id } });
    expect(whole.wanted).toEqual([{ materialId: 'layout', what: '平面图须标注面积' }]);
    expect(whole.case.light).toBe('paused');
    const again = await step(d.resident, as(ops.supplement), receipt.id, {
      materials: [{ materialId: 'layout', how: 'paper', fileIds: [] }],
    });
    expect(again.body.state).toBe('submitted');
  });

  it('is refused with reasons and remedies', async () => {
    const receipt = await submit();
    await step(d.examiner, ops.accept, receipt.id);
    expect((await step(d.head, as(ops.refuse), receipt.id, {})).status).toBe(400);
    expect((await step(d.head, as(ops.refuse), receipt.id, { reason: '场所不符合要求' })).body.state).toBe('refused');
    expect((await step(d.examiner, as(ops.deliver), receipt.id, { way: 'posted' })).body.state).toBe('closed');
  });

  it('notices that somebody else acted meanwhile', async () => {
    const receipt = await submit();
    await step(d.examiner, as(ops.take), receipt.id);
    const late = await step(d.head, as(ops.sayNotNeeded), receipt.id, { reason: '无需办理', seenSeq: 1 });
    expect(late.problem).toMatchObject({ code: 'cases.changedMeanwhile', status: 409 });
  });

  it('of an immediate item is finished on one screen', async () => {
    const receipt = await app.call(d.clerk, ops.finishAtOnce, {
      body: {
        ...application({ itemId: d.proof, answers: {}, situations: {}, materials: [] }),
        applicant: { personId: d.person },
      },
    });
    expect(receipt.state).toBe('issued');
    const refusal = await app.ask(d.clerk, ops.finishAtOnce, {
      body: { ...application(), applicant: { personId: d.person } },
    });
    expect(refusal.problem.code).toBe('cases.notImmediate');
  });

  it('takes nothing of an immediate item whose last step cannot be kept', async () => {
    const numberOf = () => app.ground.db.one<{ n: number }>(sql`select count(*) as n from cases."case"`);
    const before = await numberOf();
    const refusal = await app.ask(d.clerk, ops.finishAtOnce, {
      body: {
        ...application({ itemId: d.proof, answers: {}, situations: {}, materials: [] }),
        applicant: { personId: d.person },
        opinion: 'half a character: \ud800',
      },
    });
    expect([refusal.status, refusal.problem.code]).toEqual([400, 'general.invalid']);
    expect(refusal.problem).toMatchObject({
      facts: { fields: { '/opinion': expect.stringContaining('cannot be stored') } },
    });
    expect(await numberOf()).toEqual(before);
  });

  it('tells the applicant by notices, once', async () => {
    await app.relay.drain();
    const told = async () =>
      (
        await app.ground.db.one<{ n: number }>(
          sql`select count(*) as n from notices.notice where person_id = ${d.person}`,
        )
      ).n;
    const before = await told();
    expect(before).toBeGreaterThan(10);
    await app.relay.drain();
    expect(await told()).toBe(before);
    expect(await app.ground.db.many(sql`select last_error from platform.stuck_event`)).toEqual([]);
  });
});

describe('lists', () => {
  it('show a department its own work and count what they show', async () => {
    const list = await app.call(d.examiner, ops.workList, { query: { open: true } });
    expect(list.rows.length).toBe(list.total);
    expect(list.rows.every(({ departmentId }) => departmentId === d.market)).toBe(true);
    expect((await app.call(d.otherHead, ops.workList, { query: { open: true, departmentId: d.market } })).total).toBe(
      0,
    );
    const everything = await app.call(d.office, ops.workList, { query: {} });
    expect(everything.total).toBeGreaterThan(list.total);
  });
});

describe('strangers', () => {
  it('see nothing of a case', async () => {
    const receipt = await submit();
    for (const account of [d.other, d.otherHead]) {
      expect((await app.ask(account, ops.getCase, { params: { id: receipt.id } })).status).toBe(403);
    }
    expect((await app.ask(null, ops.getCase, { params: { id: receipt.id } })).status).toBe(401);
    expect((await app.ask(null, ops.trackCase, { body: { number: receipt.number, name: '王五' } })).status).toBe(404);
    expect(
      (await app.call(null, ops.trackCase, { body: { number: receipt.number, name: '陈小满' } })).applicantName,
    ).toBe('陈*满');
  });

  it('cannot try out names for a number, nor numbers', async () => {
    const { number, trackCode } = await submit();
    const tries = async (bodies: { number: string; name: string }[]) => {
      const answers = await Promise.all(bodies.map((body) => app.ask(null, ops.trackCase, { body })));
      return answers.at(-1)!;
    };
    app.clock.advance(3_600_000);
    const names = await tries(Array.from({ length: 11 }, (_, i) => ({ number, name: `王${i}` })));
    expect([names.status, names.problem.code, Number(names.headers['retry-after']) > 0]).toEqual([
      429,
      'general.tooMany',
      true,
    ]);
    const numbers = await tries(Array.from({ length: 41 }, (_, i) => ({ number: `330199-2026-${i}`, name: '陈小满' })));
    expect(numbers.status).toBe(429);
    expect((await app.call(null, ops.trackCase, { body: { code: trackCode } })).number).toBe(number);
  });
});
