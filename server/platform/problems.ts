/**
 * One class for everything that can go wrong in a way that the caller can act on (RFC 9457). Each module declares its own
 * problems; a handler, a verb or a store throws them, and only `http` turns them into an answer.
 */
import type { ProblemBody } from './contract.ts';

export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly facts: Record<string, unknown>;
  /** Seconds after which the same request may work. */
  readonly retryAfter: number | undefined;

  constructor(
    code: string,
    status: number,
    title: string,
    options: { facts?: Record<string, unknown>; cause?: unknown; retryAfter?: number } = {},
  ) {
    super(title, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.facts = options.facts ?? {};
    this.retryAfter = options.retryAfter;
  }

  /** The same problem, with the seconds after which the same request may work. */
  after(seconds: number): Problem {
    return new Problem(this.code, this.status, this.message, {
      facts: this.facts,
      cause: this.cause,
      retryAfter: Math.max(1, Math.ceil(seconds)),
    });
  }

  body(requestId?: string): ProblemBody {
    return {
      type: `/problems/${this.code}`,
      title: this.message,
      status: this.status,
      code: this.code,
      ...(Object.keys(this.facts).length > 0 ? { facts: this.facts } : {}),
      ...(requestId ? { requestId } : {}),
    };
  }
}

type Makers<D extends Record<string, readonly [number, string]>> = {
  readonly [K in keyof D]: (facts?: Record<string, unknown>, cause?: unknown) => Problem;
};

/** A problem that somebody declared. */
export interface DeclaredProblem {
  code: string;
  status: number;
  title: string;
}
const declaredProblems = new Map<string, DeclaredProblem>();

/** The problem of this code, if a module that is loaded has declared it. */
export const findProblem = (code: string): DeclaredProblem | undefined => declaredProblems.get(code);
/** All problems that the loaded modules declare, by their code. */
export const everyProblem = (): DeclaredProblem[] =>
  [...declaredProblems.values()].toSorted((one, other) => (one.code < other.code ? -1 : 1));

/**
 * Declares the problems of a module: `problems('case', { wrongStep: [409, 'This step is not possible now'] })` gives
 * `wrongStep(facts?)`, a maker of Problems with the code `case.wrongStep`. The title is plain English for API users; the
 * browser shows its own words for the code in the reader's language.
 */
export function problems<const D extends Record<string, readonly [number, string]>>(
  domain: string,
  declared: D,
): Makers<D> {
  const makers: Record<string, (facts?: Record<string, unknown>, cause?: unknown) => Problem> = {};
  for (const [name, [status, title]] of Object.entries(declared)) {
    declaredProblems.set(`${domain}.${name}`, { code: `${domain}.${name}`, status, title });
    makers[name] = (facts, cause) =>
      new Problem(`${domain}.${name}`, status, title, {
        ...(facts ? { facts } : {}),
        ...(cause === undefined ? {} : { cause }),
      });
  }
  return makers as Makers<D>;
}

/** Problems that any operation can answer with. */
export const general = problems('general', {
  invalid: [400, 'The request is not of the form that this operation takes'],
  notSignedIn: [401, 'Sign in first'],
  forbidden: [403, 'This is not yours to do: it is for another post, or belongs to somebody else'],
  notFound: [404, 'There is nothing here, or it is not for you'],
  crossSite: [403, 'The request came from another site'],
  tooLarge: [413, 'That is too large'],
  tooMany: [429, 'Too many requests: wait a moment and try again'],
  busy: [503, 'The service is busy: nothing was stored, try again shortly'],
  unavailable: [503, 'The database is out of reach: nothing was stored, try again shortly'],
  internal: [500, 'Something went wrong on our side'],
});

/** Which problem a violated constraint means; filled by the module that owns the constraint (see `ownConstraints`). */
const ofConstraint = new Map<string, () => Problem>();

/** Declares what the violation of a constraint means to the caller. Called by the store that owns the constraint. */
export function ownConstraints(meanings: Record<string, () => Problem>): void {
  for (const [name, make] of Object.entries(meanings)) ofConstraint.set(name, make);
}

/** The problem that a database error stands for, if a module has said so. */
export function problemOfDatabaseError(error: unknown): Problem | undefined {
  const constraint = (error as { constraint?: unknown } | null)?.constraint;
  return typeof constraint === 'string' ? ofConstraint.get(constraint)?.() : undefined;
}
