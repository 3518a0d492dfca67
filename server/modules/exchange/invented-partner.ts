/** An invented partner for a demonstration: it has a key of its own and answers by the rules, without a network. */
import { generateKeyPairSync } from 'node:crypto';
import type { ItemBody } from '#modules/catalogue/contract';
import { canonical } from '#platform/canonical';
import type { Ground } from '#platform/ground';
import { hashOf, newCode, newId, newSecret } from '#platform/ids';
import { deliverDue, type Way } from './deliver.ts';
import { keyIdOf } from './own-key.ts';
import { addPartner } from './partners.ts';
import { cut, partsOf } from './pieces.ts';
import { receive } from './receive.ts';
import { fingerprintOf, signText, textOf, textOfAnswer, writePublicKey } from './signing.ts';
import type { DocumentAsk, Step } from './wire.ts';

/** What it tells back of an application; the rest is its own business. */
export type Told = Pick<Step, 'applicationId' | 'seq' | 'kind' | 'state' | 'note'> & {
  /** A document of the step, with its PDF. */
  document?: Pick<Step['documents'][number], 'kind' | 'title' | 'titleEn' | 'number'> & { bytes: Uint8Array };
};

export interface InventedPartner {
  partnerId: string;
  /** Lets it answer everything that waits. */
  answer(ground: Ground): Promise<void>;
  /** It tells back a step, at the time of the ground. */
  tell(ground: Ground, step: Told): Promise<void>;
}

/** Makes the partner, as if `by` had compared its fingerprint. It offers the items, and answers as often as it is asked to. */
export async function inventPartner(
  ground: Ground,
  by: string,
  {
    code,
    name,
    items,
  }: { code: string; name: string; items: readonly { itemId: string; department: string; body: ItemBody }[] },
): Promise<InventedPartner> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = writePublicKey(privateKey);
  const keyId = keyIdOf(publicKey);
  const from = ground.clock.now();
  const until = new Date(from.getTime() + 730 * 86_400_000);
  // Nobody listens at this port: whatever is sent later waits, as it would for a district that is down.
  const baseUrl = 'http://127.0.0.1:9';
  const key = { publicKey, fingerprint: fingerprintOf(publicKey), validFrom: from.toISOString(), validUntil: until.toISOString() }; // prettier-ignore
  const { id: partnerId } = await addPartner(ground, by, { code, name, baseUrl, ...key });
  let serial = 0;
  const given = new Map<string, Uint8Array>();
  const answers: Way = async (_, message) => {
    const asked = message.kind === 'document' ? (JSON.parse(message.payload) as DocumentAsk) : undefined;
    const bytes = asked && given.get(asked.documentId);
    const number = `${code}-${message.sentAt.slice(0, 4)}-${String(4200 + serial++).padStart(7, '0')}`;
    const answer = JSON.stringify(
      message.kind === 'items'
        ? { items: items.map((item) => ({ ...item, version: 1 })) }
        : bytes
          ? { parts: partsOf(bytes.length), sha256: hashOf(bytes) }
          : { number, trackCode: `${number}-${newCode(14)}` },
    );
    const data = bytes && cut(bytes, asked!.part);
    const signature = signText(privateKey, textOfAnswer(message, keyId, answer, data));
    return { answer, ...(data === undefined ? {} : { data }), keyId, signature };
  };
  return {
    partnerId,
    answer: async (at) => void (await deliverDue(at, answers)),
    tell: async (at, { document, ...step }) => {
      const sentAt = at.clock.now().toISOString();
      const documents = document ? [{ ...document, id: newId(), bytes: undefined }] : [];
      if (document) given.set(documents[0]!.id, document.bytes);
      const payload = canonical({ ...step, at: sentAt, documents });
      const whole = { id: newId(), from: code, to: at.district.code, kind: 'step' as const, payload, keyId, nonce: newSecret(), sentAt }; // prettier-ignore
      await receive(at, { ...whole, signature: signText(privateKey, textOf(whole)) });
    },
  };
}
