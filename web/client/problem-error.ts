/** What went wrong with a call, in the form in which the server says it (RFC 9457); a dead network is one of them. */
import type { ProblemBody } from '#platform/contract';

export class ProblemError extends Error {
  readonly code: string;
  /** 0 when no answer came at all. */
  readonly status: number;
  readonly facts: Record<string, unknown>;
  readonly requestId: string | undefined;
  /** Seconds after which the same request may work. */
  readonly retryAfter: number | undefined;

  constructor(
    problem: Pick<ProblemBody, 'code' | 'status' | 'title' | 'facts' | 'requestId'>,
    retryAfter?: number,
    cause?: unknown,
  ) {
    super(problem.title, { cause });
    this.name = 'ProblemError';
    this.code = problem.code;
    this.status = problem.status;
    this.facts = problem.facts ?? {};
    this.requestId = problem.requestId;
    this.retryAfter = retryAfter;
  }

  /** The same request may well work a little later: no answer, or the server is busy or restarting. */
  get passes(): boolean {
    return this.code === 'client.offline' || [502, 503, 504].includes(this.status);
  }

  /** Errors by field: `{ '/answers/phone': '...' }`. */
  get fields(): Record<string, string> {
    const fields = this.facts.fields;
    return typeof fields === 'object' && fields !== null ? (fields as Record<string, string>) : {};
  }
}

/** Another act was done under the key of this one, as when its answer was lost and the form was changed since. */
export const isKeyUsed = (thrown: unknown): boolean => /\.act(ion)?(Repeated|Reused)$/.test(asProblem(thrown).code);

/** The network gave no answer. */
export const offline = (cause?: unknown): ProblemError =>
  new ProblemError({ code: 'client.offline', status: 0, title: 'No connection' }, undefined, cause);

/** Whatever was thrown, as a problem: what is no problem is a mistake of ours. */
export function asProblem(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  return new ProblemError({ code: 'general.internal', status: 0, title: String(thrown) }, undefined, thrown);
}

/** Reads the problem out of an answer; a proxy's own page has none. */
export function problemOf(status: number, text: string, retryAfter: string | null): ProblemError {
  const seconds = retryAfter === null || retryAfter === '' ? undefined : Number(retryAfter);
  const wait = Number.isFinite(seconds) ? seconds : undefined;
  try {
    const body = JSON.parse(text) as ProblemBody;
    if (typeof body.code === 'string') return new ProblemError({ ...body, status }, wait);
  } catch {
    // Not ours: said by its status below.
  }
  const code = status === 413 ? 'general.tooLarge' : status === 429 ? 'general.tooMany' : 'general.internal';
  return new ProblemError(
    { code: [502, 503, 504].includes(status) ? 'general.unavailable' : code, status, title: `HTTP ${status}` },
    wait,
  );
}
