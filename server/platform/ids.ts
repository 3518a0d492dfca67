/** Identities and secrets. */
import { hash, randomBytes, randomFillSync, timingSafeEqual } from 'node:crypto';
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
    if (drawn === pool.length) {
      randomFillSync(pool);
      drawn = 0;
    }
    const byte = pool[drawn++]!;
    if (byte < 248) code += alphabet[byte % 31];
  }
  return code;
}

/** Random bytes drawn in advance: asking the system for each code was a thirtieth of an act's time. */
const pool = new Uint8Array(4096);
let drawn = pool.length;

/** A bearer secret with 256 bits. Only its `hashOf` is stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256 as hex, for secrets with full entropy and for the hash chains of trails. */
export const hashOf = (text: string | Uint8Array): string => hash('sha256', text, 'hex');

/** Compares secrets without telling by the time that it takes how much of them was right. */
export function isSameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
