/** What the module announces. */
import { defineEvent } from '#platform/events';
import type { Kind, State } from './case.ts';
import type { Door } from './store.ts';

export interface CaseFacts extends Record<string, unknown> {
  kind: Kind;
  seq: number;
  state: State;
  number: string;
  itemId: string;
  itemVersion: number;
  departmentId: string;
  outletId: string | null;
  door: Door;
  /** The person to be told: who acts for the applicant, or the applicant. */
  ownerId: string | null;
  /** The applicant, when it is a person. */
  personId?: string | null;
  organisationId: string | null;
  at: string;
  /** The account of staff who took it in at a counter; and what it is an application for. Of `submit` alone. */
  takenInBy?: string;
  itemName?: string;
  /** Nobody acted: the rule did. */
  byRule?: boolean;
  endedRule: string | null;
  endedFatalOn: string | null;
  fatalOn: string | null;
}

/** A step was taken on a case; `kind` says which. Subject: the case. */
export const caseStepped = defineEvent<CaseFacts>('cases.stepped');
