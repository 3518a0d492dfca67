/** All SQL of ratings. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { storableDay } from '#platform/lists';
import { ownConstraints } from '#platform/problems';
import { ratingProblems } from './problems.ts';
import { badLevels, type Level, type Reason } from './rating.ts';

/** A rating as it was given. */
export interface Rating {
  id: string;
  caseId: string;
  caseNumber: string;
  itemId: string;
  itemName: string;
  departmentId: string;
  outletId: string | null;
  door: string;
  level: Level;
  reasons: Reason[];
  comment: string;
  via: 'account' | 'code';
  accountId: string | null;
  at: Date;
  onDay: string;
}

ownConstraints({
  rating_pkey: () => ratingProblems.actionReused(),
  rating_case_key: () => ratingProblems.alreadyRated(),
});

const insertRow = prepared(
  `insert into ratings.rating (id, case_id, case_number, item_id, item_name, department_id, outlet_id, door, level, reasons, comment,
     via, account_id, at, on_day) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
);
const insertHandling = prepared(
  `insert into ratings.handling (rating_id, state, changed_at) values ($1, 'received', $2)`,
);
const ofCase = prepared<Rating>('select * from ratings.rating where case_id = $1');
const byId = prepared<Rating>('select * from ratings.rating where id = $1');

export function insertRating(tx: Tx, rating: Rating): void {
  const { id, caseId, caseNumber, itemId, itemName, departmentId, outletId, door } = rating;
  const { level, reasons, comment, via, accountId, at, onDay } = rating;
  tx.write(
    insertRow(id, caseId, caseNumber, itemId, itemName, departmentId, outletId, door, level, reasons, comment, via, accountId, at, onDay),
  ); // prettier-ignore
}
export const beginHandling = (tx: Tx, ratingId: string, at: Date): void => tx.write(insertHandling(ratingId, at));

export const findRatingOfCase = (reader: Reader, caseId: string) => reader.maybe(ofCase(caseId));
export const findRating = (reader: Reader, id: string) => reader.maybe(byId(id));

export interface RatingFilter {
  /** Departments whose ratings the reader may see; undefined: all. */
  within: readonly string[] | undefined;
  departmentId?: string;
  itemId?: string;
  level?: Level;
  bad?: boolean;
  from?: string;
  to?: string;
}

function conditionsOf(filter: RatingFilter) {
  const all = [sql`true`];
  if (filter.within) all.push(sql`r.department_id = any(${[...filter.within]}::uuid[])`);
  if (filter.departmentId) all.push(sql`r.department_id = ${filter.departmentId}`);
  if (filter.itemId) all.push(sql`r.item_id = ${filter.itemId}`);
  if (filter.level) all.push(sql`r.level = ${filter.level}`);
  // Written out, so that the index of bad ratings serves it.
  if (filter.bad === true) all.push(sql`r.level in ('dissatisfied', 'veryDissatisfied')`);
  if (filter.bad === false) all.push(sql`r.level <> all(${[...badLevels]}::text[])`);
  if (filter.from) all.push(sql`r.on_day >= ${storableDay(filter.from)}::date`);
  if (filter.to) all.push(sql`r.on_day <= ${storableDay(filter.to)}::date`);
  return sql.join(all, sql` and `);
}

/** A page of ratings, newest first, with the count of the same read. The page is joined when it is found, so that an index can stop at its end. */
export async function listRatings(reader: Reader, filter: RatingFilter, limit: number, offset: number) {
  const where = conditionsOf(filter);
  const found = await reader.many(sql<Rating & { handling: 'received' | null; total: number }>`
    select n.total, p.*, h.state as handling
      from (select count(*) as total from ratings.rating r where ${where}) n
      left join lateral (select r.* from ratings.rating r where ${where}
        order by r.on_day desc, r.at desc, r.id limit ${limit} offset ${offset}) p on true
      left join ratings.handling h on h.rating_id = p.id order by p.on_day desc, p.at desc, p.id`);
  const { total } = found[0]!;
  // A page beyond the end is one row that says the count and nothing else.
  return { rows: found.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])), total };
}

/** How many ratings of each level on each day of each department. */
export const countByDay = (reader: Reader, filter: RatingFilter) =>
  reader.many(sql<{ day: string; departmentId: string; level: Level; count: number }>`
    select r.on_day as day, r.department_id, r.level, count(*) as count
      from ratings.rating r where ${conditionsOf(filter)} group by 1, 2, 3 order by 1, 2`);
