/** The item of a case in the version that the case stands on. */
import type { ItemBody } from '#modules/catalogue/contract';

/** Undefined while it is read, and where it cannot be: then answers and materials are shown by their ids. */
export function useItem(_itemId: string | undefined, _version?: number): ItemBody | undefined {
  return undefined;
}
