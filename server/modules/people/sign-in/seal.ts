/**
 * Secrets that must be read again, such as those of second factors: sealed with a key that lies beside the files and not in
 * the database, so that a copy of the database alone is worth nothing.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Ground } from '#platform/ground';
import { secretKey } from '#platform/secret-key';

const keyOf = (ground: Ground): Promise<Buffer> => secretKey(ground, 'people');

/** Seals a text (AES-256-GCM); `about` is bound to it, so that it cannot be moved to another row. */
export async function seal(ground: Ground, text: string, about: string): Promise<string> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await keyOf(ground), nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Throws when the text was sealed with another key or about something else. */
export async function unseal(ground: Ground, sealed: string, about: string): Promise<string> {
  const bytes = Buffer.from(sealed, 'base64');
  const opener = createDecipheriv('aes-256-gcm', await keyOf(ground), bytes.subarray(0, 12))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8');
}
