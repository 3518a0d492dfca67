import { describe, expect, it } from 'vitest';
import { publishedCalendar as calendar } from '#modules/deadlines';
import { usualLadder, type Ladder } from './ladder.ts';
import { dayOfRung, doneKey, lookAt, officeInstant, planOf, scheduleOf, type WatchedClock } from './schedule.ts';

const at = (text: string): Date => new Date(`${text}+08:00`);
/** Accepted on a Wednesday: promised within 5 working days, 20 by law. 19 June 2026 is a day off (Dragon Boat). */
const clock: WatchedClock = {
  from: '2026-06-10',
  targetOn: '2026-06-17',
  fatalOn: '2026-07-09',
  standing: false,
  runsSince: '2026-06-10',
};
const plan = (now: string, more: Partial<Parameters<typeof planOf>[0]> = {}) =>
  planOf({
    ladder: usualLadder,
    clock,
    calendar,
    done: new Map(),
    now: at(now),
    notBefore: at('2026-06-10T10:00:00'),
    ...more,
  });
const named = (rungs: { rung: { about: string; days: number } }[]): string[] =>
  rungs.map(({ rung }) => `${rung.about} ${rung.days}`);

describe('the day of a rung', () => {
  it('counts working days backwards and forwards over a festival', () => {
    expect(dayOfRung(0, '2026-06-22', calendar)).toBe('2026-06-22');
    expect(dayOfRung(-1, '2026-06-22', calendar)).toBe('2026-06-18');
    expect(dayOfRung(-2, '2026-06-22', calendar)).toBe('2026-06-17');
    expect(dayOfRung(1, '2026-06-18', calendar)).toBe('2026-06-22');
    expect(dayOfRung(2, '2026-06-18', calendar)).toBe('2026-06-23');
  });
});

describe('office hours', () => {
  it('move what is due at night, after hours and on a day off to the next morning', () => {
    expect(officeInstant(usualLadder, calendar, at('2026-06-10T09:30:00'))).toEqual(at('2026-06-10T09:30:00'));
    expect(officeInstant(usualLadder, calendar, at('2026-06-10T03:00:00'))).toEqual(at('2026-06-10T09:00:00'));
    expect(officeInstant(usualLadder, calendar, at('2026-06-10T17:00:00'))).toEqual(at('2026-06-11T09:00:00'));
    expect(officeInstant(usualLadder, calendar, at('2026-06-18T23:00:00'))).toEqual(at('2026-06-22T09:00:00'));
  });
});

describe('the schedule', () => {
  it('has the rungs in the order of their instants', () => {
    expect(
      scheduleOf(usualLadder, clock, calendar).map(({ day, rung }) => `${day} ${rung.about} ${rung.days}`),
    ).toEqual([
      '2026-06-15 target -2',
      '2026-06-16 target -1',
      '2026-06-18 target 1',
      '2026-07-07 fatal -2',
      '2026-07-10 fatal 1',
    ]);
  });

  it('has no rung before the clock began, and none while it stands still', () => {
    const short = { ...clock, targetOn: '2026-06-11' };
    expect(named(scheduleOf(usualLadder, short, calendar))).toEqual(['target 1', 'fatal -2', 'fatal 1']);
    expect(scheduleOf(usualLadder, { ...clock, standing: true }, calendar)).toEqual([]);
    expect(scheduleOf(usualLadder, { ...clock, targetOn: null, fatalOn: null }, calendar)).toEqual([]);
  });
});

describe('what is due', () => {
  it('goes out on its day, and then the next one is waited for', () => {
    expect(plan('2026-06-15T08:59:00')).toEqual({ send: [], skip: [], nextAt: at('2026-06-15T09:00:00') });
    const due = plan('2026-06-15T09:02:00');
    expect(named(due.send)).toEqual(['target -2']);
    expect(due.nextAt).toEqual(at('2026-06-16T09:00:00'));
  });

  it('is not sent a second time', () => {
    const done = new Map(plan('2026-06-15T09:02:00').send.map((one) => [doneKey(one), 'sent' as const]));
    expect(plan('2026-06-15T12:00:00', { done })).toMatchObject({ send: [], skip: [] });
  });

  it('waits for the morning when its time is over', () => {
    expect(plan('2026-06-15T21:00:00')).toEqual({ send: [], skip: [], nextAt: at('2026-06-16T09:00:00') });
  });

  it('after a gap is the highest rung alone; the others are passed over', () => {
    const due = plan('2026-06-18T10:00:00');
    expect(named(due.send)).toEqual(['target 1']);
    expect(named(due.skip)).toEqual(['target -2', 'target -1']);
  });

  it('is of one day together, where nothing less was promised than the law allows', () => {
    const due = plan('2026-07-07T10:00:00', { clock: { ...clock, targetOn: clock.fatalOn } });
    expect(named(due.send)).toEqual(['target -2', 'fatal -2']);
  });

  it('is nothing that speaks of a date to come when it is over', () => {
    const ladder: Ladder = { ...usualLadder, rungs: usualLadder.rungs.filter(({ days }) => days < 0) };
    const due = plan('2026-06-22T10:00:00', { ladder });
    expect(due.send).toEqual([]);
    expect(named(due.skip)).toEqual(['target -2', 'target -1']);
  });

  it('is nothing that fell due while the clock stood still', () => {
    // Paused for some days and resumed on the 16th: the new date is the 17th, two days before it was the 15th.
    const due = plan('2026-06-16T08:00:00', { clock: { ...clock, runsSince: '2026-06-16' } });
    expect(due).toMatchObject({ send: [], skip: [] });
    const later = plan('2026-06-16T10:00:00', { clock: { ...clock, runsSince: '2026-06-16' } });
    expect(named(later.send)).toEqual(['target -1']);
    expect(named(later.skip)).toEqual(['target -2']);
  });

  it('is nothing that fell due before it was watched', () => {
    const notBefore = at('2026-07-01T00:00:00');
    expect(plan('2026-07-01T10:00:00', { notBefore })).toEqual({
      send: [],
      skip: [],
      nextAt: at('2026-07-07T09:00:00'),
    });
  });

  it('is warned of anew when an extension has given another date', () => {
    const done = new Map(scheduleOf(usualLadder, clock, calendar).map((one) => [doneKey(one), 'sent' as const]));
    const extended = { ...clock, targetOn: '2026-07-01', fatalOn: '2026-07-23' };
    expect(named(plan('2026-06-29T09:00:00', { done, clock: extended }).send)).toEqual(['target -2']);
    expect(plan('2026-06-29T09:00:00', { done }).send).toEqual([]);
  });
});

describe('when to look', () => {
  const asked = { ladder: usualLadder, clock, calendar, notBefore: at('2026-06-10T10:00:00') };
  it('is when the first rung falls due, or at once when one has', () => {
    expect(lookAt({ ...asked, now: at('2026-06-10T10:00:00') })).toEqual(at('2026-06-15T09:00:00'));
    expect(lookAt({ ...asked, now: at('2026-06-15T22:00:00') })).toEqual(at('2026-06-16T09:00:00'));
    expect(lookAt({ ...asked, clock: { ...clock, standing: true }, now: at('2026-06-15T22:00:00') })).toBeNull();
  });
});
