/** What the stores of long lists share: a page with the count of the same read, counts by condition, and days as they are asked for. */
import { sql, type RawBuilder } from 'kysely';
import type { Reader } from './tx.ts';

/** A part of a statement: a condition, an order. */
export type Part = RawBuilder<unknown>;

/**
 * A page of a table, and how many rows there are, of one read: the two never disagree. `where` and `order` call the table by
 * `as`; `order` ends with something that no two rows share. The page is found inside, so that an index can stop at its end.
 */
export async function readPage<Row extends { id: string }>(
  reader: Reader,
  list: { table: string; as: string; where: Part; order: Part; limit: number; offset: number },
): Promise<{ rows: Row[]; total: number }> {
  const { where, order } = list;
  const [from, as] = [sql.table(list.table), sql.ref(list.as)];
  const found = await reader.many(sql<Row & { total: number }>`
    select n.total, ${as}.* from (select count(*) as total from ${from} ${as} where ${where}) n
      left join lateral (select ${as}.* from ${from} ${as} where ${where}
        order by ${order} limit ${list.limit} offset ${list.offset}) ${as} on true order by ${order}`);
  const { total } = found[0]!;
  // A page beyond the end is one row that says the count and nothing else.
  return { rows: found.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row as unknown as Row])), total };
}

/** The column that holds a property: `madeOn` lies in `made_on`. */
export const columnOf = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** One count for each set, under its own name, by the condition that its list has too. */
export const countEach = <S extends string>(sets: readonly S[], conditionOf: (set: S) => Part): Part =>
  sql.join(
    sets.map((set) => sql`count(*) filter (where ${conditionOf(set)}) as ${sql.ref(set)}`),
    sql`, `,
  );

/** A day as PostgreSQL can hold it: ISO 8601 has a year 0000, PostgreSQL has not. */
export const storableDay = (day: string): string => (day < '0001-01-01' ? '0001-01-01' : day);
