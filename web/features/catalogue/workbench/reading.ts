/** What the pages of the catalogue read together: departments, topics, outlets; and what is read again when items change. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { catalogueContract } from '#modules/catalogue/contract';
import { officesContract, type Department, type OutletRow } from '#modules/offices/contract';
import { call } from '#web/client/client.ts';
import { onLive } from '#web/client/live.ts';
import type { ProblemError } from '#web/client/problem-error.ts';
import { useOp } from '#web/client/query.ts';
import { hasRole, useMe } from '#web/client/session.tsx';

/** What shows items to those who keep them. */
export const catalogueReadings = [
  catalogueContract.listManaged,
  catalogueContract.listItems,
  catalogueContract.overview,
  catalogueContract.getGuide,
  catalogueContract.listVersions,
  catalogueContract.compareVersions,
  catalogueContract.listOffers,
  catalogueContract.listImports,
] as const;

onLive('catalogue.', catalogueReadings);

/** Departments in service that somebody may give an item to: all for the service office, one's own for a head. */
export function useKeptDepartments(): readonly Department[] {
  const me = useMe();
  const all = useOp(officesContract.listDepartments, { query: { limit: 500 } }, { staleTime: 600_000 });
  const own = new Set((me?.posts ?? []).map(({ departmentId }) => departmentId));
  return (all.data?.rows ?? []).filter(({ id }) => hasRole(me, ['office', 'admin', 'auditor']) || own.has(id));
}

/** Topics with their names, as the portal's front page shows them. */
export const useTopics = (): readonly { key: string; name: string; nameEn: string }[] =>
  useOp(catalogueContract.overview, {}, { staleTime: 300_000 }).data?.topics ?? [];

const piece = 500;
const allOutlets = ['catalogue', 'all-outlets'];

/** Every outlet in service. The list comes in pieces of five hundred. */
export const useOutlets = (): UseQueryResult<readonly OutletRow[], ProblemError> =>
  useQuery<readonly OutletRow[], ProblemError>({
    queryKey: allOutlets,
    staleTime: 300_000,
    queryFn: async ({ signal }) => {
      const rows: OutletRow[] = [];
      for (let offset = 0; ; offset += piece) {
        const part = await call(officesContract.listOutlets, { query: { limit: piece, offset } }, { signal });
        rows.push(...part.rows);
        if (part.rows.length === 0 || rows.length >= part.total) return rows;
      }
    },
  });

/** Who prepares drafts; and who publishes, hands down and imports. */
export const useMayEdit = (): boolean => hasRole(useMe(), ['office', 'head']);
export const useMayPublish = (): boolean => hasRole(useMe(), ['office']);
