/** Identities and secrets. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { v7 } from 'uuid';

/** A new identity: a version 7 UUID, which sorts by time and so keeps indexes compact. */
export const newId = (): string => v7();

const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'; // without 0 o 1 i l, which people mistake

/**
 * An unguessable code that a person can still read aloud: `length` characters of a 31-letter alphabet (4.95 bits each).
 * Rejection sampling keeps the letters equally likely.
 */
export function newCode(length: number): string {
  let code = '';
  while (code.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < 248 && code.length < length) code += alphabet[byte % 31];
    }
  }
  return code;
}

/** A bearer secret with 256 bits. Only its `hashOf` is stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256 as hex, for secrets with full entropy and for the hash chains of trails. */
export const hashOf = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** Compares secrets without telling by the time that it takes how much of them was right. */
export function isSameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
