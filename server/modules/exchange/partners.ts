/** Partners and their keys: nothing is taken on trust that nobody has compared. */
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { baseUrlOf } from './base-url.ts';
import type { Partner } from './contract.ts';
import { keyIdOf } from './own-key.ts';
import { exchangeProblems } from './problems.ts';
import { fingerprintOf, readPublicKey } from './signing.ts';
import { getPartner, insertKey, insertPartner, listKeys, listPartners } from './store.ts';

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

/** Begins to exchange with a district; `by` is the account that compared the fingerprint. Its id. */
export async function addPartner(
  ground: Ground,
  by: string,
  { code, name, baseUrl, ...key }: NewKey & { code: string; name: string; baseUrl: string },
): Promise<{ id: string }> {
  if (code === ground.district.code) throw exchangeProblems.ownDistrict();
  const url = baseUrlOf(baseUrl);
  if (!url) throw exchangeProblems.badAddress();
  const row = confirmed(key);
  const id = newId();
  await ground.db.transaction(async (tx) => {
    insertPartner(tx, { id, code, name: name.trim(), baseUrl: url }, ground.clock.now());
    insertKey(tx, { ...row, partnerId: id }, by);
  });
  return { id };
}

/** Another key beside those that hold: how a partner changes its key without a gap. */
export async function addPartnerKey(ground: Ground, by: string, id: string, key: NewKey): Promise<void> {
  await getPartner(ground.db, id);
  const row = confirmed(key);
  await ground.db.transaction(async (tx) => insertKey(tx, { ...row, partnerId: id }, by));
}

/** All partners with their keys and what waits for each. */
export async function readPartners(ground: Ground): Promise<Partner[]> {
  const [partners, keys] = await ground.db.together((reader) => Promise.all([listPartners(reader), listKeys(reader)]));
  return partners.map((partner) => ({
    ...partner,
    lastAnswerAt: partner.lastAnswerAt?.toISOString() ?? null,
    waitingSince: partner.waitingSince?.toISOString() ?? null,
    keys: keys
      .filter(({ partnerId }) => partnerId === partner.id)
      .map(({ keyId, publicKey, validFrom, validUntil, revokedAt }) => ({
        keyId,
        fingerprint: fingerprintOf(publicKey),
        validFrom: validFrom.toISOString(),
        validUntil: validUntil.toISOString(),
        revokedAt: revokedAt?.toISOString() ?? null,
      })),
  }));
}
