/** SQL of who sits at which window now, with what the window does. */
import { prepared, type Reader } from '#platform/db';

/** A shift that goes on; those in a break too. */
export interface SeatedShift {
  shiftId: string;
  windowId: string;
  accountId: string;
  clerkName: string;
  state: 'open' | 'break';
  beganAt: Date;
  errandIds: string[];
}

const seated = prepared<SeatedShift>(
  `select s.id as shift_id, s.window_id, s.account_id, s.clerk_name, s.state, s.began_at, coalesce(d.errand_ids, '{}') as errand_ids
     from hall.shift s left join hall.duty d on d.window_id = s.window_id where s.outlet_id = $1 and s.ended_at is null limit 1000`,
);
export const seatedAt = (reader: Reader, outletId: string): Promise<SeatedShift[]> => reader.many(seated(outletId));
