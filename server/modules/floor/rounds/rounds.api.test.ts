/** Wardens and patrols over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticesContract } from '#modules/notices/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { openHall, type TestHall } from '../../hall/hall-testing.ts';
import { floorContract as ops } from '../contract.ts';

let app: TestApp;
let d: TestHall;
const zone = 'A 综合受理';
const way = [
  { id: newId(), zone, name: '填单台', look: '老花镜、笔、指南' },
  { id: newId(), zone, name: '自助区', look: '纸张、屏幕' },
  { id: newId(), zone: '入口', name: '东门', look: '通道畅通' },
];
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 2);
  await app.call(d.office, ops.savePoints, { params: { id: d.hall }, body: { points: way } });
});
afterAll(() => app.close());

const count = async (table: 'finding' | 'round_mark') =>
  (await app.ground.db.one<{ n: number }>(sql`select count(*)::int as n from ${sql.table(`floor.${table}`)}`)).n;
const start = (account: string, body: object = {}) =>
  app.ask(account, ops.startPatrol, { params: { id: d.hall }, body: { actionId: newId(), ...body } });
const mark = (account: string, id: string, body: object) =>
  app.ask(account, ops.markPoint, { params: { id }, body: { actionId: newId(), pointId: way[0]!.id, ...body } });
const finish = (account: string, id: string, note = '') =>
  app.ask(account, ops.finishRound, { params: { id }, body: { note } });

describe('a patrol', () => {
  it('goes the way as it was when it began, notes what it finds, and ends with a reason for what nobody saw', async () => {
    const [clerk, other] = [d.clerks[0]!, d.clerks[1]!];
    const { body: round } = await start(clerk);
    expect(round.way.map(({ name, result }) => [name, result])).toEqual([['填单台', null], ['自助区', null], ['东门', null]]); // prettier-ignore
    expect((await start(clerk)).problem.code).toBe('floor.roundOpen');
    await app.call(d.office, ops.savePoints, { params: { id: d.hall }, body: { points: way.slice(0, 2) } });
    await app.call(d.office, ops.savePoints, { params: { id: d.hall }, body: { points: way } });
    app.clock.advance(5 * 60_000);
    const early = new Date(app.clock.now().getTime() - 3_600_000).toISOString();
    expect((await mark(clerk, round.id, { seenAt: early })).body.way[0]).toMatchObject({ result: 'ok', seenAt: round.startedAt }); // prettier-ignore
    const finding = { severity: 'serious' as const, body: '打印机缺纸' };
    const { body: after } = await mark(clerk, round.id, { pointId: way[1]!.id, finding });
    expect(after).toMatchObject({ marked: 2, findings: 1, endedAt: null });
    const found = await app.call(clerk, ops.getFinding, { params: { id: after.way[1]!.findingIds[0]! } });
    expect(found).toMatchObject({ source: 'patrol', body: '自助区：打印机缺纸', zone, roundId: round.id });
    expect((await mark(other, round.id, {})).status).toBe(403);
    expect((await app.ask(other, ops.getRound, { params: { id: round.id } })).status).toBe(403);
    expect((await finish(clerk, round.id)).problem).toMatchObject({ code: 'floor.pointsLeft', facts: { left: 1 } });
    expect((await finish(clerk, round.id, '东门施工')).body).toMatchObject({ note: '东门施工' });
    expect((await finish(clerk, round.id, '别的')).body.note).toBe('东门施工');
    expect((await mark(clerk, round.id, { pointId: way[2]!.id })).problem.code).toBe('floor.roundOver');
    const list = (account: string) => app.call(account, ops.listRounds, { params: { id: d.hall }, query: {} });
    expect((await list(other)).total).toBe(0);
    expect((await list(clerk)).rows).toMatchObject([{ points: 3, marked: 2, findings: 1 }]);
    expect((await list(d.office)).total).toBe(1);
    const ofRound = await app.call(d.office, ops.listFindings, { params: { id: d.hall }, query: { roundId: round.id } }); // prettier-ignore
    expect(ofRound.total).toBe(1);
    // Whoever walked it gets to what the round's figure counts; others do not.
    const listOf = (account: string) => app.call(account, ops.listFindings, { params: { id: d.hall }, query: { roundId: round.id } }); // prettier-ignore
    expect((await listOf(clerk)).rows.map(({ id }) => id)).toEqual([found.id]);
    expect((await listOf(other)).total).toBe(0);
    for (const statement of [sql`update floor.round_mark set result = 'ok'`, sql`delete from floor.warden_hand`])
      await expect(app.ground.db.many(statement)).rejects.toThrow(/permission denied/);
  });

  it('stores each act once however often a telephone sends it, and nothing by half', async () => {
    const actionId = newId();
    const twice = await Promise.all([start(d.office, { actionId, zone }), start(d.office, { actionId, zone })]);
    expect(twice.some(({ status }) => status === 200)).toBe(true);
    expect((await start(d.office, { actionId, zone })).body.way.length).toBe(2);
    const [findings, marks] = [await count('finding'), await count('round_mark')];
    const bad = { actionId: newId(), finding: { severity: 'minor' as const, body: '缺笔', fileIds: [newId()] } };
    expect((await mark(d.office, actionId, bad)).problem.code).toBe('documents.notYourFile');
    expect((await mark(d.office, actionId, { pointId: newId() })).problem.code).toBe('floor.noPoint');
    expect([await count('finding'), await count('round_mark')]).toEqual([findings, marks]);
    const said = { actionId: newId(), finding: { severity: 'minor' as const, body: '缺笔' } };
    const sent = await Promise.all([1, 2, 3].map(() => mark(d.office, actionId, said)));
    expect(sent.some(({ status }) => status === 200)).toBe(true);
    expect((await mark(d.office, actionId, said)).body).toMatchObject({ marked: 1, findings: 1 });
    expect([await count('finding'), await count('round_mark')]).toEqual([findings + 1, marks + 1]);
    expect((await mark(d.office, actionId, { ...said, pointId: way[1]!.id })).problem.code).toBe('floor.actRepeated');
    await finish(d.office, actionId, '其余下午再看');
  });
});

describe('an act that comes again', () => {
  const repeated = { status: 409, problem: { code: 'floor.actRepeated' } };

  it('of a patrol is answered as done; where something else was seen it is refused and nothing is stored', async () => {
    const [clerk] = d.clerks as [string];
    const begun = { actionId: newId(), zone };
    const { body: round } = await start(clerk, begun);
    expect((await start(clerk, begun)).body.id).toBe(round.id);
    expect(await start(clerk, { actionId: begun.actionId })).toMatchObject(repeated);
    app.clock.advance(60_000);
    const seenAt = app.clock.now().toISOString();
    const finding = { severity: 'minor' as const, body: '缺笔', departmentId: d.market };
    const seen = { actionId: newId(), seenAt };
    const found = { actionId: newId(), seenAt, pointId: way[1]!.id, finding };
    for (const said of [seen, seen, found, found]) expect((await mark(clerk, round.id, said)).status).toBe(200);
    const kept = async () => [await count('finding'), await count('round_mark')];
    const before = await kept();
    app.clock.advance(60_000);
    for (const said of [seen, found]) expect((await mark(clerk, round.id, said)).body.marked).toBe(2);
    const others = [
      { ...seen, pointId: way[1]!.id },
      { ...seen, seenAt: round.startedAt },
      { ...seen, finding },
      { ...found, finding: undefined },
      { ...found, finding: { ...finding, severity: 'grave' } },
      { ...found, finding: { ...finding, body: '缺纸' } },
      { ...found, finding: { ...finding, departmentId: undefined } },
      { ...found, finding: { ...finding, fileIds: [newId()] } },
    ];
    for (const said of others) expect(await mark(clerk, round.id, said)).toMatchObject(repeated);
    const raised = { actionId: found.actionId, severity: 'minor' as const, body: '自助区：缺笔', zone, departmentId: d.market }; // prettier-ignore
    expect(await app.ask(clerk, ops.raiseFinding, { params: { id: d.hall }, body: raised })).toMatchObject(repeated);
    expect(await kept()).toEqual(before);
    await finish(clerk, round.id);
  });

  it('of a patrol at the same moment is answered as done each time', async () => {
    const [clerk] = d.clerks as [string];
    const { body: round } = await start(clerk, { zone });
    const found = { actionId: newId(), pointId: way[1]!.id, finding: { severity: 'minor' as const, body: '缺笔' } };
    for (const said of [{ actionId: newId() }, found]) {
      const sent = await Promise.all([1, 2, 3].map(() => mark(clerk, round.id, said)));
      expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    }
    await finish(clerk, round.id);
  });
});

describe('a zone', () => {
  const plan = (body: object = {}) =>
    app.ask(d.office, ops.planWardens, { params: { id: d.hall }, body: { zone, accountId: d.clerks[0]!, days: ['2026-06-11'], halves: ['morning', 'afternoon'] as const, ...body } as never }); // prettier-ignore
  const read = async () => (await app.call(d.examiner, ops.readWardens, { params: { id: d.hall }, query: { from: '2026-06-11', to: '2026-06-11' } })).rows; // prettier-ignore
  const hand = (account: string, id: string, body: object = {}) =>
    app.ask(account, ops.handOverWarden, { params: { id }, body: { actionId: newId(), accountId: d.clerks[1]!, note: '东门在修', ...body } }); // prettier-ignore

  it('has a warden for each half-day, who hands it over with a word that the next one gets', async () => {
    expect((await plan({ zone: 'Z' })).problem.code).toBe('floor.noSuchZone');
    expect((await plan({ accountId: newId() })).problem.code).toBe('floor.noSuchStaff');
    expect((await plan({ days: ['2026-06-01'] })).problem.code).toBe('floor.halfOver');
    expect((await plan({ accountId: d.clerks[1]! })).body.planned).toBe(2);
    expect((await plan()).body.planned).toBe(2);
    app.clock.set('2026-06-11T09:30:00+08:00');
    expect((await plan({ accountId: d.clerks[1]! })).problem.code).toBe('floor.handOverInstead');
    const [morning] = (await read()).filter(({ half }) => half === 'morning');
    expect((await hand(d.clerks[1]!, morning!.id)).status).toBe(403);
    expect((await hand(d.clerks[0]!, morning!.id, { accountId: d.clerks[0]! })).problem.code).toBe('floor.sameWarden');
    const actionId = newId();
    for (const _ of [1, 2])
      expect((await hand(d.office, morning!.id, { actionId })).body).toMatchObject({ accountId: d.clerks[1]!, hands: [{ note: '东门在修' }] }); // prettier-ignore
    expect((await hand(d.office, morning!.id, { actionId, note: '西门在修' })).problem.code).toBe('floor.actRepeated');
    const inbox = await app.call(d.clerks[1]!, noticesContract.myNotices, { query: { work: true } });
    expect(inbox.rows.filter(({ template }) => template === 'floorWarden').length).toBe(1);
    const { body: round } = await start(d.clerks[1]!, { zone });
    for (const { id } of way.slice(0, 2)) await mark(d.clerks[1]!, round.id, { pointId: id });
    await finish(d.clerks[1]!, round.id);
    expect((await read()).map(({ half, patrols }) => [half, patrols])).toEqual([['morning', 1], ['afternoon', 0]]); // prettier-ignore
    app.clock.set('2026-06-11T13:00:00+08:00');
    expect((await hand(d.office, morning!.id, { accountId: d.clerks[0]! })).problem.code).toBe('floor.halfOver');
  });

  it('is handed over by its warden, who is answered as done when the same comes again, and may do no more', async () => {
    app.clock.set('2026-06-10T18:00:00+08:00');
    await plan();
    app.clock.set('2026-06-11T13:30:00+08:00');
    const afternoon = (await read()).find(({ half }) => half === 'afternoon')!;
    const [warden, next] = d.clerks as [string, string];
    const actionId = newId();
    // Sent again after a lost answer: the zone is the next one's by then.
    for (const _ of [1, 2]) {
      const again = await hand(warden, afternoon.id, { actionId });
      expect(again).toMatchObject({ status: 200, body: { accountId: next, hands: [{ note: '东门在修' }] } });
      expect(again.body.hands.length).toBe(1);
    }
    expect((await hand(warden, afternoon.id, { actionId, note: '西门在修' })).problem.code).toBe('floor.actRepeated');
    expect((await hand(warden, afternoon.id)).status).toBe(403);
    const morning = (await read()).find(({ half }) => half === 'morning')!;
    expect((await hand(next, morning.id, { actionId })).status).toBe(403);
  });
});
