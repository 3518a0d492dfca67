/** Partners and their keys: nothing is taken on trust that nobody has compared. */
import { isIP } from 'node:net';
import type { Ground } from '#platform/ground';
import { canonical } from '#platform/canonical';
import { newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { baseUrlOf } from './base-url.ts';
import type { Partner } from './contract.ts';
import { keyIdOf, newOwnKey, ownKey } from './own-key.ts';
import { deliver } from './job-types.ts';
import { insertOutgoing, isWaiting, wake } from './message-store.ts';
import { hostOf, isThisMachine, mayCall, networksOf } from './network.ts';
import { exchangeProblems } from './problems.ts';
import { fingerprintOf, readPublicKey, signText, textOfKey } from './signing.ts';
import { getPartner, insertKey, insertKnownKey, insertPartner, listKeys, listPartners, savePartner } from './store.ts';

interface NewKey {
  publicKey: string;
  fingerprint: string;
  validFrom: string;
  validUntil: string;
}

/** The key as it is stored; throws `badKey`, and `fingerprintDiffers` unless the digits are those of the key. */
function confirmed(key: NewKey) {
  const { publicKey } = key;
  if (!readPublicKey(publicKey)) throw exchangeProblems.badKey();
  const keyId = keyIdOf(publicKey);
  if (key.fingerprint.toLowerCase().replaceAll(/[^0-9a-f]/g, '') !== keyId) throw exchangeProblems.fingerprintDiffers();
  return { keyId, publicKey, validFrom: new Date(key.validFrom), validUntil: new Date(key.validUntil) };
}

/** Where a partner may be called. Throws `badAddress`, `innerAddress`. */
function addressOf(ground: Ground, text: string): string {
  const url = baseUrlOf(text);
  if (!url) throw exchangeProblems.badAddress();
  // What a name leads to is looked at whenever a message goes out; a number says it now.
  const host = hostOf(new URL(url));
  const numbered = isIP(host) !== 0 || isThisMachine(host);
  if (numbered && !mayCall(host, networksOf(process.env.EXCHANGE_NETWORKS), hostOf(new URL(ground.publicUrl))))
    throw exchangeProblems.innerAddress();
  return url;
}

/** Writes down another address or name of a partner, and sends what waits to it. Throws `notFound`, `badAddress`, `innerAddress`. */
export async function changePartner(ground: Ground, id: string, to: { name: string; baseUrl: string }): Promise<void> {
  const baseUrl = addressOf(ground, to.baseUrl);
  await ground.db.transaction(async (tx) => {
    if (!(await savePartner(tx, { id, name: to.name.trim(), baseUrl }))) throw exchangeProblems.notFound();
    wake(tx, id, ground.clock.now());
    enqueue(tx, deliver, [{ payload: {}, key: deliver.name }]);
  });
}

/** Begins to exchange with a district; `by` is the account that compared the fingerprint. Its id. */
export async function addPartner(
  ground: Ground,
  by: string,
  { code, name, baseUrl, ...key }: NewKey & { code: string; name: string; baseUrl: string },
): Promise<{ id: string }> {
  if (code === ground.district.code) throw exchangeProblems.ownDistrict();
  const url = addressOf(ground, baseUrl);
  const row = confirmed(key);
  const [id, asking] = [newId(), newId()];
  const own = await ownKey(ground.dataFolder);
  const at = ground.clock.now();
  await ground.db.transaction(async (tx) => {
    insertPartner(tx, { id, code, name: name.trim(), baseUrl: url }, at);
    insertKey(tx, { ...row, partnerId: id }, { account: by });
    // It was given our newest key when both offices called each other.
    insertKnownKey(tx, id, own.keyId, at);
    insertOutgoing(tx, [{ id: asking, partnerId: id, subject: asking, kind: 'items', payload: '{}' }], at);
    enqueue(tx, deliver, [{ payload: {}, key: deliver.name }]);
  });
  return { id };
}

/** Another key beside those that hold: how a partner changes its key without a gap. */
export async function addPartnerKey(ground: Ground, by: string, id: string, key: NewKey): Promise<void> {
  await getPartner(ground.db, id);
  const row = confirmed(key);
  await ground.db.transaction(async (tx) => insertKey(tx, { ...row, partnerId: id }, { account: by }));
}

/** All partners with their keys and what waits for each. */
export async function readPartners(ground: Ground): Promise<Partner[]> {
  const [partners, keys] = await ground.db.together((reader) => Promise.all([listPartners(reader), listKeys(reader)]));
  return partners.map((partner) => ({
    ...partner,
    lastAnswerAt: partner.lastAnswerAt?.toISOString() ?? null,
    waitingSince: partner.waitingSince?.toISOString() ?? null,
    itemsAt: partner.itemsAt?.toISOString() ?? null,
    keys: keys
      .filter(({ partnerId }) => partnerId === partner.id)
      .map(({ keyId, publicKey, validFrom, validUntil, revokedAt, announcedWith }) => ({
        keyId,
        announcedWith,
        fingerprint: fingerprintOf(publicKey),
        validFrom: validFrom.toISOString(),
        validUntil: validUntil.toISOString(),
        revokedAt: revokedAt?.toISOString() ?? null,
      })),
  }));
}

/** How long a new key of ours holds. */
const years = 2;

/**
 * Makes a new key of ours and tells it to every partner, signed with the old one. Until a partner has answered, what goes to it is signed
 * with the key that it knows; so nothing stands still while one of them is down.
 */
export async function rotateKey(ground: Ground): Promise<{ fingerprint: string }> {
  const fresh = await newOwnKey(ground.dataFolder);
  const at = ground.clock.now();
  const validUntil = new Date(at);
  validUntil.setUTCFullYear(at.getUTCFullYear() + years);
  const partners = await listPartners(ground.db);
  const news = partners.map(({ id: partnerId, code }) => {
    const proof = signText(fresh.key, textOfKey(ground.district.code, code, fresh.publicKey));
    const payload = canonical({ publicKey: fresh.publicKey, validFrom: at, validUntil, proof });
    const id = newId();
    return { id, partnerId, subject: id, kind: 'key' as const, payload };
  });
  await ground.db.transaction(async (tx) => {
    insertOutgoing(tx, news, at);
    enqueue(tx, deliver, [{ payload: {}, key: deliver.name }]);
  });
  return { fingerprint: fresh.fingerprint };
}

/** Asks a partner what it offers, unless the question waits already. */
export async function refreshItems(ground: Ground, partnerId: string): Promise<void> {
  await getPartner(ground.db, partnerId);
  await ground.db.transaction(async (tx) => {
    if (await isWaiting(tx, partnerId, 'items')) return;
    const id = newId();
    insertOutgoing(tx, [{ id, partnerId, subject: id, kind: 'items', payload: '{}' }], ground.clock.now());
    enqueue(tx, deliver, [{ payload: {}, key: deliver.name }]);
  });
}
