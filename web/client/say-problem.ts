/**
 * The one translator of errors: what a problem is called in the reader's language, and at which fields it belongs. A form shows
 * it at the field, a dialog in the dialog, background work as a toast, a page as the error page; never two of them.
 */
import '../words/problems.ts';
import { wordsOfProblem, type Language } from '../words/words.ts';
import { asProblem } from './problem-error.ts';

export interface SaidProblem {
  /** One sentence that says what happened and what to do. */
  text: string;
  /** The number to give when asking for help; only where people cannot help themselves. */
  requestId: string | undefined;
}

/** The sentence for whatever was thrown. */
export function sayProblem(thrown: unknown, language: Language): SaidProblem {
  const problem = asProblem(thrown);
  const general =
    problem.status === 404
      ? 'general.notFound'
      : problem.status === 403
        ? 'general.forbidden'
        : problem.status === 401
          ? 'general.notSignedIn'
          : problem.status >= 400 && problem.status < 500
            ? 'general.invalid'
            : 'general.internal';
  const text =
    wordsOfProblem(problem.code, language, { ...problem.facts, retryAfter: problem.retryAfter }) ??
    wordsOfProblem(general, language) ??
    problem.message;
  const helpless = problem.status >= 500 || problem.code === 'general.internal';
  return { text, requestId: helpless ? problem.requestId : undefined };
}

/**
 * Errors by the name of the form's field. `under` is where the form's values lie in the body: with `/answers`, the problem of
 * `/answers/phone` is that of `phone`. What belongs to no field of the form is left to `sayProblem`.
 */
export function fieldsOfProblem(thrown: unknown, language: Language, under = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [pointer, text] of Object.entries(asProblem(thrown).fields)) {
    if (!pointer.startsWith(`${under}/`)) continue;
    const name = pointer.slice(under.length + 1).split('/')[0] ?? '';
    if (name === '') continue;
    // A module may send the code of a problem as the text: then the words are ours.
    found[name] = wordsOfProblem(text, language) ?? wordsOfProblem('general.field', language) ?? text;
  }
  return found;
}
