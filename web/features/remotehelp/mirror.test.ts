import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fromAsker, fromClerk, seenOf } from './mirror.ts';

const field = (name: string, said: string, sensitive: boolean) => ({ name, title: name, said, fault: 'wrong', sensitive }); // prettier-ignore

describe('the mirror of a form', () => {
  it('lets nothing sensitive out before it is shown', () => {
    const take = vi.fn();
    const form = {
      itemId: undefined,
      title: '开饭店',
      at: 'phone',
      take,
      fields: [field('shopName', '小满面馆', false), field('phone', '19900001234', true)],
    };
    const seen = seenOf(form, new Set());
    expect(JSON.stringify(seen)).not.toContain('19900001234');
    expect(seen.fields[1]).toMatchObject({ said: null, fault: '' });
    expect(seenOf(form, new Set(['phone'])).fields[1]).toMatchObject({ said: '19900001234', fault: 'wrong' });
    expect(fromAsker(JSON.stringify({ kind: 'form', form: seen }))).toEqual({ kind: 'form', form: seen });
    expect(take).not.toHaveBeenCalled();
  });

  it('takes what was written before from both, and from a clerk only where the asker wrote something', () => {
    const lines = [
      { id: '1', by: 'asker', name: '', text: '在吗' },
      { id: '2', by: 'clerk', name: '周同事', text: '在' },
    ];
    const told = JSON.stringify({ kind: 'written', lines: [...lines, null, 7, { id: '', text: 'x' }], again: true });
    expect(fromAsker(told)).toEqual({ kind: 'written', lines, again: true });
    expect(fromClerk(told)).toEqual({ kind: 'written', lines: [{ ...lines[0], text: '' }, lines[1]], again: true });
    expect(fromAsker(JSON.stringify({ kind: 'written' }))).toEqual({ kind: 'written', lines: [], again: false });
  });

  it('understands five things from a clerk, and none of them submits', () => {
    const kinds = ['point', 'suggest', 'chat', 'written', 'media'];
    for (const kind of ['submit', 'set', 'form', 'answered', 'take', '__proto__'])
      expect(fromClerk(JSON.stringify({ kind, name: 'a', text: 'b', id: 'c' }))).toBeUndefined();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.record({ kind: fc.string(), name: fc.anything() }).map((one) => JSON.stringify(one) ?? ''),
        ),
        (text) => {
          const found = fromClerk(text);
          expect(found === undefined || kinds.includes(found.kind)).toBe(true);
          expect(() => fromAsker(text)).not.toThrow();
        },
      ),
    );
  });
});
