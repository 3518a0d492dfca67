/** The face of people: who somebody is, what posts they have, for whom they may act. */
export { module } from './module.ts';
/** The session: its cookie, opening one, and who sends a request. */
export { clearCookie, giveCookie, sessionCookie } from './sign-in/cookie.ts';
export { endSharedSession, openSharedSession, sharedSessionSpan, stayInSharedSession } from './sign-in/shared-session.ts'; // prettier-ignore
export { actorOf, openSession } from './sign-in/actor.ts';
/** Persons and organisations: get* throws notFound; create* checks numbers. */
export {
  findPersonByNumber,
  findOrganisations,
  findPersons,
  getOrganisation,
  getPerson,
  organisationsNamed,
} from './identity/store.ts';
export type { Organisation, Person } from './identity/store.ts';
export { createOrganisation, createPerson } from './identity/create.ts';
export * from './identity/id-numbers.ts';
export * from './identity/masks.ts';
/** Leaves the line in the trail for a look at personal data elsewhere. */
export { noteLook } from './identity/store.ts';
export { personOfAccount, seenSince } from './sign-in/store.ts';
/** Accounts, posts and staff. */
export { createAccount, givePost, nameOfAccount } from './staff/create.ts';
export { lastingPosts, nameOfAccounts, phonesOfAccounts, postsNow, staffOf } from './staff/store.ts';
export type { StaffMember } from './staff/store.ts';
export { absencesBetween, postHolders, standInPosts, type PostHolder } from './absence/store.ts';
/** Ending a post, and who sits at an outlet by post. */
export { endPost } from './staff/posts.ts';
export { clerksAt } from './staff/store.ts';
/** Authority to act for somebody else. */
export { mayActFor } from './acting/may-act-for.ts';
export { recordAuthority } from './acting/grant-authority.ts';
export { organisationsOf, representativesOf } from './acting/store.ts';
export type { Authority } from './acting/authority.ts';
/** Whole districts at once, with hashes made before. */
export { hashPassword } from './sign-in/hash.ts';
export { savePeople, type NewPeople } from './save-people.ts';
/** What a code that is to be sent says, and what others may hear. */
export { takeDeliverySecret } from './recovery/store.ts';
export * from './events.ts';
