/** The way back from one round, check or finding: to the list of its own hall, which need not be the one that a page begins with. */
import { stringifyPlain } from '#web/client/plain-search.ts';

export const backTo = (list: string, hall: string, say: string) => ({ to: list + stringifyPlain({ hall }), say });
