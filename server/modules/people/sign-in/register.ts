/** Registering as a resident. */
import type { Static } from 'typebox';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { hashOf, newSecret } from '#platform/ids';
import { accountRegistered } from '../events.ts';
import { limit } from '../guard/guard.ts';
import { noteSignIn } from '../guard/store.ts';
import { createPerson, mustBeIdNumber } from '../identity/create.ts';
import { findPersonByNumber } from '../identity/store.ts';
import { peopleProblems } from '../problems.ts';
import { createAccount } from '../staff/create.ts';
import { mustBeStrong } from './change-password.ts';
import { hashPassword } from './hash.ts';
import type { signInOperations } from './operations.ts';
import { addSession, mustBeFree } from './store.ts';

type Registration = Static<typeof signInOperations.register.body>;

/** A machine that registers people finds out which numbers are taken: so not many from one address. */
const mostOfAddress = 100;

/**
 * Makes a person and their account and signs in. A document that we know already is refused even when name and telephone fit:
 * whoever knows those would get at what the person has filed. They recover the account, or come to a window once.
 */
export async function register(
  ground: Ground,
  given: Registration,
  address: string,
): Promise<{ secret: string; accountId: string; personId: string }> {
  limit(ground, `register/${address}`, mostOfAddress, 600);
  const at = ground.clock.now();
  const { number } = mustBeIdNumber(given.person.idKind, given.person.idNumber, at);
  mustBeStrong(given.password, [given.loginName, given.phone]);
  if (await findPersonByNumber(ground.db, given.person.idKind, number)) throw peopleProblems.identityTaken();
  await mustBeFree(ground.db, given.phone, null);
  const passwordHash = await hashPassword(given.password);
  const secret = newSecret();
  return ground.db.transaction(async (tx) => {
    const person = createPerson(tx, at, {
      ...given.person,
      bornOn: given.person.bornOn ?? null,
      phone: given.phone,
      ...(given.email === undefined ? {} : { email: given.email }),
    });
    const accountId = createAccount(tx, at, {
      loginName: given.loginName ?? given.phone,
      name: person.name,
      phone: given.phone,
      email: given.email ?? null,
      passwordHash,
      personId: person.id,
    });
    noteSignIn(tx, { at, act: 'register', accountId, address });
    await addSession(tx, hashOf(secret), accountId, at, false);
    emit(tx, accountRegistered, accountId, { personId: person.id, ownerId: person.id });
    return { secret, accountId, personId: person.id };
  });
}
