/** What the module announces. */
import { defineEvent } from '#platform/events';
import type { StepKind } from './member.ts';

export interface MemberFacts extends Record<string, unknown> {
  kind: StepKind | 'objection' | 'thing' | 'qualification' | 'attendance';
  departmentId: string | null;
  /** Whose file it is: their screens refresh. */
  ownerId: string | null;
}
/** Something happened to somebody's file. Subject: the file. */
export const memberMoved = defineEvent<MemberFacts>('windowstaff.memberMoved');

export interface ExamFacts extends Record<string, unknown> {
  departmentId: string | null;
  ownerId: string | null;
}
/** An exam was set, sat, marked, or a question of it decided. Subject: the exam. */
export const examChanged = defineEvent<ExamFacts>('windowstaff.examChanged');
