/** What the module announces. */
import { defineEvent } from '#platform/events';

export interface ReviewFacts extends Record<string, unknown> {
  reviewId: string;
  verdict: 'pass' | 'fail' | 'canNotTell';
  departmentId: string;
}

/** A case was judged by its rules. Subject: the case. Nothing of what was found. */
export const caseReviewed = defineEvent<ReviewFacts>('prereview.reviewed');
