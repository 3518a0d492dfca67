/**
 * Whether somebody may sit at a window can hang on what the hall knows nothing of. So the modules above say it here, once, when they are put
 * together; the hall asks each of them before a shift begins, and passes on what they say.
 */
import type { Window } from '#modules/offices';
import type { Reader } from '#platform/db';

/** Why a window stays shut, as a sentence that says what to do. */
export interface Objection {
  zh: string;
  en: string;
}
/** Somebody who would like to open a window, or is thought of for it. */
export interface Sitting {
  window: Pick<Window, 'id' | 'outletId' | 'zone'>;
  accountId: string;
}
/**
 * Tells what speaks against each of these accounts opening that window at this instant, in their order; undefined: nothing. Asked of one on each
 * signing in and of many at once before somebody is advised: a few short reads, however many are asked for.
 */
export type WindowGuard = (
  reader: Reader,
  at: Date,
  asked: readonly Sitting[],
) => Promise<readonly (Objection | undefined)[]>;

const guards = new Map<string, WindowGuard>();

/** Declares a guard by the name of its module. */
export const guardWindows = (name: string, guard: WindowGuard): void => void guards.set(name, guard);

/** Of each the first objection of anybody, in the order in which the guards were declared. */
export async function objectionsTo(
  reader: Reader,
  at: Date,
  asked: readonly Sitting[],
): Promise<readonly (Objection | undefined)[]> {
  const found: (Objection | undefined)[] = asked.map(() => undefined);
  if (asked.length === 0) return found;
  for (const guard of guards.values())
    for (const [i, objection] of (await guard(reader, at, asked)).entries()) found[i] ??= objection;
  return found;
}
