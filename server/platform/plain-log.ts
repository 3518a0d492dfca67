/** The log of what is no request: warnings and errors on stderr, a line each. */
import { isUnavailable } from './db.ts';
import type { Log } from './ground.ts';
import { Problem } from './problems.ts';

/**
 * What an error says: its message, its stack and those of its causes, and nothing else. Errors of the database carry the row that
 * they complain about, which is what citizens wrote, and the whole connection.
 */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (isUnavailable(error)) return error.message;
  // The database is away, or too much is asked: where in the code that was met says nothing.
  if (error instanceof Problem && error.status === 503)
    return error.cause === undefined ? error.message : `${error.message} (${wordsOf(error.cause)})`;
  const cause = error.cause === undefined ? '' : `\n  caused by ${wordsOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

function line(facts: object, message: string): string {
  const { err, ...rest } = facts as { err?: unknown };
  const more = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
  return `${new Date().toISOString()} ${message}${more}${err === undefined ? '' : `: ${wordsOf(err)}`}`;
}

export const plainLog: Log = {
  info: () => {},
  warn: (facts, message) => console.error(line(facts, message)),
  error: (facts, message) => console.error(line(facts, message)),
};
