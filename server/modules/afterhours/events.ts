/** What the module announces: no personal data. */
import { defineEvent } from '#platform/events';
import type { Kind, State } from './request.ts';

/** A step was taken on a request. Subject: the request. */
export const afterhoursStepped = defineEvent<{
  kind: Kind;
  state: State;
  outletId: string;
  departmentId: string | null;
  ownerId: string | null;
}>('afterhours.stepped');
