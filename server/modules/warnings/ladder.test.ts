import { describe, expect, it } from 'vitest';
import { faultsOf, readLadder, usualLadder, type Ladder } from './ladder.ts';
import { holdersOf, type Roster } from './who-is-told.ts';

const but = (change: Partial<Ladder>): unknown => ({ ...usualLadder, ...change });
const rung = (change: object) => ({ ...usualLadder.rungs[0]!, ...change });

describe('a ladder', () => {
  it('that comes with the product is in order', () => expect(faultsOf(usualLadder)).toEqual({}));

  it.each([
    [null, { '/from': 'hours', '/rungs': 'noRungs' }],
    ['09:00', { '/from': 'hours', '/rungs': 'noRungs' }],
    [but({ from: '02:00' }), { '/from': 'hours' }],
    [but({ until: '22:00' }), { '/from': 'hours' }],
    [but({ from: '17:00', until: '09:00' }), { '/from': 'tooShort' }],
    [but({ rungs: [] }), { '/rungs': 'noRungs' }],
    [but({ rungs: Array.from({ length: 13 }, (_, i) => rung({ days: i })) as never }), { '/rungs': 'tooManyRungs' }],
    [but({ rungs: [rung({ days: 0.5 })] as never }), { '/rungs/0': 'days' }],
    [but({ rungs: [rung({ days: -61 })] as never }), { '/rungs/0': 'days' }],
    [but({ rungs: [rung({}), rung({ to: ['head'] })] as never }), { '/rungs/1': 'twice' }],
    [but({ rungs: [rung({ to: [] })] as never }), { '/rungs/0': 'nobody' }],
    [but({ rungs: [rung({ to: ['mayor'] })] as never }), { '/rungs/0': 'nobody' }],
    [but({ rungs: [rung({ about: 'soon' })] as never }), { '/rungs/0': 'about' }],
    [but({ rungs: [rung({ note: 'x'.repeat(121) })] as never }), { '/rungs/0': 'note' }],
    [but({ rungs: [rung({})] as never }), { '/rungs': 'officeMissing' }],
  ])('%j says what is wrong with it', (given, faults) => {
    expect(faultsOf(given)).toEqual(faults);
    expect(() => readLadder(given)).toThrow(RangeError);
  });
});

describe('who is behind a post', () => {
  const post = (
    accountId: string,
    role: Roster[number]['role'],
    departmentId: string | null,
    standInId: string | null = null,
  ) => ({
    accountId,
    role,
    departmentId,
    standInId,
  });
  const roster: Roster = [
    post('clerk', 'clerk', 'market'),
    post('examiner', 'examiner', 'market'),
    post('head', 'head', 'market', 'deputy'),
    post('deputy', 'examiner', 'market'),
    post('elsewhere', 'head', 'security'),
    post('office', 'office', null),
  ];
  const of = (holderId: string | null) => ({ departmentId: 'market', holderId });

  it('is who holds the case, or the desk of the department when nobody does or the holder has left', () => {
    expect(holdersOf('holder', of('examiner'), roster)).toEqual(['examiner']);
    expect(holdersOf('holder', of(null), roster)).toEqual(['clerk', 'examiner', 'deputy']);
    expect(holdersOf('holder', of('gone'), roster)).toEqual(['clerk', 'examiner', 'deputy']);
  });
  it('is who stands in for whoever is away', () => {
    expect(holdersOf('head', of(null), roster)).toEqual(['deputy']);
    expect(holdersOf('holder', of('head'), roster)).toEqual(['deputy']);
  });
  it('is the office of the district, and nobody where nobody has the post', () => {
    expect(holdersOf('office', of(null), roster)).toEqual(['office']);
    expect(holdersOf('head', { departmentId: 'tax', holderId: null }, roster)).toEqual([]);
  });
});
