/** Who may do what with people. What is not in it is forbidden. Administrators count only with their second factor. */
import type { Permissions } from '#platform/permissions';
import type { peopleContract } from './contract.ts';

const everyone = { anyone: ['any'] } as const;
/** Whoever is signed in, on their own account or person: the verb takes both from the session. */
const oneself = { resident: ['any'] } as const;
/** Those who serve people. */
const counter = { clerk: ['any'], examiner: ['any'], head: ['any'], office: ['any'] } as const;
/** Those who stand before a person with a document. */
const window = { clerk: ['any'], head: ['any'], office: ['any'] } as const;
const administration = { office: ['any'], admin: ['any'] } as const;

export const may = {
  register: everyone,
  signIn: everyone,
  signOut: { ...everyone, shared: true },
  askRecovery: everyone,
  recover: everyone,
  demoAccounts: everyone,
  me: { ...everyone, shared: true },

  signOutEverywhere: oneself,
  enrolSecondFactor: oneself,
  giveSecondFactor: oneself,
  changePassword: oneself,
  updateMyDetails: oneself,
  addOrganisation: oneself,
  leaveOrganisation: oneself,
  myAuthorities: oneself,
  grantAuthority: oneself,

  // Its principal, who represents the principal, or the agent; at a window on the principal's word.
  revokeAuthority: { resident: ['own'], clerk: ['any'], head: ['any'], office: ['any'] },
  recordAuthority: window,
  listAuthorities: window,

  lookUpPerson: counter,
  lookUpPersons: { head: ['any'], office: ['any'] },
  getPerson: { ...counter, auditor: ['any'] },
  unmaskPerson: { ...counter, auditor: ['any'] },
  registerPerson: window,
  verifyPerson: window,
  correctPerson: window,
  openAccount: window,
  registerOrganisation: window,
  verifyOrganisation: window,
  findOrganisation: counter,

  // Administrators do not audit themselves (separation of duties, GB/T 22239-2019, 8.1.7).
  listUnmaskings: { auditor: ['any'] },
  listSignIns: { auditor: ['any'], admin: ['any'] },

  listStaff: { ...administration, auditor: ['any'], head: ['department'] },
  listColleagues: { clerk: ['any'], examiner: ['any'], head: ['any'], ...administration },
  createStaff: administration,
  updateStaff: administration,
  disableStaff: administration,
  resetPassword: administration,
  resetSecondFactor: { admin: ['any'] },
  givePost: administration,
  endPost: administration,

  listAbsences: { ...administration, head: ['department'], clerk: ['own'], examiner: ['own'] },
  enterAbsence: { ...administration, head: ['department'], clerk: ['own'], examiner: ['own'] },
  cancelAbsence: { ...administration, head: ['department'], clerk: ['own'], examiner: ['own'] },
} satisfies Permissions<keyof typeof peopleContract>;
