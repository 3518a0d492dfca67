import { testDoors } from '#server/testing-matrix';
import { ratingsContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const reviewed: Record<string, string> = {
  rateCase: 'resident clerk examiner head office admin auditor',
  rateByCode: 'anyone',
  lookByCode: 'anyone',
  getRating: 'resident clerk examiner head office admin auditor',
  rateVisit: 'anyone',
  lookVisit: 'anyone',
  listVisitRatings: 'office auditor',
  listRatings: 'head office auditor',
  countRatings: 'head office auditor',
};

testDoors(ratingsContract, reviewed);
