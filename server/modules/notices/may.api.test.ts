import { testDoors } from '#server/testing-matrix';
import { noticesContract } from './contract.ts';

const signedIn = 'resident clerk examiner head office admin auditor';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const reviewed: Record<string, string> = {
  myNotices: signedIn,
  countUnread: signedIn,
  markRead: signedIn,
  markAllRead: signedIn,
  myPreference: signedIn,
  savePreference: signedIn,
  listStuck: 'office admin',
  retryStuck: 'office admin',
  listOutbox: 'anyone',
};

testDoors(noticesContract, reviewed);
