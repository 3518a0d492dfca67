import { describe, expect, test } from 'vitest';
import { termsOf } from '../house-rule.ts';
import { chooseLending, chooseSwitch, type Choice } from '../watch/choose.ts';
import { HallOutlook } from '../watch/hall-outlook.ts';
import { adviceFrom } from '../watch/judge.ts';
import { ago, queue, scene } from '../watch/scene-testing.ts';
import type { Scene } from '../watch/scene.ts';
import { seeHall } from '../watch/see-zone.ts';
import { misfitOf } from './misfit.ts';

const everywhere = (): boolean => true;
const choosers = { lend: chooseLending, switch: chooseSwitch };
type Kind = keyof typeof choosers;
const chosen = (one: Scene, kind: Kind): Choice | string => {
  const zones = seeHall(one);
  return choosers[kind](one, zones[0]!, zones);
};
/** Advised while zone A is full and zone B has nobody. */
const advised = (kind: Kind) => {
  const found = chosen(scene, kind) as Choice;
  expect(found).toMatchObject({ kind, window: { id: 'B2' } });
  return adviceFrom(scene, seeHall(scene)[0]!, found, []);
};
const misfit = (one: Scene, kind: Kind) => misfitOf(one, advised(kind), everywhere);
/** So many wait in zone A, to which a few come each five minutes, and in zone B. `full`: zone A counts as one in which people wait too long. */
const later = (each: number, a: number, b: number, full: boolean): Scene => ({
  ...scene,
  rule: full ? scene.rule : { ...scene.rule, leastMinutes: 120 },
  live: [...queue('a', a).map((one) => ({ ...one, since: ago(2) })), ...queue('b', b)],
  waited: new Map(),
  came: new Map([['a', new Map(Array.from({ length: 18 }, (_, i) => [102 + i, each]))]]),
});
/** What all wait more or less by it, over the hall as a whole. */
function spared(one: Scene, kind: Kind): number {
  const { delay, shortest } = termsOf(one.rule);
  const from = one.now + delay;
  const hall = new HallOutlook(one, 'A', [['a']]);
  const help = { windowId: 'B2', groups: hall.groupsOf(['a']), from };
  return hall.saves(kind === 'lend' ? { lent: [help] } : { switched: [{ ...help, to: from + shortest }] });
}

describe.each(['lend', 'switch'] as const)('a tap on an advice to %s a window', (kind) => {
  test('fits while nothing has changed', () => {
    expect(misfit(scene, kind)).toBeNull();
  });

  test('does nothing where its own people have come meanwhile, though one window more would be welcome', () => {
    const [full, calm] = [later(2, 4, 90, true), later(2, 4, 90, false)];
    expect([full, calm].map((one) => seeHall(one)[0]!.high)).toEqual([true, false]);
    expect([misfit(full, kind), misfit(calm, kind)]).toEqual(['notWorth', 'calm']);
  });

  test('is never done where all together wait longer by it, and always where it would be advised again', () => {
    const found = { no: 0, yes: 0 };
    for (const [each, a, b] of [1, 2].flatMap((each) =>
      [0, 4, 30].flatMap((a) => [0, 20, 60, 120].map((b) => [each, a, b] as const)),
    ))
      // prettier-ignore
      for (const full of [true, false]) {
        const now = later(each, a, b, full);
        const says = misfit(now, kind);
        const which = `${each} come, ${a} and ${b} wait, ${full}`;
        if (spared(now, kind) <= 0) expect(says, which).not.toBeNull();
        if (typeof chosen(now, kind) !== 'string') expect(says, which).toBeNull();
        found[says === null ? 'yes' : 'no'] += 1;
      }
    expect(Math.min(found.no, found.yes)).toBeGreaterThan(5);
  });
});
