/** The API described by itself: OpenAPI 3.1 at /api/openapi.json, readable at /api/docs. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

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
  // Its pages bring hashes of their own scripts and styles, so the policy stays strict there too.
  await http.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true, uiConfig: { docExpansion: 'none' } });
}
