/** How a file goes out over HTTP: its own type, its name, and nothing that it could do to who opens it. */
import type { FastifyReply } from 'fastify';

/** Headers of a file. What a stranger uploaded is never run: its type is fixed, and its page may do nothing. */
export function deliverFile(
  reply: FastifyReply,
  file: { type: string; name: string; tag: string; download: boolean | undefined },
): void {
  const way = file.download ? 'attachment' : 'inline';
  reply
    .type(file.type)
    .header(
      'content-disposition',
      `${way}; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escape)}`,
    )
    .header('x-content-type-options', 'nosniff')
    // Browsers' own PDF viewers do not work in a sandbox; for pictures it costs nothing.
    .header(
      'content-security-policy',
      file.type === 'application/pdf'
        ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
        : "default-src 'none'; sandbox",
    )
    .header('cache-control', 'private, max-age=0, must-revalidate')
    .header('etag', `"${file.tag}"`);
}

const escape = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
