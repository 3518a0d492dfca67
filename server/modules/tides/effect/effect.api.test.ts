/** Which advices an effect is claimed for, and the list behind each figure. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hallContract as hallOps } from '#modules/hall/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import type { TestHall } from '../../hall/hall-testing.ts';
import { tidesContract as ops } from '../contract.ts';
import { watchHall } from '../index.ts';
import { crowdedHall } from '../tides-testing.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const minutes = (count: number): void => app.clock.advance(count * 60_000);
const countsOf = async (hall: TestHall, queries: readonly object[]): Promise<number[]> =>
  Promise.all(
    queries.map(
      async (query) => (await app.call(hall.office, ops.listAdvice, { params: { id: hall.hall }, query })).total,
    ),
  );
const figures = [{ figure: 'followed' }, { figure: 'unbidden' }, { figure: 'measured' }, { figure: 'unanswered' }];

describe('the figures of effects', () => {
  it('claim nothing for a window that somebody opened and nobody had decided; each has its list', async () => {
    const hall = await crowdedHall(app, 6, 40);
    minutes(30);
    await watchHall(app.ground, hall.hall);
    const opened = { params: { id: hall.windows[2]! } };
    await app.call(hall.clerks[2]!, hallOps.openWindow, opened);
    minutes(5);
    await watchHall(app.ground, hall.hall);
    minutes(65);
    await watchHall(app.ground, hall.hall);
    const sums = await app.call(hall.office, ops.sumEffects, { params: { id: hall.hall } });
    expect(sums).toMatchObject({ followed: 0, unbidden: 1, measured: 0, helped: 0, little: 0, nothing: 0, saved: 0, staffed: 0 }); // prettier-ignore
    expect((await countsOf(hall, figures)).slice(0, 3)).toEqual([0, 1, 0]);
    expect(await countsOf(hall, [{ outcome: 'nothing' }, { outcome: 'helped' }, { outcome: 'little' }])).toEqual([0, 0, 0]); // prettier-ignore
  });

  it('have what was decided, and what nobody answered', async () => {
    const hall = await crowdedHall(app, 6, 40);
    minutes(30);
    const [made] = (await watchHall(app.ground, hall.hall))!;
    await app.call(hall.clerks[2]!, hallOps.openWindow, { params: { id: made!.windowId } });
    await app.call(hall.office, ops.takeAdvice, { params: { id: made!.id }, body: { actionId: newId() } });
    expect(await countsOf(hall, figures)).toEqual([1, 0, 0, 0]);
    minutes(65);
    await watchHall(app.ground, hall.hall);
    expect((await countsOf(hall, figures)).slice(0, 3)).toEqual([1, 0, 1]);
  });
});
