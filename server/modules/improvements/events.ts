/** What the module announces. No personal data, and nothing of what was written. */
import { defineEvent } from '#platform/events';
import type { Kind, State } from './improvement.ts';

/** A step was taken on a suggestion. Subject: the suggestion. */
export const improvementStepped = defineEvent<{
  kind: Kind;
  state: State;
  departmentId: string | null;
  ownerId: string | null;
}>('improvements.stepped');
