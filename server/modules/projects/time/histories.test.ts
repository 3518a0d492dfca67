/** Whose time a project takes, from whole histories and with real dates: holidays, worked Saturdays, pauses that overlap. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isWorkingDay, publishedCalendar as calendar, type Day } from '#modules/deadlines';
import { counts, daysOf, shareTime, stretchesOf, type Stretch, type Unit } from './government-time.ts';

const stretch = (departmentId: string, from: Day, to: Day, whose: Stretch['whose'] = 'government'): Stretch => ({
  whose,
  departmentId,
  from,
  to,
  open: false,
});
const used = (all: readonly Stretch[], unit: Unit): number => shareTime(all, unit, calendar).used;

describe('real dates', () => {
  test('the National Day of 2025: a worked Sunday before and a worked Saturday after count, the eight days between do not', () => {
    const one = stretch('a', '2025-09-26', '2025-10-10');
    const other = stretch('b', '2025-09-28', '2025-10-11');
    expect([used([one], 'workingDay'), used([other], 'workingDay')]).toEqual([5, 5]);
    // 28, 29, 30 September, 9, 10 and 11 October: four of them both, each once.
    expect(shareTime([one, other], 'workingDay', calendar)).toEqual({
      used: 6,
      shares: [
        { departmentId: 'a', days: 5, alone: 1, shared: 4 },
        { departmentId: 'b', days: 5, alone: 1, shared: 4 },
      ],
    });
    expect(used([one, other], 'calendarDay')).toBe(15);
  });
  test('the Spring Festival of 2026', () => {
    expect(used([stretch('a', '2026-02-13', '2026-02-27')], 'workingDay')).toBe(5);
    expect(used([stretch('a', '2026-02-14', '2026-02-24')], 'workingDay')).toBe(1);
    // Wholly within the days off: nobody worked, whatever the departments held.
    expect(used([stretch('a', '2026-02-16', '2026-02-22'), stretch('b', '2026-02-17', '2026-02-23')], 'workingDay')).toBe(0);
  }); // prettier-ignore
});

const at = (day: Day) => new Date(`${day}T10:00:00+08:00`);
const first = '2025-09-15';
/** A history: accepted some days after it came in, decided later, with pauses between, some of them the owner's own. */
const history = fc
  .record({
    accepted: fc.nat(8),
    decided: fc.integer({ min: 1, max: 70 }),
    supplement: fc.option(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 20 })), { nil: undefined }),
    pauses: fc.array(fc.record({ from: fc.nat(60), length: fc.integer({ min: 1, max: 30 }), own: fc.boolean() }), { maxLength: 4 }),
  })
  .map(({ accepted, decided, supplement, pauses }) => {
    const told = (kind: string, toState: string, day: number, facts: object = {}) => ({ kind, toState, at: at(addDays(first, day)), facts });
    const [asked, took] = supplement ?? [0, 0];
    const acceptedOn = accepted + asked + took;
    const end = acceptedOn + decided;
    const clocks = pauses.flatMap(({ from, length, own }, i) => {
      const begins = Math.min(acceptedOn + from, end);
      const ends = Math.min(begins + length, end);
      const paused = { id: `p${i}`, kind: 'paused', on: addDays(first, begins), reason: own ? '招标' : '专家评审' };
      return [
        told('pause', 'accepted', begins, { clock: paused }),
        told('resume', 'accepted', ends, { clock: { id: `r${i}`, kind: 'resumed', pause: `p${i}`, on: addDays(first, ends) } }),
      ];
    });
    const actions = [
      told('submit', 'submitted', 0),
      ...(supplement ? [told('askSupplement', 'supplementing', asked), told('supplement', 'submitted', asked + took)] : []),
      told('accept', 'accepted', acceptedOn),
      ...clocks.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
      told('grant', 'granted', end),
    ];
    return { actions: actions as never[], end, took, pauses: clocks, from: first };
  }); // prettier-ignore
const rule = { countsFrom: 'submitted' as const, ownProcedures: ['招标'] };
const today = addDays(first, 400);

describe('any history', () => {
  test('is cut into stretches that meet, from its first day to its decision', () => {
    fc.assert(
      fc.property(history, ({ actions, end }) => {
        const found = stretchesOf(actions, 'a', rule, today);
        expect(found[0]!.from).toBe(first);
        expect(found.at(-1)!.to).toBe(addDays(first, end));
        for (const [i, one] of found.slice(1).entries()) expect(one.from).toBe(found[i]!.to);
      }),
    );
  });
  test('never takes more than the calendar has, nor more than is left without what the owner had to do', () => {
    fc.assert(
      fc.property(history, ({ actions, end, took }) => {
        const found = stretchesOf(actions, 'a', rule, today);
        const days = daysOf(found.filter(counts), 'calendarDay', calendar);
        expect(days.size).toBeLessThanOrEqual(end - took);
        const working = daysOf(found.filter(counts), 'workingDay', calendar);
        const all = Array.from({ length: end }, (_, i) => addDays(first, i + 1));
        expect(working.size).toBeLessThanOrEqual(all.filter((day) => isWorkingDay(calendar, day)).length);
      }),
    );
  });
  test('a procedure of the owner’s own makes the clock shorter or leaves it, one that government commissions never', () => {
    fc.assert(
      fc.property(history, ({ actions }) => {
        const size = (own: string[]): number =>
          daysOf(stretchesOf(actions, 'a', { ...rule, ownProcedures: own }, today).filter(counts), 'calendarDay', calendar).size;
        expect(size(['招标'])).toBeLessThanOrEqual(size([]));
        expect(size(['招标', '专家评审'])).toBeLessThanOrEqual(size(['招标']));
        const plain = actions.filter(({ kind }) => kind !== 'pause' && kind !== 'resume');
        expect(size([])).toBe(daysOf(stretchesOf(plain, 'a', rule, today).filter(counts), 'calendarDay', calendar).size);
      }),
    ); // prettier-ignore
  });
  test('counted from acceptance it is never longer than from submission', () => {
    fc.assert(
      fc.property(history, ({ actions }) => {
        const size = (countsFrom: 'submitted' | 'accepted'): number =>
          daysOf(stretchesOf(actions, 'a', { ...rule, countsFrom }, today).filter(counts), 'workingDay', calendar).size;
        expect(size('accepted')).toBeLessThanOrEqual(size('submitted'));
      }),
    );
  });
  test('what two cases hold together is at most the one and the other, and the rest of a day is never told twice', () => {
    fc.assert(
      fc.property(history, history, ({ actions: one }, { actions: other }) => {
        const [a, b] = [stretchesOf(one, 'a', rule, today), stretchesOf(other, 'b', rule, today)];
        const both = daysOf([...a, ...b].filter(counts), 'calendarDay', calendar).size;
        const [alone, others] = [a, b].map((all) => daysOf(all.filter(counts), 'calendarDay', calendar));
        expect(both).toBe(alone!.union(others!).size);
      }),
    );
  });
});
