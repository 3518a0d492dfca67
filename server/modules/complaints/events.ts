/**
 * What the module announces: not whose it is, for an event is for ever, and to no browser, for the one complained about must not hear of it. The
 * page of whoever complained asks from time to time.
 */
import { defineEvent } from '#platform/events';
import type { Kind, State } from './complaint.ts';

/** A step was taken on a complaint. Subject: the complaint. */
export const complaintStepped = defineEvent<{ kind: Kind; state: State; ownerOnly: true }>('complaints.stepped');
