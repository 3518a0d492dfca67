/**
 * Steps that the machine takes because every rule of an item passed. They are the steps that a person would take, under the role `rule`, and
 * their facts name the review on which they rest.
 */
import type { Ground } from '#platform/ground';
import type { Tx } from '#platform/db';
import { nobody } from '#platform/permissions';
import type { CaseRow } from '../store.ts';
import { takeStep, type Planner, type Who } from '../take-step.ts';
import { planAcceptance } from './acceptance.ts';
import { planGrant } from './decision.ts';

const machine: Who = { actor: nobody, allow: () => {} };

const plans = { accept: planAcceptance, grant: planGrant({ issueNow: true }) } as const;

/** What the history says of an act of the machine. */
export interface ByMachine {
  reviewId: string;
  rulesVersion: number;
}

/**
 * Accepts or grants by machine. `mayStill` is asked within the act's transaction, with what the act would say, and throws where the
 * machine may not: nothing is then stored. `seenSeq` is what was reviewed: a case that has moved since is left to a person.
 */
export const stepByMachine = (
  ground: Ground,
  caseId: string,
  kind: keyof typeof plans,
  deed: { actionId: string; seenSeq: number },
  machineSays: ByMachine,
  mayStill: (tx: Tx, facts: Readonly<Record<string, unknown>>) => Promise<void>,
): Promise<CaseRow> => {
  const plan: Planner = async (row, context) => {
    const planned = await plans[kind](row, context, undefined);
    await mayStill(context.tx, planned.facts);
    return { ...planned, facts: { ...planned.facts, byMachine: machineSays } };
  };
  return takeStep(ground, machine, caseId, kind, deed, plan);
};
