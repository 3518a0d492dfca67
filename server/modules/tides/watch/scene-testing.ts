/** A hall as the watch sees it, made up for tests of its rules. */
import type { Errand } from '#modules/hall';
import { usualRule } from '../house-rule.ts';
import type { Scene, SceneWindow } from './scene.ts';

const at = new Date('2026-06-10T10:00:00+08:00');
export const ago = (minutes: number): Date => new Date(at.getTime() - minutes * 60_000);
export const errand = (id: string, zone: string): Errand => ({ id, zone, minutes: 8 }) as unknown as Errand;
export const window = (id: string, zone: string, duty: string[], clerk?: string): SceneWindow => ({
  id, number: id, zone, name: '', nameEn: '', departmentId: null, duty,
  clerk: clerk ? { accountId: clerk, name: clerk } : null, state: clerk ? 'open' : 'closed',
}); // prettier-ignore
export const work = (errandId: string, came: number) =>
  Array.from({ length: 34 }, (_, i) => ({ part: 34 + i, errandId, came: came * 4, called: came * 4, waitedSeconds: came * 4 * 240, served: 0, keptSeconds: 0 })); // prettier-ignore
export const queue = (errandId: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ errandId, windowId: null, waiting: true, since: ago(25 - (i % 25)) }));

/** Zone A has a queue and two windows; zone B is quiet with three; two people are free, of whom one has practice. */
export const scene: Scene = {
  outletId: 'hall',
  at,
  day: '2026-06-10',
  now: 600,
  opens: 510,
  closes: 1_020,
  rule: usualRule,
  comparable: { crowd: 'usual', days: ['d1', 'd2', 'd3', 'd4'], instead: false },
  errands: [errand('a', 'A'), errand('b', 'B')],
  zones: ['A', 'B'],
  english: new Map(),
  windows: [
    window('A1', 'A', ['a'], 'c1'),
    window('A2', 'A', ['a'], 'c2'),
    window('A3', 'A', ['a']),
    window('B1', 'B', ['b'], 'c3'),
    window('B2', 'B', ['b'], 'c4'),
    window('B3', 'B', ['b'], 'c5'),
  ],
  free: [
    { accountId: 'new', name: '新手', leftAt: ago(5) },
    { accountId: 'old', name: '熟手', leftAt: ago(60) },
  ],
  offDuty: [],
  live: queue('a', 30),
  waited: new Map([['a', { called: 8, seconds: 8 * 1_200 }]]),
  came: new Map([['a', new Map(Array.from({ length: 18 }, (_, i) => [102 + i, 3]))]]),
  work: [...work('a', 5), ...work('b', 1)],
  spreads: new Map([['A', [300, 480, 600]], ['B', [300, 480, 600]]]), // prettier-ignore
  practice: new Map([['a', new Set(['old', 'c4'])]]),
  advices: [],
};
