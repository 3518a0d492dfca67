/** The chain of a case's history: each action carries the hash of the one before it. */
import { canonical } from '#platform/canonical';
import { hashOf } from '#platform/ids';
import type { Action } from './case.ts';

/** What the first action of a case is chained to. */
export const beginning = '0'.repeat(64);

/** The hash of an action over everything that it says and the hash of the action before it. */
export const hashAction = (action: Omit<Action, 'hash'>): string =>
  hashOf(
    canonical([
      action.prevHash,
      action.caseId,
      action.seq,
      action.id,
      action.kind,
      action.fromState,
      action.toState,
      action.at.toISOString(),
      action.accountId,
      action.role,
      action.placeId,
      action.facts,
    ]),
  );
