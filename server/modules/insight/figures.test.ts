import { expect, test } from 'vitest';
import { caseDayOf, sourceOfActions, type CaseSource } from './case-day.ts';
import { figures, sets, valueOf, type Totals } from './figures.ts';

const totals = (some: Partial<Totals>): Totals => ({
  ...(Object.fromEntries([...sets, 'promisedDays', 'usedDays'].map((id) => [id, 0])) as Totals),
  ...some,
});
const figure = (id: string) => figures.find((each) => each.id === id)!;

test('each figure says in both languages what it is', () => {
  expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
  for (const { name, definition } of figures)
    for (const text of [name['zh-CN'], name.en, definition['zh-CN'], definition.en]) expect(text).not.toBe('');
});

test('a share has a numerator and a denominator, and nothing of nothing is no share', () => {
  expect(valueOf(figure('onTime'), totals({ inTime: 3, decided: 4 }))).toEqual({
    value: 0.75,
    numerator: 3,
    denominator: 4,
  });
  expect(valueOf(figure('onTime'), totals({}))).toEqual({ value: null, numerator: 0, denominator: 0 });
  expect(valueOf(figure('usedDays'), totals({ usedDays: 7, decided: 2 })).value).toBe(3.5);
  expect(valueOf(figure('overdue'), totals({ overdue: 2, open: 9 }))).toEqual({
    value: 2,
    numerator: 2,
    denominator: 9,
  });
});

const at = (day: string, time = '10:00') => new Date(`${day}T${time}:00+08:00`);
const source = (some: Partial<CaseSource>): CaseSource => ({
  id: 'c',
  departmentId: 'd',
  itemId: 'i',
  itemVersion: 1,
  door: 'portal',
  submittedAt: at('2026-06-10'),
  acceptedAt: null,
  decidedAt: null,
  endedAt: null,
  rated: false,
  ...some,
});
const item = {
  kind: 'licence' as const,
  immediate: false,
  statutoryLimit: { value: 20, unit: 'workingDay' as const },
  promisedLimit: { value: 5, unit: 'workingDay' as const },
};

test('days are of Asia/Shanghai, and until the decision nothing is promised or used', () => {
  expect(caseDayOf(source({ submittedAt: new Date('2026-06-10T16:30:00Z') }), item)).toMatchObject({
    submitted_on: '2026-06-11',
    accepted_on: null,
    in_time: null,
    used_days: null,
  });
});

test('working days skip the Dragon Boat holiday, and the last day is in time', () => {
  const accepted = { acceptedAt: at('2026-06-15') };
  // Accepted on Monday the 15th: the 19th to the 21st are days off, so five working days end on Tuesday the 23rd.
  expect(caseDayOf(source({ ...accepted, decidedAt: at('2026-06-23', '23:59') }), item)).toMatchObject({
    in_promise: true,
    in_time: true,
    promised_days: 5,
    used_days: 5,
  });
  expect(caseDayOf(source({ ...accepted, decidedAt: at('2026-06-24') }), item)).toMatchObject({
    in_promise: false,
    in_time: true,
    used_days: 6,
  });
  expect(caseDayOf(source({ ...accepted, decidedAt: at('2026-08-01') }), item)).toMatchObject({ in_time: false });
});

test('actions say when a case was accepted, decided and ended', () => {
  const actions = [
    { kind: 'submit', toState: 'submitted', at: at('2026-06-10') },
    { kind: 'accept', toState: 'accepted', at: at('2026-06-11') },
    { kind: 'grant', toState: 'granted', at: at('2026-06-12') },
    { kind: 'deliver', toState: 'delivered', at: at('2026-06-15') },
    { kind: 'close', toState: 'closed', at: at('2026-06-16') },
    { kind: 'note', toState: 'closed', at: at('2026-06-17') },
  ] as const;
  expect(sourceOfActions(source({}), actions)).toEqual(
    source({ acceptedAt: at('2026-06-11'), decidedAt: at('2026-06-12'), endedAt: at('2026-06-16') }),
  );
});
