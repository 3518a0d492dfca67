/** The rows of a long list, read in the pieces that are on the screen, so that fifty thousand rows cost no more than fifty. */
import { useQueries } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Operation, ReplyOf } from '#platform/contract';
import { asProblem, call, type InputOf, type ProblemError } from '../client/client.ts';
import { keyOf } from '../client/query.ts';

/** What a table draws: rows by their place in the list, some of them not read yet. */
export interface Rows<R> {
  /** Undefined until the first answer. It comes from the same reading as the rows, so that the two never disagree. */
  total: number | undefined;
  /** There are more than `total`, which the server stopped counting at. */
  more?: boolean;
  at: (index: number) => R | undefined;
  /** The table says which rows are on the screen. */
  want: (from: number, to: number) => void;
  /** Changes when the list is another one: then the table goes back to its top. */
  list: string;
  /** What is shown still belongs to the former conditions. */
  stale: boolean;
  error: ProblemError | undefined;
  retry: () => void;
}

type RowOf<O extends Operation> = ReplyOf<O> extends { rows: readonly (infer R)[] } ? R : never;
interface Piece {
  rows: readonly unknown[];
  total: number;
  more?: boolean;
}

/**
 * Reads a paged operation (`pageOf` and `paging` in its contract): `useRows(casesContract.list, { query: { state } })`.
 * `limit` and `offset` are its own business.
 */
export function useRows<O extends Operation>(
  operation: O,
  input: InputOf<O>,
  /** `enabled`: whether what is asked is known already; nothing is asked before. */
  { pieceSize = 100, enabled = true }: { pieceSize?: number; enabled?: boolean } = {},
): Rows<RowOf<O>> {
  const list = JSON.stringify([operation.path, input]);
  const [wanted, setWanted] = useState({ list, from: 0, to: 0 });
  // Another list begins at its top, whatever of the former one was on the screen.
  const { from, to } = wanted.list === list ? wanted : { from: 0, to: 0 };
  const pieces: number[] = [];
  for (let piece = Math.floor(from / pieceSize); piece <= Math.floor(to / pieceSize); piece += 1) pieces.push(piece);

  const before = useRef<{ list: string; total: number; more: boolean; pieces: Map<number, readonly unknown[]> }>(
    undefined,
  );
  const results = useQueries({
    queries: pieces.map((piece) => {
      const loose = input as { query?: object };
      const paged = {
        ...loose,
        query: { ...loose.query, limit: pieceSize, offset: piece * pieceSize },
      } as unknown as InputOf<O>;
      return {
        enabled,
        queryKey: keyOf(operation, paged),
        queryFn: async ({ signal }: { signal: AbortSignal }) =>
          (await call(operation, paged, { signal })) as unknown as Piece,
      };
    }),
  });

  const here = new Map<number, readonly unknown[]>();
  let total: number | undefined;
  let more = false;
  let newest = 0;
  results.forEach((result, index) => {
    if (!result.data) return;
    here.set(pieces[index]!, result.data.rows);
    if (result.dataUpdatedAt < newest) return;
    [newest, total] = [result.dataUpdatedAt, result.data.total];
    more = result.data.more ?? false;
  });
  const stale = total === undefined && before.current !== undefined;
  if (total !== undefined) {
    // Pieces read before stay: going back up must not show an outline again.
    const kept = before.current?.list === list ? before.current.pieces : new Map<number, readonly unknown[]>();
    for (const [piece, rows] of here) kept.set(piece, rows);
    if (kept.size > 40) for (const piece of kept.keys()) if (!here.has(piece) && kept.size > 20) kept.delete(piece);
    before.current = { list, total, more, pieces: kept };
  }
  const shown = before.current;
  const failed = results.find((result) => result.error);

  return {
    total: shown?.total,
    more: shown?.more ?? false,
    at: (index) => shown?.pieces.get(Math.floor(index / pieceSize))?.[index % pieceSize] as RowOf<O> | undefined,
    want: useCallback(
      (first, last) =>
        setWanted((now) =>
          now.list === list &&
          Math.floor(now.from / pieceSize) === Math.floor(first / pieceSize) &&
          Math.floor(now.to / pieceSize) === Math.floor(last / pieceSize)
            ? now
            : { list, from: first, to: last },
        ),
      [list, pieceSize],
    ),
    list: shown?.list ?? list,
    stale: stale && shown?.list !== list,
    error: failed?.error ? asProblem(failed.error) : undefined,
    retry: () => {
      for (const result of results) if (result.error) void result.refetch();
    },
  };
}
