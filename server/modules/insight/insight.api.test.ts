/** The figures on a real database: what is counted is what is listed, and making it again gives the same. */
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract, type Submission } from '#modules/cases/contract';
import { addDays } from '#modules/deadlines';
import { openSession, sessionCookie } from '#modules/people';
import { ratingsContract } from '#modules/ratings/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { foodApplication, step } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { figures, insightContract as ops, isSet, sets, type Figure, type FigureCase, type FigureFilter } from './contract.ts'; // prettier-ignore
import { noOutlet } from './case-day.ts';
import { rebuild } from './rebuild.ts';

let app: TestApp;
let d: SmallDistrict;

/** Courses that a case can take; `wait` lets days pass. */
const courses: string[][] = [
  [],
  ['accept'],
  ['wait', 'accept', 'grant', 'issue', 'deliver', 'rate'],
  ['accept', 'wait', 'wait', 'examine', 'grant', 'wait', 'issue', 'deliver'],
  ['accept', 'wait', 'wait', 'wait', 'wait', 'refuse', 'deliver', 'note', 'rate'],
  ['accept', 'wait', 'wait', 'wait', 'wait', 'wait', 'wait', 'wait', 'wait', 'grant'],
  ['askSupplement', 'wait'],
  ['askSupplement', 'wait', 'refuseAcceptance', 'rate'],
  ['accept', 'wait', 'withdraw'],
  ['sendOn', 'wait'],
];

async function makeCases(count: number, seed: number): Promise<void> {
  let state = seed;
  const random = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  for (let n = 0; n < count; n++) {
    app.clock.advance(random(20) * 3_600_000);
    const atWindow = random(3) === 0;
    const receipt = await app.call(atWindow ? d.clerk : d.resident, casesContract.submitCase, {
      body: foodApplication(d, atWindow ? { applicant: { personId: d.person } } : {}) as Submission,
    });
    for (const what of courses[random(courses.length)]!) {
      if (what === 'wait') app.clock.advance(random(9) * 86_400_000);
      else if (what === 'rate')
        await app.call(d.resident, ratingsContract.rateCase, {
          params: { id: receipt.id },
          body: { actionId: newId(), level: 'satisfied' },
        });
      else if (what === 'sendOn')
        await step(app, d, receipt.id, 'sendOn', { departmentId: d.security, reason: '属于公安事项' });
      else await step(app, d, receipt.id, what as 'accept');
    }
    // Batches of all sizes, some of them in the middle of a case's life.
    if (random(5) === 0) await app.relay.drain();
  }
  await app.relay.drain();
}

beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  await makeCases(70, 20_260_610);
});
afterAll(() => app.close());

const whole: FigureFilter = { from: '2026-01-01', to: '2028-12-31' };
const valueIn = (reply: { figures: { id: string; numerator: number; value: number | null }[] }, id: string) =>
  reply.figures.find((figure) => figure.id === id)!;

describe('figures', () => {
  it('agree with the cases themselves', async () => {
    const reply = await app.call(d.office, ops.getFigures, { query: whole });
    const truth = await app.ground.db.one<Record<string, number>>(sql`
      select count(*) as received, count(accepted_at) as accepted, count(ended_at) as closed, count(decided_at) as decided,
             count(*) filter (where ended_at is null) as open, count(*) filter (where door = 'portal') as online,
             count(*) filter (where rated) as rated from cases."case"`);
    for (const id of ['received', 'accepted', 'closed', 'open', 'online', 'rated'])
      expect([id, valueIn(reply, id).numerator]).toEqual([id, truth[id]]);
    expect(reply.figures.find(({ id }) => id === 'onTime')!.denominator).toBe(truth.decided);
    expect(truth.received).toBe(70);
    for (const id of ['onTime', 'late', 'overdue', 'rated', 'usedDays', 'intake', 'compression', 'visits'])
      expect(valueIn(reply, id).numerator).toBeGreaterThan(0);
  });

  it('are as many as the cases behind them, whatever is asked', async () => {
    const day = fc.integer({ min: 0, max: 600 }).map((days) => addDays('2026-06-01', days));
    const filters = fc.record(
      {
        from: day,
        to: day,
        departmentId: fc.constantFrom(d.market, d.security),
        itemId: fc.constantFrom(d.food, d.proof),
        door: fc.constantFrom('portal' as const, 'window' as const),
        outletId: fc.constantFrom(d.hall, noOutlet),
        townId: fc.constant(d.hall),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom('office', 'head', 'otherHead'), async (drawn, who) => {
        const { from, to } = drawn;
        const query = from && to && from > to ? { ...drawn, from: to, to: from } : drawn;
        const account = d[who as 'office'];
        const asked = await app.ask(account, ops.getFigures, { query });
        if (asked.status === 403 || asked.problem.code === 'insight.wrongPeriod') return;
        const reply = asked.body;
        const totalOf = async (set: (typeof sets)[number]) => {
          const page = await app.call(account, ops.listCases, { query: { ...query, set, limit: 500 } });
          expect(page.rows.length).toBe(page.total);
          return page;
        };
        for (const figure of reply.figures) {
          const made: Figure = figures.find(({ id }) => id === figure.id)!;
          if (figure.numeratorSet) expect((await totalOf(figure.numeratorSet)).total).toBe(figure.numerator);
          if (figure.denominatorSet) expect((await totalOf(figure.denominatorSet)).total).toBe(figure.denominator);
          const behind = figure.behind ?? (figure.kind === 'average' ? figure.denominatorSet : null);
          if (!behind) continue;
          // What is no set is summed over the cases of the list.
          const { rows } = await totalOf(behind);
          for (const of of ['numerator', 'denominator'] as const) {
            const sum = made[of];
            if (sum === null || isSet(sum)) continue;
            const said = (row: FigureCase): number =>
              sum === 'savedDays' ? row.statutoryDays! - row.promisedDays! : row[sum]!;
            expect([figure.id, rows.reduce((all, row) => all + said(row), 0)]).toEqual([figure.id, figure[of]]);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('have lists whose pages are the list', async () => {
    for (const set of sets) {
      const list = (limit: number, offset: number) =>
        app.call(d.office, ops.listCases, { query: { ...whole, set, limit, offset } });
      const { rows, total } = await list(500, 0);
      const paged = [];
      for (let offset = 0; offset <= total; offset += 7) {
        const page = await list(7, offset);
        expect(page.total).toBe(total);
        paged.push(...page.rows);
      }
      expect(paged).toEqual(rows);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(total);
    }
  });

  it('add up over every grouping', async () => {
    const all = await app.call(d.office, ops.getFigures, { query: whole });
    for (const by of ['day', 'month', 'department', 'door', 'item', 'outlet', 'town'] as const) {
      const { rows } = await app.call(d.office, ops.getGroups, { query: { ...whole, by } });
      const sum = (of: 'received' | 'closed' | 'late' | 'usedDays' | 'visits' | 'open' | 'overdue') =>
        rows.reduce((total, row) => total + (row[of] ?? 0), 0);
      expect([by, sum('received')]).toEqual([by, valueIn(all, 'received').numerator]);
      expect([by, sum('closed')]).toEqual([by, valueIn(all, 'closed').numerator]);
      expect([by, sum('visits')]).toEqual([by, valueIn(all, 'visits').numerator]);
      expect([by, sum('usedDays')]).toEqual([by, valueIn(all, 'usedDays').numerator]);
      if (by !== 'day' && by !== 'month') expect([by, sum('overdue')]).toEqual([by, valueIn(all, 'overdue').numerator]);
      if (by === 'day') expect(rows.length).toBe(1_096);
      if (by === 'item') expect(rows[0]).toMatchObject({ key: d.food, name: '开饭店' });
    }
  });

  it('show a department its own, and to strangers nothing', async () => {
    const own = await app.call(d.head, ops.getFigures, { query: whole });
    const given = await app.call(d.office, ops.getFigures, { query: { ...whole, departmentId: d.market } });
    expect(own.figures).toEqual(given.figures);
    expect((await app.ask(d.head, ops.getFigures, { query: { departmentId: d.security } })).status).toBe(403);
    // A clerk at the counter of an outlet has no department whose figures these would be.
    expect((await app.ask(d.clerk, ops.getFigures, { query: {} })).status).toBe(403);
    expect((await app.ask(d.resident, ops.getFigures, { query: {} })).status).toBe(403);
  });

  it('refuse a period that is none', async () => {
    for (const query of [
      { from: '2026-06-02', to: '2026-06-01' },
      { from: '2000-01-01', to: '2026-01-01' },
      { to: '1000-01-01' },
      { from: '9999-12-30' },
    ])
      expect((await app.ask(d.office, ops.getFigures, { query })).problem.code).toBe('insight.wrongPeriod');
  });

  it('move with the next act', async () => {
    const before = valueIn(await app.call(d.office, ops.getFigures, { query: whole }), 'received').numerator;
    await makeCases(1, 7);
    expect(valueIn(await app.call(d.office, ops.getFigures, { query: whole }), 'received').numerator).toBe(before + 1);
    expect(await app.ground.db.many(sql`select last_error from platform.stuck_event`)).toEqual([]);
  });
});

describe('making them again', () => {
  it('gives what was counted step by step', async () => {
    const found = await rebuild(app.ground, { checkOnly: true });
    expect(found).toEqual({ cases: 71, differing: 0, strays: 0, wrongCounters: 0 });
  });

  it('finds and puts right what was meddled with', async () => {
    const { db } = app.ground;
    const before = await app.call(d.office, ops.getFigures, { query: whole });
    await db.many(
      sql`update insight.day_count set received = received + 5 where day = (select min(day) from insight.day_count)`,
    );
    await db.many(sql`update insight.case_day set decided_on = decided_on + 1 where decided_on is not null`);
    await db.many(
      sql`delete from insight.case_day where case_id = (select max(case_id::text)::uuid from insight.case_day)`,
    );
    const found = await rebuild(app.ground, { checkOnly: true });
    expect(found.differing).toBeGreaterThan(1);
    expect(found.wrongCounters).toBeGreaterThan(0);
    expect(await app.call(d.office, ops.getFigures, { query: whole })).not.toEqual(before);
    await rebuild(app.ground);
    expect((await app.call(d.office, ops.getFigures, { query: whole })).figures).toEqual(before.figures);
    await db.many(sql`delete from insight.case_day`);
    await db.many(sql`delete from insight.day_count`);
    expect(await rebuild(app.ground)).toMatchObject({ differing: 71, wrongCounters: 0 });
    expect((await app.call(d.office, ops.getFigures, { query: whole })).figures).toEqual(before.figures);
  });
});

describe('files', () => {
  const download = async (account: string, body: object) => {
    const answer = await app.ask(account, ops.exportCases, {
      body: { set: 'received', format: 'csv', ...whole, ...body } as never,
    });
    expect(answer.status).toBe(200);
    return answer as unknown as { body: string; headers: Record<string, string> };
  };

  it('have a row for each case, formulas escaped and names masked', async () => {
    await app.call(d.head, casesContract.correct, {
      params: { id: (await app.call(d.head, ops.listCases, { query: { ...whole, set: 'open' } })).rows[0]!.id },
      body: { actionId: newId(), applicantName: '=HYPERLINK("http://x","点我")', reason: '试' },
    });
    const total = (await app.call(d.office, ops.listCases, { query: { ...whole, set: 'received' } })).total;
    const seen = await download(d.office, {});
    const rows = parse(seen.body, { bom: true }) as string[][];
    expect(rows.length).toBe(total + 1);
    expect(new Set(rows.slice(1).map((row) => row[4]))).toContain('陈*满');
    expect(seen.body).not.toContain('陈小满');
    expect(seen.headers['content-disposition']).toContain(encodeURIComponent('收件'));
    // The head decides these cases and reads the names.
    const own = parse((await download(d.head, { language: 'en' })).body, { bom: true }) as string[][];
    expect(own[0]![0]).toBe('Case');
    expect(new Set(own.slice(1).map((row) => row[4]))).toEqual(new Set(['陈小满', `'=HYPERLINK("http://x","点我")`]));
  });

  it('come as a workbook too', async () => {
    const list = await app.call(d.office, ops.listCases, { query: { ...whole, set: 'closed' } });
    const answer = await app.http.inject({
      method: 'POST',
      url: '/api/insight/exports',
      cookies: { [sessionCookie]: await openSession(app.ground, d.office, { secondFactor: true }) },
      payload: { set: 'closed', format: 'xlsx', ...whole },
    });
    expect(answer.headers['content-type']).toContain('spreadsheetml');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer);
    expect(book.worksheets[0]!.rowCount).toBe(list.total + 1);
  });

  it('leave lines in a trail that nobody can change', async () => {
    const lines = await app.call(d.auditor, ops.listExports, { query: {} });
    expect(lines.total).toBe(3);
    expect(lines.rows.map(({ accountName, format, set, masked }) => [accountName, format, set, masked])).toEqual([
      ['孙主任', 'xlsx', 'closed', true],
      ['赵局长', 'csv', 'received', false],
      ['孙主任', 'csv', 'received', true],
    ]);
    for (const statement of [sql`update insight.export set rows = 0`, sql`delete from insight.export`])
      await expect(app.ground.db.many(statement)).rejects.toThrow(/permission denied/);
    for (const view of ['published."case"', 'published.case_action'])
      await expect(app.ground.db.many(sql.raw(`update ${view} set seq = 9`) as never)).rejects.toThrow(
        /permission denied/,
      );
  });
});
