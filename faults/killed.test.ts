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
/** Acts between two blows: enough that each falls into the middle of many. */
const between = long ? 2000 : 60;

test('kill -9 of the server under load loses nothing and does nothing twice', async () => {
  let server = await stage.start();
  const where: { port: number | undefined } = { port: server.port };
  const load = new Load(stage, where);
  load.begin(8);
  for (let round = 1; round <= rounds; round++) {
    await load.reaches(round * between);
    await server.kill();
    where.port = undefined;
    server = await stage.start();
    where.port = server.port;
  }
  await load.reaches((rounds + 1) * between);
  await load.finish();
  expect(load.unexpected, server.errors.slice(-3000)).toEqual([]);
  await stage.look((db) => expectAllOnce(db, load.acts));
  expect(await server.stop()).toMatchObject({ code: 0 });
  expect(stage.postmaster()).toBeUndefined();
});

// With the long faults: that of a hall kills it too.
test.runIf(long)('kill -9 of PostgreSQL under load: it comes back by itself, with everything', async () => {
  const server = await stage.start();
  const load = new Load(stage, server);
  load.begin(8);
  for (let round = 1; round <= rounds; round++) {
    await load.reaches(round * between);
    const before = stage.postmaster()!;
    process.kill(before, 'SIGKILL');
    for (const deadline = Date.now() + 20_000; [undefined, before].includes(stage.postmaster()); await sleep(50))
      if (Date.now() > deadline) throw new Error('PostgreSQL did not come back');
  }
  await load.reaches((rounds + 1) * between);
  await load.finish();
  expect(load.unexpected, server.errors.slice(-3000)).toEqual([]);
  expect(load.told.every((seconds) => Number(seconds) >= 1)).toBe(true);
  await stage.look((db) => expectAllOnce(db, load.acts));
  expect(await server.stop()).toMatchObject({ code: 0 });
});
