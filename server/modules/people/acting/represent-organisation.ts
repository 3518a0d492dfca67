/** Organisations and their legal representatives: declared, verified against the licence, succeeded, left. */
import type { Static } from 'typebox';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { authorityRevoked } from '../events.ts';
import { createOrganisation, mustBeCreditCode, type NewOrganisation } from '../identity/create.ts';
import {
  findOrganisationByCode,
  findPerson,
  getOrganisation,
  getPerson,
  lockOrganisation,
  noteOrganisation,
  updateOrganisation,
  type Organisation,
} from '../identity/store.ts';
import { peopleProblems } from '../problems.ts';
import { viewOrganisation } from '../views.ts';
import { isInForce, mayTakeSeat, type Authority } from './authority.ts';
import { ownPersonId, recordAuthority, type NewAuthority } from './grant-authority.ts';
import type { actingOperations } from './operations.ts';
import { endAuthority, findBetween, givenBy, seatsOf, type Seat } from './store.ts';

/**
 * Ends seats of former representatives. What somebody gave to others who never showed a document ends with their seat: it was
 * not theirs to give. What a verified one gave in office stays; it was the organisation's act.
 */
async function endSeats(tx: Tx, actor: Actor, at: Date, seats: readonly Seat[], reason: string): Promise<void> {
  const declared = seats.filter(({ verifiedAt }) => verifiedAt === null);
  const given = await givenBy(
    tx,
    declared.map(({ principalOrganisationId }) => principalOrganisationId!),
    declared.map(({ agentPersonId }) => agentPersonId),
  );
  for (const { id, agentPersonId } of [...seats, ...given]) {
    // A seat that was declared is among what its holder gave: it ends once.
    if (!(await endAuthority(tx, id, { kind: 'revoke', at, accountId: actor.accountId, reason }))) continue;
    emit(tx, authorityRevoked, id, { ownerId: agentPersonId, agentPersonId });
  }
}

/**
 * The legal representative adds their organisation. For one that we do not know yet, the record is what they declare, and stays
 * unverified until a window has seen the licence. One that is on record is given only to whom `mayTakeSeat` says, in the place
 * of whoever merely declared it; there is one refusal for all others, so that nobody can try names out.
 */
export const addOrganisation = (ground: Ground, actor: Actor, fresh: NewOrganisation): Promise<Organisation> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const person = await getPerson(tx, ownPersonId(actor));
    const found = await findOrganisationByCode(tx, mustBeCreditCode(fresh.creditCode));
    const known = found && (await lockOrganisation(tx, found.id));
    const organisation =
      known ??
      createOrganisation(tx, at, {
        ...fresh,
        legalRepresentative: person.name,
        verified: false,
        registeredBy: actor.accountId,
      });
    if (known) {
      const seats = await seatsOf(tx, known.id, shanghaiDay(at));
      if (seats.some(({ agentPersonId }) => agentPersonId === person.id)) throw peopleProblems.alreadyActs();
      if (!mayTakeSeat(person, known, fresh.name, seats)) throw peopleProblems.windowNeeded();
      await endSeats(tx, actor, at, seats, 'A verified legal representative took the place');
    }
    recordAuthority(tx, at, actor.accountId, {
      principalOrganisationId: organisation.id,
      agentPersonId: person.id,
      kind: 'legalRepresentative',
    });
    return organisation;
  });

/** With licence and document seen a person takes the one seat of the legal representative. */
async function clearSeat(tx: Tx, actor: Actor, at: Date, organisationId: string, fresh: NewAuthority): Promise<void> {
  const organisation = await lockOrganisation(tx, organisationId);
  const person = await findPerson(tx, fresh.agentPersonId);
  if (!person) throw peopleProblems.noSuchPerson();
  if (person.verifiedAt === null) throw peopleProblems.notVerifiedYet();
  if (organisation.verifiedAt === null || organisation.legalRepresentative !== person.name)
    throw peopleProblems.licenceFirst();
  const seats = await seatsOf(tx, organisationId, shanghaiDay(at));
  if (seats.some(({ agentPersonId }) => agentPersonId === person.id)) throw peopleProblems.alreadyActs();
  await endSeats(tx, actor, at, seats, fresh.reason ?? '');
}

/**
 * Records at a window an authority whose paper was seen. Throws `people.onePrincipal`; for a legal representative
 * `people.notVerifiedYet` and `people.licenceFirst`, because that seat gives everything away.
 */
export const recordAtWindow = (ground: Ground, actor: Actor, fresh: NewAuthority): Promise<Authority> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const { principalPersonId: personId, principalOrganisationId: organisationId } = fresh;
    if (Boolean(personId) === Boolean(organisationId)) throw peopleProblems.onePrincipal();
    if (organisationId && fresh.kind === 'legalRepresentative') await clearSeat(tx, actor, at, organisationId, fresh);
    return recordAuthority(tx, at, actor.accountId, fresh);
  });

/** Writes an organisation anew from its licence. Whoever sits there under another name than the licence says has to go. */
export const verifyOrganisation = (
  ground: Ground,
  actor: Actor,
  id: string,
  { reason, ...edit }: Static<typeof actingOperations.verifyOrganisation.body>,
): Promise<Organisation> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const before = await lockOrganisation(tx, id);
    const next = { ...before, ...edit, name: edit.name.trim(), legalRepresentative: edit.legalRepresentative.trim() };
    const row = await updateOrganisation(tx, next, at);
    if (!row) throw peopleProblems.changedMeanwhile({ current: viewOrganisation(await getOrganisation(tx, id)) });
    const fields = (['name', 'legalRepresentative', 'address', 'phone'] as const).filter(
      (field) => before[field] !== row[field],
    );
    noteOrganisation(tx, { organisationId: id, act: 'verify', at, accountId: actor.accountId, reason, fields });
    const seats = await seatsOf(tx, id, shanghaiDay(at));
    const wrong = seats.filter(({ name }) => name !== row.legalRepresentative);
    await endSeats(tx, actor, at, wrong, reason);
    return row;
  });

/** Gives up whatever ties the signed-in person to the organisation. */
export const leaveOrganisation = (ground: Ground, actor: Actor, organisationId: string): Promise<void> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const mine = await findBetween(tx, ownPersonId(actor), { organisationId });
    const live = mine.filter((authority) => isInForce(authority, shanghaiDay(at)));
    if (live.length === 0) throw peopleProblems.alreadyRevoked();
    for (const authority of live) {
      await endAuthority(tx, authority.id, { kind: 'giveBack', at, accountId: actor.accountId, reason: '' });
      emit(tx, authorityRevoked, authority.id, {
        ownerId: authority.agentPersonId,
        agentPersonId: authority.agentPersonId,
      });
    }
  });
