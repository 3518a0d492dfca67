import { testDoors } from '#server/testing-matrix';
import { exchangeContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const reviewed: Record<string, string> = {
  ownKey: 'office',
  listPartners: 'clerk examiner head office auditor',
  addPartner: 'office',
  addPartnerKey: 'office',
  revokePartnerKey: 'office',
  listQueue: 'office auditor',
  retryNow: 'office',
  takeIn: 'clerk examiner head',
  listTaken: 'clerk examiner head office auditor',
  getTaken: 'clerk examiner head office auditor',
  receiveMessage: 'anyone',
};

testDoors(exchangeContract, reviewed);
