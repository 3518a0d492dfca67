/** What lockers announce. */
import { defineEvent } from '#platform/events';

export interface EntryRevoked extends Record<string, unknown> {
  personId: string | null;
  organisationId: string | null;
  /** As it is called; no number, no reason. */
  name: string;
  /** What kind of certificate it is, for who reads English. */
  nameEn: string;
  departmentId: string | null;
  ownerId: string | null;
}

/** A department took back what it had issued or compared. Subject: the entry. What a case revokes is told by the case. */
export const entryRevoked = defineEvent<EntryRevoked>('lockers.entryRevoked');
