/** The API described by itself: OpenAPI 3.1 at /api/openapi.json, readable at /api/docs, each problem at /problems/<code>. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { ProblemBody, type Operation } from './contract.ts';
import type { PermissionRow, Relation } from './permissions.ts';
import { findProblem, general, type DeclaredProblem } from './problems.ts';

const about = `One window for a whole district.

- **Errors** are problems (RFC 9457, \`application/problem+json\`) with a stable \`code\`; \`/problems/<code>\` says what each means. Any operation can
  answer 429, 500 and 503 beside those that it names; 503 and 429 come with \`Retry-After\`, and nothing was stored.
- **Bodies** are taken as they are: a wrong type or an unknown key is a 400, with the places in \`facts.fields\`.
- **Acts** carry an \`actionId\` (a UUID of the client): the same id is one act, however often it is sent. With \`seenSeq\` an act fails when somebody
  else acted since.
- **Days** are of Asia/Shanghai, instants are UTC, money is whole fen.
- **Sign in** with \`people.signIn\`; the session is a cookie. Requests of other sites are refused.`;

const relations: Record<Relation, string> = {
  own: 'their own',
  held: 'what they hold',
  department: 'of their department or outlet',
  any: '',
};

/** Who may, as the permission table says. */
function sayWho(row: PermissionRow): string {
  const { shared, ...byRole } = row;
  const who = Object.entries(byRole).map(([role, reach]) => {
    const limits = reach.map((relation) => relations[relation]).filter(Boolean);
    return limits.length > 0 && !reach.includes('any') ? `${role} (${limits.join(', ')})` : role;
  });
  return `**Who may:** ${who.join(', ')}${shared ? '; also in a session on a device of many people' : ''}.`;
}

/** The problems that an operation can answer with by its status, those that its shape implies among them. */
function problemsOf(operation: Operation, row: PermissionRow): Map<number, DeclaredProblem[]> {
  const open = (row.anyone ?? []).includes('any');
  const implied = [
    ...(operation.params || operation.query || operation.body ? [general.invalid] : []),
    ...(open ? [] : [general.notSignedIn, general.forbidden]),
  ].map((make) => make().code);
  const found = [...implied, ...(operation.problems ?? [])].flatMap((code) => findProblem(code) ?? []);
  return Map.groupBy(found, ({ status }) => status);
}

const bodyOf = ({ code, status, title }: DeclaredProblem) => ({ type: `/problems/${code}`, title, status, code });

/** What Fastify knows of the route, with what only the document needs. */
function describe(schema: Record<string, unknown>, operation: Operation, row: PermissionRow): object {
  const { response, body } = schema as { response?: Record<string, object>; body?: object };
  const good =
    operation.reply === undefined
      ? { 204: { description: 'Done; nothing to say', type: 'null' } }
      : operation.reply === 'file'
        ? { 200: { description: 'A file or stream' } }
        : { 200: { description: 'Done', ...response?.['200'] } };
  const bad = [...problemsOf(operation, row)].map(([status, all]) => [
    status,
    {
      description: all.map(({ code, title }) => `\`${code}\`: ${title}`).join('\n\n'),
      content: {
        'application/problem+json': {
          schema: ProblemBody,
          examples: Object.fromEntries(all.map((one) => [one.code, { value: bodyOf(one) }])),
        },
      },
    },
  ]);
  return {
    ...schema,
    description: [operation.description, sayWho(row)].filter(Boolean).join('\n\n'),
    ...((row.anyone ?? []).includes('any') ? {} : { security: [{ session: [] }] }),
    ...(body && operation.examples ? { body: { ...body, examples: operation.examples } } : {}),
    ...(operation.multipart
      ? { body: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } }
      : {}),
    response: { ...good, ...Object.fromEntries(bad) },
  };
}

export async function describeApi(http: FastifyInstance): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Yichuang 一窗', version: '0.1.0', description: about },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'yichuang_session' } } },
    },
    transform: ({ schema, url, route }) => {
      const offered = route.config?.offered;
      return { url, schema: offered ? describe(schema as never, offered.operation, offered.row) : schema };
    },
  });
  http.get('/api/openapi.json', { schema: { hide: true } }, async () => http.swagger());
  // Its pages bring hashes of their own scripts and styles, so the policy stays strict there too; nobody outside is asked anything.
  await http.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    // Within the house it may be reached by plain HTTP.
    transformStaticCSP: (policy) =>
      policy.replace(' upgrade-insecure-requests;', '').replace(' validator.swagger.io', ''),
    uiConfig: { docExpansion: 'none', filter: true, validatorUrl: null },
  });
  http.get<{ Params: { code: string } }>('/problems/:code', { schema: { hide: true } }, async (request, reply) => {
    const problem = findProblem(request.params.code);
    if (!problem) throw general.notFound();
    return reply.type('text/plain; charset=utf-8').send(`${problem.code} (${problem.status})\n\n${problem.title}.\n`);
  });
}
