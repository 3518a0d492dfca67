import { newId } from '#platform/ids';
import { testDoors } from '#server/testing-matrix';
import { exchangeContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const reviewed: Record<string, string> = {
  ownKey: 'office',
  rotateKey: 'office',
  refreshItems: 'office',
  listOffered: 'office auditor',
  offerItem: 'office',
  endOffer: 'office',
  findPartnerItems: 'anyone',
  getPartnerItem: 'anyone',
  fromDistrict: 'clerk examiner head office auditor',
  supplementTaken: 'resident clerk examiner head office admin auditor',
  myTaken: 'resident clerk examiner head office admin auditor',
  listPartners: 'clerk examiner head office auditor',
  addPartner: 'office',
  changePartner: 'office',
  addPartnerKey: 'office',
  revokePartnerKey: 'office',
  listQueue: 'office auditor',
  retryNow: 'office',
  takeIn: 'resident clerk examiner head office admin auditor',
  listTaken: 'clerk examiner head office auditor',
  getTaken: 'resident clerk examiner head office admin auditor',
  askDocument: 'resident clerk examiner head office admin auditor',
  receiveMessage: 'anyone',
};

testDoors(exchangeContract, reviewed, { askDocument: { params: { id: newId(), documentId: newId() } } });
