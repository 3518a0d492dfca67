/**
 * Serves the browser part: one page for each surface with a new nonce in each answer, and the built files, which never change
 * under their names. Only names that were there at the start are answered, so no path can lead anywhere else.
 */
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newCode } from './ids.ts';
import { StartProblem } from './postgres/problem.ts';
import { general } from './problems.ts';

/** A surface: the folder of its page in `dist`, and the address below which every page is its own. */
export interface SurfacePlace {
  name: string;
  at: string;
  /** Addresses that a page of this site may show in a frame; no other page is ever in one. */
  framed?: readonly string[];
}

/** The word that the build leaves where the nonce belongs; see `vite.config.ts`. */
const nonceMark = 'NONCE-OF-THIS-ANSWER';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** What every page may do: nothing but what comes from here. antd writes its styles at run time, with the nonce. */
const policy = (nonce: string, framed: boolean): string =>
  [
    `default-src 'self'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `frame-ancestors ${framed ? `'self'` : `'none'`}`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `object-src 'none'`,
  ].join('; ');

const strict = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Camera and microphone for papers, QR codes and remote help, the place for the nearest outlet; nothing else.
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(self), payment=(), usb=(), display-capture=()',
};

interface Built {
  file: string;
  type: string;
  /** A copy compressed with Brotli lies beside it. */
  brotli: boolean;
  /** Its name holds the hash of its content. */
  forever: boolean;
}

/** The files of the build by their address; the pages are not among them. */
function builtFiles(dist: string): Map<string, Built> {
  const found = new Map<string, Built>();
  const names = new Set(
    readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/')),
  );
  for (const name of names) {
    const type = types[path.extname(name)];
    if (!type) continue;
    const forever = name.startsWith('assets/');
    found.set(`/${name}`, { file: path.join(dist, name), type, brotli: names.has(`${name}.br`), forever });
  }
  return found;
}

function readPage(dist: string, { name }: SurfacePlace): string[] {
  const file = path.join(dist, name, 'index.html');
  try {
    return readFileSync(file, 'utf8').split(nonceMark);
  } catch (cause) {
    throw new StartProblem(
      `The browser part is not built: ${file} is not there. Run npm start, which builds it.`,
      cause,
    );
  }
}

/** Addresses of files: a missing one is not answered with a page, or an old page would take HTML for its script. */
const looksLikeFile = /\.(js|mjs|css|map|svg|png|ico|webp|woff2?|wasm|json|txt|xml|php)$/;

/** Registers the pages of all surfaces and the built files: GET only, and nothing below `/api`. */
export function servePages(app: FastifyInstance, options: { dist: string; surfaces: readonly SurfacePlace[] }): void {
  const files = builtFiles(options.dist);
  const pages = options.surfaces
    .map((surface) => ({
      at: surface.at,
      framed: new Set(surface.framed),
      pieces: readPage(options.dist, surface),
    }))
    // The longest address first: `/` would take them all.
    .sort((one, other) => other.at.length - one.at.length);

  const sendFile = (request: FastifyRequest, reply: FastifyReply, built: Built): FastifyReply => {
    const squeezed = built.brotli && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
    reply.headers({
      ...strict,
      'content-type': built.type,
      'cache-control': built.forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      ...(built.brotli ? { vary: 'accept-encoding' } : {}),
      ...(squeezed ? { 'content-encoding': 'br' } : {}),
    });
    return reply.send(createReadStream(squeezed ? `${built.file}.br` : built.file));
  };

  app.get('/*', { schema: { hide: true } as object, exposeHeadRoute: true }, (request, reply) => {
    const address = request.url.split('?', 1)[0]!;
    if (address === '/api' || address.startsWith('/api/')) throw general.notFound();
    const built = files.get(address);
    if (built) return sendFile(request, reply, built);
    if (address.startsWith('/assets/') || looksLikeFile.test(address)) throw general.notFound();
    const page = pages.find(({ at }) => at === '/' || address === at || address.startsWith(`${at}/`));
    if (!page) throw general.notFound();
    const nonce = newCode(24);
    return reply
      .headers({
        ...strict,
        'content-type': 'text/html; charset=utf-8',
        // Asked for each time, so that a new version is seen at once; not `no-store`, which would forbid the quick way back.
        'cache-control': 'no-cache',
        'content-security-policy': policy(nonce, page.framed.has(address)),
        ...(request.protocol === 'https' ? { 'strict-transport-security': 'max-age=31536000' } : {}),
      })
      .send(page.pieces.join(nonce));
  });
}
