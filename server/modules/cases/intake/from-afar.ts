/** An application that another district has taken in, or that is taken in here for another one. */
import type { ItemBody } from '#modules/catalogue/contract';
import { getVersionInForce } from '#modules/catalogue';
import type { Person } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { takeNumber } from '#platform/numbers';
import { nobody } from '#platform/permissions';
import { planSupplement, type Supplement } from '../course/supplement.ts';
import { caseProblems } from '../problems.ts';
import type { Submission } from '../shapes.ts';
import type { CaseRow } from '../store.ts';
import { stepIn } from '../take-step.ts';
import { checkAnswers } from './check-answers.ts';
import { faultsOf, type At } from './check-submission.ts';
import { submitIn } from './submit-case.ts';

type Said = Pick<Submission, 'answers' | 'situations' | 'materials'>;

/** Checks what is said for an item whatever district it is of. The answers that count; throws `answersInvalid`, `materialsMissing`. */
export function checkForAfar(body: ItemBody, said: Said, at: At, day: string): Record<string, unknown> {
  const answers = checkAnswers({ body }, said, day);
  const faults = faultsOf(body, answers, said.situations, said.materials, at);
  if (faults.length > 0) throw caseProblems.materialsMissing({ materials: faults });
  return answers;
}

/**
 * Checks the application as a counter's is checked (the window over there has seen the paper) and opens its case by the door `exchange`.
 * `filesOf` owns the files until they are the case's. Throws `itemNotOpen`, `notForApplicant`, `answersInvalid`, `materialsMissing`.
 */
export async function submitFromAfar(
  ground: Ground,
  tx: Tx,
  person: Person,
  submission: Said & Pick<Submission, 'actionId' | 'itemId' | 'signature'>,
  filesOf: string,
): Promise<CaseRow> {
  const day = shanghaiDay(ground.clock.now());
  const item = await getVersionInForce(ground, submission.itemId, day);
  if (!item) throw caseProblems.itemNotOpen();
  if (!item.body.applicants.includes('person'))
    throw caseProblems.notForApplicant({ applicants: item.body.applicants });
  const answers = checkForAfar(item.body, submission, 'counter', day);
  const serial = await takeNumber(ground.db, `case/${day.slice(0, 4)}`);
  const whole: Submission = { ...submission, applicant: {}, delivery: { way: 'electronic' } };
  return submitIn(ground, tx, nobody, whole, {
    item,
    applicant: { personId: person.id, organisationId: null, agentId: null, name: person.name, kind: 'person' },
    answers,
    atCounter: true,
    stand: { door: 'exchange', outletId: null },
    scope: 'decide',
    number: `${ground.district.code}-${day.slice(0, 4)}-${String(serial).padStart(7, '0')}`,
    openLike: [],
    filesOf,
  });
}

/** What the applicant handed in over there. The same act is done once; throws what a supplement here throws. */
export const supplementFromAfar = (
  ground: Ground,
  tx: Tx,
  caseId: string,
  deed: Supplement,
  filesOf: string,
): Promise<CaseRow> =>
  // Who may was settled by the signature of the district that took the case in.
  stepIn(ground, tx, { actor: nobody, allow: () => {} }, caseId, 'supplement', deed, planSupplement(deed, filesOf));
