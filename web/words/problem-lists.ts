/// <reference types="vite/types/importMeta.d.ts" />
/**
 * Loads what the problems of a module are called, when one of them comes. A page need not know which modules may refuse what is done on it: a booking is
 * refused by the hall, a choice of a department by the offices. Only a page that says a problem by itself, without an answer of the server, imports the list.
 */
const lists = import.meta.glob('../features/*/problem-words.ts');

/** Nothing where the module has no words, or they cannot be had now: then a problem is said by its status. */
export async function learnProblem(code: string): Promise<void> {
  const [module] = code.split('.');
  try {
    await lists[`../features/${module}/problem-words.ts`]?.();
  } catch {
    // The network went with the answer.
  }
}
