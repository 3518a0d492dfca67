/** What the module announces. No personal data, and nothing of what was said. */
import { defineEvent } from '#platform/events';

/** Warnings went out. Subject: the department whose cases they are of, or the account that was told. */
export const warned = defineEvent<{ departmentId: string | null; ownerId: string | null }>('warnings.warned');
/** A ladder was saved, or one that could not be followed was noted or put right. Subject: the ladder or the fault. */
export const ladderChanged = defineEvent<{ departmentId: string | null }>('warnings.ladderChanged');
