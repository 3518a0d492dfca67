/** What others may hear of the working calendar. */
import { defineEvent } from '#platform/events';

/** A notice was taken in: a new version of the calendar holds. The subject is the import. */
export const calendarImported = defineEvent<{ no: number }>('deadlines.calendarImported');
