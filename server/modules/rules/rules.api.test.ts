/** Preparing and publishing rules over HTTP with the real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/db';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { rulesContract as ops, type RuleSet } from './contract.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
});
afterAll(() => app.close());

type Table = RuleSet['tables'][number];
const rule = (cells: string[], verdict: Table['rules'][number]['verdict']): Table['rules'][number] => ({
  cells,
  verdict,
  reason: verdict === 'pass' ? '面积符合要求' : '面积不够',
  reasonEn: verdict === 'pass' ? 'The area suffices' : 'The area is too small',
  article: '食品经营许可和备案管理办法 第十三条',
});
const premises = (parts: Partial<Table> = {}): RuleSet => ({
  tables: [
    {
      id: 'premises',
      title: '经营场所',
      titleEn: 'Premises',
      hitPolicy: 'U',
      columns: [
        { label: '业态', labelEn: 'Business', expression: 'business', type: 'string', values: '"hot", "packed"' },
        { label: '面积', labelEn: 'Area', expression: 'area', type: 'integer', values: '' },
      ],
      rules: [rule(['"packed"', '-'], 'pass'), rule(['"hot"', '>= 60'], 'pass'), rule(['"hot"', '< 60'], 'fail')],
      tests: [
        { name: '80 平方米的面馆', given: { business: 'hot', area: 80 }, verdict: 'pass' },
        { name: '没写面积', given: { business: 'hot', area: null }, verdict: 'canNotTell' },
      ],
      ...parts,
    },
  ],
});
const params = () => ({ params: { id: d.food } });
const save = (account: string, body: RuleSet, revision: number) =>
  app.ask(account, ops.saveRules, { ...params(), body: { body, revision } });

describe('rules of an item', () => {
  it('are prepared by its department and published by the office', async () => {
    const empty = await app.call(d.head, ops.getRules, params());
    expect(empty).toMatchObject({ published: null, draft: null, versions: [] });
    expect(empty.fields.map(({ name }) => name)).toEqual(['shopName', 'area', 'grease', 'business', 'applicantKind', 'day', 'hasAgent', 'materialsComplete']); // prettier-ignore
    expect((await save(d.otherHead, premises(), 0)).status).toBe(403);
    expect((await save(d.head, premises(), 0)).body).toMatchObject({ revision: 1, changedBy: '赵局长' });
    const late = await save(d.office, premises(), 0);
    expect(late.problem).toMatchObject({ code: 'rules.changedMeanwhile', facts: { revision: 1, by: '赵局长' } });
    const publish = { ...params(), body: { revision: 1, note: '按新办法' } };
    expect((await app.ask(d.head, ops.publishRules, publish)).status).toBe(403);
    expect(await app.call(d.office, ops.publishRules, publish)).toEqual({ version: 1 });
    expect((await app.ask(d.office, ops.publishRules, publish)).problem.code).toBe('rules.noDraft');
    const now = await app.call(d.examiner, ops.getRules, params());
    expect(now).toMatchObject({ published: { version: 1, body: premises() }, draft: null, versions: [{ version: 1 }] });
    await expect(app.ground.db.many(sql`update rules.version set note = ''`)).rejects.toThrow(/permission denied/);
  });

  it('are refused with the test row, the gap and the contradiction, and nothing is stored', async () => {
    const { tables } = premises();
    const bad = premises({
      rules: [...tables[0]!.rules.slice(0, 2), rule(['"packed"', '> 500'], 'fail')],
      tests: [{ name: '小面馆', given: { business: 'hot', area: 20 }, verdict: 'fail' }],
    });
    const report = await app.call(d.head, ops.checkRules, { ...params(), body: { body: bad } });
    expect(report).toMatchObject({
      ready: false,
      faults: [],
      tables: [
        {
          gaps: [{ cells: ['"hot"', '< 60'], example: ['"hot"', '59'] }],
          overlaps: [{ rules: [0, 2], cells: ['"packed"', '> 500'], contradictory: true }],
          tests: [{ name: '小面馆', expected: 'fail', got: 'canNotTell', passed: false, silence: 'noRule' }],
        },
      ],
    });
    const { revision } = (await save(d.head, bad, 0)).body as { revision: number };
    const refused = await app.ask(d.office, ops.publishRules, { ...params(), body: { revision, note: '' } });
    expect(refused.problem).toMatchObject({
      code: 'rules.notReady',
      facts: { tests: [{ tableId: 'premises', name: '小面馆' }], gaps: [{}], contradictions: [{ rules: [0, 2] }] },
    });
    expect((await app.call(d.head, ops.getRules, params())).versions).toHaveLength(1);
    await app.call(d.head, ops.dropRules, params());
    expect((await app.ask(d.head, ops.dropRules, params())).problem.code).toBe('rules.noDraft');
  });

  it('can be read again as they were, by version', async () => {
    const first = { params: { id: d.food, version: 1 } };
    expect(await app.call(d.examiner, ops.getRulesVersion, first)).toMatchObject({ version: 1, body: premises() });
    const none = await app.ask(d.head, ops.getRulesVersion, { params: { id: d.food, version: 9 } });
    expect([none.status, none.problem.code]).toEqual([404, 'rules.noVersion']);
    expect((await app.ask(d.otherHead, ops.getRulesVersion, first)).status).toBe(403);
  });

  it('that would take for ever are refused with the table that does', async () => {
    const slow = premises({
      columns: premises().tables[0]!.columns.with(1, { label: '面积', labelEn: 'Area', expression: 'if some i in 1..1000000, j in 1..1000000 satisfies i = 0 then 1 else area', type: 'integer', values: '' }), // prettier-ignore
    });
    const report = await app.call(d.examiner, ops.checkRules, { ...params(), body: { body: slow } });
    expect(report).toMatchObject({ ready: false, faults: [{ at: '/tables/0', fault: 'tooMuch' }] });
    expect(report.tables[0]!.tests[0]).toMatchObject({ passed: false, got: 'canNotTell', silence: 'tooMuch' });
  });

  it('are listed with their count for whom they concern', async () => {
    const all = await app.call(d.office, ops.listRules, { query: {} });
    expect(all).toMatchObject({ total: 1, rows: [{ itemName: '开饭店', version: 1, tables: 1, hasDraft: false }] });
    expect(await app.call(d.office, ops.listRules, { query: { q: '面馆' } })).toEqual({ rows: [], total: 0 });
    expect(await app.call(d.otherHead, ops.listRules, { query: {} })).toEqual({ rows: [], total: 0 });
    expect((await app.ask(d.otherHead, ops.listRules, { query: { departmentId: d.market } })).status).toBe(403);
  });

  it('go out as DMN and come back the same', async () => {
    const { xml, fileName } = await app.call(d.head, ops.exportRules, { ...params(), query: { version: 1 } });
    expect(fileName).toMatch(/-1\.dmn$/);
    const back = await app.call(d.head, ops.importRules, { ...params(), body: { xml } });
    const [table] = premises().tables;
    expect(back.body.tables).toEqual([
      { ...table, tests: [], columns: table!.columns.map((column) => ({ ...column, labelEn: '' })) },
    ]);
    const bad = await app.ask(d.head, ops.importRules, { ...params(), body: { xml: '<definitions>\n<decision' } });
    expect(bad.problem).toMatchObject({ code: 'rules.unreadableDmn', facts: { line: 2 } });
    const bomb = '<!DOCTYPE a [<!ENTITY b "c">]><definitions/>';
    expect((await app.ask(d.head, ops.importRules, { ...params(), body: { xml: bomb } })).problem.code).toBe('rules.unreadableDmn'); // prettier-ignore
    expect((await app.ask(d.head, ops.importRules, { ...params(), body: { xml: '<definitions/>' } })).problem.code).toBe('rules.nothingToTake'); // prettier-ignore
    expect((await app.ask(d.head, ops.exportRules, { ...params(), query: { version: 9 } })).problem.code).toBe('rules.noVersion'); // prettier-ignore
  });
});
