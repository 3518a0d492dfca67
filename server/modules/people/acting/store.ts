/** SQL of authority. */
import { shanghaiDay } from '#platform/clock';
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { general, ownConstraints } from '#platform/problems';
import { peopleProblems } from '../problems.ts';
import type { Authority } from './authority.ts';

ownConstraints({
  authority_one_seat: peopleProblems.alreadyActs,
  authority_not_oneself: peopleProblems.notOneself,
  authority_agent_exists: peopleProblems.noSuchPerson,
  authority_principal_person_exists: peopleProblems.noSuchPerson,
  authority_principal_organisation_exists: general.notFound,
});

const columns =
  'id, kind, principal_person_id, principal_organisation_id, agent_person_id, item_codes, from_on, until_on, document_id, granted_at, granted_by, revoked_at';

const between = prepared<Authority>(
  `select ${columns} from people.authority
    where agent_person_id = $1 and (principal_person_id = $2::uuid or principal_organisation_id = $3::uuid) and revoked_at is null
    order by array_position(array['legalRepresentative', 'agent', 'proxy'], kind), granted_at`,
);
/** Authorities of an agent for one principal that nobody has revoked, the legal representative's first. */
export const findBetween = (
  reader: Reader,
  agentPersonId: string,
  principal: { personId?: string | undefined; organisationId?: string | undefined },
): Promise<Authority[]> =>
  reader.many(between(agentPersonId, principal.personId ?? null, principal.organisationId ?? null));

const one = prepared<Authority>(`select ${columns} from people.authority where id = $1`);
/** Throws `general.notFound`. */
export async function getAuthority(reader: Reader, id: string): Promise<Authority> {
  const authority = await reader.maybe(one(id));
  if (!authority) throw general.notFound();
  return authority;
}

const representatives = prepared<{ agentPersonId: string }>(
  `select agent_person_id from people.authority
    where principal_organisation_id = $1 and kind = 'legalRepresentative' and revoked_at is null
      and from_on <= $2 and (until_on is null or until_on >= $2)`,
);
/** Persons who may act for the organisation as its legal representative on the day. */
export const representativesOf = async (reader: Reader, organisationId: string, day: string): Promise<string[]> =>
  (await reader.many(representatives(organisationId, day))).map(({ agentPersonId }) => agentPersonId);

/** The seat of a legal representative, with the name of its holder and when a window saw their document. */
export interface Seat extends Authority {
  name: string;
  verifiedAt: Date | null;
}

const seats = prepared<Seat>(
  `select ${columns
    .split(', ')
    .map((column) => `a.${column}`)
    .join(', ')}, p.name, p.verified_at
    from people.authority a join people.person p on p.id = a.agent_person_id
   where a.principal_organisation_id = $1 and a.kind = 'legalRepresentative' and a.revoked_at is null
     and (a.until_on is null or a.until_on >= $2)
   order by a.granted_at, a.id`,
);
/** The seats of an organisation that count on the day or will count later. */
export const seatsOf = (reader: Reader, organisationId: string, day: string): Promise<Seat[]> =>
  reader.many(seats(organisationId, day));

const byHolders = prepared<Authority>(
  `select ${columns} from people.authority
    where principal_organisation_id = any($1::uuid[]) and revoked_at is null
      and granted_by in (select id from people.account where person_id = any($2::uuid[]))`,
);
/** Authorities for the organisations that these persons gave by their own accounts, and nobody has revoked. */
export const givenBy = async (
  reader: Reader,
  organisationIds: readonly string[],
  personIds: readonly string[],
): Promise<Authority[]> => (personIds.length === 0 ? [] : reader.many(byHolders(organisationIds, personIds)));

const organisations = prepared<{ id: string }>(
  `select distinct principal_organisation_id as id from people.authority
    where agent_person_id = $1 and principal_organisation_id is not null and revoked_at is null
      and from_on <= $2 and (until_on is null or until_on >= $2) and item_codes is null`,
);
/** Organisations for which the person may act in all matters on the day of the instant. */
export const organisationsOf = async (reader: Reader, personId: string, at: Date): Promise<string[]> =>
  (await reader.many(organisations(personId, shanghaiDay(at)))).map(({ id }) => id);

/** An authority with the names of both sides. */
export interface NamedAuthority extends Authority {
  principalName: string;
  principalCode: string | null;
  agentName: string;
}

const named = `
  select ${columns
    .split(', ')
    .map((column) => `a.${column}`)
    .join(', ')}, coalesce(p.name, o.name) as principal_name, o.credit_code as principal_code, g.name as agent_name
    from people.authority a
    join people.person g on g.id = a.agent_person_id
    left join people.person p on p.id = a.principal_person_id
    left join people.organisation o on o.id = a.principal_organisation_id`;

const received = prepared<NamedAuthority>(
  `${named} where a.agent_person_id = $1 and ($2 or a.revoked_at is null) order by a.granted_at desc, a.id limit 500`,
);
/** What others have given to this person. */
export const listReceived = (reader: Reader, personId: string, revoked = false): Promise<NamedAuthority[]> =>
  reader.many(received(personId, revoked));

const given = prepared<NamedAuthority>(
  `${named} where (a.principal_person_id = $1
      or a.principal_organisation_id in (select b.principal_organisation_id from people.authority b
           where b.agent_person_id = $1 and b.kind = 'legalRepresentative' and b.revoked_at is null
             and b.from_on <= $2 and (b.until_on is null or b.until_on >= $2)))
   order by a.granted_at desc, a.id limit 500`,
);
/** What this person, or an organisation that they represent, has given to others. */
export const listGiven = (reader: Reader, personId: string, day: string): Promise<NamedAuthority[]> =>
  reader.many(given(personId, day));

const around = prepared<NamedAuthority>(
  `${named} where a.principal_person_id = $1::uuid or a.agent_person_id = $1::uuid or a.principal_organisation_id = $2::uuid
   order by a.revoked_at nulls first, a.granted_at desc, a.id limit 500`,
);
/** What a person gave and was given, or what an organisation gave; the ended ones last. */
export const listAround = (
  reader: Reader,
  of: { personId?: string | undefined; organisationId?: string | undefined },
): Promise<NamedAuthority[]> => reader.many(around(of.personId ?? null, of.organisationId ?? null));

export const getNamed = (reader: Reader, id: string): Promise<NamedAuthority> =>
  reader.one(sql<NamedAuthority>`${sql.raw(named)} where a.id = ${id}`);

/** Stores authorities, one or thousands, each with its act. */
export function insertAuthorities(tx: Tx, authorities: readonly (Authority & { reason?: string })[]): void {
  const rows = authorities.map((authority) => ({ ...authority, actId: newId() }));
  tx.write(
    sql`with fresh as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "actId" uuid, kind text, "principalPersonId" uuid,
          "principalOrganisationId" uuid, "agentPersonId" uuid, "itemCodes" text[], "fromOn" date, "untilOn" date, "documentId" uuid,
          "grantedAt" timestamptz, "grantedBy" uuid, reason text)),
      stored as (
        insert into people.authority (id, kind, principal_person_id, principal_organisation_id, agent_person_id, item_codes, from_on,
          until_on, document_id, granted_at, granted_by)
        select id, kind, "principalPersonId", "principalOrganisationId", "agentPersonId", "itemCodes", "fromOn", "untilOn", "documentId",
          "grantedAt", "grantedBy" from fresh)
      insert into people.authority_act (id, authority_id, act, at, account_id, reason)
      select "actId", id, 'grant', "grantedAt", "grantedBy", coalesce(reason, '') from fresh`,
  );
}

/** Ends an authority; undefined when it had ended already. */
export const endAuthority = (
  tx: Tx,
  id: string,
  act: { kind: 'revoke' | 'giveBack'; at: Date; accountId: string | null; reason: string },
): Promise<{ id: string } | undefined> =>
  tx.maybe(
    sql<{ id: string }>`with ended as (
        update people.authority set revoked_at = ${act.at}, revoked_by = ${act.accountId} where id = ${id} and revoked_at is null returning id)
      insert into people.authority_act (id, authority_id, act, at, account_id, reason)
      select ${newId()}::uuid, id, ${act.kind}, ${act.at}::timestamptz, ${act.accountId}::uuid, ${act.reason} from ended returning authority_id as id`,
  );
