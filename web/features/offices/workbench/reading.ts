/** Whole lists of places: they are short enough to be searched letter by letter in the browser. */
import { useQueries } from '@tanstack/react-query';
import { officesContract, type Department, type OutletRow, type Window } from '#modules/offices/contract';
import type { ReplyOf } from '#platform/contract';
import { asProblem, call } from '#web/client/client.ts';
import { keyOf, useOp } from '#web/client/query.ts';
import type { Rows } from '#web/ui/rows.ts';

type Listing = (typeof officesContract)['listDepartments' | 'listOutlets' | 'listWindows'];
type RowOf<O extends Listing> = ReplyOf<O> extends { rows: readonly (infer R)[] } ? R : never;

/** As many as the server gives at once. */
const piece = 500;

/** All rows of a list of places, however many: the first piece says how many more there are. */
function useAll<O extends Listing>(operation: O, query: object): Rows<RowOf<O>> & { all: readonly RowOf<O>[] } {
  const inputOf = (offset: number) => ({ query: { ...query, limit: piece, offset } }) as never;
  const first = useOp(operation, inputOf(0), { keepPrevious: true });
  const total = (first.data as { total?: number } | undefined)?.total ?? 0;
  const rest = useQueries({
    queries: Array.from({ length: Math.max(0, Math.ceil(total / piece) - 1) }, (_, at) => ({
      queryKey: keyOf(operation, inputOf((at + 1) * piece)),
      queryFn: ({ signal }: { signal: AbortSignal }) => call(operation, inputOf((at + 1) * piece), { signal }),
    })),
  });
  const failed = [first, ...rest].find(({ error, data }) => error && !data)?.error;
  const all = [first, ...rest].flatMap(({ data }) => (data as { rows?: readonly RowOf<O>[] } | undefined)?.rows ?? []);
  const complete = first.data !== undefined && rest.every(({ data }) => data !== undefined);
  return {
    all,
    total: complete ? all.length : undefined,
    at: (index) => all[index],
    want: () => {},
    list: JSON.stringify(query),
    stale: first.isPlaceholderData,
    error: failed ? asProblem(failed) : undefined,
    retry: () => {
      for (const one of [first, ...rest]) if (one.error) void one.refetch();
    },
  };
}

export const useAllDepartments = (
  query: { retired?: boolean } = {},
): ReturnType<typeof useAll<typeof officesContract.listDepartments>> => useAll(officesContract.listDepartments, query);
export const useAllOutlets = (
  query: { retired?: boolean } = {},
): ReturnType<typeof useAll<typeof officesContract.listOutlets>> => useAll(officesContract.listOutlets, query);
export const useAllWindows = (
  query: { retired?: boolean; outletId?: string } = {},
): ReturnType<typeof useAll<typeof officesContract.listWindows>> => useAll(officesContract.listWindows, query);

/** Those of the rows that meet the condition, as a table wants them. */
export function sifted<R>(
  rows: Rows<R> & { all: readonly R[] },
  condition: string,
  meets: (row: R) => boolean,
): Rows<R> {
  const found = rows.all.filter(meets);
  return {
    ...rows,
    total: rows.total === undefined ? undefined : found.length,
    at: (index) => found[index],
    list: `${rows.list} ${condition}`,
  };
}

/** Whether a text that somebody looks for occurs in one of the others, whatever the case of its letters. */
export const occurs = (q: string | undefined, ...texts: readonly (string | null)[]): boolean =>
  !q || texts.some((text) => text?.toLowerCase().includes(q.trim().toLowerCase()));

export type { Department, OutletRow, Window };
