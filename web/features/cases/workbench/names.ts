/** Names for the ids in a case: departments, outlets, and who holds it. Read once and kept for minutes. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { officesContract, type Department } from '#modules/offices/contract';
import { peopleContract } from '#modules/people/contract';
import type { ReplyOf } from '#platform/contract';
import { call } from '#web/client/client.ts';
import { keyOf, useOp } from '#web/client/query.ts';
import { useMe } from '#web/client/session.tsx';

const minutes = 60_000;

/** Departments in their order. */
export function useDepartments(): readonly Department[] {
  return (
    useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 10 * minutes }).data?.rows ?? []
  );
}

export type Colleague = ReplyOf<typeof peopleContract.listColleagues>['rows'][number];

/** Who works at these departments, by account. Roles that may not ask get nobody, and see no names of holders. */
export function useColleagues(departmentIds: readonly string[]): ReadonlyMap<string, Colleague> {
  const me = useMe();
  const mayAsk = (me?.roles ?? []).some((role) => ['clerk', 'examiner', 'head', 'office', 'admin'].includes(role));
  const wanted = mayAsk ? [...new Set(departmentIds)].sort() : [];
  const results = useQueries({
    queries: wanted.map((departmentId) => {
      const input = { query: { departmentId } };
      return {
        queryKey: keyOf(peopleContract.listColleagues, input),
        queryFn: ({ signal }: { signal: AbortSignal }) => call(peopleContract.listColleagues, input, { signal }),
        staleTime: 5 * minutes,
      };
    }),
  });
  const newest = Math.max(0, ...results.map(({ dataUpdatedAt }) => dataUpdatedAt));
  return useMemo(
    () => new Map(results.flatMap(({ data }) => data?.rows ?? []).map((one) => [one.accountId, one])),
    [newest, wanted.join(' ')],
  );
}
