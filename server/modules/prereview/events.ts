/** What the module announces. */
import { defineEvent } from '#platform/events';

export interface ReviewFacts extends Record<string, unknown> {
  reviewId: string;
  verdict: 'pass' | 'fail' | 'canNotTell';
  departmentId: string;
}

/** A case was judged by its rules. Subject: the case. Nothing of what was found. */
export const caseReviewed = defineEvent<ReviewFacts>('prereview.reviewed');

export interface LookFacts extends Record<string, unknown> {
  reviewId: string;
  departmentId: string;
  /** Who asked, if anybody did. */
  ownerId: string | null;
}

/** Somebody asks a person to look at an act of the machine, or a person has looked. Subject: the case. */
export const machineLookedAt = defineEvent<LookFacts>('prereview.lookedAt');
