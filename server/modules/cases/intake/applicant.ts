/** For whom an application is made, and by what right. */
import type { ItemVersion } from '#modules/catalogue';
import { getOrganisation, getPerson, mayActFor, type Person } from '#modules/people';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';
import { isStaff, type Actor, type Ties } from '#platform/permissions';
import { caseProblems } from '../problems.ts';
import type { Submission } from '../shapes.ts';

export interface Applicant {
  personId: string | null;
  organisationId: string | null;
  /** Who acts, when it is not the applicant. */
  agentId: string | null;
  name: string;
  kind: 'person' | 'organisation';
}

/** An authority may name an item by its own code or by the base code. */
type Coded = Pick<ItemVersion, 'code' | 'baseCode'>;

/**
 * Works out the applicant of a submission. From the portal one acts for oneself, or by a recorded authority; at a window the clerk
 * names who came, having seen the document; whoever came for somebody else needs an authority on record there too. Throws `mayNotActFor`, `applicantMissing`.
 */
export async function applicantOf(
  ground: Ground,
  reader: Reader,
  actor: Actor,
  asked: Pick<Submission, 'applicant' | 'agentId'>,
  item: Coded,
): Promise<Applicant> {
  const { personId, organisationId } = asked.applicant;
  if (personId && organisationId) throw caseProblems.applicantMissing();
  const atCounter = isStaff(actor) && (personId !== undefined || organisationId !== undefined);
  const acting = atCounter ? (asked.agentId ?? null) : actor.personId;
  if (!atCounter && acting === null) throw caseProblems.applicantMissing();
  if (organisationId) {
    if (acting !== null) await demandAuthority(ground, reader, acting, { organisationId }, item);
    const organisation = await getOrganisation(reader, organisationId);
    return { personId: null, organisationId, agentId: acting, name: organisation.name, kind: 'organisation' };
  }
  const own = personId ?? acting!;
  const person: Person = await getPerson(reader, own);
  if (acting !== null && own !== acting) await demandAuthority(ground, reader, acting!, { personId: own }, item);
  return {
    personId: own,
    organisationId: null,
    agentId: acting === own ? null : acting,
    name: person.name,
    kind: 'person',
  };
}

async function demandAuthority(
  ground: Ground,
  reader: Reader,
  actingPersonId: string,
  principal: { personId: string } | { organisationId: string },
  { code, baseCode }: Coded,
): Promise<void> {
  const authority = await mayActFor(reader, actingPersonId, {
    ...principal,
    itemCode: code,
    baseCode,
    at: ground.clock.now(),
  });
  if (!authority) throw caseProblems.mayNotActFor();
}

/** Whoever the actor is, a submission is theirs: what `own` means for an object that is not there yet. */
export const ownTies = (actor: Actor): Ties => ({ owners: [actor.accountId] });
