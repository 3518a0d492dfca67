/** What the module announces. */
import { defineEvent } from '#platform/events';

/** A file was read, or could not be. Subject: the file. Nothing of what it says. */
export const fileRead = defineEvent<{ ownerId: string; problem: string | null }>('reading.fileRead');
