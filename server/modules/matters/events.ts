/** What the module announces. */
import { defineEvent } from '#platform/events';

export interface MatterFacts extends Record<string, unknown> {
  number: string;
  departmentId: string;
  ownerId: string | null;
  /** `apply`, `decide`, `conclude`, … : the last step. */
  kind: string;
}
/** Something happened in a matter. Subject: the matter. */
export const matterMoved = defineEvent<MatterFacts>('matters.moved');

export interface ConsultationFacts extends Record<string, unknown> {
  caseId: string;
  /** Whose screens refresh. */
  departmentId: string;
  state: string;
}
/** A consultation was asked, answered, taken back, or its time is over. Subject: the consultation. Told to both departments. */
export const consultationMoved = defineEvent<ConsultationFacts>('matters.consultationMoved');
