/** What staff do at a window with somebody's record: register, verify, correct, open an account. */
import type { Static } from 'typebox';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newCode } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { personChanged } from '../events.ts';
import { noteSignIn } from '../guard/store.ts';
import { peopleProblems } from '../problems.ts';
import { hashPassword } from '../sign-in/hash.ts';
import { findAccountOfPerson, mustBeFree } from '../sign-in/store.ts';
import { createAccount } from '../staff/create.ts';
import { viewPerson } from '../views.ts';
import { createOrganisation, createPerson, mustBeIdNumber } from './create.ts';
import type { identityOperations } from './operations.ts';
import {
  findPersonByNumber,
  getPerson,
  markVerified,
  noteCorrection,
  updatePerson,
  type Organisation,
  type Person,
} from './store.ts';

/** Registers somebody who stands at the window and may never have an account. Throws `people.identityTaken`. */
export const registerPerson = (
  ground: Ground,
  actor: Actor,
  { seen, ...fresh }: Static<typeof identityOperations.registerPerson.body>,
): Promise<Person> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const { number } = mustBeIdNumber(fresh.idKind, fresh.idNumber, at);
    const known = await findPersonByNumber(tx, fresh.idKind, number);
    if (known) throw peopleProblems.identityTaken({ personId: known.id });
    return createPerson(tx, at, { ...fresh, verifiedBy: seen ? actor.accountId : null });
  });

/** Notes that staff compared the person with the document. */
export const verifyPerson = (ground: Ground, actor: Actor, person: Person): Promise<Person> =>
  ground.db.transaction(async (tx) => {
    if (person.verifiedAt) throw peopleProblems.alreadyVerified();
    markVerified(tx, person.id, actor.accountId!, ground.clock.now());
    emit(tx, personChanged, person.id, { ownerId: person.id });
    return getPerson(tx, person.id);
  });

const corrected = ['idKind', 'idNumber', 'name', 'phone', 'address', 'email', 'bornOn'] as const;

/** Writes a person's record anew, with which fields changed and why in the trail. */
export const correctPerson = (
  ground: Ground,
  actor: Actor,
  person: Person,
  { reason, ...edit }: Static<typeof identityOperations.correctPerson.body>,
): Promise<Person> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const { number, bornOn } = mustBeIdNumber(edit.idKind, edit.idNumber, at);
    const next = { ...person, ...edit, name: edit.name.trim(), idNumber: number, bornOn: bornOn ?? edit.bornOn };
    const row = await updatePerson(tx, next);
    if (!row) throw peopleProblems.changedMeanwhile({ current: viewPerson(await getPerson(tx, person.id), true) });
    const fields = corrected.filter((field) => person[field] !== row[field]);
    noteCorrection(tx, { at, accountId: actor.accountId!, personId: person.id, reason, fields });
    emit(tx, personChanged, person.id, { ownerId: person.id });
    return row;
  });

/** A first password that is read out at the window: long, and without letters that are mistaken for others. */
export const firstPassword = (): string => `${newCode(5)}-${newCode(5).toUpperCase()}-${newCode(5)}`;

/** An account for somebody who has shown their document: the login name is the telephone number. */
export async function openAccount(
  ground: Ground,
  actor: Actor,
  person: Person,
  phone: string,
): Promise<{ accountId: string; loginName: string; password: string }> {
  const password = firstPassword();
  const passwordHash = await hashPassword(password);
  return ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    if (await findAccountOfPerson(tx, person.id)) throw peopleProblems.hasAccount();
    await mustBeFree(tx, phone, null);
    const accountId = createAccount(tx, at, {
      loginName: phone,
      name: person.name,
      phone,
      passwordHash,
      personId: person.id,
      mustChangePassword: true,
    });
    noteSignIn(tx, { at, act: 'register', accountId, note: `by ${actor.accountId}` });
    return { accountId, loginName: phone, password };
  });
}

/** Registers an organisation whose licence was seen at the window. Throws `people.organisationTaken`. */
export const registerOrganisation = (
  ground: Ground,
  actor: Actor,
  fresh: Static<typeof identityOperations.registerOrganisation.body>,
): Promise<Organisation> =>
  ground.db.transaction(async (tx) =>
    createOrganisation(tx, ground.clock.now(), { ...fresh, verified: true, registeredBy: actor.accountId }),
  );
