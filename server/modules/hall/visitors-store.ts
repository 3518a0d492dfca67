/** SQL of who came to a hall, and of forgetting it. */
import { prepared, type Tx } from '#platform/db';

const forgetSome = prepared<{ id: string }>(
  `with gone as materialized (
     select v.id, v.outlet_id, v.day, v.person_id from hall.place p join hall.visit v on v.outlet_id = p.outlet_id
      where v.day < $1 and v.person_id is not null limit $2 for update of v),
   tickets as (
     update hall.ticket t set person_id = null, nth = null, priority = null from gone g
       where t.outlet_id = g.outlet_id and t.day = g.day and t.person_id = g.person_id)
   update hall.visit v set person_id = null from gone g where v.id = g.id returning v.id`,
);
const bookingsOf = prepared(
  'update hall.booking set person_id = null, priority = null where day < $1 and person_id is not null',
);

/** Takes the person out of visits of days before, and out of their tickets; a few at once. */
export const forgetVisits = (tx: Tx, before: string, limit: number) => tx.many(forgetSome(before, limit));
export const forgetBookings = (tx: Tx, before: string): void => tx.write(bookingsOf(before));
