import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { Signature, signatureOf } from './signature.ts';

const check = Compile(Signature);
const takes = (drawing: string): boolean => check.Check({ way: 'drawn', drawing });

describe('a drawn signature', () => {
  it('is what the pad sends, and any other path of straight and curved strokes', () => {
    expect(takes('M120 80l0.1 0')).toBe(true);
    expect(takes('M120 80l0.1 0L130 90L-4 212M300 20l0.1 0L310 25')).toBe(true);
    expect(takes('M10,20 L30,40 50,60 h5 V-7.25 C1 2 3 4 5 6 q1,2 3,4 Z')).toBe(true);
  });

  it.each([
    '<script>',
    'M1 2<script>alert(1)</script>',
    'M1 2"/><image href="//example.test"/>',
    'L1 2',
    'M1',
    'M1 2L3',
    'M1 2C1 2 3 4',
    'M1 2Z5',
    'M1 2A1 1 0 0 1 5 5',
    'M1e9 2',
    'M1 2L999999 1',
    'MNaN NaN',
    'M1 2\n',
    '',
  ])('is not %j', (drawing) => expect(takes(drawing)).toBe(false));

  it('of the largest size is judged, right or wrong: a rule that tries every way to read it would never end', () => {
    for (const piece of ['L1 2', 'Z', ' 1 2', '1', ' ', 'C1 2 3 4 5 6'])
      for (const end of ['', '!', 'L']) takes(`M1 2${piece.repeat(Math.floor(59_990 / piece.length))}${end}`);
    expect(takes(`M1 2${'L30 40'.repeat(9_900)}`)).toBe(true);
    expect(takes(`M1 2${'L30 40'.repeat(10_000)}`)).toBe(false);
  });

  it('that is none, in a history of before, is not shown', () => {
    const signed = (signature: unknown) => signatureOf([{ kind: 'submit', facts: { signature } }]);
    expect(signed({ way: 'drawn', drawing: '<script>' })).toEqual({ way: 'drawn', drawing: null });
    expect(signed({ way: 'drawn', drawing: 'M1 2L3 4' })).toEqual({ way: 'drawn', drawing: 'M1 2L3 4' });
    expect(signed({ way: 'confirmed', drawing: 'M1 2L3 4' })).toEqual({ way: 'confirmed', drawing: null });
    expect(signed(undefined)).toBeNull();
  });
});
