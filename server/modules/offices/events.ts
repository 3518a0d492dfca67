/** What others may hear of offices. Everybody's screens show them, so everybody's are refreshed. */
import { defineEvent } from '#platform/events';

export interface OfficeFacts extends Record<string, unknown> {
  act: 'create' | 'update' | 'retire' | 'restore';
  departmentId: string | null;
  everybody: true;
}

/** The subject is the department. */
export const departmentChanged = defineEvent<OfficeFacts>('offices.departmentChanged');
/** The subject is the outlet. */
export const outletChanged = defineEvent<OfficeFacts>('offices.outletChanged');
/** The subject is the window. */
export const windowChanged = defineEvent<OfficeFacts>('offices.windowChanged');
/** The subject is the outlet whose opening hours changed. */
export const hoursChanged = defineEvent<OfficeFacts>('offices.hoursChanged');
