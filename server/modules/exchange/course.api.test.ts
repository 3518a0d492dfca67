/** What goes over and comes back beside the application itself: files, supplements, the result, new keys. */
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { uploadFile } from '#modules/documents';
import { documentsContract } from '#modules/documents/contract';
import { sql } from '#platform/db';
import { hashOf, newId, newSecret } from '#platform/ids';
import { nobody } from '#platform/permissions';
import { step } from '#server/testing-cases';
import { exchangeContract as ops } from './contract.ts';
import { deliverDue } from './deliver.ts';
import { askedOf, twoDistricts, type TwoDistricts } from './exchange-testing.ts';
import { keyFor, ownKey } from './own-key.ts';
import { signText, textOf } from './signing.ts';
import { pieceSize } from './wire.ts';

let two: TwoDistricts;
beforeAll(async () => {
  two = await twoDistricts();
});
afterAll(() => two.close());
beforeEach(() => {
  for (const app of [two.here, two.there]) app.clock.set('2026-06-10T09:30:00+08:00');
});

/** A photo of so many pixels in a row, of noise: it does not become small. */
const noise = (width: number) =>
  sharp({ create: { width, height: width, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).jpeg({ quality: 90 }).toBuffer(); // prettier-ignore
const upload = async (account: string, width = 900) =>
  uploadFile(two.here.ground, { ...nobody, accountId: account }, { name: '平面图.jpg', bytes: await noise(width) });
const look = (id: string, account = two.a.clerk) => two.here.call(account, ops.getTaken, { params: { id } });

/** Everything that waits on either side goes over. */
async function exchange(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await two.there.relay.drain();
    await deliverDue(two.there.ground);
    await deliverDue(two.here.ground);
  }
}
async function takeIn(fileIds: string[] = []) {
  const body = { actionId: newId(), ...askedOf(two, {}, fileIds) };
  return two.here.call(two.a.clerk, ops.takeIn, { body });
}
async function caseThere(id: string) {
  const { number } = await look(id);
  return two.there.ground.db.one<{ id: string }>(sql`select id from cases."case" where number = ${number}`);
}

it('an item is shown as it is there, its fields in their order', async () => {
  const item = await two.here.call(null, ops.getPartnerItem, { params: { partnerId: two.partner, id: two.b.food } });
  expect(Object.keys(item.body.form.properties)).toEqual(['shopName', 'area', 'grease']);
});

it('files go over in pieces, once, and are the case’s there', async () => {
  const file = await upload(two.a.clerk);
  expect(file.size).toBeGreaterThan(2 * pieceSize);
  const taken = await takeIn([file.id]);
  await exchange();
  const { id } = await caseThere(taken.id);
  const whole = await two.there.call(two.b.examiner, casesContract.getCase, { params: { id } });
  const layout = whole.materials.find(({ materialId }) => materialId === 'layout')!;
  expect(layout).toMatchObject({ how: 'upload', fileIds: [expect.any(String)] });
  const there = await two.there.ground.db.one<{ sha256: string }>(
    sql`select sha256 from documents.file where id = ${layout.fileIds[0]!}`,
  );
  const sent = await two.here.ground.db.one<{ storedSha256: string }>(
    sql`select stored_sha256 from documents.file where id = ${file.id}`,
  );
  expect(there.sha256).toBe(sent.storedSha256);
  const down = await two.there.ask(two.b.examiner, documentsContract.downloadFile, {
    params: { id: layout.fileIds[0]! },
  });
  expect(down.status).toBe(200);
  expect(await two.there.ground.db.many(sql`select 1 from exchange.piece`)).toEqual([]);
  // Evidence holds what was signed, not the bytes once more.
  const [piece] = await two.there.ground.db.many<{ payload: string; dataHash: string }>(
    sql`select payload, data_hash from exchange.message where kind = 'file'`,
  );
  expect(piece!.payload.length).toBeLessThan(200);
  expect(piece!.dataHash).toMatch(/^[0-9a-f]{64}$/);
});

it('a file of somebody else is not sent', async () => {
  const file = await upload(two.a.office, 20);
  const asked = await two.here.ask(two.a.clerk, ops.takeIn, {
    body: { actionId: newId(), ...askedOf(two, {}, [file.id]) },
  });
  expect(asked.problem.code).toBe('documents.notYourFile');
  const none = await two.here.ask(two.a.clerk, ops.takeIn, {
    body: { actionId: newId(), ...askedOf(two, {}, [newId()]) },
  });
  expect(none.problem.code).toBe('documents.notYourFile');
});

it('what is wanted there is supplemented here, and the case goes on', async () => {
  const taken = await takeIn();
  await exchange();
  const { id } = await caseThere(taken.id);
  const early = await two.here.ask(two.a.clerk, ops.supplementTaken, {
    params: { id: taken.id },
    body: { actionId: newId(), answers: { area: 70 }, materials: [] },
  });
  expect(early.problem.code).toBe('exchange.notWanted');
  two.there.clock.advance(60_000);
  two.here.clock.advance(60_000);
  await step(two.there, two.b, id, 'askSupplement', {
    wanted: [{ materialId: 'layout', what: '平面图看不清，请重新提交' }],
  });
  await exchange();
  const asked = await look(taken.id);
  expect(asked).toMatchObject({ state: 'supplementing' });
  expect(asked.steps.at(-1)).toMatchObject({ kind: 'askSupplement', note: '平面图看不清，请重新提交' });
  two.there.clock.advance(60_000);
  two.here.clock.advance(60_000);
  const file = await upload(two.a.clerk, 100);
  const body = { actionId: newId(), materials: [{ materialId: 'layout', how: 'upload' as const, fileIds: [file.id] }] };
  const send = () => two.here.ask(two.a.clerk, ops.supplementTaken, { params: { id: taken.id }, body });
  expect((await send()).status).toBe(200);
  expect((await send()).status).toBe(200);
  const again = await two.here.ask(two.a.clerk, ops.supplementTaken, {
    params: { id: taken.id },
    body: { ...body, actionId: newId() },
  });
  expect(again.problem.code).toBe('exchange.notWanted');
  await exchange();
  const after = await look(taken.id);
  expect(after.state).toBe('submitted');
  expect(after.supplements).toMatchObject([{ answeredAt: expect.any(String), refusal: null }]);
  const whole = await two.there.call(two.b.examiner, casesContract.getCase, { params: { id } });
  expect(whole.materials.find(({ materialId }) => materialId === 'layout')).toMatchObject({ how: 'upload' });
});

it('the documents of the case come back as they are there, and are handed out here', async () => {
  const taken = await takeIn();
  await exchange();
  const { id } = await caseThere(taken.id);
  for (const kind of ['accept', 'note', 'grant', 'issue', 'deliver'] as const) await step(two.there, two.b, id, kind);
  await exchange();
  const after = await look(taken.id);
  // What colleagues note for each other stays there.
  expect(after.steps.map(({ kind }) => kind)).not.toContain('note');
  expect(after.state).toBe('closed');
  const there = await two.there.call(two.b.examiner, documentsContract.listDocuments, { query: { subjectId: id } });
  expect(after.documents.map(({ number }) => number).sort()).toEqual(there.map(({ number }) => number).sort());
  const { documentId, fileId } = after.documents.find(({ title }) => /决定书/.test(title))!;
  const [ours, theirs] = await Promise.all([
    two.here.ask(two.a.clerk, documentsContract.downloadFile, { params: { id: fileId! } }),
    two.there.ask(two.b.examiner, documentsContract.openDocument, { params: { id: documentId }, query: {} }),
  ]);
  expect([ours.status, theirs.status]).toEqual([200, 200]);
  expect(hashOf(String(ours.body))).toBe(hashOf(String(theirs.body)));
  expect((await two.here.ask(two.a.examiner, documentsContract.downloadFile, { params: { id: fileId! } })).status).toBe(
    403,
  );
});

describe('a resident', () => {
  it('applies for themselves and sees it; nobody else does', async () => {
    const { applicant: _, ...rest } = askedOf(two);
    const body = { actionId: newId(), ...rest };
    const taken = await two.here.call(two.a.resident, ops.takeIn, { body });
    await exchange();
    const mine = await two.here.call(two.a.resident, ops.myTaken, {});
    expect(mine).toMatchObject({
      total: 1,
      rows: [{ id: taken.id, applicantName: '陈小满', number: expect.any(String) }],
    });
    expect(await two.here.call(two.a.other, ops.myTaken, {})).toMatchObject({ total: 0 });
    expect((await two.here.ask(two.a.other, ops.getTaken, { params: { id: taken.id } })).status).toBe(403);
    // For somebody else only a window can; and a passport is no resident card.
    expect(
      (await two.here.ask(two.a.resident, ops.takeIn, { body: { ...askedOf(two), actionId: newId() } })).status,
    ).toBe(403);
    const anna = await two.here.ask(two.a.other, ops.takeIn, { body: { ...body, actionId: newId() } });
    expect(anna.problem.code).toBe('exchange.noOwnCard');
  });
});

describe('a new key', () => {
  it('is told under the old one, and signs once the partner has it; meanwhile nothing stands still', async () => {
    const { here, there, a, partner } = two;
    const before = await keyFor(here.ground, here.ground.db, partner);
    const { fingerprint } = await here.call(a.office, ops.rotateKey, {});
    expect((await ownKey(here.ground.dataFolder)).fingerprint).toBe(fingerprint);
    expect((await keyFor(here.ground, here.ground.db, partner)).keyId).toBe(before.keyId);
    const taken = await takeIn();
    await exchange();
    expect((await look(taken.id)).number).toMatch(/^330198-/);
    const after = await keyFor(here.ground, here.ground.db, partner);
    expect(after.fingerprint).toBe(fingerprint);
    const [line] = await there.call(two.b.office, ops.listPartners, {});
    expect(line!.keys.find(({ keyId }) => keyId === after.keyId)).toMatchObject({ announcedWith: before.keyId });
    // The old one ends thirty days later.
    const old = line!.keys.find(({ keyId }) => keyId === before.keyId)!;
    expect(new Date(old.validUntil).getTime()).toBeLessThanOrEqual(there.clock.now().getTime() + 30 * 86_400_000);
    const next = await takeIn();
    await exchange();
    const message = await there.ground.db.one<{ keyId: string }>(
      sql`select key_id from exchange.message where id = ${next.id}`,
    );
    expect(message.keyId).toBe(after.keyId);
  });

  it('that does not show its private half is refused', async () => {
    const { here, there } = two;
    const own = await keyFor(here.ground, here.ground.db, two.partner);
    const other = await ownKey(there.ground.dataFolder);
    const payload = JSON.stringify({
      publicKey: other.publicKey,
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2027-01-01T00:00:00Z',
      proof: signText(own.key, 'x'),
    });
    const whole = {
      id: newId(),
      from: '330199',
      to: '330198',
      kind: 'key' as const,
      payload,
      keyId: own.keyId,
      nonce: newSecret(),
      sentAt: here.clock.now().toISOString(),
    };
    const sent = await there.ask(null, ops.receiveMessage, {
      body: { ...whole, signature: signText(own.key, textOf(whole)) },
    });
    expect(sent.problem.code).toBe('exchange.wrongSignature');
  });
});

it('an item that is offered no more cannot be taken in', async () => {
  const { here, there, a, b } = two;
  await there.call(b.office, ops.endOffer, { params: { id: b.food } });
  await here.call(a.office, ops.refreshItems, { params: { id: two.partner } });
  await exchange();
  expect(await here.call(null, ops.findPartnerItems, { query: {} })).toMatchObject({ total: 0 });
  const asked = await here.ask(a.clerk, ops.takeIn, { body: { actionId: newId(), ...askedOf(two) } });
  expect(asked.problem.code).toBe('exchange.itemNotOffered');
});
