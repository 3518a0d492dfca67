/** SQL of the list of those who keep the catalogue: heads of items in every state, without their bodies. */
import { prepared, type Reader } from '#platform/db';
import type { ItemBody } from '../item.ts';

/** An item with what is planned for it. `nextFrom` is the day on which the version to come begins. */
export interface ManagedHead {
  itemId: string;
  code: string;
  departmentId: string;
  lastVersion: number;
  draftDepartmentId: string | null;
  draftChangedAt: Date | null;
  draftChangedBy: string | null;
  nextVersion: number | null;
  nextFrom: string | null;
  offeredBy: number;
}

const heads = prepared<ManagedHead>(
  `select i.id as item_id, i.code, i.department_id, i.last_version, d.department_id as draft_department_id,
          d.changed_at as draft_changed_at, d.changed_by as draft_changed_by,
          n.version as next_version, n.in_force_from as next_from, coalesce(o.places, 0)::int as offered_by
     from catalogue.item i
     left join catalogue.draft d on d.item_id = i.id
     left join (
       select distinct on (v.item_id) v.item_id, v.version, v.in_force_from
         from catalogue.item_version v left join catalogue.version_end e using (item_id, version)
        where v.in_force_from > $1::date and (e.from_day is null or e.from_day >= v.in_force_from)
        order by v.item_id, v.in_force_from, v.version desc
     ) n on n.item_id = i.id
     left join (
       select item_id, count(*) as places from catalogue.offer
        where from_day <= $1::date and (until_day is null or until_day > $1::date) group by item_id
     ) o on o.item_id = i.id
    where $2::uuid[] is null or i.department_id = any($2) or d.department_id = any($2)`,
);
/** All items, or those of departments and the ones that a draft hands to them, as they are on the day. */
export const findManagedHeads = (
  reader: Reader,
  day: string,
  departmentIds: readonly string[] | undefined,
): Promise<ManagedHead[]> => reader.many(heads(day, departmentIds ?? null));

const bodies = prepared<{ itemId: string; body: ItemBody }>(
  `select i.id as item_id, coalesce(v.body, d.body) as body
     from catalogue.item i
     left join catalogue.item_version v on v.item_id = i.id and v.version = i.last_version
     left join catalogue.draft d on d.item_id = i.id
    where i.id = any($1)`,
);
/** What items that are not in force are called: by their last version, or by the draft where there is none. */
export const findLastBodies = (
  reader: Reader,
  itemIds: readonly string[],
): Promise<{ itemId: string; body: ItemBody }[]> => reader.many(bodies(itemIds));
