/** Who may do what with lockers. A locker is its owner's alone: staff get what the owner agrees to, case by case. */
import type { Permissions } from '#platform/permissions';
import type { lockersContract } from './contract.ts';

const owner = { resident: ['own'] } as const;
/** Any clerk takes any item (无差别全科受理); what they find is bounded by the consent, and leaves a line. */
const counter = { clerk: ['any'], examiner: ['any'], head: ['any'] } as const;

export const may = {
  myLocker: owner,
  addEntry: owner,
  removeEntry: owner,
  openEntry: owner,
  // Whoever may see the case sees what was handed in with it.
  openCopy: {
    resident: ['own'],
    clerk: ['department'],
    examiner: ['department'],
    head: ['department'],
    office: ['any'],
    auditor: ['any'],
  },
  fittingEntries: { resident: ['own'], ...counter, shared: true },
  askAtWindow: counter,
  openToCompare: counter,
  verifyEntry: counter,
  revokeEntry: { head: ['department'] },
  answeredEntries: { examiner: ['department'], head: ['department'] },
  listUsages: owner,
  listConsents: owner,
  giveConsent: owner,
  withdrawConsent: owner,
} as const satisfies Permissions<keyof typeof lockersContract>;
