import { testDoors } from '#server/testing-matrix';
import { lockersContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const signedIn = 'resident clerk examiner head office admin auditor';
const reviewed: Record<string, string> = {
  myLocker: signedIn,
  addEntry: signedIn,
  removeEntry: signedIn,
  openEntry: signedIn,
  openCopy: signedIn,
  fittingEntries: signedIn,
  askAtWindow: 'clerk examiner head',
  openToCompare: 'clerk examiner head',
  verifyEntry: 'clerk examiner head',
  revokeEntry: 'head',
  answeredEntries: 'examiner head',
  listUsages: signedIn,
  listConsents: signedIn,
  giveConsent: signedIn,
  withdrawConsent: signedIn,
};

testDoors(lockersContract, reviewed);
