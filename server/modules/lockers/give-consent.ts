/** Standing consents: given by the owner for a department or an item, and taken back at any time. */
import { getItem } from '#modules/catalogue';
import { getDepartment } from '#modules/offices';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import type { Consent } from './consent.ts';
import type { Owner } from './entry.ts';
import { lockerProblems } from './problems.ts';
import { endConsent, getConsent, insertConsent } from './usage-store.ts';

/**
 * Writes down that a department, or whoever handles an item, may use what is in the locker until that is taken back. The same id is the same
 * consent. Throws `consentAboutNothing`, and `general.notFound` for a department or item that is not there.
 */
export async function giveConsent(
  ground: Ground,
  actor: Actor,
  owner: Owner,
  asked: { id: string; departmentId?: string; itemId?: string },
): Promise<Consent> {
  const { id, departmentId = null, itemId = null } = asked;
  if (departmentId === null && itemId === null) throw lockerProblems.consentAboutNothing();
  if (departmentId) await getDepartment(ground.db, departmentId);
  if (itemId) await getItem(ground.db, itemId);
  const consent = {
    ...owner,
    id,
    scope: 'standing' as const,
    how: 'online' as const,
    departmentId,
    itemId,
    accountId: null,
    givenAt: ground.clock.now(),
    givenBy: actor.accountId!,
    until: null,
  };
  await ground.db.transaction(async (tx) => insertConsent(tx, consent));
  return getConsent(ground.db, id);
}

/** Takes a consent back: no use begins under it any more; copies that cases have stay. Throws `consentEnded`. */
export const withdrawConsent = (ground: Ground, actor: Actor, id: string): Promise<void> =>
  ground.db.transaction(async (tx) => {
    if (!(await endConsent(tx, id, ground.clock.now(), actor.accountId))) throw lockerProblems.consentEnded();
  });
