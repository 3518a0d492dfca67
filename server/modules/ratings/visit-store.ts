/** SQL of ratings of visits. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { ratingProblems } from './problems.ts';
import type { Level, Reason } from './rating.ts';

export interface VisitRating {
  id: string;
  ticketId: string;
  ticketNumber: string;
  outletId: string;
  errandId: string;
  errandName: string;
  windowId: string | null;
  level: Level;
  reasons: Reason[];
  comment: string;
  at: Date;
  onDay: string;
}

ownConstraints({
  visit_rating_pkey: () => ratingProblems.actionReused(),
  visit_rating_ticket_key: () => ratingProblems.visitRated(),
});

const insertRow = prepared(
  `insert into ratings.visit_rating (id, ticket_id, ticket_number, outlet_id, errand_id, errand_name, window_id, level, reasons, comment, at, on_day)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);
const ofTicket = prepared<VisitRating>('select * from ratings.visit_rating where ticket_id = $1');

export const insertVisitRating = (tx: Tx, r: VisitRating): void =>
  tx.write(
    insertRow(r.id, r.ticketId, r.ticketNumber, r.outletId, r.errandId, r.errandName, r.windowId, r.level, r.reasons, r.comment, r.at, r.onDay),
  ); // prettier-ignore
export const findVisitRating = (reader: Reader, ticketId: string) => reader.maybe(ofTicket(ticketId));

/** Ratings of visits of a span of days, newest first, with how many there are of each level. */
export async function listVisitRatings(
  reader: Reader,
  { from, to, outletId }: { from: string; to: string; outletId?: string },
  limit: number,
  offset: number,
) {
  const where = sql.join(
    [sql`on_day between ${from}::date and ${to}::date`, ...(outletId ? [sql`outlet_id = ${outletId}`] : [])],
    sql` and `,
  );
  const [rows, counts] = await Promise.all([
    reader.many(sql<VisitRating>`select * from ratings.visit_rating where ${where}
      order by on_day desc, at desc, id limit ${limit} offset ${offset}`),
    reader.many(sql<{ level: Level; count: number }>`
      select level, count(*) as count from ratings.visit_rating where ${where} group by level`),
  ]);
  return { rows, counts };
}
