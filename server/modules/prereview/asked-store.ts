/** SQL of what applicants ask of a person, of the looks that wait, and of what people found. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { prereviewProblems } from './problems.ts';
import { furthest, reachOf, type MachineAct, type Within } from './store.ts';

ownConstraints({
  recheck_pkey: () => prereviewProblems.checkedAlready(),
  asked_pkey: () => prereviewProblems.askedAlready(),
});

export interface AskedRow {
  caseId: string;
  reviewId: string;
  departmentId: string;
  reason: string;
  at: Date;
  accountId: string;
  personId: string | null;
}

export interface RecheckRow {
  reviewId: string;
  /** The answer to who asked; else the look at a drawn act. */
  asked: boolean;
  agreed: boolean;
  note: string;
  at: Date;
  accountId: string;
  byName: string;
}

const insertAskedRow = prepared(
  `insert into prereview.asked (case_id, review_id, department_id, reason, at, account_id, person_id)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);
export const insertAsked = (tx: Tx, row: AskedRow): void =>
  tx.write(insertAskedRow(row.caseId, row.reviewId, row.departmentId, row.reason, row.at, row.accountId, row.personId));

const askedOf = prepared<AskedRow>('select * from prereview.asked where review_id = $1');
export const findAsked = (reader: Reader, reviewId: string) => reader.maybe(askedOf(reviewId));

const looks = prepared<RecheckRow>('select * from prereview.recheck where review_id = $1');
/** What people have found of an act: at most one look because it was drawn, and one because somebody asked. */
export const findRechecks = (reader: Reader, reviewId: string) => reader.many(looks(reviewId));

const insertRow = prepared(
  'insert into prereview.recheck (review_id, asked, agreed, note, at, account_id, by_name) values ($1, $2, $3, $4, $5, $6, $7)',
);
export const insertRecheck = (tx: Tx, row: RecheckRow): void =>
  tx.write(insertRow(row.reviewId, row.asked, row.agreed, row.note, row.at, row.accountId, row.byName));

export type WaitingRow = MachineAct & { reason: string | null };

/** Acts at which nobody has looked: those that somebody asks about, and those that were drawn; each once, the oldest first, with their count. */
export async function listWaiting(reader: Reader, filter: Within, limit: number, offset: number) {
  const wish = sql`select q.* from prereview.asked q
    where not exists (select 1 from prereview.recheck c where c.review_id = q.review_id and c.asked)`;
  const columns = sql`t.review_id, t.case_id, t.case_number, t.item_id, t.department_id, t.kind, t.at, t.sampled`;
  const found = await reader.many(sql<WaitingRow & { total: number }>`
    with waiting as (
      select ${columns}, w.reason from (${wish}) w join prereview.machine_act t on t.review_id = w.review_id
       where ${furthest('t')} and ${reachOf(filter)}
      union all
      select ${columns}, null as reason from prereview.machine_act t
       where t.sampled and ${furthest('t')} and ${reachOf(filter)}
         and not exists (select 1 from prereview.recheck c where c.review_id = t.review_id and not c.asked)
         and not exists (select 1 from (${wish}) w where w.review_id = t.review_id))
    select n.total, p.* from (select count(*) as total from waiting) n
      left join lateral (select t.* from waiting t order by t.reason is null, t.at, t.review_id limit ${limit} offset ${offset}) p on true
     order by p.reason is null, p.at, p.review_id`);
  return {
    total: found[0]!.total,
    rows: found.flatMap(({ total: _, ...row }) => (row.reviewId === null ? [] : [row])),
  };
}

/** Of these reviews, those whose acts were drawn and wait for a person; for a loader. */
export const waitingRechecks = (
  reader: Reader,
  reviewIds: readonly string[],
): Promise<Pick<MachineAct, 'reviewId' | 'departmentId'>[]> =>
  reader.many(sql<Pick<MachineAct, 'reviewId' | 'departmentId'>>`
    select distinct t.review_id, t.department_id, min(t.at) as at from prereview.machine_act t
     where t.review_id = any(${[...reviewIds]}::uuid[])
       and (t.sampled or exists (select 1 from prereview.asked q where q.review_id = t.review_id))
     group by t.review_id, t.department_id order by at, t.review_id`);
