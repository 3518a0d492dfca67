/**
 * Whether somebody may sit at a window can hang on what the hall knows nothing of. So the modules above say it here, once, when they are put
 * together; the hall asks each of them before a shift begins, and passes on what they say.
 */
import type { Window } from '#modules/offices';
import type { Ground } from '#platform/ground';

/** Why a window stays shut, as a sentence that says what to do. */
export interface Objection {
  zh: string;
  en: string;
}
/** Tells what speaks against this account opening this window now; undefined: nothing. Asked on each signing in: one or two short reads. */
export type WindowGuard = (
  ground: Ground,
  asked: { window: Window; accountId: string },
) => Promise<Objection | undefined>;

const guards = new Map<string, WindowGuard>();

/** Declares a guard by the name of its module. */
export const guardWindows = (name: string, guard: WindowGuard): void => void guards.set(name, guard);

/** The first objection of anybody, in the order in which they were declared. */
export async function objectionTo(
  ground: Ground,
  asked: { window: Window; accountId: string },
): Promise<Objection | undefined> {
  for (const guard of guards.values()) {
    const objection = await guard(ground, asked);
    if (objection) return objection;
  }
  return undefined;
}
