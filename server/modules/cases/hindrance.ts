/**
 * What keeps a case from being decided is sometimes the knowledge of a module above, such as a consulted department that has not answered.
 * It says so here, once, when it is put together; the question travels together with the lock of the case.
 */
import type { Tx } from '#platform/db';
import { caseProblems } from './problems.ts';

/** Which decision is not possible now, and why: a word that the page has words for. */
export interface Hindrance {
  grant: boolean;
  refuse: boolean;
  why: string;
}
export type Hindered = readonly Hindrance[];

/** Answers with what hinders a decision on this case; an empty list when nothing does. */
type Look = (tx: Tx, caseId: string) => Promise<Hindered>;
const looks = new Map<string, Look>();

/** Declares who is asked before a decision. */
export function hinderDecisions(by: string, look: Look): void {
  looks.set(by, look);
}

export const hindrancesOf = async (tx: Tx, caseId: string): Promise<Hindered> =>
  (await Promise.all([...looks.values()].map((look) => look(tx, caseId)))).flat();

/** Throws `cases.decisionHindered` with the reason. */
export function mustBeFree(hindered: Hindered, decision: 'grant' | 'refuse'): void {
  const found = hindered.find((one) => one[decision]);
  if (found) throw caseProblems.decisionHindered({ why: found.why });
}
