/**
 * What is signed, and how: Ed25519 over every part of a message. The parts are written as JSON, so that no part can run over into the
 * next one; the payload goes in by its hash. After the model of RFC 9421 (HTTP Message Signatures), with a fixed list of components.
 */
import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { hashOf } from '#platform/ids';
import type { MessageKind } from './wire.ts';

/** A message between two districts, as it travels. `payload` is the text that was signed, byte for byte. */
export interface Envelope {
  id: string;
  from: string;
  to: string;
  kind: MessageKind;
  payload: string;
  /** Bytes that go beside the text, in base64: a piece of a file. */
  data?: string;
  keyId: string;
  /** Another one each time it is sent. */
  nonce: string;
  sentAt: string;
  signature: string;
}

/** How far two clocks may be apart: a message that is older is not taken. */
export const clockWindow = 5 * 60_000;

/** The text under the signature of a message. The method and the path keep it from being used at another address. */
export const textOf = ({ id, from, to, kind, payload, data, keyId, nonce, sentAt }: Omit<Envelope, 'signature'>): string =>
  JSON.stringify(['yichuang-exchange-1', 'POST', '/api/exchange/messages', from, to, id, kind, keyId, nonce, sentAt, hashOf(payload), hashOfData(data)]); // prettier-ignore

/** The text under the signature of an answer: it belongs to one delivery of one message and to no other. */
export const textOfAnswer = (of: Pick<Envelope, 'id' | 'nonce'>, keyId: string, answer: string, data?: string): string =>
  JSON.stringify(['yichuang-exchange-1', 'answer', of.id, of.nonce, keyId, hashOf(answer), hashOfData(data)]); // prettier-ignore

/** Over the bytes as they are written, so that two spellings of the same bytes are two texts; empty for none. */
export const hashOfData = (data: string | undefined): string => (data === undefined ? '' : hashOf(data));

/** The text by which a new key shows that its private half is in the same hands. */
export const textOfKey = (from: string, to: string, publicKey: string): string =>
  JSON.stringify(['yichuang-exchange-1', 'key', from, to, publicKey]);

/** Signs a text; base64url. */
export const signText = (key: KeyObject, text: string): string =>
  sign(null, Buffer.from(text), key).toString('base64url');

/** Whether this is the signature of the text under the key; false for anything that is no signature at all. */
export function isSigned(publicKey: string, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  // Two spellings of the same bytes would be two signatures.
  if (bytes.length !== 64 || bytes.toString('base64url') !== signature) return false;
  return verify(null, Buffer.from(text), readPublicKey(publicKey)!, bytes);
}

/** A public key as text (base64url of its SPKI form); undefined for what is no Ed25519 key. */
export function readPublicKey(text: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'spki' });
    // One spelling for a key, or the same key could be entered under two fingerprints.
    return key.asymmetricKeyType === 'ed25519' && writePublicKey(key) === text ? key : undefined;
  } catch {
    return undefined;
  }
}

/** A public key as text. */
export const writePublicKey = (key: KeyObject): string =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' }).toString('base64url');

/** The fingerprint of a public key: what two people read to each other. 64 hexadecimal digits, in groups of four. */
export const fingerprintOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').match(/.{4}/g)!.join(' ');

/** Whether a key may be used at this time. */
export const isValidAt = (key: { validFrom: Date; validUntil: Date; revokedAt: Date | null }, at: Date): boolean =>
  key.revokedAt === null && key.validFrom <= at && at < key.validUntil;

/** Until when a message waits that could not be sent: a minute, two, four, up to an hour. */
export const pauseAfter = (attempts: number): number => Math.min(60, 2 ** Math.max(0, attempts - 1)) * 60_000;
