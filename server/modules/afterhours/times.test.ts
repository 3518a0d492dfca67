import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedCalendar } from '#modules/deadlines';
import { creditedMinutes, type Stay } from './credit.ts';
import { after, isOpen, kinds, mayAskWith, states, stepsFrom } from './request.ts';
import { clashOf, isOffered, timesOf, type Offer } from './times.ts';

const at = (text: string): Date => new Date(`${text}+08:00`);
const offer = (change: Partial<Offer> = {}): Offer => ({
  period: 'noon',
  opens: '12:00',
  closes: '13:30',
  places: 3,
  daysAhead: 3,
  noticeMinutes: 60,
  ...change,
});

describe('what is offered', () => {
  it('is noon and evening on working days, a Saturday that is worked too, and no festival', () => {
    expect(isOffered('noon', '2026-06-10', publishedCalendar)).toBe(true);
    expect(isOffered('noon', '2026-06-13', publishedCalendar)).toBe(false);
    expect(isOffered('saturday', '2026-06-13', publishedCalendar)).toBe(true);
    expect(isOffered('saturday', '2026-06-14', publishedCalendar)).toBe(false);
    // A Saturday that is worked for the spring festival, and one within it.
    expect(isOffered('saturday', '2026-02-14', publishedCalendar)).toBe(false);
    expect(isOffered('evening', '2026-02-14', publishedCalendar)).toBe(true);
    expect(isOffered('saturday', '2026-02-21', publishedCalendar)).toBe(false);
  });

  it('ends the notice before it begins, and has nothing where there are no places', () => {
    const days = (now: string, change: Partial<Offer> = {}) =>
      timesOf([offer(change)], '2026-06-10', at(now), publishedCalendar).map(({ day }) => day);
    expect(days('2026-06-10T11:00')).toEqual(['2026-06-10', '2026-06-11', '2026-06-12']);
    expect(days('2026-06-10T11:01')).toEqual(['2026-06-11', '2026-06-12']);
    expect(days('2026-06-10T09:00', { places: 0 })).toEqual([]);
    expect(days('2026-06-10T09:00', { daysAhead: 0 })).toEqual(['2026-06-10']);
  });
});

describe('a hall that is shut, or open anyway', () => {
  const usual = [
    { opens: '09:00', closes: '12:00' },
    { opens: '13:30', closes: '17:00' },
  ];
  const days = (spansOn: (day: string) => typeof usual) =>
    timesOf([offer()], '2026-06-10', at('2026-06-10T09:00'), publishedCalendar, spansOn).map(({ day }) => day);

  it('offers nothing on that day', () => {
    expect(days(() => usual)).toEqual(['2026-06-10', '2026-06-11', '2026-06-12']);
    expect(days((day) => (day === '2026-06-11' ? [] : usual))).toEqual(['2026-06-10', '2026-06-12']);
    expect(days((day) => (day === '2026-06-12' ? [{ opens: '09:00', closes: '17:00' }] : usual))).toEqual([
      '2026-06-10',
      '2026-06-11',
    ]);
    const saturday = offer({ period: 'saturday', opens: '09:00', closes: '11:30', daysAhead: 5 });
    expect(timesOf([saturday], '2026-06-10', at('2026-06-10T09:00'), publishedCalendar, () => [])).toHaveLength(1);
  });
});

describe('who stays', () => {
  const stay = { staffId: 'a', windowId: '1', beginsAt: at('2026-06-10T12:00'), endsAt: at('2026-06-10T13:30') };
  it('stays at one window, which has one person; several people at the same are no clash', () => {
    expect(clashOf(stay, [])).toBeUndefined();
    expect(clashOf(stay, [stay])).toBeUndefined();
    expect(clashOf(stay, [{ ...stay, windowId: '2' }])).toBe('staff');
    expect(clashOf(stay, [{ ...stay, staffId: 'b' }])).toBe('window');
    const later = { ...stay, windowId: '2', beginsAt: stay.endsAt, endsAt: at('2026-06-10T19:00') };
    expect(clashOf(stay, [later])).toBeUndefined();
  });
});

describe('asking with a ticket', () => {
  const may = (state: string, daysAgo: number, hallOpen: boolean) => mayAskWith({ state, daysAgo, hallOpen });
  it('is for those whom nobody served, once the doors are closed, for a week', () => {
    expect(may('waiting', 0, true)).toBe(false);
    expect(may('waiting', 0, false)).toBe(true);
    expect(may('missed', 0, false)).toBe(true);
    expect(may('lapsed', 1, true)).toBe(true);
    expect(may('lapsed', 7, true)).toBe(true);
    expect(may('lapsed', 8, true)).toBe(false);
    for (const state of ['serving', 'finished', 'cancelled']) expect(may(state, 1, false)).toBe(false);
  });
});

describe('the course', () => {
  it('ends everywhere, and nothing follows an end', () => {
    for (const state of states) expect(stepsFrom(state).length > 0).toBe(isOpen(state));
    expect(after('asked', 'start')).toBeUndefined();
    expect(after('granted', 'grant')).toBe('granted');
    expect(after('started', 'cancel')).toBeUndefined();
    expect(new Set(states.flatMap(stepsFrom)).size).toBe(kinds.length - 1);
  });
});

describe('credit', () => {
  const stay = (from: string, until: string, change: Partial<Stay> = {}): Stay => ({
    staffId: 'a',
    state: 'done',
    beginsAt: at(`2026-06-10T${from}`),
    until: at(`2026-06-10T${until}`),
    ...change,
  });
  it('counts nobody twice, from the beginning of what was granted', () => {
    expect(creditedMinutes([stay('12:00', '12:40'), stay('12:00', '13:00')]).get('a')).toBe(60);
    expect(creditedMinutes([stay('12:00', '12:40'), stay('17:30', '17:50')]).get('a')).toBe(60);
    expect(creditedMinutes([stay('12:00', '11:58')]).get('a')).toBe(0);
  });
  it('counts waiting in vain for half an hour at most', () => {
    expect(creditedMinutes([stay('12:00', '12:20', { state: 'missed' })]).get('a')).toBe(20);
    expect(creditedMinutes([stay('12:00', '17:00', { state: 'missed' })]).get('a')).toBe(30);
  });
  it('adds before it rounds', () => {
    const half = (hour: string) => stay(`${hour}:00:00`, `${hour}:00:20`);
    expect(creditedMinutes([half('12'), half('13'), half('14')]).get('a')).toBe(1);
  });
  it('is never more than the sum of the stays, and at least the longest one', () => {
    const stays = fc.array(
      fc.record({ begin: fc.integer({ min: 0, max: 600 }), minutes: fc.integer({ min: 0, max: 120 }) }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(stays, (drawn) => {
        const origin = at('2026-06-10T12:00').getTime();
        const made = drawn.map(({ begin, minutes }): Stay => ({
          staffId: 'a',
          state: 'done',
          beginsAt: new Date(origin + begin * 60_000),
          until: new Date(origin + (begin + minutes) * 60_000),
        }));
        const credited = creditedMinutes(made).get('a')!;
        const lengths = drawn.map(({ minutes }) => minutes);
        expect(credited).toBeLessThanOrEqual(lengths.reduce((sum, one) => sum + one, 0));
        expect(credited).toBeGreaterThanOrEqual(Math.max(...lengths));
      }),
    );
  });
});
