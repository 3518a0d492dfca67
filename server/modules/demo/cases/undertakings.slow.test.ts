/** What was undertaken in the demo: the lines are what the histories add up to, and whom one can sign in as finds something to do. */
import { describe, expect, test } from 'vitest';
import { after, type Action, type CaseRow, type RecordEntry, type Undertaking } from '#modules/cases';
import { shanghaiDay } from '#platform/clock';
import { makeWorld, named, rowsOf, testPlan } from '../testing/made.ts';

const of = (asOf: string) => {
  const { world } = makeWorld({ ...testPlan, asOf });
  const rows = rowsOf(world);
  return {
    world,
    cases: named('case', rows.case) as unknown as CaseRow[],
    actions: Map.groupBy(named('action', rows.action) as unknown as Action[], ({ caseId }) => caseId),
    undertakings: named('undertaking', rows.undertaking) as unknown as Undertaking[],
    records: named('promiseRecord', rows.promiseRecord) as unknown as RecordEntry[],
  };
};
const made = of(testPlan.asOf);
const cases = new Map(made.cases.map((row) => [row.id, row]));

/** Where an undertaking stands by the actions of its case alone. */
function standsBy(one: Undertaking, actions: readonly Action[]): { state: string; dueOn: string | null } {
  let state = 'none';
  let dueOn: string | null = null;
  for (const { kind, facts } of actions) {
    const made = (facts.undertakings as { id: string; dueOn: string | null }[] | undefined)?.find(
      ({ id }) => id === one.id,
    );
    if (made) [state, dueOn] = ['open', made.dueOn];
    const names = facts.materialId === one.materialId;
    if (kind === 'cure' && (facts.materials as { materialId: string }[]).some(({ materialId }) => materialId === one.materialId)) state = 'cured'; // prettier-ignore
    if (kind === 'returnCure' && names) [state, dueOn] = ['open', facts.dueOn as string];
    if (kind === 'lapseUndertaking' && (facts.undertakingIds as string[]).includes(one.id)) state = 'lapsed';
    if (kind === 'checkPromise' && names) state = facts.kept ? 'kept' : 'broken';
    if (kind === 'revoke' && ['open', 'lapsed', 'broken'].includes(state)) state = 'ended';
  }
  return { state, dueOn };
}

describe('undertakings', () => {
  test('stand where the histories of their cases have led them', () => {
    expect(made.undertakings.length).toBeGreaterThan(50);
    for (const one of made.undertakings) {
      const { state, outcome, number } = cases.get(one.caseId)!;
      const told = standsBy(one, made.actions.get(one.caseId)!);
      // Nothing depends on what follows later, where nothing was granted: that is no act of the case.
      const idle = one.kind === 'tolerance' && (!after(state, 'lapseUndertaking') || outcome === 'refused');
      if (one.state === 'ended' && idle) continue;
      expect({ number, state: one.state }).toEqual({ number, state: told.state });
      if (one.kind === 'tolerance') expect({ number, dueOn: one.dueOn }).toEqual({ number, dueOn: told.dueOn });
    }
  });

  test('have an entry for each that was broken, and nobody undertakes anything while one counts', () => {
    const byId = new Map(made.undertakings.map((one) => [one.id, one]));
    expect(made.records.length).toBeGreaterThan(3);
    for (const { undertakingId, caseId } of made.records) expect(byId.get(undertakingId)?.caseId).toBe(caseId);
    const barred = Map.groupBy(made.records, ({ personId, organisationId }) => organisationId ?? personId);
    for (const { caseId, personId, organisationId } of made.undertakings) {
      const { submittedAt } = cases.get(caseId)!;
      const against = (barred.get(organisationId ?? personId) ?? []).filter(
        ({ enteredAt, barredUntil }) =>
          enteredAt <= submittedAt && barredUntil && shanghaiDay(submittedAt) <= barredUntil,
      );
      expect(against).toEqual([]);
    }
  });

  test('are few: most hand in everything at once', () => {
    const share = (kind: string) => made.undertakings.filter((one) => one.kind === kind).length / made.cases.length;
    expect(share('tolerance')).toBeLessThan(0.01);
    expect(share('promise')).toBeLessThan(0.08);
  });
});

// After long holidays too: what is written counts working days.
describe.each(['2026-06-30', '2026-10-09', '2026-02-25', '2026-11-28'])('whoever signs in on %s', (asOf) => {
  const { world, cases: lines, undertakings } = asOf === testPlan.asOf ? made : of(asOf);
  const byId = new Map(lines.map((row) => [row.id, row]));
  const idOf = (login: string) => world.residents.get(login)!.id;
  const market = [...world.departments.values()].find(({ key }) => key === 'market-supervision')!.id;
  const open = undertakings.filter(({ endedAt }) => endedAt === null);

  test('as Xiaoman has something to hand in, which is not late yet', () => {
    const own = open.filter(({ personId }) => personId === idOf('xiaoman'));
    expect(own.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['tolerance open']);
    expect(own[0]!.dueOn! >= asOf).toBe(true);
  });

  test('as Yuanzhou can ask for a hearing', () => {
    const own = lines.filter(({ agentId, hearing }) => agentId === idOf('yuanzhou') && hearing?.state === 'offered');
    const now = own.filter(({ hearing, endedAt }) => endedAt === null && hearing!.askBy! >= asOf);
    expect(now.length).toBe(1);
  });

  test('at the market bureau has a promise to check, a hearing to set, one to hold, and a decision to revoke', () => {
    const here = open.filter(({ departmentId }) => departmentId === market);
    expect(here.some(({ state, sampled, dueOn }) => state === 'open' && sampled && dueOn && dueOn >= asOf)).toBe(true);
    expect(here.some(({ state, caseId }) => state === 'broken' && after(byId.get(caseId)!.state, 'revoke'))).toBe(true);
    const heard = lines.filter(({ departmentId, endedAt }) => departmentId === market && endedAt === null);
    expect(heard.some(({ hearing }) => hearing?.state === 'asked')).toBe(true);
    expect(heard.some(({ hearing }) => hearing?.state === 'set' && shanghaiDay(new Date(hearing.at!)) >= asOf)).toBe(
      true,
    );
  });
});
