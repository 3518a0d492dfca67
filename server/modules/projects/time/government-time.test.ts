/** Whose time a project takes: never counted twice, whatever the order in which it is told. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, publishedCalendar as calendar } from '#modules/deadlines';
import { clockOf, counts, daysOf, shareTime, stretchesOf, type Stretch, type Unit } from './government-time.ts';

const start = '2026-01-01';
const stretch = (
  from: number,
  length: number,
  departmentId = 'a',
  whose: Stretch['whose'] = 'government',
): Stretch => ({
  whose,
  departmentId,
  from: addDays(start, from),
  to: addDays(start, from + length),
  open: false,
});
const anyStretch = fc
  .tuple(
    fc.nat(200),
    fc.nat(60),
    fc.constantFrom('a', 'b', 'c'),
    fc.constantFrom('government', 'commissioned', 'owner'),
  )
  .map(([from, length, department, whose]) => stretch(from, length, department, whose as Stretch['whose']));
const several = fc.array(anyStretch, { maxLength: 12 });
const unit = fc.constantFrom<Unit>('workingDay', 'calendarDay');
const size = (all: readonly Stretch[], one: Unit): number => shareTime(all, one, calendar).used;

describe('the union', () => {
  test('is never longer than the sum, nor shorter than the longest', () => {
    fc.assert(
      fc.property(several, unit, (all, one) => {
        const lengths = all.filter(counts).map((each) => size([each], one));
        expect(size(all, one)).toBeLessThanOrEqual(lengths.reduce((sum, length) => sum + length, 0));
        expect(size(all, one)).toBeGreaterThanOrEqual(Math.max(0, ...lengths));
      }),
    );
  });
  test('does not depend on the order', () => {
    const shuffled = several.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, unit, ([all, other], one) => {
        expect(shareTime(other, one, calendar)).toEqual(shareTime(all, one, calendar));
      }),
    );
  });
  test('does not change when a stretch is split, or told twice', () => {
    fc.assert(
      fc.property(several, anyStretch, fc.nat(60), unit, (all, whole, at, one) => {
        const cut = addDays(whole.from, at);
        fc.pre(cut <= whole.to);
        const split = [
          { ...whole, to: cut },
          { ...whole, from: cut },
        ];
        expect(shareTime([...all, ...split], one, calendar)).toEqual(shareTime([...all, whole], one, calendar));
        expect(shareTime([...all, whole, whole], one, calendar)).toEqual(shareTime([...all, whole], one, calendar));
      }),
    );
  });
  test('working days are never more than calendar days, and the owner’s time is nobody’s', () => {
    fc.assert(
      fc.property(several, (all) => {
        expect(size(all, 'workingDay')).toBeLessThanOrEqual(size(all, 'calendarDay'));
        expect(size(all.filter(counts), 'calendarDay')).toBe(size(all, 'calendarDay'));
      }),
    );
  });
  test('shares: alone and shared make up each; alone together are within the whole; every day belongs to somebody', () => {
    fc.assert(
      fc.property(several, unit, (all, one) => {
        const { used, shares } = shareTime(all, one, calendar);
        for (const { days, alone, shared } of shares) {
          expect(alone + shared).toBe(days);
          expect(days).toBeLessThanOrEqual(used);
        }
        const sum = (pick: (share: (typeof shares)[number]) => number) =>
          shares.reduce((n, share) => n + pick(share), 0);
        expect(sum(({ alone }) => alone)).toBeLessThanOrEqual(used);
        expect(sum(({ days }) => days)).toBeGreaterThanOrEqual(used);
      }),
    );
  });
});

test('the first day does not count, and days off only in calendar days', () => {
  // Wednesday to Wednesday.
  const week = [{ from: '2026-06-10', to: '2026-06-17' }];
  expect(daysOf(week, 'calendarDay', calendar).size).toBe(7);
  expect(daysOf(week, 'workingDay', calendar).size).toBe(5);
  expect(daysOf([{ from: '2026-06-10', to: '2026-06-10' }], 'calendarDay', calendar).size).toBe(0);
});

const at = (day: string) => new Date(`${day}T10:00:00+08:00`);
const told = (kind: string, toState: string, day: string, facts: object = {}) =>
  ({ kind, toState, at: at(day), facts }) as never;
const rule = { countsFrom: 'submitted' as const, ownProcedures: ['招标'] };
const history = [
  told('submit', 'submitted', '2026-06-01'),
  told('askSupplement', 'supplementing', '2026-06-03'),
  told('supplement', 'submitted', '2026-06-10'),
  told('accept', 'accepted', '2026-06-11'),
  told('pause', 'accepted', '2026-06-15', { clock: { id: 'p', kind: 'paused', on: '2026-06-15', reason: '专家评审' } }),
  told('resume', 'accepted', '2026-06-18', { clock: { id: 'r', kind: 'resumed', pause: 'p', on: '2026-06-18' } }),
  told('grant', 'granted', '2026-06-22'),
  told('issue', 'issued', '2026-06-29'),
];
const seen = (stretches: readonly Stretch[]) =>
  stretches.map(({ whose, from, to }) => `${whose} ${from.slice(5)}/${to.slice(5)}`);

describe('the history of a case', () => {
  test('is government’s until the decision, the owner’s while something is missing; what is commissioned counts', () => {
    expect(seen(stretchesOf(history, 'a', rule, '2026-07-01'))).toEqual([
      'government 06-01/06-03',
      'owner 06-03/06-10',
      'government 06-10/06-15',
      'commissioned 06-15/06-18',
      'government 06-18/06-22',
    ]);
  });
  test('counts from acceptance where the type says so', () => {
    expect(seen(stretchesOf(history, 'a', { ...rule, countsFrom: 'accepted' }, '2026-07-01'))).toEqual([
      'owner 06-01/06-11',
      'government 06-11/06-15',
      'commissioned 06-15/06-18',
      'government 06-18/06-22',
    ]);
  });
  test('a procedure that the type calls the owner’s own does not count, nor one that was taken back', () => {
    const tender = history.map((one) => {
      const { facts } = one as { facts: { clock?: { reason?: string } } };
      return facts.clock?.reason ? { ...(one as object), facts: { clock: { ...facts.clock, reason: '招标' } } } : one;
    }) as never[];
    expect(seen(stretchesOf(tender, 'a', rule, '2026-07-01'))).toContain('owner 06-15/06-18');
    const cancelled = [
      ...history.slice(0, 6),
      told('cancelClock', 'accepted', '2026-06-19', {
        clock: { id: 'c', kind: 'cancelled', cancels: 'p', on: '2026-06-19' },
      }),
      ...history.slice(6),
    ];
    expect(seen(stretchesOf(cancelled, 'a', rule, '2026-07-01')).at(-1)).toBe('government 06-10/06-22');
  });
  test('what lasts runs to today, at the department to which it was sent on', () => {
    const moved = [
      told('submit', 'submitted', '2026-06-01'),
      told('sendOn', 'submitted', '2026-06-02', { from: 'a', to: 'b' }),
      told('accept', 'accepted', '2026-06-03'),
    ];
    const found = stretchesOf(moved, 'b', rule, '2026-06-08');
    expect(found.map(({ departmentId, to, open }) => [departmentId, to, open])).toEqual([
      ['a', '2026-06-02', false],
      ['b', '2026-06-08', true],
    ]);
    expect(clockOf(found, { limitDays: 80, unit: 'calendarDay' }, '2026-06-08', calendar)).toMatchObject({
      usedDays: 7,
      remainingDays: 73,
      running: true,
      usedUpOn: '2026-08-20',
    });
  });
});
