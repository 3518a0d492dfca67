/** The face of people: who somebody is, what posts they have, for whom they may act. */
import type { Module } from '#platform/module';

export const module: Module = { name: 'people', uses: ['offices'] };

/** The session: its cookie, opening one, and who sends a request. */
export { sessionCookie } from './sign-in/cookie.ts';
export { actorOf, openSession } from './sign-in/actor.ts';
/** Persons and organisations. */
export { findPersonByNumber, findPersons, getOrganisation, getPerson } from './identity/store.ts';
export type { Organisation, Person } from './identity/store.ts';
export { createOrganisation, createPerson } from './identity/create.ts';
export {
  checkCreditCode,
  checkIdNumber,
  creditCheckDigit,
  idCheckDigit,
  idKinds,
  normaliseNumber,
} from './identity/id-numbers.ts';
export type { IdKind } from './identity/id-numbers.ts';
export { maskAddress, maskEmail, maskIdNumber, maskName, maskPerson, maskPhone } from './identity/masks.ts';
/** Accounts, posts and staff. */
export { createAccount, givePost, nameOfAccount } from './staff/create.ts';
export { nameOfAccounts, staffOf } from './staff/store.ts';
export type { StaffMember } from './staff/store.ts';
/** Authority to act for somebody else. */
export { mayActFor } from './acting/may-act-for.ts';
export { recordAuthority } from './acting/grant-authority.ts';
export type { Authority } from './acting/authority.ts';
/** What others may hear. */
export * from './events.ts';
