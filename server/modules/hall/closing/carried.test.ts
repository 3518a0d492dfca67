import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundMinutes, priorities, usualFairness } from '../rank.ts';
import { ticketStates } from '../ticket.ts';
import { carriedUntil, isCarried, closingOf, rankOfCarried } from './carried.ts';

const office = [
  { opens: '09:00', closes: '12:00' },
  { opens: '13:30', closes: '17:00' },
];
const at = (time: string): Date => new Date(`2026-06-12T${time}:00+08:00`);

describe('a hall that closes with people waiting', () => {
  it('is over once the last hours of the day are; the break at noon is not the end', () => {
    expect(closingOf('2026-06-12', office)).toEqual(at('17:00'));
    expect(closingOf('2026-06-12', office.toReversed())).toEqual(at('17:00'));
    expect(closingOf('2026-06-13', [])).toBeUndefined();
  });

  it('keeps the place of those who were there, not of those who stayed away or have ended', () => {
    expect(ticketStates.filter(isCarried)).toEqual(['waiting', 'called', 'coming', 'parked']);
    expect(isCarried(undefined)).toBe(false);
  });

  it('lets them come on the next day on which it is open', () => {
    // A Friday: Saturday and Sunday are closed.
    const closed = new Set(['2026-06-13', '2026-06-14']);
    expect(carriedUntil('2026-06-12', (day) => (closed.has(day) ? [] : office))).toBe('2026-06-15');
    expect(carriedUntil('2026-06-12', () => [])).toBe('2026-07-12');
  });

  it('puts them ahead of those who come then, and nobody waits longer for it than the bound says', () => {
    const few = fc.integer({ min: 0, max: 240 });
    const fairness = fc.record({
      priorityMinutes: few,
      appointmentMinutes: few,
      graceMinutes: few,
      returnMinutes: few,
    });
    fc.assert(
      fc.property(fairness, fc.option(fc.constantFrom(...priorities), { nil: null }), (rule, priority) => {
        const ahead = at('10:00').getTime() - rankOfCarried(at('10:00'), priority, rule);
        expect(ahead).toBeGreaterThanOrEqual(0);
        expect(ahead).toBeLessThanOrEqual(boundMinutes(rule) * 60_000);
      }),
    );
    expect(at('10:00').getTime() - rankOfCarried(at('10:00'), null, usualFairness)).toBe(45 * 60_000);
  });
});
