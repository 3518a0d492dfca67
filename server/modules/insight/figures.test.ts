import { expect, test } from 'vitest';
import { ownCalendars } from '#modules/deadlines';
import { caseDayOf, movesOf, sourceOfActions, visitsOf, type CountedSource } from './case-day.ts';
import { figures, sets, sums, valueOf, type Totals } from './figures.ts';

const totals = (some: Partial<Totals>): Totals => ({
  ...(Object.fromEntries([...sets, ...sums].map((id) => [id, 0])) as Totals),
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
const source = (some: Partial<CountedSource>): CountedSource => ({
  materials: { required: 3, spared: 1 },
  visits: null,
  id: 'c',
  departmentId: 'd',
  itemId: 'i',
  itemVersion: 1,
  door: 'portal',
  outletId: null,
  submittedAt: at('2026-06-10'),
  acceptedAt: null,
  decidedAt: null,
  endedAt: null,
  rated: false,
  decidedDue: null,
  ...some,
});
const item = {
  kind: 'licence' as const,
  immediate: false,
  statutoryLimit: { value: 20, unit: 'workingDay' as const },
  promisedLimit: { value: 5, unit: 'workingDay' as const },
};

test('days are of Asia/Shanghai, and until the decision nothing is promised or used', () => {
  expect(caseDayOf(source({ submittedAt: new Date('2026-06-10T16:30:00Z') }), item, ownCalendars)).toMatchObject({
    submittedOn: '2026-06-11',
    acceptedOn: null,
    inTime: null,
    usedDays: null,
  });
});

test('working days skip the Dragon Boat holiday, and the last day is in time', () => {
  const accepted = { acceptedAt: at('2026-06-15') };
  // Accepted on Monday the 15th: the 19th to the 21st are days off, so five working days end on Tuesday the 23rd.
  expect(caseDayOf(source({ ...accepted, decidedAt: at('2026-06-23', '23:59') }), item, ownCalendars)).toMatchObject({
    inPromise: true,
    inTime: true,
    promisedDays: 5,
    usedDays: 5,
  });
  expect(caseDayOf(source({ ...accepted, decidedAt: at('2026-06-24') }), item, ownCalendars)).toMatchObject({
    inPromise: false,
    inTime: true,
    usedDays: 6,
  });
  expect(caseDayOf(source({ ...accepted, decidedAt: at('2026-08-01') }), item, ownCalendars)).toMatchObject({
    inTime: false,
  });
});

test('actions say when a case was accepted, decided and ended', () => {
  const actions = [
    { kind: 'submit', toState: 'submitted', at: at('2026-06-10'), facts: {} },
    { kind: 'accept', toState: 'accepted', at: at('2026-06-11'), facts: {} },
    { kind: 'grant', toState: 'granted', at: at('2026-06-12'), facts: {} },
    { kind: 'deliver', toState: 'delivered', at: at('2026-06-15'), facts: {} },
    { kind: 'close', toState: 'closed', at: at('2026-06-16'), facts: {} },
    { kind: 'note', toState: 'closed', at: at('2026-06-17'), facts: {} },
  ] as const;
  expect(sourceOfActions(source({}), actions)).toEqual(
    source({ acceptedAt: at('2026-06-11'), decidedAt: at('2026-06-12'), endedAt: at('2026-06-16') }),
  );
  // By silence of the office as well.
  const silent = [
    { kind: 'submit', toState: 'submitted', at: at('2026-06-10'), facts: {} },
    {
      kind: 'deemAccepted',
      toState: 'accepted',
      at: at('2026-06-18'),
      facts: { acceptedAt: at('2026-06-10').toISOString() },
    },
    { kind: 'deemGranted', toState: 'granted', at: at('2026-07-12'), facts: {} },
  ] as const;
  expect(sourceOfActions(source({}), silent)).toEqual(
    source({ acceptedAt: at('2026-06-10'), decidedAt: at('2026-07-12'), endedAt: null }),
  );
});

test('errands of one day are one visit, and what is done from home is none', () => {
  const errand = (kind: 'submit' | 'supplement' | 'cure' | 'deliver', day: string, role = 'clerk', facts = {}) =>
    ({ kind, at: at(day), role, facts }) as const;
  const collected = { way: 'collected' };
  expect(visitsOf('portal', [errand('submit', '2026-06-10', 'applicant')])).toBe(0);
  expect(visitsOf('field', [errand('submit', '2026-06-10')])).toBe(0);
  expect(
    visitsOf('window', [errand('submit', '2026-06-10'), errand('deliver', '2026-06-10', 'examiner', collected)]),
  ).toBe(1);
  const thrice = [
    errand('submit', '2026-06-10'),
    errand('supplement', '2026-06-12'),
    errand('supplement', '2026-06-15', 'applicant'),
    errand('deliver', '2026-06-17', 'examiner', collected),
  ];
  expect(visitsOf('outlet', thrice)).toBe(3);
  // Tolerance saves nobody a way that is made later.
  expect(visitsOf('outlet', [...thrice, errand('cure', '2026-06-16'), errand('cure', '2026-06-16', 'applicant')])).toBe(
    4,
  );
  expect(visitsOf('portal', [errand('deliver', '2026-06-17', 'examiner', { way: 'posted' })])).toBe(0);
});

test('counters move by the difference alone', () => {
  const before = caseDayOf(source({}), item, ownCalendars);
  const after = caseDayOf(source({ acceptedAt: at('2026-06-10', '11:00') }), item, ownCalendars);
  const first = movesOf([{ before: undefined, after: before }]);
  expect(first).toEqual([expect.objectContaining({ day: '2026-06-10', received: 1, accepted: 0 })]);
  expect(movesOf([{ before, after }])).toEqual([
    expect.objectContaining({ day: '2026-06-10', received: 0, accepted: 1 }),
  ]);
  expect(movesOf([{ before: after, after }])).toEqual([]);
  const elsewhere = { ...before, departmentId: 'e' };
  expect(movesOf([{ before, after: elsewhere }]).map(({ departmentId, received }) => [departmentId, received])).toEqual(
    [
      ['d', -1],
      ['e', 1],
    ],
  );
  // Two cases of one day are one move.
  expect(movesOf([before, { ...before, caseId: 'c2' }].map((row) => ({ before: undefined, after: row })))).toEqual([
    expect.objectContaining({ received: 2 }),
  ]);
});
