/** A signature covers each part of a message, and no byte of it can be another one. */
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseUrlOf } from './base-url.ts';
import { messageKinds } from './wire.ts';
import { fingerprintOf, isSigned, isValidAt, pauseAfter, readPublicKey, signText, textOf, textOfAnswer, writePublicKey, type Envelope } from './signing.ts'; // prettier-ignore

const { privateKey } = generateKeyPairSync('ed25519');
const publicKey = writePublicKey(privateKey);
const parts = fc.record({
  id: fc.uuid(),
  from: fc.string(),
  to: fc.string(),
  kind: fc.constantFrom(...messageKinds),
  payload: fc.string({ unit: 'grapheme' }),
  data: fc.base64String(),
  keyId: fc.string(),
  nonce: fc.string(),
  sentAt: fc.string(),
});

describe('a signature', () => {
  it('holds for what was signed', () =>
    fc.assert(fc.property(parts, (p) => isSigned(publicKey, textOf(p), signText(privateKey, textOf(p))))));

  it('covers each part', () =>
    fc.assert(
      fc.property(parts, parts, fc.constantFrom(...(Object.keys({ id: 0, from: 0, to: 0, kind: 0, payload: 0, data: 0, keyId: 0, nonce: 0, sentAt: 0 }) as (keyof Omit<Envelope, 'signature'>)[])), (p, q, part) => {
        fc.pre(p[part] !== q[part]);
        const changed = { ...p, [part]: q[part] };
        return !isSigned(publicKey, textOf(changed), signText(privateKey, textOf(p)));
      }),
    )); // prettier-ignore

  it('is refused with any single byte changed', () =>
    fc.assert(
      fc.property(parts, fc.nat(63), fc.integer({ min: 1, max: 255 }), (p, place, by) => {
        const bytes = Buffer.from(signText(privateKey, textOf(p)), 'base64url');
        bytes[place]! ^= by;
        return !isSigned(publicKey, textOf(p), bytes.toString('base64url'));
      }),
    ));

  it('of an answer belongs to one delivery', () => {
    const signature = signText(privateKey, textOfAnswer({ id: 'a', nonce: '1' }, 'k', '{}'));
    expect(isSigned(publicKey, textOfAnswer({ id: 'a', nonce: '1' }, 'k', '{}'), signature)).toBe(true);
    expect(isSigned(publicKey, textOfAnswer({ id: 'a', nonce: '2' }, 'k', '{}'), signature)).toBe(false);
    expect(isSigned(publicKey, textOfAnswer({ id: 'a', nonce: '1' }, 'k', '{}', 'AAAA'), signature)).toBe(false);
  });

  it('is not anything at all', () => fc.assert(fc.property(fc.string(), (text) => !isSigned(publicKey, 'text', text))));
});

describe('keys', () => {
  it('are read back, and nothing else is one', () => {
    expect(writePublicKey(readPublicKey(publicKey)!)).toBe(publicKey);
    expect(readPublicKey('AAAA')).toBeUndefined();
    expect(fingerprintOf(publicKey)).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
  });

  it('hold from their first instant to their last, unless revoked', () => {
    const key = { validFrom: new Date(10), validUntil: new Date(20), revokedAt: null };
    expect([9, 10, 19, 20].map((at) => isValidAt(key, new Date(at)))).toEqual([false, true, true, false]);
    expect(isValidAt({ ...key, revokedAt: new Date(5) }, new Date(15))).toBe(false);
  });
});

it('waits longer each time, at most an hour', () =>
  expect([1, 2, 3, 7, 50].map((n) => pauseAfter(n) / 60_000)).toEqual([1, 2, 4, 60, 60]));

it.each([
  ['https://other.example.gov.cn/', 'https://other.example.gov.cn'],
  ['http://127.0.0.1:8208', 'http://127.0.0.1:8208'],
  ['http://other.example.gov.cn', undefined],
  ['https://user:word@other.example.gov.cn', undefined],
  ['https://other.example.gov.cn/path?x=1', undefined],
  ['file:///etc/passwd', undefined],
  ['http://127.0.0.1.example.com', undefined],
])('an address such as %s', (text, url) => expect(baseUrlOf(text)).toBe(url));
