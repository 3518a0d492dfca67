/** Reading the catalogue: how long what was read is good, in one place. Items change by the day, not by the minute. */
import type { UseQueryResult } from '@tanstack/react-query';
import { catalogueContract, type Guide, type ItemLine, type Overview } from '#modules/catalogue/contract';
import type { ReplyOf } from '#platform/contract';
import type { ProblemError } from '#web/client/problem-error.ts';
import { onLive } from '#web/client/live.ts';
import { useOp } from '#web/client/query.ts';

onLive('catalogue.', [
  catalogueContract.searchItems,
  catalogueContract.listItems,
  catalogueContract.overview,
  catalogueContract.getGuide,
]);

const slowly = { staleTime: 5 * 60_000 };
type Read<T> = UseQueryResult<T, ProblemError>;

/** Items by citizens' words, the best first. */
export const useSearch = (
  q: string,
  limit: number,
  enabled = true,
): Read<ReplyOf<typeof catalogueContract.searchItems>> =>
  useOp(
    catalogueContract.searchItems,
    { query: { q: q.slice(0, 200), limit } },
    { keepPrevious: true, enabled: enabled && q !== '', ...slowly },
  );

/** Items of a topic, a department, or an outlet. */
export const useItems = (
  of: { topic?: string; departmentId?: string; outletId?: string },
  limit: number,
): Read<{ rows: ItemLine[]; total: number }> =>
  useOp(catalogueContract.listItems, { query: { ...of, limit } }, { keepPrevious: true, ...slowly });

/** Topics and departments with how much there is in each. */
export const useOverview = (): Read<Overview> => useOp(catalogueContract.overview, {}, slowly);

/** The guide of an item in force. */
export const useGuide = (id: string, enabled = true): Read<Guide> =>
  useOp(catalogueContract.getGuide, { params: { id }, query: {} }, { enabled, ...slowly });

/** The version that a case was handed in under. */
export const useItemVersion = (
  id: string,
  version: number,
  enabled = true,
): Read<ReplyOf<typeof catalogueContract.getItemVersion>> =>
  useOp(catalogueContract.getItemVersion, { params: { id, version } }, { enabled, staleTime: Infinity });
