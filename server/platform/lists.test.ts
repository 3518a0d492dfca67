import { describe, expect, it } from 'vitest';
import { columnOf, countEach, readPage, storableDay } from './lists.ts';
import { sql } from './db.ts';
import { statementOf } from './statements.ts';
import type { Reader } from './tx.ts';

/** Answers everything with these rows, and keeps what was asked. */
function answering(rows: object[]): { reader: Reader; asked: string[] } {
  const asked: string[] = [];
  const reader = {
    many: (query: Parameters<Reader['many']>[0]) => {
      asked.push(statementOf(query).text.replace(/\s+/g, ' '));
      return Promise.resolve(rows);
    },
  } as unknown as Reader;
  return { reader, asked };
}

describe('a page of a list', () => {
  const list = {
    table: 'ratings.rating',
    as: 'r',
    where: sql`r.bad`,
    order: sql`r.at desc, r.id`,
    limit: 10,
    offset: 20,
  };

  it('counts by the very condition by which it reads, in one statement and one order', async () => {
    const { reader, asked } = answering([{ id: 'a', total: 21 }]);
    expect(await readPage(reader, list)).toEqual({ rows: [{ id: 'a' }], total: 21 });
    expect(asked).toHaveLength(1);
    expect(asked[0]!.match(/from "ratings"\."rating" "r" where r\.bad/g)).toHaveLength(2);
    expect(asked[0]!.match(/order by r\.at desc, r\.id/g)).toHaveLength(2);
  });

  it('beyond the end has no rows and still says how many there are', async () => {
    expect(await readPage(answering([{ id: null, total: 7 }]).reader, list)).toEqual({ rows: [], total: 7 });
  });
});

it('counts each set under its own column', () => {
  const { text } = statementOf(sql`select ${countEach(['all', 'inTime'], (set) => sql`${sql.ref(set)} is true`)}`);
  expect(text).toBe(
    'select count(*) filter (where "all" is true) as "all", count(*) filter (where "in_time" is true) as "in_time"',
  );
});

it('names columns, and holds no day before the first year', () => {
  expect(columnOf('firstDepartmentId')).toBe('first_department_id');
  expect(storableDay('0000-12-31')).toBe('0001-01-01');
  expect(storableDay('2026-11-29')).toBe('2026-11-29');
});
