/** SQL of what holders of tickets were told: who could be told, and the mark by which nobody is told twice. */
import { prepared, type Reader, type Tx } from '#platform/db';

/** Somebody with an account who waits for a window that is open, and has been told nothing yet. */
export interface Untold {
  id: string;
  outletId: string;
}
/** Whom to tell of which ticket. */
export interface ToTell {
  personId: string;
  number: string;
  outletId: string;
  windowId: string | null;
}

/** By the index of those who wait: as many rows as people stand in all halls, whatever the day has seen. */
const untoldOn = prepared<Untold>(
  `select t.id, t.outlet_id from hall.ticket t
    where t.day = $1 and t.state = 'waiting' and t.person_id is not null
      and not exists (select from hall.alert a where a.ticket_id = t.id)
      and exists (select from hall.shift s join hall.duty d on d.window_id = s.window_id
                   where s.outlet_id = t.outlet_id and s.ended_at is null and s.state = 'open'
                     and (d.window_id = t.for_window_id or (t.for_window_id is null and t.errand_id = any (d.errand_ids))))
    order by t.outlet_id, t.rank limit 5000`,
);
// What has happened to the ticket since it was found is asked once more, here: near is nothing to say to somebody who was called.
const markNear = prepared<ToTell>(
  `with told as (
     insert into hall.alert (ticket_id, what, round, at)
     select t.id, 'near', 0, $2 from hall.ticket t
      where t.id = any ($1::uuid[]) and t.state = 'waiting' and t.person_id is not null
        and not exists (select from hall.alert a where a.ticket_id = t.id)
     on conflict do nothing returning ticket_id)
   select t.person_id, t.number, t.outlet_id, t.window_id from told join hall.ticket t on t.id = told.ticket_id`,
);
const markCalled = prepared<ToTell>(
  `with told as (
     insert into hall.alert (ticket_id, what, round, at, window_id)
     select t.id, 'called', t.returns + 100 * (select count(*) from hall.alert a where a.ticket_id = t.id and a.what = 'called' and a.round % 100 = t.returns),
         $3, t.window_id
       from hall.ticket t
      where t.id = any ($1::uuid[]) and t.day = $2 and t.state = 'called' and t.person_id is not null
        and not exists (select from hall.alert a
                         where a.ticket_id = t.id and a.what = 'called' and a.round % 100 = t.returns and a.window_id = t.window_id)
     on conflict do nothing returning ticket_id)
   select t.person_id, t.number, t.outlet_id, t.window_id from told join hall.ticket t on t.id = told.ticket_id`,
);

export const listUntold = (reader: Reader, day: string) => reader.many(untoldOn(day));
/** Marks those of the tickets that still wait and were told nothing; gives whom it is now to be told. */
export const markToldNear = (tx: Tx, ids: readonly string[], at: Date) => tx.many(markNear([...ids], at));
/** Marks those of the tickets that stand called now, once for each time that they came back and each window; gives whom it is now to be told. */
export const markToldCalled = (tx: Tx, ids: readonly string[], day: string, at: Date) =>
  tx.many(markCalled([...ids], day, at));
