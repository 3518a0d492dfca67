/** The session cookie: its name, how it is set, how it is read. */
import type { FastifyReply } from 'fastify';
import type { Ground } from '#platform/ground';

export const sessionCookie = 'yichuang_session';

const prefix = `${sessionCookie}=`;

/** The secret in a Cookie header, read by hand: this runs for each request. */
export function secretIn(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  let from = 0;
  while (from < header.length) {
    let to = header.indexOf(';', from);
    if (to === -1) to = header.length;
    while (header.charCodeAt(from) === 32) from += 1;
    if (header.startsWith(prefix, from)) {
      const value = header.slice(from + prefix.length, to).trim();
      // 256 bits in base64url are 43 characters: anything else is none of ours.
      return value.length === 43 ? value : undefined;
    }
    from = to + 1;
  }
  return undefined;
}

const attributes = (ground: Ground): string =>
  `Path=/; HttpOnly; SameSite=Lax${ground.publicUrl.startsWith('https:') ? '; Secure' : ''}`;

/** Gives the browser its session; without an end date, so that a browser that is closed forgets it. */
export function giveCookie(reply: FastifyReply, ground: Ground, secret: string): void {
  reply.header('set-cookie', `${prefix}${secret}; ${attributes(ground)}`);
}

export function clearCookie(reply: FastifyReply, ground: Ground): void {
  reply.header('set-cookie', `${prefix}; Max-Age=0; ${attributes(ground)}`);
}
