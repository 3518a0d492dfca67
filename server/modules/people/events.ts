/** What others may hear of people. Ids and plain facts only. */
import { defineEvent } from '#platform/events';

/** A resident registered; the subject is the account. */
export const accountRegistered = defineEvent<{ personId: string; ownerId: string }>('people.accountRegistered');
/**
 * A code is to be sent; the subject is the account. Whoever delivers takes number, channel and code once with
 * `takeDeliverySecret(tx, codeId)`.
 */
export const codeWanted = defineEvent<{ codeId: string; channel: 'sms' | 'email' }>('people.codeWanted');
/** Name, telephone, address or verification of a person changed; the subject is the person. */
export const personChanged = defineEvent<{ ownerId: string }>('people.personChanged');
/** An authority began or ended; the subject is the authority. */
export const authorityGranted = defineEvent<{ ownerId: string; agentPersonId: string }>('people.authorityGranted');
export const authorityRevoked = defineEvent<{ ownerId: string; agentPersonId: string }>('people.authorityRevoked');
/** A post was given or ended, an account made, changed, disabled; the subject is the account. */
export const staffChanged = defineEvent<{ departmentId: string | null }>('people.staffChanged');
/** An absence was entered or cancelled; the subject is the absent account. */
export const absenceChanged = defineEvent<{ ownerId: string; departmentId: string | null }>('people.absenceChanged');
