/** What the module announces: no personal data, not even whose it is, for an event is for ever. */
import { defineEvent } from '#platform/events';
import type { Kind, State } from './request.ts';

/** A step was taken on a request. Subject: the request. */
export const afterhoursStepped = defineEvent<{
  kind: Kind;
  state: State;
  outletId: string;
  departmentId: string | null;
}>('afterhours.stepped');
