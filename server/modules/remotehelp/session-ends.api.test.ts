/** A clerk whose session or post ends in the middle of a talk is not there any more, whatever stream is still open. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSession, sessionCookie } from '#modules/people';
import { peopleContract } from '#modules/people/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { remoteHelpContract as ops } from './contract.ts';
import { patience } from './help.ts';
import { hearFrom, sweepHelps } from './index.ts';

let app: TestApp;
let d: SmallDistrict;
let origin: string;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  const address = app.http.server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(async () => {
  app.http.server.closeAllConnections();
  await app.close();
});

it('ends the stream, and the help goes back to its place', async () => {
  const acting = () => ({ actionId: newId() });
  await app.call(d.clerk, ops.setSeat, { body: { state: 'open' } });
  const body = { ...acting(), way: 'text', language: 'zh-CN', consent: true } as const;
  const { code, help } = await app.call(null, ops.askForHelp, { body });
  await app.call(d.clerk, ops.takeNext, { body: acting() });
  const cookie = `${sessionCookie}=${await openSession(app.ground, d.clerk, { secondFactor: true })}`;
  const line = await fetch(`${origin}/api/remote-help/taken/${help.id}/line?tab=${newId()}`, { headers: { cookie } });
  let ended = false;
  void (async () => {
    for await (const piece of line.body!) void piece;
    ended = true;
  })().catch(() => (ended = true));
  // Long enough for a look that notes who is there: it stays open while the session lives.
  await new Promise((done) => setTimeout(done, 11_000));
  expect(ended).toBe(false);
  const out = await fetch(`${origin}/api${peopleContract.signOut.path}`, {
    method: peopleContract.signOut.method,
    headers: { cookie },
  });
  expect(out.ok).toBe(true);
  await expect.poll(() => ended, { timeout: 30_000 }).toBe(true);
  app.clock.advance((patience + 1) * 1000);
  await app.ground.db.transaction(async (tx) => hearFrom(tx, 'asker', [help.id], app.clock.now()));
  await sweepHelps(app.ground);
  expect(await app.call(null, ops.lookHelp, { params: { code } })).toMatchObject({ state: 'waiting', again: true });
});
