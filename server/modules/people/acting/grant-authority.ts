/** Authority given and taken back. */
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { isStaff, type Actor } from '#platform/permissions';
import { authorityGranted, authorityRevoked } from '../events.ts';
import { mustBeIdNumber } from '../identity/create.ts';
import type { IdKind } from '../identity/id-numbers.ts';
import { findPersonByNumber, type Person } from '../identity/store.ts';
import { peopleProblems } from '../problems.ts';
import { isSpan, type Authority } from './authority.ts';
import { endAuthority, insertAuthorities, representativesOf } from './store.ts';

/** What is said when an authority is given. One of the two principals; null item codes mean all. */
export interface NewAuthority {
  principalPersonId?: string | null;
  principalOrganisationId?: string | null;
  agentPersonId: string;
  itemCodes?: string[] | null;
  fromOn?: string;
  untilOn?: string | null;
  documentId?: string | null;
  /** Only for organisations. */
  kind?: 'legalRepresentative' | 'agent';
  /** Goes into the record of the act. */
  reason?: string;
}

/** Stores an authority and announces it; throws `people.wrongSpan`, `people.notOneself`. */
export function recordAuthority(tx: Tx, at: Date, grantedBy: string | null, fresh: NewAuthority): Authority {
  const today = shanghaiDay(at);
  const principalPersonId = fresh.principalPersonId ?? null;
  const authority: Authority = {
    id: newId(),
    kind: principalPersonId ? 'proxy' : (fresh.kind ?? 'agent'),
    principalPersonId,
    principalOrganisationId: fresh.principalOrganisationId ?? null,
    agentPersonId: fresh.agentPersonId,
    itemCodes: fresh.itemCodes ?? null,
    fromOn: fresh.fromOn ?? today,
    untilOn: fresh.untilOn ?? null,
    documentId: fresh.documentId ?? null,
    grantedAt: at,
    grantedBy,
    revokedAt: null,
  };
  if (!isSpan(authority.fromOn, authority.untilOn, today)) throw peopleProblems.wrongSpan();
  if (authority.principalPersonId === authority.agentPersonId) throw peopleProblems.notOneself();
  insertAuthorities(tx, [{ ...authority, reason: fresh.reason ?? '' }]);
  emit(tx, authorityGranted, authority.id, {
    ownerId: authority.principalPersonId ?? authority.agentPersonId,
    agentPersonId: authority.agentPersonId,
  });
  return authority;
}

/** The person with this document and name. One answer for a wrong number and a wrong name, so that nobody can try names out. */
async function personCalled(tx: Tx, kind: IdKind, text: string, name: string, at: Date): Promise<Person> {
  const { number } = mustBeIdNumber(kind, text, at);
  const person = await findPersonByNumber(tx, kind, number);
  if (!person || person.name !== name.trim()) throw peopleProblems.noSuchPerson();
  return person;
}

/** The person of an account; throws `people.noPerson`. */
export const ownPersonId = (actor: Actor): string => {
  if (actor.personId === null) throw peopleProblems.noPerson();
  return actor.personId;
};

export interface Grant {
  agent: { idKind: IdKind; idNumber: string; name: string };
  organisationId?: string | undefined;
  itemCodes: string[] | null;
  fromOn?: string | undefined;
  untilOn: string | null;
  documentId?: string | undefined;
}

/** The signed-in person names an agent: for themselves, or for an organisation that they represent. */
export const grantAuthority = (ground: Ground, actor: Actor, grant: Grant): Promise<Authority> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const principal = ownPersonId(actor);
    if (grant.organisationId !== undefined) {
      const representatives = await representativesOf(tx, grant.organisationId, shanghaiDay(at));
      if (!representatives.includes(principal)) throw peopleProblems.notLegalRepresentative();
    }
    const agent = await personCalled(tx, grant.agent.idKind, grant.agent.idNumber, grant.agent.name, at);
    if (agent.id === principal) throw peopleProblems.notOneself();
    return recordAuthority(tx, at, actor.accountId, {
      ...(grant.organisationId === undefined
        ? { principalPersonId: principal }
        : { principalOrganisationId: grant.organisationId }),
      agentPersonId: agent.id,
      itemCodes: grant.itemCodes,
      ...(grant.fromOn === undefined ? {} : { fromOn: grant.fromOn }),
      untilOn: grant.untilOn,
      documentId: grant.documentId ?? null,
    });
  });

/** Who may end an authority: its principal, who represents that principal, and the agent, who may give it back. */
export async function endersOf(ground: Ground, authority: Authority): Promise<string[]> {
  const organisationId = authority.principalOrganisationId;
  const representatives = organisationId
    ? await representativesOf(ground.db, organisationId, shanghaiDay(ground.clock.now()))
    : [authority.principalPersonId!];
  return [...representatives, authority.agentPersonId];
}

/** Ends an authority at once (civil code art. 173), with who did it and why. Throws `people.alreadyRevoked`. */
export const revokeAuthority = (ground: Ground, actor: Actor, authority: Authority, reason: string): Promise<void> =>
  ground.db.transaction(async (tx) => {
    const ended = await endAuthority(tx, authority.id, {
      kind: authority.agentPersonId === actor.personId && !isStaff(actor) ? 'giveBack' : 'revoke',
      at: ground.clock.now(),
      accountId: actor.accountId,
      reason,
    });
    if (!ended) throw peopleProblems.alreadyRevoked();
    emit(tx, authorityRevoked, authority.id, {
      ownerId: authority.principalPersonId ?? authority.agentPersonId,
      agentPersonId: authority.agentPersonId,
    });
  });
