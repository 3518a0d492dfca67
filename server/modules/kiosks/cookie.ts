/** The secret by which the browser of a kiosk is known. No script reads it, and it outlives a restart of the machine. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ground } from '#platform/ground';
import { hashOf } from '#platform/ids';
import { kioskProblems } from './problems.ts';
import { findByDevice, type KioskRow } from './store.ts';

export const kioskCookie = 'yichuang_kiosk';
const pattern = new RegExp(`(?:^|;\\s*)${kioskCookie}=([\\w-]{43})(?:;|$)`);
/** Browsers keep none longer than 400 days; it is given anew at each start. */
const seconds = 400 * 86_400;

export const secretOf = (raw: FastifyRequest): string | undefined => pattern.exec(raw.headers.cookie ?? '')?.[1];

export function giveKioskCookie(reply: FastifyReply, ground: Ground, secret: string): void {
  const secure = ground.publicUrl.startsWith('https:') ? '; Secure' : '';
  reply.header(
    'set-cookie',
    `${kioskCookie}=${secret}; Path=/api; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`,
  );
}

/** The kiosk that asks; undefined for any other browser, whatever it says of itself. */
export async function findKioskOf(ground: Ground, raw: FastifyRequest): Promise<KioskRow | undefined> {
  const secret = secretOf(raw);
  return secret === undefined ? undefined : findByDevice(ground.db, hashOf(secret));
}

/** The same. Throws `kiosks.notRegistered`. */
export async function kioskOf(ground: Ground, raw: FastifyRequest): Promise<KioskRow> {
  const row = await findKioskOf(ground, raw);
  if (!row) throw kioskProblems.notRegistered();
  return row;
}
