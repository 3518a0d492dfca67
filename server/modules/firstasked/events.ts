/** What the module announces: no personal data, and nothing of what was asked. */
import { defineEvent } from '#platform/events';
import type { Kind, State } from './question.ts';

/** A step was taken on a question. Subject: the question. `ownerId` is who was asked first. */
export const questionStepped = defineEvent<{
  kind: Kind;
  state: State;
  departmentId: string | null;
  ownerId: string;
}>('firstasked.stepped');
