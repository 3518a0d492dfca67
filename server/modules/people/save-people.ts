/** Thousands of people at once: for the demo district and for taking a real one over. */
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { insertAbsences, type Absence } from './absence/store.ts';
import type { Authority } from './acting/authority.ts';
import { insertAuthorities } from './acting/store.ts';
import { insertOrganisations, insertPersons, type Organisation, type Person } from './identity/store.ts';
import { forgetActors } from './sign-in/actor.ts';
import { insertAccounts, insertDemoAccounts, type DemoAccount, type NewAccount } from './sign-in/store.ts';
import type { NewPost } from './staff/create.ts';
import { insertPosts } from './staff/store.ts';

type Fresh<Row, Needed extends keyof Row> = Pick<Row, Needed> & Partial<Row>;

/** What must be said of each; the rest is empty, from today, by nobody. Numbers are taken as they are: check them before. */
export interface NewPeople {
  persons?: readonly Fresh<Person, 'id' | 'idKind' | 'idNumber' | 'name'>[];
  organisations?: readonly Fresh<Organisation, 'id' | 'creditCode' | 'name' | 'legalRepresentative'>[];
  /** With a hash of `hashPassword`: one hash may serve thousands of demo accounts. */
  accounts?: readonly (NewAccount & { id: string })[];
  posts?: readonly (NewPost & { accountId: string })[];
  absences?: readonly Fresh<Absence, 'accountId' | 'fromOn' | 'untilOn'>[];
  /** `kind` and one of the principals with it. */
  authorities?: readonly Fresh<Authority, 'kind' | 'agentPersonId'>[];
  demoAccounts?: readonly DemoAccount[];
}

/** Stores them with a statement for each kind, without events: it is how the district begins. */
export function savePeople(tx: Tx, at: Date, fresh: NewPeople): void {
  const today = shanghaiDay(at);
  const written = { phone: '', address: '', verifiedAt: null, version: 1, createdAt: at };
  const withPosts = new Set((fresh.posts ?? []).map(({ accountId }) => accountId));
  const some = <Row>(rows: readonly Row[] | undefined, insert: (rows: readonly Row[]) => void): void => {
    if (rows && rows.length > 0) insert(rows);
  };
  some(fresh.persons, (rows) =>
    insertPersons(
      tx,
      rows.map((row) => ({ ...written, email: '', bornOn: null, ...row })),
    ),
  );
  some(fresh.organisations, (rows) =>
    insertOrganisations(
      tx,
      rows.map((row) => ({ ...written, ...row })),
    ),
  );
  some(fresh.accounts, (rows) =>
    insertAccounts(
      tx,
      rows.map((row) => ({ ...row, staff: row.staff ?? withPosts.has(row.id) })),
      at,
    ),
  );
  some(fresh.posts, (rows) =>
    insertPosts(
      tx,
      rows.map((row) => ({
        id: newId(),
        departmentId: null,
        outletId: null,
        fromOn: today,
        untilOn: null,
        givenBy: null,
        ...row,
      })),
      at,
    ),
  );
  some(fresh.absences, (rows) =>
    insertAbsences(
      tx,
      rows.map((row) => ({ id: newId(), standInId: null, reason: '', createdBy: null, cancelledAt: null, ...row })),
      at,
    ),
  );
  some(fresh.authorities, (rows) =>
    insertAuthorities(
      tx,
      rows.map((row) => ({
        id: newId(),
        principalPersonId: null,
        principalOrganisationId: null,
        itemCodes: null,
        fromOn: today,
        untilOn: null,
        documentId: null,
        grantedAt: at,
        grantedBy: null,
        revokedAt: null,
        ...row,
      })),
    ),
  );
  some(fresh.demoAccounts, (rows) => insertDemoAccounts(tx, rows));
  forgetActors(tx);
}
