/**
 * Hearings that everybody may come to (行政许可法 art. 46: announced; art. 48: held in public). What is announced is the matter, the
 * time and the place: nobody's name, and no number by which somebody could be found.
 */
import { shanghaiDay, startOfDay } from '#platform/clock';
import { prepared } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { AnnouncedHearing } from './hearing-shapes.ts';

interface Row {
  itemId: string;
  itemName: string;
  departmentId: string;
  at: string;
  place: string;
  presiding: string;
  askBy: string | null;
  total: number;
}
const fromDay = prepared<Row>(
  `select c.item_id, c.item_name, c.department_id, c.hearing ->> 'at' as at, c.hearing ->> 'place' as place,
          c.hearing ->> 'presiding' as presiding, c.hearing ->> 'askBy' as ask_by, count(*) over () as total
     from cases."case" c where c.hearing ->> 'state' = 'set' and c.hearing ->> 'at' >= $1
    order by c.hearing ->> 'at', c.id limit $2 offset $3`,
);

/** Today's and those to come, the next one first. */
export async function publicHearings(
  ground: Ground,
  page: { limit: number; offset: number },
): Promise<{ rows: AnnouncedHearing[]; total: number }> {
  const today = startOfDay(shanghaiDay(ground.clock.now())).toISOString();
  const found = await ground.db.many(fromDay(today, page.limit, page.offset));
  return {
    rows: found.map(({ total: _, askBy, ...row }) => ({ ...row, calledByOffice: askBy === null })),
    total: found[0]?.total ?? 0,
  };
}
