/**
 * Display numbers without waiting: a process takes a block of a series and hands numbers out of memory. Numbers are unique
 * and rise within a process; a block that is not used up leaves a gap, which no rule forbids.
 */
import { prepared, type Database } from './db.ts';

const takeBlock = prepared<{ first: number }>(
  `insert into platform.number_block as b (series, next) values ($1, 1 + $2::bigint)
   on conflict (series) do update set next = b.next + $2::bigint returning b.next - $2::bigint as first`,
);

interface Block {
  next: number;
  end: number;
  filling: Promise<void> | undefined;
}

const blocksOf = new WeakMap<Database, Map<string, Block>>();

/** The next number of a series, such as `case/2026`. Series should be few: one for each office, kind and year. */
export async function takeNumber(db: Database, series: string, blockSize = 200): Promise<number> {
  let blocks = blocksOf.get(db);
  if (!blocks) blocksOf.set(db, (blocks = new Map()));
  let block = blocks.get(series);
  if (!block) blocks.set(series, (block = { next: 0, end: 0, filling: undefined }));
  while (block.next >= block.end) {
    const empty = block;
    empty.filling ??= db.aside.one(takeBlock(series, blockSize)).then(
      ({ first }) => {
        Object.assign(empty, { next: first, end: first + blockSize, filling: undefined });
      },
      (error: unknown) => {
        empty.filling = undefined;
        throw error;
      },
    );
    await empty.filling;
  }
  return block.next++;
}
