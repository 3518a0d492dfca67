import { testDoors } from '#server/testing-matrix';
import { newId } from '#platform/ids';
import { bulletinsContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const readers = 'examiner head office auditor';
const reviewed: Record<string, string> = {
  listBulletins: readers,
  // A head makes those of their own department and no other, see the tests of bulletins.
  makeBulletin: 'office',
  getBulletin: readers,
  openBulletin: readers,
  compareBulletins: readers,
};
const inputs: Record<string, object> = {
  makeBulletin: { body: { actionId: newId(), month: '2026-05' } },
  compareBulletins: { params: { id: newId(), otherId: newId() } },
  openBulletin: { query: { format: 'pdf' } },
};

testDoors(bulletinsContract, reviewed, inputs);
