/** A list as a whole. */
import { expect, it } from 'vitest';
import { readAll } from './read-all.ts';

const listed = (total: number) => {
  const asked: number[] = [];
  const read = ({ limit, offset }: { limit: number; offset: number }) => {
    asked.push(offset);
    return Promise.resolve({ rows: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) => offset + i), total }); // prettier-ignore
  };
  return { asked, read };
};

it('is read to its end, piece by piece', async () => {
  for (const total of [0, 1, 499, 500, 501, 1203]) {
    const { asked, read } = listed(total);
    expect(await readAll(read)).toEqual(Array.from({ length: total }, (_, i) => i));
    expect(asked.length).toBe(Math.max(1, Math.ceil(total / 500)));
  }
});

it('ends when it has become shorter meanwhile, and fails as its reading fails', async () => {
  let left = [500, 0];
  const shrinking = () => Promise.resolve({ rows: Array.from({ length: left.shift() ?? 0 }, () => 'x'), total: 700 });
  expect((await readAll(shrinking)).length).toBe(500);
  left = [];
  await expect(readAll(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
});
