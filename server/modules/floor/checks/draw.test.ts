import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn } from './draw.ts';
import { checkStates, mayKnow, stateOf } from './states.ts';

const windows = Array.from({ length: 20 }, (_, at) => `w${at + 10}`);

describe('a draw', () => {
  it('is repeated by anybody, in whatever order the windows are read, and takes each once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.integer({ min: 1, max: 25 }), fc.shuffledSubarray(windows), (seed, wanted, some) => {
        const picked = drawn(seed, some, wanted);
        expect(drawn(seed, some.toReversed(), wanted)).toEqual(picked);
        expect(new Set(picked).size).toBe(Math.min(wanted, some.length));
        expect(picked.every((one) => some.includes(one))).toBe(true);
      }),
    ); // prettier-ignore
  });

  it('favours no window', () => {
    const counts = new Map(windows.map((one) => [one, 0]));
    for (let seed = 0; seed < 4000; seed += 1)
      for (const one of drawn(seed, windows, 5)) counts.set(one, counts.get(one)! + 1);
    // A thousand each are expected; five standard deviations are 137.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(137);
  });
});

it('stands where it was left, and is missed when its day went by', () => {
  const day = '2026-06-10';
  const at = (kind: 'begin' | 'cancel' | null, endedAt: Date | null, today: string) => stateOf({ kind, endedAt, day }, today); // prettier-ignore
  expect([at(null, null, day), at('begin', null, day), at('begin', new Date(), '2026-06-11'), at('cancel', null, day), at(null, null, '2026-06-11')]).toEqual(checkStates); // prettier-ignore
});

it('is known before it begins to who drew it, the team and the auditor alone', () => {
  const check = { drawnBy: 'a', teamIds: ['b', 'c'], state: 'drawn' as const };
  const knows = (accountId: string, more: object = {}, of: object = {}) =>
    mayKnow({ ...check, ...of }, { accountId, office: false, auditor: false, ...more });
  expect([knows('a'), knows('b'), knows('x', { auditor: true })]).toEqual([true, true, true]);
  expect([knows('x'), knows('x', { office: true })]).toEqual([false, false]);
  expect([knows('x', { office: true }, { state: 'begun' }), knows('x', {}, { state: 'ended' })]).toEqual([true, false]);
});
