/** The histories: the same for a seed and a day, of every kind, at hours at which offices work, by the clocks of the product. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  beginning,
  clockAfter,
  dueAfter,
  hashAction,
  isFinal,
  noClock,
  noDue,
  stateAfter,
  type Action,
  type CaseRow,
} from '#modules/cases';
import { finalStates, kinds, openStates } from '#modules/cases/contract';
import { validateAnswers, type ItemVersion } from '#modules/catalogue';
import { documentKinds } from '#modules/documents';
import { checkCreditCode, checkIdNumber } from '#modules/people';
import { publishedCalendar } from '#modules/deadlines';
import { shanghaiDay, startOfDay } from '#platform/clock';
import { makeWorld, named, rowsOf, testPlan } from '../testing/made.ts';
import type { Row, Table } from '../load-store.ts';
import { endOf, firstDayOf, type Plan } from '../plan.ts';
import { batchesOf } from './generate.ts';

const { world } = makeWorld(testPlan);
const rows = rowsOf(world);
const cases = named('case', rows.case) as unknown as CaseRow[];
const actions = named('action', rows.action) as unknown as Action[];
const byCase = Map.groupBy(actions, ({ caseId }) => caseId);
const documents = named('document', rows.document) as { id: string; kind: string; number: string; subjectId: string; issuedAt: Date; data: object }[]; // prettier-ignore
const end = endOf(testPlan);

const digest = (plan: Plan): Record<string, string> =>
  Object.fromEntries(
    Object.entries(rowsOf(makeWorld(plan).world)).map(([table, some]) => [
      table,
      createHash('sha256').update(JSON.stringify(some)).digest('hex'),
    ]),
  );

describe('determinism', () => {
  const small = { ...testPlan, cases: 250 };
  test('the same seed and day give the same rows, byte for byte', () => {
    expect(digest(small)).toEqual(digest(small));
  });
  test('another seed or another day gives others', () => {
    const first = digest(small);
    for (const other of [digest({ ...small, seed: 8 }), digest({ ...small, asOf: '2026-06-29' })])
      for (const table of ['case', 'action', 'document', 'rating', 'notice'])
        expect(other[table]).not.toBe(first[table]);
  });
});

describe('what there is', () => {
  test('as many cases as were asked for, in every state, by every door, of every kind of act', () => {
    expect(cases.length).toBe(5_000);
    // Delivering closes the case in the same act: none rests between the two.
    const states = [...openStates, ...finalStates].filter((state) => state !== 'delivered');
    expect(new Set(cases.map(({ state }) => state))).toEqual(new Set(states));
    // Nobody made a mistake with a clock that had to be taken back, and no calendar changed.
    const never = ['cancelClock', 'recount'];
    expect(new Set(actions.map(({ kind }) => kind))).toEqual(new Set(kinds.filter((kind) => !never.includes(kind))));
    expect(new Set(cases.map(({ door }) => door))).toEqual(new Set(['portal', 'window', 'outlet']));
    const online = cases.filter(({ door }) => door === 'portal').length / cases.length;
    expect(online).toBeGreaterThan(0.8);
    expect(online).toBeLessThan(0.93);
    expect(new Set(cases.map(({ outletId }) => outletId)).size).toBeGreaterThan(12);
    expect(new Set(cases.map(({ departmentId }) => departmentId)).size).toBe(30);
    expect(new Set(cases.map(({ feeState }) => feeState))).toEqual(
      new Set(['none', 'asked', 'paid', 'waived', 'refunded']),
    );
  });

  test('documents of every kind that a case makes, with numbers that rise without a gap', () => {
    const made = new Set(documents.map(({ kind }) => kind));
    // What departments write to each other, and the end of a matter of several parts, no single case makes.
    const joint = new Set(['simulatedOpinion', 'consultation', 'consultationReply', 'jointOutcome']);
    expect(made).toEqual(new Set(documentKinds.filter((kind) => !joint.has(kind))));
    const series = Map.groupBy(documents, ({ number }) => number.replace(/第\d+号$/, ''));
    for (const some of series.values()) {
      const ordered = some.toSorted(
        (a, b) => a.issuedAt.getTime() - b.issuedAt.getTime() || (a.number < b.number ? -1 : 1),
      );
      expect(ordered.map(({ number }) => Number(/第(\d+)号$/.exec(number)![1]))).toEqual(ordered.map((_, i) => i + 1));
    }
    expect(new Set(documents.map(({ number }) => number)).size).toBe(documents.length);
  });

  test('ratings of every level, bad ones with a handling, and only of cases that have ended', () => {
    const ratings = named('rating', rows.rating) as { caseId: string; level: string; at: Date }[];
    expect(new Set(ratings.map(({ level }) => level)).size).toBe(5);
    const ends = new Map(cases.map((row) => [row.id, row]));
    for (const { caseId, at } of ratings) {
      expect(ends.get(caseId)!.rated).toBe(true);
      expect(at > ends.get(caseId)!.endedAt!).toBe(true);
    }
    const bad = ratings.filter(({ level }) => level === 'dissatisfied' || level === 'veryDissatisfied');
    expect(bad.length).toBeGreaterThan(0);
    expect(rows.handling.length).toBe(bad.length);
  });

  test('fees whose movements add up to what they say', () => {
    const fees = named('fee', rows.fee) as { id: string; totalFen: number; paidFen: number; refundedFen: number }[];
    const movements = Map.groupBy(
      named('movement', rows.movement) as { orderId: string; kind: string; amountFen: number }[],
      ({ orderId }) => orderId,
    );
    for (const { id, totalFen, paidFen, refundedFen } of fees) {
      const sum = (kind: string) =>
        movements.get(id)!.reduce((all, one) => all + (one.kind === kind ? one.amountFen : 0), 0);
      expect([sum('asked'), sum('paid'), sum('refunded')]).toEqual([totalFen, paidFen, refundedFen]);
    }
    expect(fees.some(({ refundedFen }) => refundedFen > 0)).toBe(true);
  });
});

describe('time', () => {
  test('nothing lies in the future, and nothing before the district’s eighteen months', () => {
    const begin = startOfDay(firstDayOf(testPlan));
    const strange: string[] = [];
    for (const [table, some] of Object.entries(rows) as [Table, Row[]][])
      for (const row of named(table, some))
        for (const [column, cell] of Object.entries(row))
          if (cell instanceof Date && !['nextAt', 'remindAt'].includes(column) && !(cell >= begin && cell < end))
            strange.push(`${table}.${column} ${cell.toISOString()}`);
    expect(strange).toEqual([]);
  });

  test('whoever acts for an office acts when it is open', () => {
    const strange = actions.filter(({ role, at }) => {
      if (['applicant', 'agent', 'rule'].includes(role)) return false;
      const day = shanghaiDay(at);
      const minute = (at.getTime() - startOfDay(day).getTime()) / 60_000;
      if (world.time.isWorking(day)) return !((minute >= 510 && minute <= 720) || (minute >= 810 && minute <= 1020));
      // On Saturday mornings the halls and the centres of the built-up area take things in.
      return !(role === 'clerk' && new Date(`${day}T00:00:00Z`).getUTCDay() === 6 && minute >= 540 && minute <= 720);
    });
    expect(strange.map(({ kind, role, at }) => `${kind} ${role} ${at.toISOString()}`)).toEqual([]);
  });

  test('counters are open when somebody comes to them', () => {
    for (const { outletId, submittedAt } of cases) {
      if (!outletId) continue;
      const { hours, name } = world.outlets.get(outletId)!;
      const day = shanghaiDay(submittedAt);
      const worked = world.time.isWorking(day);
      const natural = new Date(`${day}T00:00:00Z`).getUTCDay();
      // A weekend day that is worked has the hours of a Monday.
      const weekday = worked && (natural === 0 || natural === 6) ? 1 : natural;
      const time = new Date(submittedAt.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
      const open = hours.weekly.some((span) => span.weekday === weekday && span.opens <= time && time < span.closes);
      expect(open, `${name} ${day} ${time}`).toBe(true);
    }
  });

  test('people apply at the hours at which people do', () => {
    const hours = cases
      .filter(({ door }) => door === 'portal')
      .map(({ submittedAt }) => new Date(submittedAt.getTime() + 8 * 3_600_000).getUTCHours());
    const share = (from: number, to: number) => hours.filter((hour) => hour >= from && hour < to).length / hours.length;
    expect(share(0, 6)).toBeLessThan(0.06);
    expect(share(8, 18)).toBeGreaterThan(0.5);
    expect(share(18, 24)).toBeGreaterThan(0.15);
  });
});

describe('the rules of the product', () => {
  test('each history is possible, its chain holds, and its clock is the one that they compute', () => {
    const items = new Map(world.matters.map((matter) => [matter.id, matter.body]));
    for (const row of cases) {
      const own = byCase.get(row.id)!;
      const item = items.get(row.itemId)!;
      const { expiresOn = null } = own[0]!.facts as { expiresOn?: string | null };
      let clock = { ...noClock, ...dueAfter(noDue, 'submitted', own[0]!.at, item, publishedCalendar), expiresOn };
      let before = beginning;
      for (const action of own) {
        const { hash, ...said } = action;
        if (action.prevHash !== before || hashAction(said) !== hash)
          expect.fail(`${row.number} breaks at ${action.seq}`);
        before = hash;
        if (action.kind !== 'submit') clock = clockAfter(clock, action, item, publishedCalendar);
      }
      expect(row).toMatchObject({ seq: own.length, state: stateAfter(own), headHash: before, ...clock });
      expect(isFinal(row.state)).toBe(row.endedAt !== null);
    }
  });

  test('every application is one that its form accepts', () => {
    const items = new Map(world.matters.map((matter) => [matter.id, matter.body]));
    const faults = cases.flatMap(({ id, itemId, number, submittedAt }) => {
      const { answers, situations } = byCase.get(id)![0]!.facts as {
        answers: object;
        situations: Record<string, string>;
      };
      const body = items.get(itemId)!;
      const day = shanghaiDay(submittedAt);
      const checked = validateAnswers({ body } as ItemVersion, { answers: { ...answers }, situations }, {
        idNumber: (text) => checkIdNumber('residentCard', text, day).ok,
        creditCode: (text) => checkCreditCode(text).ok,
      }); // prettier-ignore
      return checked.ok ? [] : [`${number} ${body.name}: ${JSON.stringify(checked.fields)}`];
    });
    expect(faults).toEqual([]);
  });

  test('nearly all is in time, a few are late, some are open, one or two overdue', () => {
    const items = new Map(world.matters.map((matter) => [matter.id, matter.body]));
    const decided = cases.filter(({ decidedAt }) => decidedAt !== null);
    const late = decided.filter(
      ({ itemId, acceptedAt, decidedAt, decidedDue }) =>
        shanghaiDay(decidedAt!) >
        (decidedDue ?? dueAfter(noDue, 'accepted', acceptedAt!, items.get(itemId)!, publishedCalendar)).fatalOn!,
    );
    expect(late.length).toBeGreaterThan(0);
    expect(late.length / decided.length).toBeLessThan(0.02);
    const open = cases.filter(({ endedAt }) => endedAt === null);
    expect(open.length).toBeGreaterThan(60);
    const overdue = open.filter(
      ({ state, fatalOn }) => state !== 'supplementing' && fatalOn !== null && fatalOn < testPlan.asOf,
    );
    expect(overdue.length).toBeGreaterThan(0);
    expect(overdue.length).toBeLessThan(15);
  });
});

describe('many cases', () => {
  test('come in the order of time and in batches; only the newest have papers', () => {
    let last = '';
    let sum = 0;
    let first = true;
    for (const batch of batchesOf(world, 1_000)) {
      expect(batch.cases).toBeLessThanOrEqual(2_500);
      sum += batch.cases;
      const numbers = named('case', batch.rows.case!).map(({ number }) => String(number));
      expect(numbers[0]! > last).toBe(true);
      last = numbers.at(-1)!;
      if (first) expect(batch.rows.document).toEqual([]);
      first = false;
    }
    expect(sum).toBe(testPlan.cases);
  });
});
