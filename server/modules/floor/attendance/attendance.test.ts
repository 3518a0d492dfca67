import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOn } from '#platform/clock';
import { judge, type Span } from './attendance.ts';
import { tallyOf } from './marks.ts';

const turn = {
  accountId: 'a',
  day: '2026-06-10',
  starts: '09:00',
  ends: '12:00',
  plannedAt: instantOn('2026-06-09', '16:00'),
};
const at = (time: string): Date => instantOn(turn.day, time);
const span = (from: string, until: string | null, state: Span['state'] = 'open'): Span => ({ state, fromAt: at(from), untilAt: until ? at(until) : null }); // prettier-ignore
const said = (spans: Span[], now: string, more: object = {}) => judge(turn, spans, { now: at(now), graceMinutes: 5, onLeave: false, amended: undefined, ...more }); // prettier-ignore

describe('a turn', () => {
  it('is present up to the grace at both ends, and late or early a minute beyond it', () => {
    expect(said([span('08:50', '12:00')], '12:30').mark).toBe('present');
    expect(said([span('09:05', '11:55')], '12:30').mark).toBe('present');
    expect(said([span('09:06', '12:00')], '12:30')).toMatchObject({ mark: 'late', lateMinutes: 6, thereMinutes: 174 });
    expect(said([span('09:00', '11:54')], '12:30')).toMatchObject({ mark: 'early', earlyMinutes: 6 });
    expect(said([span('09:10', '11:00')], '12:30').mark).toBe('lateAndEarly');
  });

  it('that was planned after it had begun is late from then on, and missing no sooner', () => {
    const late = (spans: Span[], now: string, plannedAt = at('09:30')) =>
      judge({ ...turn, plannedAt }, spans, { now: at(now), graceMinutes: 5, onLeave: false, amended: undefined });
    expect(late([], '09:35')).toMatchObject({ mark: 'pending', lateFrom: at('09:30') });
    expect(late([], '09:36').mark).toBe('missing');
    expect(late([], '12:00').mark).toBe('absent');
    expect(late([span('09:10', '12:00')], '12:30')).toMatchObject({ mark: 'present', lateMinutes: 0, thereMinutes: 170 }); // prettier-ignore
    expect(late([span('09:35', '12:00')], '12:30')).toMatchObject({ mark: 'present', lateMinutes: 5 });
    expect(late([span('09:36', '12:00')], '12:30')).toMatchObject({ mark: 'late', lateMinutes: 6 });
    // In time: what lay between planning and beginning says nothing, nor do seconds.
    for (const soon of [at('09:00'), new Date(at('09:00').getTime() + 59_000)])
      expect(late([span('09:06', '12:00')], '12:30', soon)).toMatchObject({ mark: 'late', lateMinutes: 6, lateFrom: null }); // prettier-ignore
  });

  it('is not early before it is over, and nobody who forgot to sign out is', () => {
    expect(said([span('09:00', '10:00')], '10:30').mark).toBe('present');
    expect(said([span('09:00', null)], '15:00').mark).toBe('present');
    // At a second window after the first: one presence.
    expect(said([span('09:00', '10:00'), span('10:20', '12:00')], '13:00').mark).toBe('present');
  });

  it('is pending, missing and absent as the time goes by, and presence of another time does not help', () => {
    expect(said([], '09:05').mark).toBe('pending');
    expect(said([], '09:06').mark).toBe('missing');
    expect(said([], '12:00').mark).toBe('absent');
    expect(said([span('13:30', '17:00')], '17:00').mark).toBe('absent');
  });

  it('counts breaks apart, cut to the turn', () => {
    const all = [span('08:30', '10:00'), span('10:00', '10:15', 'break'), span('10:15', '12:40')];
    expect(said(all, '13:00')).toMatchObject({ thereMinutes: 180, breakMinutes: 15, mark: 'present' });
  });

  it('is leave where leave was entered, and what a superior says before all; the rule stays readable', () => {
    expect(said([], '13:00', { onLeave: true }).mark).toBe('leave');
    expect(said([], '13:00', { amended: 'present' })).toMatchObject({ mark: 'present', byRule: 'absent' });
  });

  it('is judged by the minutes that are shown: late or early only with a number beyond the grace', () => {
    const second = fc.integer({ min: -3600, max: 4 * 3600 });
    fc.assert(
      fc.property(second, second, fc.integer({ min: 0, max: 30 }), (a, b, graceMinutes) => {
        const [from, until] = [Math.min(a, b), Math.max(a, b) + 1].map(
          (s) => new Date(at('09:00').getTime() + s * 1000),
        );
        const { mark, lateMinutes, earlyMinutes } = said([{ state: 'open', fromAt: from!, untilAt: until! }], '15:00', {
          graceMinutes,
        });
        if (mark === 'absent') return;
        expect([mark === 'late' || mark === 'lateAndEarly', mark === 'early' || mark === 'lateAndEarly']).toEqual([lateMinutes > graceMinutes, earlyMinutes > graceMinutes]); // prettier-ignore
      }),
    );
    const toTheSecond: Span = { state: 'open', fromAt: new Date(at('09:05').getTime() + 59_000), untilAt: at('12:00') };
    expect(said([toTheSecond], '12:30')).toMatchObject({ mark: 'present', lateMinutes: 5 });
  });

  it('never counts more minutes than it has, whatever the spans', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const one = fc.tuple(minute, minute).map(([a, b]): Span => {
      const [from, until] = [Math.min(a, b), Math.max(a, b)].map((m) => new Date(at('00:00').getTime() + m * 60_000));
      return { state: 'open', fromAt: from!, untilAt: until! };
    });
    fc.assert(
      fc.property(one, minute, (any, now) => {
        const judged = judge(turn, [any], { now: new Date(at('00:00').getTime() + now * 60_000), graceMinutes: 5, onLeave: false, amended: undefined }); // prettier-ignore
        expect(judged.thereMinutes).toBeLessThanOrEqual(180);
        expect(judged.mark === 'absent' ? judged.firstAt : null).toBeNull();
      }),
    );
  });
});

it('a tally counts every turn once', () => {
  expect(tallyOf([{ mark: 'late' }, { mark: 'late' }, { mark: 'absent' }])).toMatchObject({ late: 2, absent: 1, present: 0 }); // prettier-ignore
});
