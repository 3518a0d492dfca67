import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay, publishedCalendar, shanghaiDay } from '#modules/deadlines';
import { afterOfficeMinutes, afterWorkingDays } from './office-time.ts';
import { after, isOpen, kinds, mayHandOver, states, usualRule, type Step } from './question.ts';

const at = (text: string): Date => new Date(`${text}+08:00`);
const due = (text: string, minutes = 60): string =>
  new Date(afterOfficeMinutes(at(text), minutes, publishedCalendar).getTime() + 8 * 3_600_000).toISOString().slice(0, 16); // prettier-ignore

describe('minutes of office hours', () => {
  it('pass over noon, night and weekend', () => {
    expect(due('2026-06-10T09:30')).toBe('2026-06-10T10:30');
    expect(due('2026-06-10T11:30')).toBe('2026-06-10T14:00');
    expect(due('2026-06-10T16:30')).toBe('2026-06-11T09:30');
    expect(due('2026-06-12T16:45')).toBe('2026-06-15T09:45');
    expect(due('2026-06-13T10:00')).toBe('2026-06-15T10:00');
  });
  it('end within office hours of a working day, not before they began, later for more minutes', () => {
    const start = at('2026-01-05T00:00').getTime();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 * 1440 }), fc.integer({ min: 1, max: 2000 }), (offset, minutes) => {
        const from = new Date(start + offset * 60_000);
        const end = afterOfficeMinutes(from, minutes, publishedCalendar);
        expect(end.getTime()).toBeGreaterThanOrEqual(from.getTime() + minutes * 60_000);
        expect(isWorkingDay(publishedCalendar, shanghaiDay(end))).toBe(true);
        const more = afterOfficeMinutes(from, minutes + 1, publishedCalendar);
        expect(more.getTime()).toBeGreaterThan(end.getTime());
      }),
    );
  });
  it('working days end when the office closes', () => {
    expect(afterWorkingDays(at('2026-06-12T16:45'), 3, publishedCalendar)).toEqual(at('2026-06-17T17:00'));
  });
});

describe('the course', () => {
  const steps = kinds.filter((kind): kind is Step => kind !== 'ask');
  it('leads on from every open state, and from no end', () => {
    for (const state of states) expect(steps.some((step) => after(state, step))).toBe(isOpen(state));
    expect(after('answered', 'settle')).toBeUndefined();
    expect(after('acknowledged', 'acknowledge')).toBeUndefined();
  });
  it('leaves it to the service office after so many hand-overs', () => {
    expect(mayHandOver(1, usualRule, false)).toBe(true);
    expect(mayHandOver(2, usualRule, false)).toBe(false);
    expect(mayHandOver(9, usualRule, true)).toBe(true);
  });
});
