/** What the module announces. */
import { defineEvent } from '#platform/events';
import type { Level } from './rating.ts';

export interface RatingFacts extends Record<string, unknown> {
  ratingId: string;
  level: Level;
  bad: boolean;
  itemId: string;
  departmentId: string;
  outletId: string | null;
  /** The applicant or who acts for them: their screens refresh. */
  ownerId: string | null;
}

/** A case was rated. Subject: the case. Nothing of what was written. */
export const ratingGiven = defineEvent<RatingFacts>('ratings.given');
