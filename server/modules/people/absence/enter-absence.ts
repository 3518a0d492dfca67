/** Absence (请假、出差), and who stands in (代理人). */
import { shanghaiDay } from '#platform/clock';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { absenceChanged } from '../events.ts';
import { peopleProblems } from '../problems.ts';
import { forgetActors } from '../sign-in/actor.ts';
import { conflictOf } from '../staff/roles.ts';
import { lastingPosts, lockAccount } from '../staff/store.ts';
import { cancel, getAbsence, insertAbsences, isAway, type NamedAbsence } from './store.ts';

/** Longer than a year is no absence but a change of post. */
const longestDays = 366;

export interface AbsenceAsked {
  accountId: string;
  fromOn: string;
  untilOn: string;
  standInId?: string;
  reason: string;
}

/**
 * Enters an absence. From its first day on the stand-in has the posts of the absent one, marked with whose they are; those of
 * administrators and auditors are not handed on. Throws `people.wrongSpan`, `absenceOverlaps`, `standInAbsent`, `notStaff`,
 * `rolesConflict`.
 */
export const enterAbsence = (ground: Ground, actor: Actor, asked: AbsenceAsked): Promise<NamedAbsence> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const today = shanghaiDay(at);
    const { accountId, fromOn, untilOn, standInId = null } = asked;
    const days = (Date.parse(untilOn) - Date.parse(fromOn)) / 86_400_000;
    if (!(days >= 0 && days < longestDays) || untilOn < today || accountId === standInId)
      throw peopleProblems.wrongSpan();
    // In one order, so that two who name each other do not wait for each other.
    for (const id of [accountId, ...(standInId ? [standInId] : [])].sort()) lockAccount(tx, id);
    const posts = await lastingPosts(tx, [accountId, ...(standInId ? [standInId] : [])], today);
    const own = posts.filter((post) => post.accountId === accountId);
    if (own.length === 0) throw peopleProblems.notStaff();
    if (await isAway(tx, accountId, fromOn, untilOn)) throw peopleProblems.absenceOverlaps();
    if (standInId) {
      const theirs = posts.filter((post) => post.accountId === standInId);
      if (theirs.length === 0) throw peopleProblems.notStaff();
      if (await isAway(tx, standInId, fromOn, untilOn)) throw peopleProblems.standInAbsent();
      const handed = own.map(({ role }) => role).filter((role) => role !== 'admin' && role !== 'auditor');
      const conflict = conflictOf([...handed, ...theirs.map(({ role }) => role)]);
      if (conflict) throw peopleProblems.rolesConflict({ roles: conflict });
    }
    const absence = {
      id: newId(),
      accountId,
      fromOn,
      untilOn,
      standInId,
      reason: asked.reason,
      createdBy: actor.accountId,
      cancelledAt: null,
    };
    insertAbsences(tx, [absence], at);
    for (const departmentId of new Set(own.map((post) => post.departmentId)))
      emit(tx, absenceChanged, accountId, { ownerId: accountId, departmentId });
    forgetActors(tx);
    return getAbsence(tx, absence.id);
  });

/** Cancels an absence, also one that has begun: the stand-in loses the posts at once. */
export const cancelAbsence = (ground: Ground, absence: NamedAbsence): Promise<NamedAbsence> =>
  ground.db.transaction(async (tx) => {
    if (!(await cancel(tx, absence.id, ground.clock.now()))) throw peopleProblems.absenceCancelled();
    emit(tx, absenceChanged, absence.accountId, { ownerId: absence.accountId, departmentId: null });
    forgetActors(tx);
    return getAbsence(tx, absence.id);
  });
