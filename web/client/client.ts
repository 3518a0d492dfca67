/**
 * The typed client: an operation of a module's contract is all that it needs. `call(contract.get, { params: { id } })` gives
 * the reply in its type, or throws a `ProblemError`.
 */
import type { TSchema } from 'typebox';
import type { BodyOf, Operation, ParamsOf, QueryOf, ReplyOf } from '#platform/contract';
import { learnProblem } from '#web/words/problem-lists.ts';
import { asProblem, offline, problemOf, ProblemError } from './problem-error.ts';

type PartOf<S, Name extends string, V> = S extends TSchema
  ? {} extends V
    ? { [K in Name]?: V }
    : { [K in Name]: V }
  : {};

/** The parts that the operation's contract names: `params`, `query` and `body`. */
export type InputOf<O extends Operation> = PartOf<O['params'], 'params', ParamsOf<O>> &
  PartOf<O['query'], 'query', QueryOf<O>> &
  PartOf<O['body'], 'body', BodyOf<O>>;

type Loose = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };

/** The address of an operation, for links to downloads and for pictures. */
export function hrefOf<O extends Operation>(operation: O, input: Omit<InputOf<O>, 'body'>): string {
  const { params = {}, query = {} } = input as Loose;
  const path = operation.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`;
}

/** Called when an answer says that nobody is signed in any more. */
export const onSignedOut = new Set<() => void>();

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Calls an operation. Reading is tried a second time when the network or the server had a short failure; acts never are. */
export async function call<O extends Operation>(
  operation: O,
  input: InputOf<O>,
  options: { signal?: AbortSignal } = {},
): Promise<ReplyOf<O>> {
  try {
    return await callOnce(operation, input, options.signal);
  } catch (thrown) {
    if (operation.method !== 'GET' || !(thrown instanceof ProblemError) || !thrown.passes) throw thrown;
    // Jitter, so that hundreds of clerks do not come back in the same moment.
    await pause(Math.min(3, thrown.retryAfter ?? 0.3) * 1000 + Math.random() * 300);
    options.signal?.throwIfAborted();
    return callOnce(operation, input, options.signal);
  }
}

async function callOnce<O extends Operation>(
  operation: O,
  input: InputOf<O>,
  signal?: AbortSignal,
): Promise<ReplyOf<O>> {
  const { body } = input as Loose;
  let response: Response;
  let text: string;
  try {
    response = await fetch(hrefOf(operation, input), {
      method: operation.method,
      credentials: 'same-origin',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    text = await response.text();
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw offline(cause);
  }
  if (!response.ok) throw await failed(problemOf(response.status, text, response.headers.get('retry-after')));
  return (text === '' ? undefined : JSON.parse(text)) as ReplyOf<O>;
}

/** What a server said no with, to whoever asked without `call`: for a file. */
export const refusalOf = async (response: Response): Promise<ProblemError> =>
  failed(problemOf(response.status, await response.text(), response.headers.get('retry-after')));

/** By the time that it is shown, its words are there. */
async function failed(problem: ProblemError): Promise<ProblemError> {
  if (problem.code === 'general.notSignedIn') for (const tell of onSignedOut) tell();
  // The text of a field may be the code of a problem, of another module too.
  const codes = new Set([problem.code, ...Object.values(problem.fields)]);
  await Promise.all([...codes].map(learnProblem));
  return problem;
}

/** Sends a form with files. `onProgress` hears the share that has left this device, 0 to 1. */
export function upload<O extends Operation>(
  operation: O,
  input: Omit<InputOf<O>, 'body'> & { form: FormData },
  options: { onProgress?: (share: number) => void; signal?: AbortSignal } = {},
): Promise<ReplyOf<O>> {
  // fetch cannot tell how much of a request has gone out.
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open(operation.method, hrefOf(operation, input as never));
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve((request.responseText === '' ? undefined : JSON.parse(request.responseText)) as ReplyOf<O>);
      } else
        void failed(problemOf(request.status, request.responseText, request.getResponseHeader('retry-after'))).then(
          reject,
        );
    };
    request.onerror = () => reject(offline());
    request.onabort = () =>
      reject(new ProblemError({ code: 'client.cancelled', status: 0, title: 'The upload was cancelled' }));
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    if (options.signal?.aborted) return request.abort();
    request.send(input.form);
  });
}

/** An idempotency key for an act: the same act sent twice is done once. */
export function newKey(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Without TLS a browser has no randomUUID: hall machines reach the server by its address in the house network.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export { asProblem, ProblemError };
