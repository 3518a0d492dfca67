/** An application that another district has taken in: the case is opened in the transaction that keeps its message. */
import { getVersionInForce } from '#modules/catalogue';
import type { Person } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { takeNumber } from '#platform/numbers';
import { nobody } from '#platform/permissions';
import { caseProblems } from '../problems.ts';
import type { Submission } from '../shapes.ts';
import type { CaseRow } from '../store.ts';
import { checkAnswers } from './check-answers.ts';
import { faultsOf } from './check-submission.ts';
import { submitIn } from './submit-case.ts';

/**
 * Checks the application as a counter's is checked (the window over there has seen the paper) and opens its case by the door `exchange`.
 * Throws `itemNotOpen`, `notForApplicant`, `answersInvalid`, `materialsMissing`.
 */
export async function submitFromAfar(
  ground: Ground,
  tx: Tx,
  person: Person,
  submission: Pick<Submission, 'actionId' | 'itemId' | 'answers' | 'situations' | 'materials'>,
): Promise<CaseRow> {
  const day = shanghaiDay(ground.clock.now());
  const item = await getVersionInForce(ground, submission.itemId, day);
  if (!item) throw caseProblems.itemNotOpen();
  if (!item.body.applicants.includes('person'))
    throw caseProblems.notForApplicant({ applicants: item.body.applicants });
  const { situations, materials } = submission;
  const answers = checkAnswers(item, { answers: submission.answers, situations }, day);
  const faults = faultsOf(item.body, answers, situations, materials, 'counter');
  if (faults.length > 0) throw caseProblems.materialsMissing({ materials: faults });
  const serial = await takeNumber(ground.db, `case/${day.slice(0, 4)}`);
  const whole: Submission = {
    ...submission,
    applicant: {},
    delivery: { way: 'electronic' },
    signature: { way: 'confirmed' },
  };
  return submitIn(ground, tx, nobody, whole, {
    item,
    applicant: { personId: person.id, organisationId: null, agentId: null, name: person.name, kind: 'person' },
    answers,
    atCounter: true,
    stand: { door: 'exchange', outletId: null },
    scope: 'decide',
    number: `${ground.district.code}-${day.slice(0, 4)}-${String(serial).padStart(7, '0')}`,
    openLike: [],
  });
}
