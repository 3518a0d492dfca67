import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { boundMinutes, priorities, rankOf, rankOfReturn, usualFairness, type Entry, type Fairness } from './rank.ts';

const minutes = (count: number): Date => new Date(Date.UTC(2026, 5, 10, 1) + count * 60_000);
const walkIn = (at: number): Entry => ({ at: minutes(at), priority: null, slotAt: null });
const rank = (entry: Entry): number => rankOf(entry, usualFairness);

describe('the usual rule', () => {
  test('is first come, first served among those who are alike', () => {
    expect(rank(walkIn(1))).toBeLessThan(rank(walkIn(2)));
  });

  test('lets a priority group go ahead of those who came up to 20 minutes before', () => {
    const soldier = rank({ ...walkIn(30), priority: 'soldier' });
    expect(soldier).toBeLessThan(rank(walkIn(11)));
    expect(soldier).toBeGreaterThan(rank(walkIn(9)));
  });

  test('keeps an appointment its place, early or late by the grace', () => {
    const slotAt = minutes(60);
    const inTime = rank({ at: minutes(58), priority: null, slotAt });
    for (const at of [20, 59, 60, 75]) expect(rank({ at: minutes(at), priority: null, slotAt })).toBe(inTime);
    expect(inTime).toBe(rank(walkIn(15)));
  });

  test('takes who is later than that for somebody without an appointment', () => {
    expect(rank({ at: minutes(76), priority: null, slotAt: minutes(60) })).toBe(rank(walkIn(76)));
  });

  test('gives who missed the call a place before those of the last 10 minutes', () => {
    const before = rank(walkIn(0));
    expect(rankOfReturn(before, minutes(40), usualFairness)).toBe(rank(walkIn(30)));
    // Back at once: the old place, never a better one.
    expect(rankOfReturn(before, minutes(5), usualFairness)).toBe(before);
  });

  test('has a bound of an hour', () => expect(boundMinutes(usualFairness)).toBe(60));
});

describe('whatever a hall has set', () => {
  const few = fc.integer({ min: 0, max: 180 });
  const fairness: fc.Arbitrary<Fairness> = fc.record({
    priorityMinutes: few,
    appointmentMinutes: few,
    graceMinutes: few,
    returnMinutes: few,
  });
  const entry: fc.Arbitrary<Entry> = fc.record({
    at: fc.integer({ min: 0, max: 600 }).map(minutes),
    priority: fc.constantFrom(null, ...priorities),
    slotAt: fc.option(fc.integer({ min: 0, max: 600 }).map(minutes), { nil: null }),
  });
  /** From when on the bound counts. */
  const counts = ({ at, slotAt }: Entry): number => Math.max(at.getTime(), slotAt?.getTime() ?? 0);

  it('nobody waits behind somebody who came later by more than the bound', () => {
    fc.assert(
      fc.property(fairness, entry, entry, (rule, one, other) => {
        const later = other.at.getTime() - counts(one);
        fc.pre(later > boundMinutes(rule) * 60_000);
        expect(rankOf(one, rule)).toBeLessThan(rankOf(other, rule));
      }),
    );
  });

  it('nor behind somebody who came back later by more than that', () => {
    fc.assert(
      fc.property(fairness, entry, entry, few, (rule, one, other, away) => {
        const back = new Date(other.at.getTime() + away * 60_000);
        fc.pre(back.getTime() - counts(one) > boundMinutes(rule) * 60_000);
        expect(rankOf(one, rule)).toBeLessThan(rankOfReturn(rankOf(other, rule), back, rule));
      }),
    );
  });

  it('nobody loses by coming earlier, unless it is earlier than the slot', () => {
    fc.assert(
      fc.property(fairness, entry, few, (rule, one, earlier) => {
        const sooner = { ...one, at: new Date(one.at.getTime() - earlier * 60_000) };
        fc.pre(one.slotAt === null || sooner.at >= one.slotAt);
        expect(rankOf(sooner, rule)).toBeLessThanOrEqual(rankOf(one, rule));
      }),
    );
  });

  it('nobody of a priority group, and nobody with an appointment in time, is worse off for it', () => {
    fc.assert(
      fc.property(fairness, entry, (rule, one) => {
        expect(rankOf(one, rule)).toBeLessThanOrEqual(rankOf({ ...one, priority: null }, rule));
        if (one.slotAt && one.at >= one.slotAt)
          expect(rankOf(one, rule)).toBeLessThanOrEqual(rankOf({ ...one, slotAt: null }, rule));
      }),
    );
  });
});
