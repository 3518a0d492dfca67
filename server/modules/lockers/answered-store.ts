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

/** A page, newest first, with its count up to `countedUpTo`. What the owner took out is not shown. */
export async function listAnswered(reader: Reader, asked: AnsweredFor): Promise<{ rows: Entry[]; total: number }> {
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
  const [rows, { total }] = await Promise.all([
    reader.many(sql<Entry>`select ${sql.raw(entryColumns)} from lockers.entry where ${where}
      order by ${order} limit ${limit} offset ${offset}`),
    reader.one(sql<{ total: number }>`select count(*)::int as total from
      (select from lockers.entry where ${where} limit ${countedUpTo}) counted`),
  ]);
  return { rows, total };
}
