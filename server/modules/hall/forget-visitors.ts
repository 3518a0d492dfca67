/**
 * Who came to the hall, and as what (elderly, disabled, pregnant), is kept no longer than it is good for something: ratings, complaints and questions about a
 * visit come within months. Tickets and their times stay, without a person. Personal Information Protection Law, articles 19, 28 and 47.
 */
import { addDays } from '#modules/deadlines';
import { shanghaiDay } from '#platform/clock';
import { prepared } from '#platform/db';
import type { Ground } from '#platform/ground';

/** Days after a visit; a rule of the house, as in remote help. */
export const keptDays = 180;
const atOnce = 1_000;

const forgetSome = prepared<{ id: string }>(
  `with gone as materialized (
     select v.id, v.outlet_id, v.day, v.person_id from hall.place p join hall.visit v on v.outlet_id = p.outlet_id
      where v.day < $1 and v.person_id is not null limit $2 for update of v),
   tickets as (
     update hall.ticket t set person_id = null, nth = null, priority = null from gone g
       where t.outlet_id = g.outlet_id and t.day = g.day and t.person_id = g.person_id)
   update hall.visit v set person_id = null from gone g where v.id = g.id returning v.id`,
);
const forgetBookings = prepared(
  'update hall.booking set person_id = null, priority = null where day < $1 and person_id is not null',
);

/** Forgets whoever came more than `keptDays` ago; safe to run twice. Returns how many visits. */
export async function forgetVisitors(ground: Ground): Promise<number> {
  const before = addDays(shanghaiDay(ground.clock.now()), -keptDays);
  let forgotten = 0;
  for (let more = true; more;) {
    const count = (await ground.db.transaction((tx) => tx.many(forgetSome(before, atOnce)))).length;
    forgotten += count;
    more = count === atOnce;
  }
  await ground.db.transaction(async (tx) => tx.write(forgetBookings(before)));
  return forgotten;
}
