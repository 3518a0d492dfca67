/** The items of steps: their names as the project keeps them, and what they ask as they are now. */
import { catalogueContract, type Guide } from '#modules/catalogue/contract';
import { useOp } from '#web/client/query.ts';
import { pick, useLanguage } from '#web/words/language.ts';

/** The name of the item of a step, in the language of the screen where it has one. */
export function useItemName(): (of: { itemName: string; itemNameEn: string | null }) => string {
  const language = useLanguage();
  return ({ itemName, itemNameEn }) => pick(language, itemName, itemNameEn ?? undefined);
}

/** The item of a step as it is now; undefined until it has come. */
export const useItem = (itemId: string): Guide | undefined =>
  useOp(catalogueContract.getGuide, { params: { id: itemId }, query: {} }, { staleTime: 10 * 60_000 }).data;
