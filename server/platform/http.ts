/**
 * The HTTP side: turns contracts into routes, checks every request against its contract and its row of the permission table,
 * and turns whatever is thrown into an RFC 9457 answer. Nothing of the domain in here.
 */
import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { BodyOf, Contract, Operation, ParamsOf, QueryOf, ReplyOf } from './contract.ts';
import { translate } from './db.ts';
import { newCode } from './ids.ts';
import {
  demand,
  isSignedIn,
  mayTry,
  needsNoObject,
  nobody,
  type Actor,
  type PermissionRow,
  type Ties,
} from './permissions.ts';
import { wordsOf } from './plain-log.ts';
import { unstorableAt } from './plain-text.ts';
import { general, Problem } from './problems.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    operation?: string;
    /** What the API document says of the operation. */
    offered?: { operation: Operation; row: PermissionRow };
  }
}

/** What a handler gets. */
export interface Ask<O extends Operation = Operation> {
  params: ParamsOf<O>;
  query: QueryOf<O>;
  body: BodyOf<O>;
  actor: Actor;
  /**
   * Says how the object of this operation is tied to people and departments, and throws unless the actor may. A handler whose
   * permission depends on the object must call it before it answers; forgetting it is an error, not a leak.
   */
  allow(ties: Ties): void;
  raw: FastifyRequest;
  reply: FastifyReply;
}

export type Handler<O extends Operation> = (ask: Ask<O>) => Promise<ReplyOf<O> | void> | ReplyOf<O> | void;
export type Handlers<C extends Contract> = { [K in keyof C]: Handler<C[K]> };

export interface HttpOptions {
  /** Who sends this request. */
  actorOf: (request: FastifyRequest) => Promise<Actor>;
  /** Requests worked on at once; more are told to come again, so that what was begun is finished. */
  maxInFlight?: number;
  /** Holds an account back that sends acts faster than any person; throws `general.tooMany`. */
  accountBrake?: (accountId: string) => void;
  /** Proxies whose forwarded headers are believed. */
  trustProxy?: boolean | string;
  logLevel?: string;
  https?: { key: Buffer; cert: Buffer };
  /** Checks each reply against its contract: on in tests and demonstrations, off where each microsecond counts. */
  checkReplies?: boolean;
  /** Called for every answered request; `operation` is `<tag>.<name>`. */
  observe?: (operation: string, status: number, seconds: number) => void;
}

/** Days and instants as people have them: before the year 1000 calendars, zones and databases all count in ways of their own. */
const formats = (ajv: Ajv): Ajv => {
  ajvFormats.default(ajv);
  for (const name of ['date', 'date-time']) {
    const known = ajv.formats[name] as { validate: (text: string) => boolean };
    ajv.addFormat(name, { type: 'string', validate: (text) => known.validate(text) && !text.startsWith('0') });
  }
  return ajv;
};
/** Bodies are taken as they are: a wrong type is not bent, an unknown key is not dropped. */
const strict = formats(
  new Ajv({ coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: true, strict: false }),
);
/** Paths and query strings are text: "50" is a number where a number is asked for. */
const lenient = formats(new Ajv({ coerceTypes: 'array', removeAdditional: false, allErrors: true, strict: false }));

const jsonLimit = 1_048_576;

/** Makes the server; routes are added with `serve`. */
export function createHttp(options: HttpOptions): FastifyInstance {
  const maxInFlight = options.maxInFlight ?? 256;
  const app = Fastify({
    logger: {
      level: options.logLevel ?? 'info',
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      serializers: { err: wordsOf },
    },
    // Each refused or failed request is logged by the error handler; a line for each good one tells nobody anything.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newCode(12),
    bodyLimit: jsonLimit,
    trustProxy: options.trustProxy ?? false,
    forceCloseConnections: 'idle',
    // Whoever sends a request in drops is let go; an upload from a telephone needs its minutes.
    requestTimeout: 300_000,
    http: { headersTimeout: 20_000, connectionsCheckingInterval: 5_000 },
    ...(options.https ? { https: options.https } : {}),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // An address that cannot be read, or is far too long, gets no further than the router: a Problem all the same.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(toProblem(error), request, reply),
  } as object) as FastifyInstance;
  let inFlight = 0;
  const count = (request: FastifyRequest, by: 1 | -1): void => {
    const counted = request as { counted?: boolean };
    if ((counted.counted ?? false) === by > 0) return;
    counted.counted = by > 0;
    inFlight += by;
  };
  /** Who went away before the answer has no response to be told of; the place is free when the work for them has ended. */
  const answered = new WeakSet<FastifyRequest>();

  // Ajv compiles a schema when it is first asked for and keeps it: all of them at once took half of a server's start.
  app.setValidatorCompiler(({ schema, httpPart }) => {
    const ajv = httpPart === 'body' ? strict : lenient;
    return (value: unknown) => {
      if (!ajv.validate(schema as object, value)) return { error: ajv.errors ?? [] };
      const unstorable = httpPart === 'body' ? unstorableAt(value) : undefined;
      if (unstorable === undefined) return true;
      const message = 'cannot be stored: it holds a character that is none, or is nested too deeply';
      return { error: [{ keyword: 'storable', instancePath: unstorable, schemaPath: '', params: {}, message }] };
    };
  });
  app.setSerializerCompiler(() => JSON.stringify);
  app.setSchemaErrorFormatter((errors, part) => {
    const fields: Record<string, string> = {};
    for (const error of errors.slice(0, 50)) {
      const unknown = (error.params as { additionalProperty?: string }).additionalProperty;
      const missing = (error.params as { missingProperty?: string }).missingProperty;
      fields[`${error.instancePath}${missing ? `/${missing}` : unknown ? `/${unknown}` : ''}` || '/'] =
        error.message ?? 'is wrong';
    }
    return general.invalid({ part, fields });
  });

  app.addHook('onRequest', async (request, reply) => {
    if (inFlight >= maxInFlight && request.url.startsWith('/api/') && !request.url.startsWith('/api/health')) {
      reply.header('connection', 'close');
      throw new Problem('general.busy', 503, general.busy().message, { retryAfter: 1 + Math.floor(Math.random() * 3) });
    }
    count(request, 1);
    reply.raw.once('close', () => answered.has(request) && count(request, -1));
    if (request.method !== 'GET' && request.method !== 'HEAD') refuseCrossSite(request);
  });
  // A body that comes in drops is no work: it must not take the place of those who have sent theirs.
  app.addHook('preParsing', async (request) => count(request, -1));
  app.addHook('preValidation', async (request) => count(request, 1));
  let closing = false;
  app.addHook('preClose', async () => void (closing = true));
  // A connection that was kept alive after this answer would hold up the end until it times out.
  app.addHook('onSend', async (request, reply) => {
    if (closing) reply.header('connection', 'close');
    answered.add(request);
    if (reply.raw.closed) count(request, -1);
  });
  app.addHook('onResponse', async (request, reply) => {
    count(request, -1);
    options.observe?.(request.routeOptions.config.operation ?? 'other', reply.statusCode, reply.elapsedTime / 1000);
  });

  app.setErrorHandler((thrown: unknown, request, reply) => {
    const problem = toProblem(thrown);
    const facts = {
      requestId: request.id,
      operation: request.routeOptions.config.operation,
      code: problem.code,
      status: problem.status,
    };
    if (problem.status >= 500 && problem.code !== 'general.busy')
      request.log.error({ ...facts, err: problem.cause ?? thrown }, 'failed');
    else request.log.info(facts, 'refused');
    return sendProblem(problem, request, reply);
  });
  app.setNotFoundHandler(() => {
    throw general.notFound();
  });
  app.decorateRequest('actor', null as unknown as Actor);
  serveOptions.set(app, { ...options, letGo: (request) => count(request, -1) });
  return app;
}

function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter));
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problem.body(request.id)));
}

/** `letGo`: a request that is worked on no more, although its answer goes on. */
const serveOptions = new WeakMap<FastifyInstance, HttpOptions & { letGo: (request: FastifyRequest) => void }>();

/**
 * A browser says where a request comes from. Another site's page may not act in a signed-in person's name; the session
 * cookie is SameSite=Lax besides. Programs send neither header and carry no cookie of a victim.
 */
function refuseCrossSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw general.crossSite();
    return;
  }
  const origin = request.headers.origin;
  if (origin !== undefined && URL.parse(origin)?.host !== request.host) throw general.crossSite();
}

function toProblem(thrown: unknown): Problem {
  const error = translate(thrown);
  if (error instanceof Problem) return error;
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413) return general.tooLarge();
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem(
      statusCode === 429 ? 'general.tooMany' : 'general.invalid',
      statusCode,
      (error as Error).message,
    );
  }
  return general.internal({}, thrown);
}

function checkReply(operation: string, schema: object, reply: unknown): void {
  if (!strict.validate(schema, JSON.parse(JSON.stringify(reply ?? null)))) {
    throw new Error(`the reply of ${operation} is not what its contract says: ${strict.errorsText()}`);
  }
}

/** Registers each operation of a contract with its handler and its row of the permission table. */
export function serve<C extends Contract, H extends Handlers<C>>(
  app: FastifyInstance,
  tag: string,
  operations: C,
  permissions: { readonly [K in keyof C]: PermissionRow },
  handlers: H,
): void {
  const { actorOf, accountBrake, checkReplies, letGo } = serveOptions.get(app)!;
  for (const [name, operation] of Object.entries(operations) as [string & keyof C, Operation][]) {
    const row: PermissionRow = permissions[name] ?? {};
    const handler = handlers[name] as unknown as Handler<Operation>;
    const id = `${tag}.${name}`;
    const needsActor = !(row.anyone ?? []).includes('any');
    app.route({
      method: operation.method,
      url: `/api${operation.path}`,
      config: { operation: id, offered: { operation, row } },
      schema: {
        operationId: id,
        tags: [tag],
        summary: operation.summary,
        ...(operation.params ? { params: operation.params } : {}),
        ...(operation.query ? { querystring: operation.query } : {}),
        ...(operation.body && !operation.multipart ? { body: operation.body } : {}),
        ...(operation.reply && operation.reply !== 'file' ? { response: { 200: operation.reply } } : {}),
        ...(operation.multipart ? { consumes: ['multipart/form-data'] } : {}),
      },
      // Who asks is settled before the body is read: a stranger learns nothing from validation errors.
      onRequest: async (request) => {
        const whole = await actorOf(request);
        const actor = whole.shared && !row.shared ? nobody : whole;
        (request as { actor?: Actor }).actor = actor;
        if (whole.accountId && operation.method !== 'GET') accountBrake?.(whole.accountId);
        if (needsActor && !mayTry(row, actor)) throw isSignedIn(whole) ? general.forbidden() : general.notSignedIn();
      },
      handler: async (request, reply) => {
        const actor = (request as { actor?: Actor }).actor ?? nobody;
        let allowed = needsNoObject(row, actor);
        const result = await handler({
          params: request.params as never,
          query: request.query as never,
          body: request.body as never,
          actor,
          allow: (ties) => {
            demand(row, actor, ties);
            allowed = true;
          },
          raw: request,
          reply,
        });
        if (!allowed) throw new Error(`${id} answered without having asked whether ${actor.accountId ?? 'anyone'} may`);
        // A stream that stays open is no work: as many as there are people must not take the place of those who act.
        if (reply.sent && !reply.raw.writableEnded) letGo(request);
        if (operation.reply === 'file' || reply.sent) return reply;
        if (operation.reply === undefined) return reply.status(204).send();
        if (checkReplies) checkReply(id, operation.reply, result);
        return reply.send(result);
      },
    });
  }
}
