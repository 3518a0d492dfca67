/** Answers against the item's form, with the numbers that the catalogue does not know itself. */
import { validateAnswers, type ItemVersion } from '#modules/catalogue';
import { checkCreditCode, checkIdNumber } from '#modules/people';
import type { Day } from '#modules/deadlines';
import { caseProblems } from '../problems.ts';

/**
 * What counts of the answers and situations: a hidden field is absent, a wrong one is refused. Throws `answersInvalid` with every field
 * that is wrong. An application, a supplement and a correction are held to the same.
 */
export function checkAnswers(
  item: Pick<ItemVersion, 'body'>,
  sent: { answers: Record<string, unknown>; situations: Record<string, string> },
  day: Day,
): Record<string, unknown> {
  const checked = validateAnswers(item, sent, {
    idNumber: (text) => checkIdNumber('residentCard', text, day).ok,
    creditCode: (text) => checkCreditCode(text).ok,
  });
  if (!checked.ok) throw caseProblems.answersInvalid({ fields: checked.fields });
  return checked.answers;
}

/** Of the answers that count, those that were given now: what is stored with the act. */
export const givenOf = (
  counting: Record<string, unknown>,
  given: Record<string, unknown> | undefined,
): Record<string, unknown> =>
  Object.fromEntries(Object.keys(given ?? {}).flatMap((key) => (key in counting ? [[key, counting[key]]] : [])));
