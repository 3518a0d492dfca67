/** Whom the machine decided about asks a person to look, and a person says whether it was right. */
import { getVersion } from '#modules/catalogue';
import { getCaseRow, type CaseRow } from '#modules/cases';
import { tell } from '#modules/notices';
import { postHolders } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { findAsked, findRechecks, insertAsked, insertRecheck } from './asked-store.ts';
import { machineLookedAt } from './events.ts';
import { prereviewProblems } from './problems.ts';
import { findActOfCase, findMachineAct } from './store.ts';

async function factsOf(ground: Ground, row: CaseRow) {
  const { body } = await getVersion(ground, row.itemId, row.itemVersion);
  return {
    caseNumber: row.number,
    itemName: body.plainName ?? body.name,
    itemNameEn: body.plainNameEn ?? body.nameEn ?? body.name,
  };
}

/** Those who may answer, or who stands in for them. */
async function answering(tx: Tx, departmentId: string, today: string): Promise<string[]> {
  const holders = await postHolders(tx, [departmentId], [], today);
  const heads = holders.filter(({ role, departmentId: of }) => role === 'head' && of === departmentId);
  return [...new Set(heads.map(({ accountId, standInId }) => standInId ?? accountId))];
}

/**
 * Asks a person to look at what the machine did with a case, once (个人信息保护法 art. 24). What was decided stands until a person changes
 * it in the case. Throws `notByMachine`, `askedAlready`.
 */
export async function askPerson(ground: Ground, actor: Actor, caseId: string, reason: string): Promise<void> {
  const act = await findActOfCase(ground.db, caseId);
  if (!act) throw prereviewProblems.notByMachine();
  const row = await getCaseRow(ground.db, caseId);
  const at = ground.clock.now();
  const { reviewId, departmentId } = act;
  const said = await factsOf(ground, row);
  await ground.db.transaction(async (tx) => {
    insertAsked(tx, { caseId, reviewId, departmentId, reason: reason.trim(), at, accountId: actor.accountId!, personId: actor.personId }); // prettier-ignore
    const accounts = await answering(tx, departmentId, shanghaiDay(at));
    tell(ground, tx, accounts.map((accountId) => ({ accountId, subjectId: caseId, template: 'machineAsked' as const, facts: said }))); // prettier-ignore
    emit(tx, machineLookedAt, caseId, { reviewId, departmentId, ownerId: actor.personId });
  });
}

/**
 * Says whether the machine was right: one look answers the draw and whoever asked, and who asked is told. Throws `notSampled`, `noteMissing`,
 * `checkedAlready`.
 */
export async function settleRecheck(
  ground: Ground,
  actor: Actor,
  reviewId: string,
  { agreed, note }: { agreed: boolean; note: string },
): Promise<void> {
  const act = await findMachineAct(ground.db, reviewId);
  const wish = await findAsked(ground.db, reviewId);
  if (!act || (!act.sampled && !wish)) throw prereviewProblems.notSampled();
  // Who asked has a right to more than a nod.
  if ((!agreed || wish) && !note.trim())
    throw wish ? prereviewProblems.answerMissing() : prereviewProblems.noteMissing();
  const at = ground.clock.now();
  const row = await getCaseRow(ground.db, act.caseId);
  const facts = await factsOf(ground, row);
  await ground.db.transaction(async (tx) => {
    const done = await findRechecks(tx, reviewId);
    const open = [...(act.sampled ? [false] : []), ...(wish ? [true] : [])].filter(
      (asked) => !done.some((one) => one.asked === asked),
    );
    if (open.length === 0) throw prereviewProblems.checkedAlready();
    for (const asked of open)
      insertRecheck(tx, { reviewId, asked, agreed, note: note.trim(), at, accountId: actor.accountId!, byName: actor.name }); // prettier-ignore
    if (wish?.personId && open.includes(true))
      tell(ground, tx, [{ personId: wish.personId, subjectId: act.caseId, template: 'machineAnswered', facts }]);
    emit(tx, machineLookedAt, act.caseId, {
      reviewId,
      departmentId: act.departmentId,
      ownerId: wish?.personId ?? null,
    });
  });
}
