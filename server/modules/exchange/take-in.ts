/** Taking in for another district: what was taken in and the message that says so are stored together, and sent later. */
import { checkIdNumber } from '#modules/people';
import { canonical } from '#platform/canonical';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { enqueue } from '#platform/jobs';
import type { Application } from './contract.ts';
import { deliver } from './job-types.ts';
import { insertOutgoing } from './message-store.ts';
import { exchangeProblems } from './problems.ts';
import { getPartner, getTaken, insertTaken, type TakenRow } from './store.ts';

/** Stores the application, once for each `actionId`, and leaves it to be sent. Throws `notFound`, `badIdNumber`, `actionReused`. */
export async function takeIn(
  ground: Ground,
  takenBy: string,
  asked: { actionId: string; partnerId: string; itemName: string; application: Application },
): Promise<TakenRow> {
  const { actionId: id, partnerId, itemName, application } = asked;
  const takenAt = ground.clock.now();
  await getPartner(ground.db, partnerId);
  if (!checkIdNumber('residentCard', application.applicant.idNumber, shanghaiDay(takenAt)).ok)
    throw exchangeProblems.badIdNumber();
  const content = canonical(application);
  const { itemId, applicant } = application;
  const row = { id, partnerId, itemId, itemName, applicantName: applicant.name, content, takenBy, takenAt };
  await ground.db.transaction(async (tx) => {
    if (!(await insertTaken(tx, row))) return;
    insertOutgoing(tx, [{ id, partnerId, kind: 'application', payload: content }], takenAt);
    enqueue(tx, deliver, [{ payload: {}, key: deliver.name }]);
  });
  const stored = await getTaken(ground.db, id);
  if (stored.content !== content || stored.takenBy !== takenBy || stored.partnerId !== partnerId)
    throw exchangeProblems.actionReused();
  return stored;
}
