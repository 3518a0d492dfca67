/** How long somebody is signed in at a kiosk: an hour, longer for who says that they are there, and again for the same phone alone. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { peopleContract } from '#modules/people/contract';
import { hearFrom } from '#modules/remotehelp';
import { remoteHelpContract } from '#modules/remotehelp/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { openHall, type TestHall } from '../hall/hall-testing.ts';
import { kiosksContract as ops } from './contract.ts';
import { openKiosk, type TestKiosk } from './kiosks-testing.ts';

let app: TestApp;
let d: TestHall;
let kiosk: TestKiosk;
let sitting: string;
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 1);
  kiosk = await openKiosk(app, d.office, d.hall);
});
afterAll(() => app.close());
beforeEach(async () => {
  sitting = await kiosk.touch();
});

const beat = () => kiosk.call(ops.beatHere, { body: { sittingId: sitting, version: '1' } });
/** Time passes while the machine is in use. */
async function pass(minutes: number) {
  for (let i = 0; i < minutes; i++) {
    app.clock.advance(60_000);
    await beat();
  }
}
const left = async () => (await beat()).signIn;
const stay = () => kiosk.ask(ops.stayHere, { params: { id: sitting } });
const who = async () => (await kiosk.call(peopleContract.me, {})).actor?.accountId ?? null;
const sessions = async (): Promise<number> =>
  (await app.ground.db.one<{ n: number }>(sql`select count(*)::int as n from people.session where shared and ended_at is null`)).n; // prettier-ignore

test('it is an hour, which the kiosk knows, and nobody’s after that', async () => {
  expect(await left()).toBeNull();
  expect((await stay()).problem.code).toBe('general.notSignedIn');
  await kiosk.signIn(d.resident, sitting);
  expect(await left()).toEqual({ goodFor: 3600, canStay: true });
  await pass(59);
  expect(await left()).toEqual({ goodFor: 60, canStay: true });
  expect(await who()).toBe(d.resident);
  await pass(1);
  expect(await left()).toEqual({ goodFor: 0, canStay: false });
  expect(await who()).toBeNull();
  expect((await stay()).status).toBe(401);
});

test('who says that they are there stays, for two hours at most; then the same phone is asked, in the same use', async () => {
  await kiosk.signIn(d.resident, sitting);
  await pass(56);
  expect((await stay()).body.signIn).toEqual({ goodFor: 1800, canStay: true });
  await pass(29);
  expect(await who()).toBe(d.resident);
  // Of another use, or of another browser, nothing is lengthened.
  expect((await kiosk.ask(ops.stayHere, { params: { id: newId() } })).problem.code).toBe('kiosks.noSitting');
  expect((await app.ask(d.resident, ops.stayHere, { params: { id: sitting } })).problem.code).toBe('kiosks.notRegistered'); // prettier-ignore
  expect(await left()).toMatchObject({ goodFor: 60 });
  await stay();
  await pass(26);
  expect((await stay()).body.signIn).toEqual({ goodFor: 9 * 60, canStay: false });
  expect((await stay()).problem.code).toBe('kiosks.stayedLongest');
  await pass(4);
  // Before it ends, and after: the session of before is of no use any more, the use goes on.
  await kiosk.signIn(d.resident, sitting);
  expect(await left()).toEqual({ goodFor: 3600, canStay: true });
  expect(await sessions()).toBe(1);
  await pass(60);
  expect(await who()).toBeNull();
  await kiosk.signIn(d.resident, sitting);
  expect(await who()).toBe(d.resident);
  expect(await beat()).toMatchObject({ sittingId: sitting });
  expect(await sessions()).toBe(1);
});

test('what another process has lengthened goes on here, at the very end too', async () => {
  await kiosk.signIn(d.resident, sitting);
  await pass(59);
  app.clock.advance(50_000);
  expect(await who()).toBe(d.resident);
  // As that process writes it: this one still knows the session as it was.
  const at = app.clock.now();
  await app.ground.db.many(sql`update people.session set stayed_at = ${at} where shared and ended_at is null`);
  app.clock.advance(11_000);
  expect(await who()).toBe(d.resident);
  await pass(28);
  expect(await who()).toBe(d.resident);
});

test('somebody else signs in only when it was cleared, and nothing of the one before is theirs', async () => {
  await kiosk.signIn(d.resident, sitting);
  await pass(60);
  const shown = await kiosk.call(ops.askSignIn, { body: { sittingId: sitting } });
  const answer = { params: { code: shown.code }, body: { number: shown.number } };
  expect((await app.ask(d.other, ops.answerSignIn, answer)).problem.code).toBe('kiosks.otherPerson');
  const collected = await kiosk.call(ops.collectSignIn, { params: { id: shown.id }, body: { sittingId: sitting } });
  expect(collected.state).toBe('refused');
  expect(await who()).toBeNull();
  sitting = await kiosk.touch();
  await kiosk.signIn(d.other, sitting);
  expect(await who()).toBe(d.other);
});

test('the clerk on the line reads how long it is good, that it has ended, and why the talk ended', async () => {
  const here = () => app.call(d.clerk, remoteHelpContract.setSeat, { body: { state: 'open' } });
  const seat = () => app.call(d.clerk, remoteHelpContract.showSeat, {});
  const signInGoodFor = async () => (await seat()).current!.signInGoodFor;
  await here();
  const body = { actionId: newId(), way: 'text', language: 'zh-CN', consent: true } as const;
  const { help } = await kiosk.call(remoteHelpContract.askForHelp, { body });
  await app.call(d.clerk, remoteHelpContract.takeNext, { body: { actionId: newId() } });
  expect(await signInGoodFor()).toBeNull();
  await kiosk.signIn(d.resident, sitting);
  expect(await signInGoodFor()).toBe(3600);
  await pass(58);
  expect(await signInGoodFor()).toBe(120);
  await stay();
  expect(await signInGoodFor()).toBe(1800);
  await pass(30);
  // The talk goes on: it needs no sign-in.
  expect((await seat()).current).toMatchObject({ id: help.id, state: 'talking', signInGoodFor: 0 });
  await app.ground.db.transaction(async (tx) => {
    for (const side of ['asker', 'clerk'] as const) hearFrom(tx, side, [help.id], app.clock.now());
  });
  await here();
  await kiosk.call(ops.endSitting, { params: { id: sitting }, body: { how: 'idle' } });
  await app.relay.drain();
  expect(await seat()).toMatchObject({ current: null, broken: { outcome: 'kioskEnded' } });
});
