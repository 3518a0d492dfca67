/** The watch after the clock of the server was wrong for a while and was set right. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { tidesContract as ops } from '../contract.ts';
import { watchHall } from '../index.ts';
import { crowdedHall } from '../tides-testing.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const minutes = (count: number): void => app.clock.advance(count * 60_000);

it('goes on in the next round, once, after a clock that was ahead was set right', async () => {
  const hall = await crowdedHall(app, 5, 0);
  const there = async () => (await watchHall(app.ground, hall.hall)) !== undefined;
  // An hour and ten minutes ahead, for a quarter of an hour.
  minutes(70);
  for (const past of [0, 5, 5]) {
    minutes(past);
    expect(await there()).toBe(true);
  }
  minutes(-70);
  for (let round = 0; round < 15; round++) {
    const servers = await Promise.all([there(), there(), there()]);
    expect(servers.filter(Boolean)).toHaveLength(1);
    minutes(5);
  }
  // What is shown is what was seen now, not what will have been seen.
  const looks = await app.ground.db.one<{ ahead: number }>(
    sql`select count(*)::int as ahead from tides.look where at > ${app.clock.now()}`,
  );
  expect(looks.ahead).toBe(0);
});

it('advises again at once where an advice of the hour that never was had been refused', async () => {
  const hall = await crowdedHall(app, 5, 40);
  minutes(90);
  const [made] = (await watchHall(app.ground, hall.hall))!;
  const body = { actionId: newId(), reason: '不需要' };
  await app.call(hall.office, ops.refuseAdvice, { params: { id: made!.id }, body });
  minutes(-60);
  expect(await watchHall(app.ground, hall.hall)).toHaveLength(1);
});
