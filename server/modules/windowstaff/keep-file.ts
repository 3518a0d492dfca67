/** What else happens to a file: things given and returned, qualifications recognised and withdrawn, objections. */
import { calendarsOf, dueOn, shanghaiDay } from '#modules/deadlines';
import { tell } from '#modules/notices';
import { canonical, isAsSaid } from '#platform/canonical';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { takeNumber } from '#platform/numbers';
import type { Actor } from '#platform/permissions';
import { memberMoved, type MemberFacts } from './events.ts';
import { isActive } from './member.ts';
import {
  findStep,
  getMember,
  insertObjection,
  insertQualifications,
  insertThings,
  listQualifications,
  lockMember,
  lockObjection,
  lockQualification,
  lockThing,
  saveAnswer,
  saveReturn,
  saveWithdrawn,
  type MemberRow,
  type QualificationRow,
} from './member-store.ts';
import { windowStaffProblems } from './problems.ts';
import { standardAt } from './read-member.ts';
import { checkErrands } from './send-member.ts';

const announce = (tx: Tx, { id, departmentId, accountId }: MemberRow, kind: MemberFacts['kind']): void =>
  emit(tx, memberMoved, id, { kind, departmentId, ownerId: accountId });

/** Hands somebody a thing. The same `actionId` that names the same thing is the same act. */
export const giveThing = (ground: Ground, actor: Actor, id: string, said: { actionId: string; name: string }) =>
  ground.db.transaction(async (tx) => {
    const row = await lockMember(tx, id);
    const given = { memberId: id, name: said.name.trim() };
    const known = await lockThing(tx, said.actionId);
    if (known && isAsSaid(known, given)) return row;
    if (known) throw windowStaffProblems.actionReused();
    if (!isActive(row.state)) throw windowStaffProblems.wrongStep({ state: row.state });
    insertThings(tx, [{ ...given, id: said.actionId, givenAt: ground.clock.now(), givenBy: actor.name }]);
    announce(tx, row, 'thing');
    return row;
  });

/** Takes a thing back; a second time changes nothing. */
export const returnThing = (ground: Ground, actor: Actor, thingId: string) =>
  ground.db.transaction(async (tx) => {
    const thing = await lockThing(tx, thingId);
    if (!thing) throw windowStaffProblems.noThing();
    const row = await getMember(tx, thing.memberId);
    saveReturn(tx, thingId, ground.clock.now(), actor.name);
    announce(tx, row, 'thing');
    return row;
  });

/** 窗资〔2026〕第0012号; without gaps that anybody would ask about, because few are given. */
export async function nextQualificationNumber(ground: Ground, day: string): Promise<string> {
  const serial = await takeNumber(ground.db, `windowstaff/${day.slice(0, 4)}`, 10);
  return `窗资〔${day.slice(0, 4)}〕第${String(serial).padStart(4, '0')}号`;
}

const longestDays = 5 * 366;

type Given = Pick<QualificationRow, 'memberId' | 'untilOn' | 'reason'> & { errandIds: readonly string[] };

/** Whether what was recognised is what is said now: one number for all errands of an act. */
async function isSameQualification(tx: Tx, known: QualificationRow, given: Given): Promise<boolean> {
  const { errandIds, ...said } = given;
  const together = (await listQualifications(tx, [given.memberId])).filter(({ number }) => number === known.number);
  const errands = together.map(({ errandId }) => errandId).toSorted();
  return isAsSaid(known, said) && canonical(errands) === canonical(errandIds.toSorted());
}

/** Recognises that somebody can do errands. The same `actionId` that says the same is the same act. */
export async function giveQualification(
  ground: Ground,
  actor: Actor,
  id: string,
  said: { actionId: string; errandIds: readonly string[]; untilOn: string; reason: string },
): Promise<MemberRow> {
  const today = shanghaiDay(ground.clock.now());
  const { untilOn, errandIds } = said;
  const reason = said.reason.trim();
  const seen = await getMember(ground.db, id);
  if (seen.accountId === actor.accountId) throw windowStaffProblems.notYourself();
  if (untilOn <= today || Date.parse(untilOn) - Date.parse(today) > longestDays * 86_400_000)
    throw windowStaffProblems.wrongDay();
  await checkErrands(ground.db, seen.outletId, errandIds);
  const number = await nextQualificationNumber(ground, today);
  return ground.db.transaction(async (tx) => {
    const row = await lockMember(tx, id);
    const known = await lockQualification(tx, said.actionId);
    if (known && (await isSameQualification(tx, known, { memberId: id, untilOn, errandIds, reason }))) return row;
    if (known) throw windowStaffProblems.actionReused();
    if (!isActive(row.state)) throw windowStaffProblems.wrongStep({ state: row.state });
    insertQualifications(
      tx,
      errandIds.map((errandId, i) => ({
        id: i === 0 ? said.actionId : newId(),
        number,
        memberId: id,
        errandId,
        sittingId: null,
        fromOn: today,
        untilOn,
        givenBy: actor.name,
        reason,
      })),
    );
    announce(tx, row, 'qualification');
    return row;
  });
}

export const withdrawQualification = (ground: Ground, actor: Actor, qualificationId: string, why: string) =>
  ground.db.transaction(async (tx) => {
    const one = await lockQualification(tx, qualificationId);
    if (!one) throw windowStaffProblems.noQualification();
    const row = await getMember(tx, one.memberId);
    if (row.accountId !== null && row.accountId === actor.accountId) throw windowStaffProblems.notYourself();
    saveWithdrawn(tx, one.id, ground.clock.now(), why.trim());
    announce(tx, row, 'qualification');
    return row;
  });

/** Somebody objects to a step of their own file, or to the file as a whole. One at a time; answered within the working days of the house. */
export async function objectToStep(
  ground: Ground,
  row: MemberRow,
  said: { actionId: string; stepId: string | null; text: string },
): Promise<void> {
  const at = ground.clock.now();
  const today = shanghaiDay(at);
  const { answerDays } = await standardAt(ground, row.outletId, today);
  const { calendar } = calendarsOf(ground).latest;
  const due = dueOn({ from: today, limit: { value: answerDays, unit: 'workingDay' }, calendar }).date;
  await ground.db.transaction(async (tx) => {
    const objection = { memberId: row.id, stepId: said.stepId, body: said.text.trim() };
    const known = await lockObjection(tx, said.actionId);
    if (known && isAsSaid(known, objection)) return;
    if (known) throw windowStaffProblems.actionReused();
    if (said.stepId && (await findStep(tx, said.stepId))?.memberId !== row.id) throw windowStaffProblems.wrongStep();
    insertObjection(tx, { ...objection, id: said.actionId, at, dueOn: due, answer: null, upheld: null, answeredAt: null, answeredBy: null }); // prettier-ignore
    announce(tx, row, 'objection');
  });
}

/** Answers an objection: by somebody who neither decided nor is the one who objects. */
export const answerObjection = (
  ground: Ground,
  actor: Actor,
  objectionId: string,
  said: { text: string; upheld: boolean },
): Promise<MemberRow> =>
  ground.db.transaction(async (tx) => {
    const objection = await lockObjection(tx, objectionId);
    if (!objection) throw windowStaffProblems.noObjection();
    const row = await getMember(tx, objection.memberId);
    if (row.accountId === actor.accountId) throw windowStaffProblems.notYourself();
    if (objection.answeredAt) throw windowStaffProblems.objectionAnswered();
    const decider = objection.stepId ? (await findStep(tx, objection.stepId))?.accountId : row.decidedBy;
    if (decider && decider === actor.accountId) throw windowStaffProblems.notTheDecider();
    saveAnswer(tx, objectionId, {
      answer: said.text.trim(),
      upheld: said.upheld,
      at: ground.clock.now(),
      by: actor.name,
    });
    if (row.accountId)
      tell(ground, tx, [
        { accountId: row.accountId, subjectId: null, template: 'windowStaffAnswered', facts: { name: row.name } },
      ]);
    announce(tx, row, 'objection');
    return row;
  });
