/** Two districts, each with its own database, that talk to each other by real HTTP on this machine. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { sql } from '#platform/db';
import { newId, newSecret } from '#platform/ids';
import type { TestApp } from '#server/testing';
import { step } from '#server/testing-cases';
import type { SmallDistrict } from '#server/testing-district';
import { exchangeContract as ops, type Application } from './contract.ts';
import { deliverDue } from './deliver.ts';
import { applicationOf, askedOf, holds, idNumber, twoDistricts, type TwoDistricts } from './exchange-testing.ts';
import { keyIdOf, ownKey } from './own-key.ts';
import { fingerprintOf, signText, textOf, writePublicKey, type Envelope } from './signing.ts';

let two: TwoDistricts;
let here: TestApp;
let there: TestApp;
let a: SmallDistrict;
let b: SmallDistrict;
let partner: string;
let port: number;
beforeAll(async () => {
  two = await twoDistricts();
  ({ here, there, a, b, partner, port } = two);
});
afterAll(() => two.close());
beforeEach(() => {
  here.clock.set('2026-06-10T09:30:00+08:00');
  there.clock.set('2026-06-10T09:30:00+08:00');
});

const application = (overrides: Partial<Application> = {}) => applicationOf(two, overrides);
const asked = (overrides: Partial<Application> = {}) => askedOf(two, overrides);
const takeIn = (overrides: Partial<Application> = {}, actionId = newId()) =>
  here.call(a.clerk, ops.takeIn, { body: { actionId, ...asked(overrides) } });
const look = (id: string) => here.call(a.clerk, ops.getTaken, { params: { id } });
const casesThere = () => there.ground.db.many<{ id: string; number: string; door: string }>(sql`select id, number, door from cases."case"`); // prettier-ignore

/** Lets `there` tell what happened with its cases. */
async function tellBack() {
  await there.relay.drain();
  return deliverDue(there.ground);
}

/** A message as `here` would sign it, for an application. */
async function signed(overrides: Partial<Envelope> = {}): Promise<Envelope> {
  const { key, keyId } = await ownKey(here.ground.dataFolder);
  const sentAt = here.clock.now().toISOString();
  const whole = { id: newId(), from: '330199', to: '330198', kind: 'application' as const, payload: JSON.stringify(application()), keyId, nonce: newSecret(), sentAt, ...overrides }; // prettier-ignore
  return { ...whole, signature: overrides.signature ?? signText(key, textOf(whole)) };
}
const send = (body: Envelope) => there.ask(null, ops.receiveMessage, { body });

describe('an application for another district', () => {
  it('is opened there, followed here, and seen to its end', async () => {
    const before = (await casesThere()).length;
    const taken = await takeIn();
    expect(taken).toMatchObject({
      number: null,
      state: null,
      fault: null,
      waitingSince: here.clock.now().toISOString(),
    });
    expect(await deliverDue(here.ground)).toBe(1);
    const known = await look(taken.id);
    expect(known).toMatchObject({ number: expect.stringMatching(/^330198-2026-/), waitingSince: null, refusal: null });
    const found = (await casesThere()).filter((row) => row.number === known.number);
    expect(found).toMatchObject([{ door: 'exchange' }]);
    expect((await casesThere()).length).toBe(before + 1);
    const { id } = found[0]!;
    for (const kind of ['accept', 'grant', 'issue', 'deliver'] as const) await step(there, b, id, kind);
    await tellBack();
    const after = await look(taken.id);
    const whole = await there.call(b.examiner, casesContract.getCase, { params: { id } });
    expect(after.steps.map(({ kind }) => kind)).toEqual(whole.timeline.map(({ kind }) => kind));
    expect(after.steps.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['submit', 'accept', 'grant', 'issue', 'deliver']),
    );
    expect(after.state).toBe(whole.case.state);
    const messages = await there.ground.db.many(
      sql`select 1 from exchange.message where direction = 'in' and id = ${taken.id}`,
    );
    expect(messages).toHaveLength(1);
    await expect(there.ground.db.many(sql`delete from exchange.message`)).rejects.toThrow(/permission denied/);
  });

  it('is taken in once, however often it is sent', async () => {
    const id = newId();
    const all = await Promise.all([takeIn({}, id), takeIn({}, id), takeIn({}, id)]);
    expect(new Set(all.map((one) => one.id)).size).toBe(1);
    const other = await here.ask(a.clerk, ops.takeIn, { body: { actionId: id, ...asked({ answers: { shopName: '别的店', area: 60, grease: 'YS-2' } }) } }); // prettier-ignore
    expect(other.problem.code).toBe('exchange.actionReused');
    await deliverDue(here.ground);
  });

  it('that is not complete is refused here, or there, and the refusal is seen', async () => {
    const before = (await casesThere()).length;
    const at = await here.ask(a.clerk, ops.takeIn, { body: { actionId: newId(), ...asked({ answers: {} }) } });
    expect(at.problem).toMatchObject({
      code: 'cases.answersInvalid',
      facts: { fields: { '/answers/area': 'required' } },
    });
    // What was fetched here is older than what holds there: there it is refused, and the people here see why.
    const older = sql`update exchange.partner_item set body = jsonb_set(body::jsonb, '{form,required}', '[]') where item_id = ${b.food}`;
    await here.ground.db.many(older);
    const taken = await takeIn({ answers: { shopName: '知远书屋' } });
    await deliverDue(here.ground);
    expect(await look(taken.id)).toMatchObject({ number: null, refusal: { code: 'cases.answersInvalid' } });
    await here.ground.db.many(
      sql`update exchange.partner_item set body = jsonb_set(body::jsonb, '{form,required}', '["shopName", "area", "grease"]')`,
    );
    expect((await casesThere()).length).toBe(before);
  });

  it('waits while the other district is down, and goes over once', async () => {
    const before = (await casesThere()).length;
    await here.ground.db.many(sql`update exchange.partner set base_url = 'http://127.0.0.1:9' where id = ${partner}`);
    const taken = [await takeIn(), await takeIn()];
    expect(await deliverDue(here.ground)).toBe(0);
    expect(await look(taken[0]!.id)).toMatchObject({ number: null, fault: 'unreachable' });
    const [line] = await here.call(a.office, ops.listPartners, {});
    expect(line).toMatchObject({ waiting: 2, waitingSince: here.clock.now().toISOString() });
    expect(await here.call(a.office, ops.listQueue, {})).toMatchObject({ total: 2 });
    await here.ground.db.many(
      sql`update exchange.partner set base_url = ${`http://127.0.0.1:${port}`} where id = ${partner}`,
    );
    expect(await deliverDue(here.ground)).toBe(0);
    await here.call(a.office, ops.retryNow, {});
    // Two senders at once: both send, one case each.
    await Promise.all([deliverDue(here.ground), deliverDue(here.ground)]);
    expect(await here.call(a.office, ops.listQueue, {})).toMatchObject({ total: 0 });
    expect((await casesThere()).length).toBe(before + 2);
  });

  it('is shown to whoever took it in and to the office, and to nobody else', async () => {
    const taken = await takeIn();
    await deliverDue(here.ground);
    expect((await here.ask(a.examiner, ops.getTaken, { params: { id: taken.id } })).status).toBeGreaterThanOrEqual(403);
    expect((await here.call(a.examiner, ops.listTaken, {})).total).toBe(0);
    expect((await here.call(a.office, ops.listTaken, {})).rows.map(({ id }) => id)).toContain(taken.id);
  });
});

describe('a message', () => {
  it('that comes twice opens one case and is answered the same; the same delivery is refused', async () => {
    const message = await signed();
    const before = (await casesThere()).length;
    const first = await send(message);
    expect(first.status).toBe(200);
    expect((await send(message)).problem.code).toBe('exchange.replayed');
    const again = await send(await signed({ id: message.id, payload: message.payload }));
    expect(again.body.answer).toBe(first.body.answer);
    const at = await Promise.all(
      [1, 2, 3].map(async () => send(await signed({ id: message.id, payload: message.payload }))),
    );
    expect(at.map(({ body }) => body.answer)).toEqual([1, 2, 3].map(() => first.body.answer));
    expect((await casesThere()).length).toBe(before + 1);
    const other = await signed({ id: message.id, payload: JSON.stringify(application({ answers: {} })) });
    expect((await send(other)).problem.code).toBe('exchange.messageReused');
  });

  it('with anything wrong about it stores nothing', async () => {
    const stored = () => there.ground.db.many(sql`select id from exchange.message union all select message_id from exchange.delivery
      union all select id from cases."case"`); // prettier-ignore
    const before = await stored();
    const good = await signed();
    const codes = async (...messages: Envelope[]) =>
      Promise.all(messages.map(async (one) => (await send(one)).problem.code));
    expect(
      await codes({ ...good, payload: `${good.payload} ` }, { ...good, nonce: newSecret() }, { ...good, id: newId() }),
    ).toEqual([1, 2, 3].map(() => 'exchange.wrongSignature'));
    expect(await codes(await signed({ to: '330100' }))).toEqual(['exchange.notForUs']);
    expect(await codes(await signed({ keyId: 'a'.repeat(64) }), await signed({ from: '330197' }))).toEqual(
      [1, 2].map(() => 'exchange.unknownKey'),
    );
    const late = await signed({ sentAt: new Date(here.clock.now().getTime() - 6 * 60_000).toISOString() });
    expect(await codes(late)).toEqual(['exchange.clockApart']);
    expect(await codes(await signed({ kind: 'step', payload: '{"applicationId":1}' }))).toEqual([
      'exchange.notUnderstood',
    ]);
    expect(await stored()).toHaveLength(before.length);
  });

  it('about a person whose number belongs to another name is refused', async () => {
    await send(await signed());
    const answer = await send(
      await signed({ payload: JSON.stringify(application({ applicant: { name: '别人', idNumber } })) }),
    );
    expect(JSON.parse(answer.body.answer)).toMatchObject({ problem: { code: 'exchange.personDiffers' } });
  });

  it('of a step that comes late does not turn the state back', async () => {
    const taken = await takeIn();
    await deliverDue(here.ground);
    const own = await ownKey(there.ground.dataFolder);
    const tell = async (seq: number, kind: string, state: string) => {
      const payload = JSON.stringify({
        applicationId: taken.id,
        seq,
        kind,
        state,
        at: there.clock.now().toISOString(),
        note: null,
        documents: [],
      });
      const whole = { id: newId(), from: '330198', to: '330199', kind: 'step' as const, payload, keyId: own.keyId, nonce: newSecret(), sentAt: there.clock.now().toISOString() }; // prettier-ignore
      return here.ask(null, ops.receiveMessage, { body: { ...whole, signature: signText(own.key, textOf(whole)) } });
    };
    expect((await tell(3, 'grant', 'decided')).status).toBe(200);
    expect((await tell(2, 'accept', 'accepted')).status).toBe(200);
    const { state, steps } = await look(taken.id);
    expect([state, steps.map(({ seq }) => seq)]).toEqual(['decided', [2, 3]]);
    await tellBack();
  });
});

describe('keys', () => {
  const fresh = () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const publicKey = writePublicKey(privateKey);
    return { privateKey, publicKey, fingerprint: fingerprintOf(publicKey), keyId: keyIdOf(publicKey) };
  };
  const sendWith = async (key: ReturnType<typeof fresh>) => {
    const message = await signed({ keyId: key.keyId });
    return (await send({ ...message, signature: signText(key.privateKey, textOf(message)) })).problem.code;
  };

  it('are taken when the fingerprint was compared, hold beside the old one, and end', async () => {
    const { id } = (await there.call(b.office, ops.listPartners, {}))[0]!;
    const key = fresh();
    const add = (body: object) => there.ask(b.office, ops.addPartnerKey, { params: { id }, body: { publicKey: key.publicKey, fingerprint: key.fingerprint, ...holds, ...body } }); // prettier-ignore
    expect((await add({ fingerprint: fresh().fingerprint })).problem.code).toBe('exchange.fingerprintDiffers');
    expect((await add({ publicKey: 'A'.repeat(59) })).problem.code).toBe('exchange.badKey');
    expect((await add({})).status).toBe(204);
    expect((await add({})).problem.code).toBe('exchange.keyKnown');
    expect(await sendWith(key)).toBeUndefined();
    expect((await send(await signed())).status).toBe(200);
    await there.call(b.office, ops.revokePartnerKey, { params: { id }, body: { keyId: key.keyId } });
    expect(await sendWith(key)).toBe('exchange.keyNotValid');
  });

  it('belong to districts whose address may be called', async () => {
    const { publicKey, fingerprint } = fresh();
    const add = (code: string, baseUrl: string) => here.ask(a.office, ops.addPartner, { body: { code, name: 'X', baseUrl, publicKey, fingerprint, ...holds } }); // prettier-ignore
    expect((await add('330197', 'http://10.0.0.1')).problem.code).toBe('exchange.badAddress');
    expect((await add('330199', 'https://a.example')).problem.code).toBe('exchange.ownDistrict');
    expect((await add('330198', 'https://a.example')).problem.code).toBe('exchange.partnerKnown');
  });
});
