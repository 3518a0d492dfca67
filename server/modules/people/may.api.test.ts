import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { roles, type Role } from '#platform/permissions';
import { openTestApp, type TestApp } from '#server/testing';
import { peopleContract } from './contract.ts';
import { staffMember } from './testing/accounts.ts';

const signedIn = 'resident clerk examiner head office admin auditor';
const window = 'clerk head office';
const counter = 'clerk examiner head office';
const administration = 'office admin';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const reviewed: Record<string, string> = {
  register: 'anyone',
  signIn: 'anyone',
  signOut: 'anyone',
  askRecovery: 'anyone',
  recover: 'anyone',
  demoAccounts: 'anyone',
  me: 'anyone',
  signOutEverywhere: signedIn,
  enrolSecondFactor: signedIn,
  giveSecondFactor: signedIn,
  changePassword: signedIn,
  updateMyDetails: signedIn,
  addOrganisation: signedIn,
  leaveOrganisation: signedIn,
  myAuthorities: signedIn,
  grantAuthority: signedIn,
  revokeAuthority: signedIn,
  recordAuthority: window,
  listAuthorities: window,
  lookUpPerson: counter,
  lookUpPersons: 'head office',
  getPerson: `${counter} auditor`,
  unmaskPerson: `${counter} auditor`,
  registerPerson: window,
  verifyPerson: window,
  correctPerson: window,
  openAccount: window,
  registerOrganisation: window,
  verifyOrganisation: window,
  findOrganisation: counter,
  listUnmaskings: 'auditor',
  listSignIns: 'auditor admin',
  listStaff: `${administration} auditor head`,
  listColleagues: `${counter} admin`,
  createStaff: administration,
  updateStaff: administration,
  disableStaff: administration,
  resetPassword: administration,
  resetSecondFactor: 'admin',
  givePost: administration,
  endPost: administration,
  listAbsences: `${counter} admin`,
  enterAbsence: `${counter} admin`,
  cancelAbsence: `${counter} admin`,
};

let app: TestApp;
/** A fresh session for each call: some of the operations end it. */
const accounts = new Map<Role, string | null>([['anyone', null]]);

beforeAll(async () => {
  app = await openTestApp({ logLevel: 'silent' });
  for (const role of roles)
    if (role !== 'anyone')
      accounts.set(
        role,
        await staffMember(app, role, ...(role === 'resident' ? [] : [{ role, departmentId: newId() }])),
      );
});
afterAll(() => app.close());

test('every operation has a reviewed line', () => {
  expect(Object.keys(reviewed).sort()).toEqual(Object.keys(peopleContract).sort());
});

test.each(Object.entries(peopleContract))('%s lets in whom its line names', async (name, operation) => {
  // These end the session that the test keeps; whoever is signed in may.
  if (name === 'signOut' || name === 'signOutEverywhere') return;
  const allowed = new Set(reviewed[name]?.split(' '));
  for (const [role, accountId] of accounts) {
    const { status, problem } = await app.ask(accountId, operation as never, { params: { id: newId() } } as never);
    // A list without a department is refused to those who see only their own: that is past the door.
    const refused = status === 401 || (status === 403 && !['listStaff', 'listAbsences'].includes(name));
    if (['listStaff', 'listAbsences'].includes(name) && status === 403 && !allowed.has(role)) continue;
    expect(`${role}: ${refused ? `refused ${problem?.code}` : 'let in'}`).toBe(
      allowed.has('anyone') || allowed.has(role)
        ? `${role}: let in`
        : `${role}: refused ${role === 'anyone' ? 'general.notSignedIn' : 'general.forbidden'}`,
    );
  }
});
