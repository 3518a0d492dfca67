/** A resident changes how they can be reached. */
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { ownPersonId } from '../acting/grant-authority.ts';
import { personChanged } from '../events.ts';
import { peopleProblems } from '../problems.ts';
import { mustBeFree, setContacts } from '../sign-in/store.ts';
import { viewPerson } from '../views.ts';
import { getPerson, updatePerson, type Person } from './store.ts';

/** Name and document stay: they are changed at a window, where the document is seen. */
export const updateMyDetails = (
  ground: Ground,
  actor: Actor,
  edit: { phone: string; email: string | null; address: string; version: number },
): Promise<Person> =>
  ground.db.transaction(async (tx) => {
    const person = await getPerson(tx, ownPersonId(actor));
    await mustBeFree(tx, edit.phone, actor.accountId);
    const next = {
      ...person,
      phone: edit.phone,
      email: edit.email ?? '',
      address: edit.address,
      version: edit.version,
    };
    const row = await updatePerson(tx, next);
    if (!row) throw peopleProblems.changedMeanwhile({ current: viewPerson(await getPerson(tx, person.id), false) });
    setContacts(tx, actor.accountId!, edit.phone, edit.email);
    emit(tx, personChanged, person.id, { ownerId: person.id });
    return row;
  });
