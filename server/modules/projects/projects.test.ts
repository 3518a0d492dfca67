/** The rules of types, plans, steps, simulated approvals and policies. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedCalendar as calendar } from '#modules/deadlines';
import { planOf } from './plan.ts';
import { answerOf, knownFacts, matchPolicy, yearsBetween } from './policy/policy.ts';
import { faultsOf } from './project-type.ts';
import { plainType } from './projects-testing.ts';
import { afterAct, simulationActs, simulationStates } from './simulation/course.ts';
import { lookAgain, notLookedAt, pinsOf } from './simulation/pins.ts';
import { statesOf } from './steps.ts';

describe('a type of project', () => {
  test('says all that is wrong with it at once', () => {
    expect(faultsOf(plainType, () => true)).toEqual([]);
    const [first, second] = plainType.stages as [never, never];
    const broken = {
      ...plainType,
      stages: [
        { ...(second as (typeof plainType.stages)[number]), limitDays: 90 },
        {
          ...(first as (typeof plainType.stages)[number]),
          steps: [
            { key: 'filing', itemCode: 'X', after: ['energy'], ownerDays: 1, officeDays: 1 },
            { key: 'energy', itemCode: 'X', after: ['filing', 'nowhere'], ownerDays: 1, officeDays: 1 },
            { key: 'energy', itemCode: 'gone', after: [], ownerDays: 1, officeDays: 1 },
          ],
        },
      ],
    };
    expect(faultsOf(broken, (code) => code !== 'gone').map(({ why }) => why)).toEqual([
      'stagesOutOfOrder',
      'keyTwice',
      'unknownStep',
      'circular',
      'stageOverLimit',
      'noSuchItem',
    ]);
  });
  test('is planned: parallel steps begin together, later ones after those that they wait for', () => {
    const plan = Object.fromEntries(planOf(plainType, '2026-06-10', calendar).map((one) => [one.key, one]));
    expect(plan.filing).toEqual({ key: 'filing', preparesFrom: '2026-06-10', handsInOn: '2026-06-11', decidedOn: '2026-06-15' }); // prettier-ignore
    expect(plan.energy!.preparesFrom).toBe('2026-06-10');
    expect(plan.works!.preparesFrom).toBe(plan.energy!.decidedOn);
  });
});

describe('where steps stand', () => {
  const one = (key: string, after: string[], ...cases: { state: string; outcome: string | null }[]) => ({
    key,
    stage: 'landUse' as const,
    after,
    cases,
  });
  test('one waits until those before it are granted; a refused one can be tried again', () => {
    const refused = { state: 'closed', outcome: 'refused' };
    const granted = { state: 'issued', outcome: 'granted' };
    const revoked = { state: 'revoked', outcome: 'granted' };
    const states = (steps: ReturnType<typeof one>[]) => [...statesOf(steps).values()];
    expect(states([one('a', []), one('b', ['a'])])).toEqual(['ready', 'waiting']);
    expect(states([one('a', [], granted), one('b', ['a'])])).toEqual(['granted', 'ready']);
    expect(states([one('a', [], refused), one('b', ['a'])])).toEqual(['failed', 'waiting']);
    expect(states([one('a', [], refused, granted)])).toEqual(['granted']);
    expect(states([one('a', [], revoked), one('b', ['a'])])).toEqual(['failed', 'waiting']);
    expect(states([one('a', [], { state: 'supplementing', outcome: null })])).toEqual(['open']);
  });
});

describe('a simulated approval', () => {
  test('is examined once, and never decided without having been made formal', () => {
    for (const state of simulationStates)
      for (const act of simulationActs)
        expect(afterAct(state, act) === 'decided', `${state} ${act}`).toBe(state === 'formal' && act === 'decide');
    expect(afterAct('lapsed', 'makeFormal')).toBeUndefined();
    expect(afterAct('begun', 'makeFormal')).toBeUndefined();
  });
  const content = {
    answers: { height: 24, plot: 'A-12' },
    situations: { kind: 'factory' },
    materials: [{ materialId: 'design', how: 'upload', fileIds: ['f1'] }],
    itemVersion: 3,
  };
  const sha256 = (id: string) => ({ f1: 'aa', f2: 'aa', f3: 'bb' })[id];
  const pins = pinsOf(content, sha256);
  test('the same drawing uploaded again is the same drawing; another one is looked at again, and what was missing too', () => {
    const again = (changed: Partial<typeof content>) =>
      lookAgain(pins, pinsOf({ ...content, ...changed }, sha256), [
        { key: 'land', what: '土地出让合同', materialId: 'land' },
        { key: 'funds', what: '资金到位' },
      ]);
    const same = again({
      materials: [
        { materialId: 'design', how: 'upload', fileIds: ['f2'] },
        { materialId: 'land', how: 'paper', fileIds: [] },
      ],
    });
    expect(same).toEqual(['condition funds', 'material land']);
    expect(again({ materials: [{ materialId: 'design', how: 'upload', fileIds: ['f3'] }] })).toContain(
      'material design',
    );
    expect(again({ answers: { height: 30, plot: 'A-12' } })).toContain('answer height');
    expect(again({ answers: { height: 24 } as never })).toContain('answer plot');
    expect(again({ itemVersion: 4 })).toContain('item');
    expect(notLookedAt(same, ['material land'])).toEqual(['condition funds']);
  });
  test('nothing that differs is ever left out, and nothing else is asked for', () => {
    const hashes = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('1', '2'));
    fc.assert(
      fc.property(hashes, hashes, (before, now) => {
        const again = new Set(lookAgain(before, now, []));
        for (const part of 'abcde') expect(again.has(part)).toBe(before[part] !== now[part]);
      }),
    );
  });
});

describe('a policy', () => {
  const known = knownFacts(
    { industry: 'C3453', size: 'small', foundedOn: '2023-06-11', highTech: true },
    { investmentFen: 5_000_000_000_00 },
    '2026-06-10',
  );
  test('fits only where everything is known and met', () => {
    const met = { fact: 'investmentFen', op: 'atLeast', value: 1_000_000_00 } as const;
    const unknown = { fact: 'headcount', op: 'atLeast', value: 5 } as const;
    const not = { fact: 'size', op: 'isOneOf', values: ['large'] } as const;
    const fits = (...conditions: object[]) =>
      matchPolicy({ conditions: conditions as never, amount: { kind: 'fixed', fen: 100 } }, known).fits;
    expect(fits(met)).toBe('yes');
    expect(fits(met, unknown)).toBe('unknown');
    expect(fits(unknown, not)).toBe('no');
  });
  test('reads industries with and without the letter of their section', () => {
    const begins = (...values: string[]) => answerOf({ fact: 'industry', op: 'beginsWith', values }, known);
    expect([begins('C'), begins('C34'), begins('34'), begins('D'), begins('C35')]).toEqual([
      'yes',
      'yes',
      'yes',
      'no',
      'no',
    ]);
  });
  test('counts years as birthdays are counted', () => {
    expect(yearsBetween('2023-06-11', '2026-06-10')).toBe(2);
    expect(yearsBetween('2023-06-10', '2026-06-10')).toBe(3);
  });
  test('works a share out in whole fen, up to its cap', () => {
    const share = (capFen: number | null) =>
      matchPolicy({ conditions: [], amount: { kind: 'share', of: 'investmentFen', basisPoints: 150, capFen } }, known)
        .amountFen;
    expect(share(null)).toBe(75_000_000_00);
    expect(share(300_000_000)).toBe(300_000_000);
    const nothing = matchPolicy({ conditions: [], amount: { kind: 'share', of: 'revenueFen', basisPoints: 1, capFen: null } }, known); // prettier-ignore
    expect(nothing.amountFen).toBeNull();
  });
});
