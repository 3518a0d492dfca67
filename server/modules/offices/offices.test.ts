import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayKind, publishedCalendar } from '#modules/deadlines';
import { distanceBetween, nearest } from './distance.ts';
import { faultsOf, openAt, planOf, saysOpen, type CalendarOf, type OpeningHours } from './opening.ts';

const calendarOf: CalendarOf = (day) => dayKind(publishedCalendar, day);
const weekdays = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '09:00', closes: '12:00' },
  { weekday, opens: '13:30', closes: '17:00' },
]);
const hall: OpeningHours = { weekly: weekdays, exceptions: [] };
const at = (text: string) => new Date(`${text}:00+08:00`);
const state = (hours: OpeningHours, when: string) => openAt(hours, at(when), calendarOf);
const says = (hours: OpeningHours, when: string) => saysOpen(state(hours, when), at(when));

test('a span includes its first minute and not its last', () => {
  expect(state(hall, '2026-06-10T08:59').open).toBe(false);
  expect(state(hall, '2026-06-10T09:00').open).toBe(true);
  expect(state(hall, '2026-06-10T11:59').open).toBe(true);
  expect(state(hall, '2026-06-10T12:00')).toMatchObject({ open: false, opensAt: at('2026-06-10T13:30'), reason: null });
  expect(state(hall, '2026-06-10T17:00').opensAt).toEqual(at('2026-06-11T09:00'));
});

test('a public holiday is closed, a weekend that is worked is open', () => {
  expect(state(hall, '2026-10-01T10:00')).toMatchObject({
    open: false,
    reason: 'holiday',
    opensAt: at('2026-10-08T09:00'),
  });
  // 2026-10-10 is a Saturday that is worked for the National Day.
  expect(calendarOf('2026-10-10').kind).toBe('makeUp');
  expect(state(hall, '2026-10-10T10:00').open).toBe(true);
  expect(state(hall, '2026-06-13T10:00')).toMatchObject({ open: false, reason: 'weekday' });
});

test('a place with hours on Saturdays is open on them, and on worked ones by those hours', () => {
  const bank = { weekly: [...weekdays, { weekday: 6, opens: '10:00', closes: '15:00' }], exceptions: [] };
  expect(state(bank, '2026-06-13T10:30').closesAt).toEqual(at('2026-06-13T15:00'));
  expect(state(bank, '2026-10-10T09:30').open).toBe(false);
});

test('an exception wins over the week and over the calendar', () => {
  const hours = {
    weekly: weekdays,
    exceptions: [
      { on: '2026-06-10', spans: [], note: '系统升级' },
      { on: '2026-10-02', spans: [{ opens: '09:00', closes: '11:00' }], note: '' },
    ],
  };
  expect(state(hours, '2026-06-10T10:00')).toMatchObject({ open: false, reason: 'exception', note: '系统升级' });
  expect(state(hours, '2026-10-02T10:00').open).toBe(true);
  expect(planOf(hours, '2026-10-02', calendarOf).reason).toBeNull();
});

test('a year without a published calendar is provisional', () => {
  expect(state(hall, '2027-03-01T10:00').provisional).toBe(true);
  expect(state(hall, '2026-12-31T18:00').provisional).toBe(true);
  expect(state(hall, '2026-06-10T10:00').provisional).toBe(false);
});

test('spans that touch are one opening, and a place without hours never opens', () => {
  const all = {
    weekly: [
      { weekday: 3, opens: '08:00', closes: '12:00' },
      { weekday: 3, opens: '12:00', closes: '24:00' },
    ],
    exceptions: [],
  };
  expect(state(all, '2026-06-10T11:00').closesAt).toEqual(at('2026-06-11T00:00'));
  expect(says(all, '2026-06-10T11:00').zh).toBe('开放中，24:00 结束');
  const none = { weekly: [], exceptions: [] };
  expect(state(none, '2026-06-10T11:00')).toMatchObject({ open: false, opensAt: null });
  expect(says(none, '2026-06-10T11:00')).toEqual({ zh: '暂停开放', en: 'Closed until further notice' });
});

test('openings are said as people say them', () => {
  expect(says(hall, '2026-06-10T10:00')).toEqual({ zh: '开放中，12:00 结束', en: 'Open until 12:00' });
  expect(says(hall, '2026-06-10T12:30').zh).toBe('现在不开放，今天 13:30 开放');
  expect(says(hall, '2026-06-10T18:00').en).toBe('Closed now, opens tomorrow at 09:00');
  expect(says(hall, '2026-10-01T10:00')).toEqual({
    zh: '国庆节放假，10月8日 周四 09:00 开放',
    en: 'Closed for a public holiday, opens Thursday 8 Oct at 09:00',
  });
});

test('hours that contradict themselves are found where they do', () => {
  expect(faultsOf(hall)).toEqual({});
  expect(
    faultsOf({
      weekly: [
        { weekday: 1, opens: '09:00', closes: '12:00' },
        { weekday: 1, opens: '11:00', closes: '13:00' },
        { weekday: 2, opens: '12:00', closes: '09:00' },
      ],
      exceptions: [
        { on: '2026-06-10', spans: [], note: '' },
        { on: '2026-06-10', spans: [], note: '' },
      ],
    }),
  ).toEqual({
    '/weekly/1': 'overlaps another span',
    '/weekly/2': 'closes before it opens',
    '/exceptions/1/on': 'this day is listed twice',
  });
});

test('whenever a place opens next, it is open then, and it is not open before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500_000 }), (minutes) => {
      const when = new Date(Date.parse('2025-12-01T00:00:00+08:00') + minutes * 60_000);
      const { open, opensAt, closesAt } = openAt(hall, when, calendarOf);
      if (open) return !openAt(hall, closesAt!, calendarOf).open;
      return (
        openAt(hall, opensAt!, calendarOf).open && !openAt(hall, new Date(opensAt!.getTime() - 1), calendarOf).open
      );
    }),
  );
});

test('distances fit the map', () => {
  const hangzhou = { longitude: 120.1551, latitude: 30.2741 };
  const shanghai = { longitude: 121.4737, latitude: 31.2304 };
  expect(distanceBetween(hangzhou, shanghai) / 1000).toBeCloseTo(164.6, 0);
  expect(distanceBetween(hangzhou, hangzhou)).toBe(0);
  const places = [
    { name: 'nowhere', longitude: null, latitude: null },
    { name: 'far', ...shanghai },
    { name: 'near', longitude: 120.16, latitude: 30.27 },
  ];
  expect(nearest(places, hangzhou).map(({ name, distance }) => [name, distance === null])).toEqual([
    ['near', false],
    ['far', false],
    ['nowhere', true],
  ]);
});
