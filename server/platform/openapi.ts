/** The API described by itself: OpenAPI 3.1 at /api/openapi.json, readable at /api/docs. */
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export async function describeApi(http: FastifyInstance): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Yichuang 一窗',
        version: '0.1.0',
        description:
          'One window for a whole district. Errors are RFC 9457 problems (application/problem+json) with a stable `code`. Acts carry an `actionId`: the same id is one act, however often it is sent.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'yichuang_session' } } },
    },
  });
  http.get('/api/openapi.json', { schema: { hide: true } }, async () => http.swagger());
  const script = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@scalar/fastify-api-reference/package.json')),
    'dist/js/standalone.js',
  );
  http.get('/api/docs/reader.js', { schema: { hide: true } }, async (_, reply) =>
    reply.type('text/javascript').send(await readFile(script)),
  );
  http.get('/api/docs/open.js', { schema: { hide: true } }, async (_, reply) =>
    reply
      .type('text/javascript')
      .send(
        "Scalar.createApiReference('#app', { url: '/api/openapi.json', withDefaultFonts: false, telemetry: false })",
      ),
  );
  http.get('/api/docs', { schema: { hide: true } }, async (_, reply) =>
    reply
      .type('text/html')
      // The reader writes style elements of its own; scripts stay ours.
      .header(
        'content-security-policy',
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:",
      )
      .send(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Yichuang API</title><div id="app"></div><script src="/api/docs/reader.js"></script><script src="/api/docs/open.js"></script></html>',
      ),
  );
}
