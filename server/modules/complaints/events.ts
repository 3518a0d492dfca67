/** What the module announces: to whoever complained alone, for the one complained about must not hear of it. */
import { defineEvent } from '#platform/events';
import type { Kind, State } from './complaint.ts';

/** A step was taken on a complaint. Subject: the complaint. */
export const complaintStepped = defineEvent<{ kind: Kind; state: State; ownerId: string | null; ownerOnly: true }>(
  'complaints.stepped',
);
