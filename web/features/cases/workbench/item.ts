/** The item of a case in the version that the case stands on: published versions never change, so it is kept for long. */
import { catalogueContract, type ItemBody } from '#modules/catalogue/contract';
import { useOp } from '#web/client/query.ts';

/** Undefined while it is read, and where it cannot be: then answers and materials are shown by their ids. */
export function useItem(itemId: string | undefined, version: number | undefined): ItemBody | undefined {
  const query = useOp(
    catalogueContract.getItemVersion,
    { params: { id: itemId ?? '', version: version ?? 1 } },
    { enabled: itemId !== undefined && version !== undefined, staleTime: Number.POSITIVE_INFINITY },
  );
  return query.data?.body;
}
