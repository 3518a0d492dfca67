/** What is told of the time of a project, and that looking seldom misses no day. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#modules/deadlines';
import { lookAgainOn, lowFrom, morningOf, tellNow } from './low-time.ts';

const untold = { low: false, usedUp: false };

describe('what is told', () => {
  test.each([
    [80, 11, true, untold, null],
    [80, 10, true, untold, 'low'],
    [80, 10, true, { low: true, usedUp: false }, null],
    [80, 10, false, untold, null],
    [80, 0, true, { low: true, usedUp: false }, 'usedUp'],
    [80, -4, true, untold, 'usedUp'],
    [80, -4, true, { low: false, usedUp: true }, null],
    [80, 5, true, { low: false, usedUp: true }, null],
    [5, 1, true, untold, 'low'],
  ] as const)('of %i days %i left, running %s, told %o: %s', (limitDays, remainingDays, running, told, what) => {
    expect(tellNow({ limitDays, remainingDays, running }, told)).toBe(what);
  });
  test('in the morning of Asia/Shanghai', () => {
    expect(morningOf('2026-06-11').toISOString()).toBe('2026-06-11T00:30:00.000Z');
  });
});

test('whoever looks only on the days that are said tells both on the first day on which they hold, and each once', () => {
  // What is used each day: nothing on a day off or while the owner has it, else one.
  const days = fc.array(fc.boolean(), { minLength: 1, maxLength: 160 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), days, (limitDays, uses) => {
      const first = '2026-06-10';
      let told = { low: false, usedUp: false };
      let lookOn: string | null = addDays(first, 1);
      const sent: string[] = [];
      const should = new Map<string, string>();
      let remainingDays = limitDays;
      for (const [at, used] of uses.entries()) {
        const today = addDays(first, at + 1);
        remainingDays -= used ? 1 : 0;
        const holds = remainingDays <= 0 ? 'usedUp' : remainingDays <= lowFrom(limitDays) ? 'low' : null;
        if (holds && !should.has(holds)) should.set(holds, today);
        if (lookOn !== today) continue;
        const what = tellNow({ limitDays, remainingDays, running: true }, told);
        if (what) sent.push(`${what} ${today}`);
        told = { low: told.low || what === 'low', usedUp: told.usedUp || what === 'usedUp' };
        lookOn = lookAgainOn({ limitDays, remainingDays }, told, today);
      }
      expect(sent).toEqual([...should].map(([what, day]) => `${what} ${day}`));
    }),
  );
});
