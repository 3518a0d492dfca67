/** Where somebody asks from is what the server knows of the browser, whatever that says of itself. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { kiosksContract as kiosksOps } from '#modules/kiosks/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { openHall, type TestHall } from '../hall/hall-testing.ts';
import { openKiosk, type TestKiosk } from '../kiosks/kiosks-testing.ts';
import { remoteHelpContract as ops } from './contract.ts';

let app: TestApp;
let d: TestHall;
let kiosk: TestKiosk;
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 1);
  kiosk = await openKiosk(app, d.office, d.hall);
});
afterAll(() => app.close());
beforeEach(() => app.call(d.clerk, ops.setSeat, { body: { state: 'open' } }));

const acting = () => ({ actionId: newId() });
const asked = () => ({ ...acting(), way: 'text', language: 'zh-CN', consent: true }) as const;
/** What the clerk is told of it. */
async function told(code: string) {
  const { help } = await app.call(d.clerk, ops.takeNext, { body: acting() });
  await app.call(null, ops.leaveHelp, { params: { code }, body: acting() });
  return help;
}

it('is a kiosk and its hall where the kiosk asks, with somebody signed in or not', async () => {
  for (const isSignedIn of [false, true]) {
    const sitting = await kiosk.touch();
    if (isSignedIn) await kiosk.signIn(d.resident, sitting);
    const body = asked();
    const { code } = await kiosk.call(ops.askForHelp, { body });
    expect((await kiosk.call(ops.askForHelp, { body })).code).toBe(code);
    expect(await told(code)).toMatchObject({
      door: 'kiosk',
      outletName: '云溪区政务服务中心',
      askerName: isSignedIn ? '陈小满' : '',
    });
  }
});

it('is never a kiosk where another browser asks, and it is not let to say so', async () => {
  for (const claim of [{ door: 'kiosk' }, { outletId: d.hall }, { door: 'kiosk', outletId: d.hall }]) {
    const body = { ...asked(), ...claim };
    expect((await app.ask(null, ops.askForHelp, { body })).status).toBe(400);
  }
  for (const secret of [undefined, 'x'.repeat(43)]) {
    const cookies = secret === undefined ? {} : { yichuang_kiosk: secret };
    const answer = await app.http.inject({ method: 'POST', url: '/api/remote-help/helps', cookies, payload: asked() });
    expect(await told(answer.json().code)).toMatchObject({ door: 'portal', outletName: '' });
  }
});

it('ends with the use of the kiosk, by whatever way that ends: the clerk is free, and sees nothing more', async () => {
  for (const how of ['restart', 'ended'] as const) {
    await kiosk.touch();
    const { code } = await kiosk.call(ops.askForHelp, { body: asked() });
    await app.call(d.clerk, ops.takeNext, { body: acting() });
    if (how === 'restart') await kiosk.call(kiosksOps.startHere, { body: { version: '1' } });
    else await kiosk.touch();
    await app.relay.drain();
    expect(await app.call(null, ops.lookHelp, { params: { code } })).toMatchObject({
      state: 'ended',
      outcome: 'kioskEnded',
    });
    expect((await app.call(d.clerk, ops.showSeat, {})).current).toBeNull();
  }
});

it('is not ended by the use before, whose end is heard when the next person has asked already', async () => {
  await kiosk.touch();
  const before = await kiosk.call(ops.askForHelp, { body: asked() });
  // The end of that use is told later than the next one asks.
  await kiosk.touch();
  const { code } = await kiosk.call(ops.askForHelp, { body: asked() });
  await app.relay.drain();
  const state = async (of: string) => (await app.call(null, ops.lookHelp, { params: { code: of } })).state;
  expect([await state(before.code), await state(code)]).toEqual(['ended', 'waiting']);
  await kiosk.touch();
  await app.relay.drain();
  expect(await state(code)).toBe('ended');
});

it('is no kiosk any more once another browser has been registered as it', async () => {
  const before = new Map(kiosk.cookies);
  const { code: registration } = await app.call(d.office, kiosksOps.renewCodes, {
    params: { id: kiosk.id },
    body: { which: 'registration' },
  });
  await kiosk.call(kiosksOps.registerHere, { body: { code: registration } });
  for (const [name, value] of before) kiosk.cookies.set(name, value);
  const { code } = await kiosk.call(ops.askForHelp, { body: asked() });
  expect(await told(code)).toMatchObject({ door: 'portal', outletName: '' });
});
