/** When an opinion is due, and what opinions keep from being decided. */
import { describe, expect, it } from 'vitest';
import { publishedCalendar } from '#modules/deadlines';
import { hindered, timeOf, whenOver, type ConsultationState } from './consultation.ts';
import type { Policy } from './life-event.ts';

describe('the time of a consultation', () => {
  it('is counted in working days and over when its last day has ended', () => {
    expect(timeOf('2026-02-13', 5, publishedCalendar)).toEqual({
      dueOn: '2026-02-27',
      provisional: false,
      nextAt: new Date('2026-02-28T00:00:00+08:00'),
    });
  });
  it('is consent only where it is said so', () =>
    expect([whenOver(true), whenOver(false)]).toEqual(['consent', 'escalate']));
});

describe('opinions', () => {
  it.each<[Policy | null, ConsultationState[], string | undefined]>([
    [null, [], undefined],
    [null, ['asked'], 'grant refuse'],
    [null, ['agreed', 'asked'], 'grant refuse'],
    [null, ['disagreed'], undefined],
    [null, ['recalled'], undefined],
    [null, ['silent', 'conditional'], undefined],
    ['collectAll', ['disagreed', 'asked'], 'grant refuse'],
    ['collectAll', ['disagreed', 'agreed'], undefined],
    ['allMustAgree', ['disagreed', 'asked'], 'grant'],
    ['allMustAgree', ['silent', 'agreed'], undefined],
    ['firstRefusalStops', ['disagreed', 'asked'], 'grant'],
    ['firstRefusalStops', ['asked'], 'grant refuse'],
  ])('under %s: %s hinder %s', (policy, states, expected) => {
    const found = hindered(states.map((state) => ({ state, policy })));
    expect(found && ['grant', 'refuse'].filter((one) => found[one as 'grant' | 'refuse']).join(' ')).toBe(expected);
  });
});
