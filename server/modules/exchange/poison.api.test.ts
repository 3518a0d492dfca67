/** What a partner says wrongly, by mistake or on purpose, is its own harm: nothing behind it and nobody else waits for it. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { noticesContract } from '#modules/notices/contract';
import { newId, newSecret } from '#platform/ids';
import { sql } from '#platform/db';
import { exchangeContract as ops } from './contract.ts';
import { deliverDue } from './deliver.ts';
import { askedOf, holds, twoDistricts, type TwoDistricts } from './exchange-testing.ts';
import { keyIdOf } from './own-key.ts';
import { fingerprintOf, signText, textOf, textOfAnswer, writePublicKey, type Envelope } from './signing.ts';

let two: TwoDistricts;
let bad: Server;
let partnerId: string;
let key: KeyObject;
let keyId: string;
/** What the bad partner answers to a message; undefined: it redirects. */
let answers: (message: Envelope) => { answer: string; data?: string } | undefined;
/** What it offers, once it says so rightly. */
let offered = '{"items":[]}';
let reached = 0;
beforeAll(async () => {
  two = await twoDistricts();
  ({ privateKey: key } = generateKeyPairSync('ed25519'));
  const publicKey = writePublicKey(key);
  keyId = keyIdOf(publicKey);
  bad = createServer((request, reply) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      if (request.url !== '/api/exchange/messages') {
        reached += 1;
        return void reply.end();
      }
      const message = JSON.parse(text) as Envelope;
      const said = answers(message);
      if (!said) return void reply.writeHead(307, { location: '/inside' }).end();
      const signature = signText(key, textOfAnswer(message, keyId, said.answer, said.data));
      reply.end(JSON.stringify({ ...said, keyId, signature }));
    });
  });
  await new Promise<void>((done) => bad.listen(0, '127.0.0.1', done));
  const baseUrl = `http://127.0.0.1:${(bad.address() as AddressInfo).port}`;
  const body = { code: '330197', name: '石塘区', baseUrl, publicKey, fingerprint: fingerprintOf(publicKey), ...holds };
  partnerId = (await two.here.call(two.a.office, ops.addPartner, { body })).id;
});
afterAll(async () => {
  bad?.close();
  await two?.close();
});
beforeEach(() => {
  for (const app of [two.here, two.there]) app.clock.set('2026-06-10T09:30:00+08:00');
});

/** Time passes on both sides: two clocks apart are another matter. */
const later = (ms: number) => [two.here, two.there].forEach(({ clock }) => clock.advance(ms));
const queue = async () => (await two.here.call(two.a.office, ops.listQueue, {})).rows;
const ask = () => two.here.call(two.a.office, ops.refreshItems, { params: { id: partnerId } });
/** A good application to the other partner, left behind the bad one's message. */
const good = () => two.here.call(two.a.clerk, ops.takeIn, { body: { actionId: newId(), ...askedOf({ ...two }) } });

it('an answer that makes no sense keeps nobody else waiting, and is said', async () => {
  for (const nonsense of ['no json', '[]', '{"items":[{"itemId":1}]}', '{"items":[],"x":"\\u0000"}', '"\\ud800"']) {
    later(3_600_000);
    answers = () => ({ answer: nonsense });
    await ask();
    const { id } = await good();
    await deliverDue(two.here.ground);
    expect((await two.here.call(two.a.clerk, ops.getTaken, { params: { id } })).number, nonsense).not.toBeNull();
    expect(await queue(), nonsense).toMatchObject([{ partnerId, fault: 'wrongAnswer', faultCode: null }]);
  }
});

it('an item that is named twice is taken once', async () => {
  later(7_200_000);
  const { rows } = await two.here.call(null, ops.findPartnerItems, { query: {} });
  const { body } = await two.here.call(null, ops.getPartnerItem, { params: { partnerId: rows[0]!.partnerId, id: rows[0]!.itemId } }); // prettier-ignore
  const item = { itemId: newId(), version: 1, department: '石塘区市场监管局', body };
  offered = JSON.stringify({ items: [item, item, { ...item, itemId: newId(), body: {} }] });
  answers = () => ({ answer: offered });
  await ask();
  await two.here.call(two.a.office, ops.retryNow, {});
  await deliverDue(two.here.ground);
  expect(await queue()).toEqual([]);
  const found = await two.here.call(null, ops.findPartnerItems, { query: { partnerId } });
  expect(found).toMatchObject({ total: 1, rows: [{ itemId: item.itemId }] });
});

it('a redirect is not followed', async () => {
  answers = () => undefined;
  await ask();
  await deliverDue(two.here.ground);
  expect(await queue()).toMatchObject([{ fault: 'refused', faultCode: null }]);
  expect(reached).toBe(0);
  answers = () => ({ answer: offered });
  await two.here.call(two.a.office, ops.retryNow, {});
  await deliverDue(two.here.ground);
});

it('a district that does not know our key says so to the office, and what waits goes once it does', async () => {
  const { keyId: theirs } = (await two.there.call(two.b.office, ops.listPartners, {}))[0]!.keys[0]!;
  await two.there.ground.db.many(sql`update exchange.partner_key set revoked_at = now() where key_id = ${theirs}`);
  const { id } = await good();
  await deliverDue(two.here.ground);
  const found = async () => two.here.call(two.a.clerk, ops.getTaken, { params: { id } });
  expect(await found()).toMatchObject({ fault: 'refused', faultCode: 'exchange.keyNotValid', number: null });
  const [partner] = (await two.here.call(two.a.office, ops.listPartners, {})).filter(({ code }) => code === '330198');
  expect(partner).toMatchObject({ fault: 'refused', faultCode: 'exchange.keyNotValid' });
  await two.there.ground.db.many(sql`update exchange.partner_key set revoked_at = null where key_id = ${theirs}`);
  // They ask what we offer: a partner that speaks need not be waited for.
  await two.there.call(two.b.office, ops.refreshItems, { params: { id: two.partnerThere } });
  await deliverDue(two.there.ground);
  await deliverDue(two.here.ground);
  expect(await found()).toMatchObject({ fault: null, faultCode: null, number: expect.any(String) });
});

/** A message of the bad partner to us. */
function told(kind: Envelope['kind'], payload: string) {
  const sentAt = two.here.clock.now().toISOString();
  const whole = { id: newId(), from: '330197', to: '330199', kind, payload, keyId, nonce: newSecret(), sentAt };
  return two.here.ask(null, ops.receiveMessage, { body: { ...whole, signature: signText(key, textOf(whole)) } });
}
const stepOf = (applicationId: string, more: object = {}) =>
  JSON.stringify({ applicationId, seq: 1, kind: 'grant', state: 'granted', at: two.here.clock.now().toISOString(), note: null, documents: [], ...more }); // prettier-ignore

it('text that cannot be kept is refused, and a case of another partner is not found', async () => {
  const { id } = await good();
  for (const note of ['a\\u0000b', '\\ud800']) {
    const answer = await told('step', stepOf(id).replace('"note":null', `"note":"${note}"`));
    expect([answer.status, answer.problem.code], note).toEqual([422, 'exchange.notUnderstood']);
  }
  // It is the good partner's: the bad one can neither move nor read it.
  expect((await told('step', stepOf(id))).problem.code).toBe('exchange.notFound');
  const asked = JSON.stringify({ applicationId: id, documentId: newId(), part: 1 });
  expect((await told('document', asked)).problem.code).toBe('exchange.notFound');
  const more = JSON.stringify({ applicationId: id, answers: {}, situations: {}, materials: [] });
  expect((await told('supplement', more)).problem.code).toBe('exchange.tooEarly');
  await deliverDue(two.here.ground);
});

it('a document that is none is not kept, and is asked for again; a name leads nowhere', async () => {
  later(7_200_000);
  answers = ({ kind }) =>
    kind === 'application'
      ? { answer: '{"number":"330197-1","trackCode":"t-1"}' }
      : kind === 'document'
        ? { answer: `{"parts":1,"sha256":"${'0'.repeat(64)}"}`, data: 'AAAA' }
        : { answer: offered };
  const { itemId } = (await two.here.call(null, ops.findPartnerItems, { query: { partnerId } })).rows[0]!;
  const asked = { actionId: newId(), ...askedOf({ ...two, partner: partnerId }), itemId };
  const { id } = await two.here.call(two.a.clerk, ops.takeIn, { body: asked });
  await deliverDue(two.here.ground);
  const documentId = newId();
  const line = {
    id: documentId,
    kind: 'decisionGrant',
    title: '决定书',
    titleEn: 'Decision',
    number: '../../../etc/passwd',
  };
  expect((await told('step', stepOf(id, { documents: [line] }))).status).toBe(200);
  await deliverDue(two.here.ground);
  const document = async () => (await two.here.call(two.a.clerk, ops.getTaken, { params: { id } })).documents[0];
  expect(await document()).toMatchObject({ fileId: null, fault: 'notWhole' });
  const again = () => two.here.call(two.a.clerk, ops.askDocument, { params: { id, documentId } });
  answers = () => ({ answer: JSON.stringify({ parts: 1, sha256: sha256OfZeros }), data: 'AAAA' });
  await again();
  await again();
  expect(await document()).toMatchObject({ fileId: null, fault: null });
  expect(await queue()).toHaveLength(1);
  await deliverDue(two.here.ground);
  expect(await document()).toMatchObject({ fileId: null, fault: 'notReadable' });
  expect((await two.here.ask(two.a.examiner, ops.askDocument, { params: { id, documentId } })).status).toBe(403);
  // Whoever took it in is told once of the result, not of each time that it comes.
  expect((await told('step', stepOf(id, { documents: [line] }))).status).toBe(200);
  const inbox = await two.here.call(two.a.clerk, noticesContract.myNotices, { query: { work: true } });
  expect(inbox.rows.filter(({ title }) => title === '跨区申请有结果')).toHaveLength(1);
});
const sha256OfZeros = '709e80c88487a2411e1ee4dfb9f22a861492d20c4765150c0c794abd70f8147c';

it('a partner moves, but not into the house', async () => {
  const change = (baseUrl: string) =>
    two.here.ask(two.a.office, ops.changePartner, { params: { id: partnerId }, body: { name: '石塘新区', baseUrl } });
  expect((await change('https://10.0.0.1')).problem.code).toBe('exchange.innerAddress');
  expect((await change('https://[::ffff:10.0.0.1]')).problem.code).toBe('exchange.innerAddress');
  expect((await change('https://169.254.169.254')).problem.code).toBe('exchange.innerAddress');
  expect((await change('https://2130706433')).status, 'this machine, as one is allowed here').toBe(204);
  expect((await change('https://shitang.example')).status).toBe(204);
  const partners = await two.here.call(two.a.office, ops.listPartners, {});
  expect(partners.find(({ id }) => id === partnerId)).toMatchObject({
    name: '石塘新区',
    baseUrl: 'https://shitang.example',
  });
  const unknown = { params: { id: newId() }, body: { name: 'x', baseUrl: 'https://a.example' } };
  expect((await two.here.ask(two.a.office, ops.changePartner, unknown)).problem.code).toBe('exchange.notFound');
});
