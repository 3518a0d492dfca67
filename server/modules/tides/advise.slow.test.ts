import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adviseHall, usualTerms, type Hall } from './advise.ts';
import type { Sight } from './outlook.ts';

const calm: Sight = {
  now: 600,
  closes: 1_020,
  waiting: 0,
  busy: [],
  spells: [],
  arrivals: Array.from({ length: 24 }, () => 4),
  seen: 200,
  services: [4, 6, 8, 10, 20],
};

const until = fc.constantFrom(640, 700, 1_020, Infinity);
const also = fc.constantFrom([], [{ group: 1, from: 500 }], [{ group: 2, from: 603 }]);
const window = fc.record({ to: until, general: fc.boolean(), also });
const sight = (group: number): fc.Arbitrary<Sight> =>
  fc
    .record({
      waiting: fc.nat(40),
      busy: fc.array(fc.record({ since: fc.integer({ min: 560, max: 599 }), window }), { maxLength: 8 }),
      spells: fc.array(fc.record({ from: fc.constantFrom(600, 604, 660), window }), { maxLength: 4 }),
      perPart: fc.nat(8),
    })
    .map(({ waiting, busy, spells, perPart }) => ({
      ...calm,
      waiting,
      busy: busy.map(({ since, window: one }, i) => ({ since, windowId: `${group}-${i}`, ...one })),
      spells: spells.map(({ from, window: one }, i) => ({ from, windowId: `${group}-${i + 20}`, ...one })),
      arrivals: calm.arrivals.map(() => perPart),
    }));
const halls: fc.Arbitrary<Hall> = fc
  .record({
    sights: fc.tuple(sight(0), sight(1), sight(2)),
    spare: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)),
  })
  .map((hall) => ({ ...hall, ending: hall.sights[0].busy.slice(0, 1).map(() => ({ group: 0, windowId: '0-0' })) }));

describe('advice for a whole hall', () => {
  const terms = { ...usualTerms, futures: 3 };

  test('each piece of advice is worth its price, after those before it', () => {
    fc.assert(
      fc.property(halls, fc.nat(), (hall, seed) => {
        const advice = adviseHall(hall, terms, seed);
        let before = advice[0]?.before;
        for (const one of advice) {
          const least = { stay: terms.price * terms.step, lend: terms.lending, open: terms.price * terms.shortest };
          expect(one.saves).toBeGreaterThanOrEqual(least[one.act]);
          expect(one.before).toEqual(before);
          const total = (waits: readonly number[]) => waits.reduce((all, wait) => all + wait, 0);
          expect(one.saves).toBeCloseTo(total(one.before) - total(one.after), 6);
          before = one.after;
        }
      }),
    );
  });

  test('opens no more than there are people for, five minutes later, for an hour', () => {
    fc.assert(
      fc.property(halls, fc.nat(), (hall, seed) => {
        const opened = adviseHall(hall, terms, seed).filter(({ act }) => act === 'open');
        hall.spare.forEach((spare, group) =>
          expect(opened.filter((one) => one.group === group).length).toBeLessThanOrEqual(spare),
        );
        for (const { spell } of opened) expect(spell).toEqual({ from: 605, to: 665 });
      }),
    );
  });

  test('lends only a general window that is there for an hour and not lent there already, once', () => {
    let lent = 0;
    fc.assert(
      fc.property(halls, fc.nat(), (hall, seed) => {
        const advice = adviseHall(hall, terms, seed).filter(({ act }) => act === 'lend');
        lent += advice.length;
        expect(new Set(advice.map(({ windowId }) => windowId)).size).toBe(advice.length);
        for (const { group, guest, windowId, spell } of advice) {
          expect(guest).not.toBe(group);
          expect(spell.from).toBe(605);
          const { busy, spells } = hall.sights[group]!;
          const found = [...busy, ...spells].find((one) => one.windowId === windowId)!;
          expect(found.general).toBe(true);
          expect(found.to).toBeGreaterThanOrEqual(665);
          expect(found.also!.some((one) => one.group === guest)).toBe(false);
          if ('from' in found) expect(found.from).toBeLessThanOrEqual(605);
        }
      }),
    );
    expect(lent).toBeGreaterThan(0);
  });

  test('lends nothing where lending is not wanted', () => {
    fc.assert(
      fc.property(halls, fc.nat(), (hall, seed) => {
        const advice = adviseHall(hall, { ...terms, lending: Infinity }, seed);
        expect(advice.filter(({ act }) => act === 'lend')).toEqual([]);
      }),
    );
  });
});
