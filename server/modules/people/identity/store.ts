/** SQL of persons and organisations. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { general, ownConstraints } from '#platform/problems';
import { peopleProblems } from '../problems.ts';
import type { IdKind } from './id-numbers.ts';

ownConstraints({
  person_identity_unique: peopleProblems.identityTaken,
  organisation_credit_code_unique: peopleProblems.organisationTaken,
});

/** A natural person (自然人). */
export interface Person {
  id: string;
  idKind: IdKind;
  idNumber: string;
  name: string;
  phone: string;
  address: string;
  email: string;
  /** YYYY-MM-DD; null where the document does not say. */
  bornOn: string | null;
  /** When staff compared the person with the document; null for self-declared. */
  verifiedAt: Date | null;
  version: number;
  createdAt: Date;
}

/** A company or other body (法人和非法人组织). */
export interface Organisation {
  id: string;
  creditCode: string;
  name: string;
  /** Name of the legal representative (法定代表人) as it is registered. */
  legalRepresentative: string;
  address: string;
  phone: string;
  verifiedAt: Date | null;
  version: number;
  createdAt: Date;
}

const personColumns = 'id, id_kind, id_number, name, phone, address, email, born_on, verified_at, version, created_at';
const organisationColumns =
  'id, credit_code, name, legal_representative, address, phone, verified_at, version, created_at';

const personById = prepared<Person>(`select ${personColumns} from people.person where id = $1`);
const personsById = prepared<Person>(`select ${personColumns} from people.person where id = any($1::uuid[])`);
const personByNumber = prepared<Person>(
  `select ${personColumns} from people.person where id_number = $1 and id_kind = $2`,
);
const personsByNumber = prepared<Person>(
  `select ${personColumns} from people.person where id_number = any($1::text[]) order by id_number, id_kind`,
);
const organisationById = prepared<Organisation>(`select ${organisationColumns} from people.organisation where id = $1`);
const organisationByCode = prepared<Organisation>(
  `select ${organisationColumns} from people.organisation where credit_code = $1`,
);

export const findPerson = (reader: Reader, id: string): Promise<Person | undefined> => reader.maybe(personById(id));
/** Throws `general.notFound`. */
export async function getPerson(reader: Reader, id: string): Promise<Person> {
  const person = await findPerson(reader, id);
  if (!person) throw general.notFound();
  return person;
}
export const findPersons = (reader: Reader, ids: readonly string[]): Promise<Person[]> => reader.many(personsById(ids));
/** By the number as it is stored (`normaliseNumber`). */
export const findPersonByNumber = (reader: Reader, kind: IdKind, number: string): Promise<Person | undefined> =>
  reader.maybe(personByNumber(number, kind));
export const findPersonsByNumber = (reader: Reader, numbers: readonly string[]): Promise<Person[]> =>
  reader.many(personsByNumber(numbers));

export const findOrganisation = (reader: Reader, id: string): Promise<Organisation | undefined> =>
  reader.maybe(organisationById(id));
/** Throws `general.notFound`. */
export async function getOrganisation(reader: Reader, id: string): Promise<Organisation> {
  const organisation = await findOrganisation(reader, id);
  if (!organisation) throw general.notFound();
  return organisation;
}
export const findOrganisationByCode = (reader: Reader, creditCode: string): Promise<Organisation | undefined> =>
  reader.maybe(organisationByCode(creditCode));

const organisationsLike = prepared<{ id: string }>(
  `select id from people.organisation where name like $1 order by id limit $2`,
);
/** Ids of the organisations with this somewhere in their names. Looks through all names: there are thousands, not millions. */
export const organisationsNamed = async (reader: Reader, text: string, limit: number): Promise<string[]> =>
  (await reader.many(organisationsLike(`%${text.replace(/[%_\\]/g, '\\$&')}%`, limit))).map(({ id }) => id);

/** Stores new persons, one or thousands, with one statement. */
export const insertPersons = (tx: Tx, persons: readonly (Person & { verifiedBy?: string | null })[]): void =>
  tx.write(
    sql`insert into people.person (id, id_kind, id_number, name, phone, address, email, born_on, verified_at, verified_by, version, created_at)
      select id, "idKind", "idNumber", name, phone, address, email, "bornOn", "verifiedAt", "verifiedBy", version, "createdAt"
        from jsonb_to_recordset(${JSON.stringify(persons)}::jsonb) as r(id uuid, "idKind" text, "idNumber" text, name text, phone text,
          address text, email text, "bornOn" date, "verifiedAt" timestamptz, "verifiedBy" uuid, version int, "createdAt" timestamptz)`,
  );

export const insertOrganisations = (tx: Tx, organisations: readonly Organisation[]): void =>
  tx.write(
    sql`insert into people.organisation (id, credit_code, name, legal_representative, address, phone, verified_at, version, created_at)
      select id, "creditCode", name, "legalRepresentative", address, phone, "verifiedAt", version, "createdAt"
        from jsonb_to_recordset(${JSON.stringify(organisations)}::jsonb) as r(id uuid, "creditCode" text, name text,
          "legalRepresentative" text, address text, phone text, "verifiedAt" timestamptz, version int, "createdAt" timestamptz)`,
  );

/** Writes a person whose version is still the one that was read; undefined when somebody was quicker. */
export const updatePerson = (tx: Tx, person: Person): Promise<Person | undefined> =>
  tx.maybe(
    sql<Person>`update people.person set id_kind = ${person.idKind}, id_number = ${person.idNumber}, name = ${person.name},
        phone = ${person.phone}, address = ${person.address}, email = ${person.email}, born_on = ${person.bornOn}, version = version + 1
      where id = ${person.id} and version = ${person.version} returning ${sql.raw(personColumns)}`,
  );

export const markVerified = (tx: Tx, personId: string, accountId: string, at: Date): void =>
  tx.write(
    sql`update people.person set verified_at = ${at}, verified_by = ${accountId}, version = version + 1 where id = ${personId}`,
  );

const organisationsById = prepared<Organisation>(
  `select ${organisationColumns} from people.organisation where id = any($1::uuid[]) order by name, id`,
);
export const findOrganisations = async (reader: Reader, ids: readonly string[]): Promise<Organisation[]> =>
  ids.length === 0 ? [] : reader.many(organisationsById([...new Set(ids)]));

const locked = prepared<Organisation>(
  `select ${organisationColumns} from people.organisation where id = $1 for update`,
);
/** The organisation, which nobody else changes or takes over before this transaction ends. Throws `general.notFound`. */
export async function lockOrganisation(tx: Tx, id: string): Promise<Organisation> {
  const organisation = await tx.maybe(locked(id));
  if (!organisation) throw general.notFound();
  return organisation;
}

/** Writes an organisation as its licence says, verified now; undefined when somebody was quicker. */
export const updateOrganisation = (tx: Tx, row: Organisation, at: Date): Promise<Organisation | undefined> =>
  tx.maybe(
    sql<Organisation>`update people.organisation set name = ${row.name}, legal_representative = ${row.legalRepresentative},
        address = ${row.address}, phone = ${row.phone}, verified_at = ${at}, version = version + 1
      where id = ${row.id} and version = ${row.version} returning ${sql.raw(organisationColumns)}`,
  );

/** Who put an organisation on record, or compared it with its licence. */
export const noteOrganisation = (
  tx: Tx,
  line: {
    organisationId: string;
    act: 'register' | 'declare' | 'verify';
    at: Date;
    accountId: string | null;
    reason?: string;
    fields?: readonly string[];
  },
): void =>
  tx.write(
    sql`insert into people.organisation_act (id, organisation_id, act, at, account_id, reason, fields)
      values (${newId()}, ${line.organisationId}, ${line.act}, ${line.at}, ${line.accountId}, ${line.reason ?? ''}, ${line.fields ?? []})`,
  );

const looked = prepared(
  'insert into people.unmasking (id, at, account_id, person_id, how, purpose, found) values ($1, $2, $3, $4, $5, $6, $7)',
);
/** One line of the trail of who looked. `personId` is null for many at once, and for nobody found. */
export const noteLook = (
  tx: Tx,
  line: {
    at: Date;
    accountId: string;
    personId: string | null;
    how: 'lookUp' | 'bulk' | 'unmask';
    purpose: string;
    found: number;
  },
): void => tx.write(looked(newId(), line.at, line.accountId, line.personId, line.how, line.purpose, line.found));

export interface LookLine {
  id: string;
  at: Date;
  accountId: string;
  accountName: string;
  personId: string | null;
  how: 'lookUp' | 'bulk' | 'unmask';
  purpose: string;
  found: number;
}

/** A page of the trail with the count of the same read. */
export async function listLooks(
  reader: Reader,
  filter: { accountId?: string | undefined; personId?: string | undefined; from: Date; until: Date },
  limit: number,
  offset: number,
): Promise<{ rows: LookLine[]; total: number }> {
  const rows = await reader.many(
    sql<LookLine & { total: number }>`
      select u.id, u.at, u.account_id, a.name as account_name, u.person_id, u.how, u.purpose, u.found, count(*) over ()::int as total
        from people.unmasking u join people.account a on a.id = u.account_id
       where u.at >= ${filter.from} and u.at < ${filter.until}
         and (${filter.accountId ?? null}::uuid is null or u.account_id = ${filter.accountId ?? null}::uuid)
         and (${filter.personId ?? null}::uuid is null or u.person_id = ${filter.personId ?? null}::uuid)
       order by u.at desc, u.id desc limit ${limit} offset ${offset}`,
  );
  return { rows: rows.map(({ total: _, ...line }) => line), total: rows[0]?.total ?? 0 };
}

/** That a record was corrected, which fields and why. */
export const noteCorrection = (
  tx: Tx,
  line: { at: Date; accountId: string; personId: string; reason: string; fields: readonly string[] },
): void =>
  tx.write(
    sql`insert into people.correction (id, at, account_id, person_id, reason, fields)
      values (${newId()}, ${line.at}, ${line.accountId}, ${line.personId}, ${line.reason}, ${line.fields})`,
  );
