import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesLeft, slotsOf } from './slots.ts';

const day = '2026-06-10';
const said = (spans: { opens: string; closes: string }[], minutes: number): string[] =>
  slotsOf(day, spans, minutes).map(({ startsAt }) =>
    new Date(startsAt.getTime() + 8 * 3_600_000).toISOString().slice(11, 16),
  );

test('slots lie within the opening hours, the break at noon left out', () => {
  const spans = [
    { opens: '09:00', closes: '10:15' },
    { opens: '13:30', closes: '14:30' },
  ];
  expect(said(spans, 30)).toEqual(['09:00', '09:30', '13:30', '14:00']);
  expect(said([], 30)).toEqual([]);
});

test('slots never overlap and never end after closing', () => {
  const time = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  fc.assert(
    fc.property(fc.nat(1440), fc.nat(1440), fc.integer({ min: 5, max: 240 }), (one, other, minutes) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const slots = slotsOf(day, [{ opens: time(from), closes: time(to) }], minutes);
      for (const [i, { startsAt, endsAt }] of slots.entries()) {
        expect(endsAt.getTime() - startsAt.getTime()).toBe(minutes * 60_000);
        if (i > 0) expect(startsAt).toEqual(slots[i - 1]!.endsAt);
      }
      const last = slots.at(-1);
      if (last) expect(last.endsAt.getTime()).toBeLessThanOrEqual(Date.parse(`${day}T00:00:00+08:00`) + to * 60_000);
    }),
  );
});

test('what is left of a day are the minutes of its spans that are still to come', () => {
  const spans = [
    { opens: '09:00', closes: '12:00' },
    { opens: '13:30', closes: '17:00' },
  ];
  const left = (time: string): number => minutesLeft(day, spans, new Date(`${day}T${time}+08:00`));
  expect([
    left('08:00:00'),
    left('09:00:00'),
    left('11:59:30'),
    left('12:30:00'),
    left('16:00:00'),
    left('17:00:00'),
  ]).toEqual([390, 390, 211, 210, 60, 0]);
});
