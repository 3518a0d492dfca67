/** The database holds the same course as `case.ts`, and refuses what is not in it whoever asks. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { after, kinds, states } from './case.ts';
import { casesContract as ops } from './contract.ts';
import { actByRule } from './course/by-rule.ts';

let app: TestApp;
let d: SmallDistrict;
let owner: pg.Client;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  owner = new pg.Client({ connectionString: app.connectionString });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await app.close();
});

const submit = () =>
  app.call(d.resident, ops.submitCase, {
    body: {
      actionId: newId(),
      itemId: d.food,
      applicant: {},
      answers: { shopName: '小满面馆', area: 80 },
      situations: { business: 'packed' },
      materials: [],
      delivery: { way: 'electronic' },
      signature: { way: 'confirmed' },
    },
  });

describe('the database', () => {
  it('knows the same steps as the rules', async () => {
    const { rows } = await owner.query<{ text: string }>(
      "select pg_get_functiondef('cases.check_action'::regproc) as text",
    );
    const stored = new Set([...rows[0]!.text.matchAll(/'(\w+>\w+>\w+)'/g)].map((match) => match[1]));
    const ruled = new Set(
      states.flatMap((from) =>
        kinds.flatMap((kind) => {
          const to = kind === 'submit' ? undefined : after(from, kind);
          return to ? [`${from}>${kind}>${to}`] : [];
        }),
      ),
    );
    expect([...stored].toSorted()).toEqual([...ruled].toSorted());
  });

  it('refuses an illegal step, a gap, a fork and a broken chain', async () => {
    const receipt = await submit();
    const { rows } = await owner.query('select hash from cases.action where case_id = $1', [receipt.id]);
    const insert = (change: object) => {
      const row = { seq: 2, kind: 'accept', from: 'submitted', to: 'accepted', prev: rows[0].hash, ...change };
      return owner.query(
        `insert into cases.action (case_id, seq, id, kind, from_state, to_state, at, role, facts, prev_hash, hash)
         values ($1, $2, gen_random_uuid(), $3, $4, $5, now(), 'clerk', '{}', $6, 'x')`,
        [receipt.id, row.seq, row.kind, row.from, row.to, row.prev],
      );
    };
    for (const wrong of [
      { kind: 'grant', to: 'granted' },
      { seq: 3 },
      { seq: 1 },
      { from: 'accepted', kind: 'grant', to: 'granted' },
      { prev: 'y' },
    ]) {
      await expect(insert(wrong), JSON.stringify(wrong)).rejects.toThrow();
    }
    await insert({});
  });

  it('lets the application neither change a history nor delete a case', async () => {
    const receipt = await submit();
    const forbidden = [
      sql`update cases.action set facts = '{}' where case_id = ${receipt.id}`,
      sql`delete from cases.action where case_id = ${receipt.id}`,
      sql`delete from cases."case" where id = ${receipt.id}`,
      sql`truncate cases.action`,
    ];
    for (const statement of forbidden) await expect(app.ground.db.many(statement)).rejects.toThrow(/permission denied/);
  });
});

describe('a rule', () => {
  it('lapses a case whose supplement did not come, the day after its last day and not before', async () => {
    const receipt = await submit();
    await app.call(d.examiner, ops.askSupplement, {
      params: { id: receipt.id },
      body: { actionId: newId(), wanted: [{ what: '缺少签名' }] },
    });
    const { fatalOn } = (await app.call(d.resident, ops.getCase, { params: { id: receipt.id } })).case;
    const before = app.clock.now();
    app.clock.set(`${fatalOn}T23:59:00+08:00`);
    await actByRule(app.ground);
    const meanwhile = await app.call(d.resident, ops.getCase, { params: { id: receipt.id } });
    expect(meanwhile.case.state).toBe('supplementing');
    app.clock.advance(61_000);
    expect(await actByRule(app.ground)).toBeGreaterThan(0);
    const whole = await app.call(d.resident, ops.getCase, { params: { id: receipt.id } });
    expect(whole.case.state).toBe('lapsed');
    expect(whole.timeline.at(-1)).toMatchObject({ kind: 'lapse', role: 'rule', by: null });
    app.clock.set(before);
  });
});

describe('two people', () => {
  it('who act at once get one result and one answer that says what happened', async () => {
    const receipt = await submit();
    const act = (account: string, op: (typeof ops)['refuseAcceptance']) =>
      app.ask(account, op, { params: { id: receipt.id }, body: { actionId: newId(), reason: '材料不符' } });
    const answers = await Promise.all([
      act(d.examiner, ops.refuseAcceptance),
      act(d.head, ops.sayNotNeeded as never),
      act(d.examiner, ops.refuseAcceptance),
    ]);
    expect(answers.filter(({ status }) => status === 200).length).toBe(1);
    expect(
      answers.filter(({ status }) => status === 409).every(({ problem }) => problem.code === 'cases.wrongStep'),
    ).toBe(true);
  });
});
