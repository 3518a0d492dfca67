import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasMore, isNews, joined, newest, type Line } from './written.ts';

const line = (id: string, text = id): Line => ({ id, by: 'asker', name: '', text });
const lines = (ids: string): Line[] => [...ids].map((id) => line(id));
const said = (all: readonly Line[]): string => all.map(({ id }) => id).join('');

describe('what was written', () => {
  it('comes back whole to who has nothing, and what each side alone has comes to both', () => {
    expect(said(joined('clerk', [], lines('abc')))).toBe('abc');
    expect(said(joined('clerk', lines('abc'), []))).toBe('abc');
    // Written by each while the other was cut off.
    expect(said(joined('clerk', lines('abx'), lines('aby')))).toBe('abyx');
    expect(said(joined('clerk', lines('cd'), lines('abcd')))).toBe('abcd');
    expect(hasMore(lines('abx'), lines('aby'))).toBe(true);
    expect(hasMore(lines('ab'), lines('aby'))).toBe(false);
  });

  it('puts what a clerk wrote between what the asker wrote, while the asker was cut off', () => {
    const by = (ids: string): Line[] =>
      [...ids].map((id) => ({ ...line(id), by: id < 'a' ? ('clerk' as const) : ('asker' as const) }));
    const told = by('a1b2c').map((one) => (one.by === 'asker' ? { ...one, text: '' } : one));
    expect(joined('asker', by('abc'), told)).toEqual(by('a1b2c'));
    expect(isNews('asker', by('abc'), told)).toBe(true);
    // What the asker is said to have written and did not is not taken.
    expect(said(joined('asker', by('ac'), told))).toBe('a12c');
    expect(isNews('asker', by('a12c'), told)).toBe(false);
  });

  it('says which of the lines of clerks a clerk has from the asker alone', () => {
    const mine: Line = { ...line('1'), by: 'clerk' };
    const other: Line = { ...line('2'), by: 'clerk' };
    expect(joined('clerk', [mine], [line('a'), mine, other])).toEqual([line('a'), mine, { ...other, told: true }]);
    expect(joined('asker', [], [mine])).toEqual([mine]);
  });

  it('is the same for both after they have told each other, nothing twice and nothing lost', () => {
    const some = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 }).map((ids) => ids.sort().join(''));
    fc.assert(
      fc.property(some, some, (one, other) => {
        const all = said(joined('clerk', lines(one), lines(other)));
        const back = said(joined('clerk', lines(other), joined('clerk', lines(one), lines(other))));
        expect([...all].sort().join('')).toBe([...new Set(one + other)].sort().join(''));
        expect([...back].sort().join('')).toBe([...all].sort().join(''));
        // Told once more, nothing changes.
        expect(said(joined('clerk', joined('clerk', lines(one), lines(other)), lines(other)))).toBe(all);
      }),
    );
  });

  it('is bounded: the oldest go first', () => {
    const many = Array.from({ length: 300 }, (_, i) => line(String(i)));
    expect(newest(many).map(({ id }) => id)).toEqual(many.slice(100).map(({ id }) => id));
    const long = Array.from({ length: 100 }, (_, i) => line(String(i), 'x'.repeat(500)));
    expect(newest(long)).toHaveLength(80);
    expect(newest(long).at(-1)!.id).toBe('99');
  });
});
