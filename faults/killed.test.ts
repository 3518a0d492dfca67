/** The server or the database is killed in the middle of load: what was acknowledged is there, once, and what was not is made up for. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectAllOnce } from './audit.ts';
import { Load } from './load.ts';
import { long, setStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(async () => {
  await stage.close();
});

const rounds = long ? 10 : 1;
const pause = long ? 3000 : 1200;

test('kill -9 of the server under load loses nothing and does nothing twice', async () => {
  let server = await stage.start();
  const where: { port: number | undefined } = { port: server.port };
  const load = new Load(stage, where);
  load.begin(8);
  for (let round = 0; round < rounds; round++) {
    await sleep(pause);
    await server.kill();
    where.port = undefined;
    server = await stage.start();
    where.port = server.port;
  }
  await sleep(pause);
  await load.finish();
  expect(load.unexpected).toEqual([]);
  expect(load.acts.length).toBeGreaterThan(100);
  await stage.look((db) => expectAllOnce(db, load.acts));
  expect(await server.stop()).toMatchObject({ code: 0 });
  expect(stage.postmaster()).toBeUndefined();
});

test('kill -9 of PostgreSQL under load: it comes back by itself, with everything', async () => {
  const server = await stage.start();
  const load = new Load(stage, server);
  load.begin(8);
  for (let round = 0; round < rounds; round++) {
    await sleep(pause);
    const before = stage.postmaster()!;
    process.kill(before, 'SIGKILL');
    for (const deadline = Date.now() + 20_000; [undefined, before].includes(stage.postmaster()); await sleep(50))
      if (Date.now() > deadline) throw new Error('PostgreSQL did not come back');
  }
  await sleep(pause);
  await load.finish();
  expect(load.unexpected).toEqual([]);
  expect(load.slowest).toBeLessThan(6500);
  expect(load.told.every((seconds) => Number(seconds) >= 1)).toBe(true);
  await stage.look((db) => expectAllOnce(db, load.acts));
  expect(await server.stop()).toMatchObject({ code: 0 });
});
