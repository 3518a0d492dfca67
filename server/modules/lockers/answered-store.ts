/** SQL of what departments answer for. Each list has an index of its own in its order. */
import { sql, type Reader } from '#platform/db';
import type { Entry } from './entry.ts';
import { entryColumns } from './store.ts';

/** What is asked for. */
export interface AnsweredFor {
  departmentIds: readonly string[];
  which: 'issued' | 'checked';
  /** Part of the number of the certificate or of its case, from its beginning. */
  number?: string | undefined;
  limit: number;
  offset: number;
}

/** Beyond this many the list says "more" and nobody counts. */
export const countedUpTo = 10_000;

/** A page, newest first, and how many there are up to `countedUpTo`, from one reading. What the owner took out is not shown. */
export async function listAnswered(
  reader: Reader,
  asked: AnsweredFor,
): Promise<{ rows: Entry[]; total: number; more: boolean }> {
  const { departmentIds, which, number, limit, offset } = asked;
  // Nearly everybody has one department: then the index gives the rows in their order.
  const [first, ...others] = departmentIds;
  const ours = others.length === 0 ? sql`= ${first ?? null}::uuid` : sql`= any(${[...departmentIds]}::uuid[])`;
  const whose =
    which === 'issued'
      ? sql`department_id ${ours} and source = 'issued'`
      : sql`verified_department_id ${ours} and source in ('uploaded', 'handedIn')`;
  const begins = number ? `${number.replace(/[%_\\]/g, '\\$&')}%` : undefined;
  const named = begins ? sql`(number like ${begins} or case_number like ${begins})` : sql`true`;
  const order = which === 'issued' ? sql`added_at desc, id` : sql`verified_at desc, id`;
  const where = sql`${whose} and removed_at is null and ${named}`;
  const found = await reader.many(sql<Entry & { counted: number }>`
    select n.counted, p.* from (select count(*)::int as counted from (select from lockers.entry where ${where} limit ${countedUpTo + 1}) few) n
      left join lateral (select ${sql.raw(entryColumns)} from lockers.entry where ${where} order by ${order} limit ${limit} offset ${offset}) p on true
     order by ${order}`);
  const counted = found[0]?.counted ?? 0;
  return {
    // A page beyond the end is one row that says the count and nothing else.
    rows: found.flatMap(({ counted: _, ...row }) => ((row.id as string | null) === null ? [] : [row])),
    total: Math.min(counted, countedUpTo),
    more: counted > countedUpTo,
  };
}
