/** The permission matrix of reading over HTTP: who gets past the door for a file of their own, of a case, of nobody. */
import { testDoors } from '#server/testing-matrix';
import { readingContract } from './contract.ts';

/** Reviewed by hand. An operation without a line fails. */
const reviewed: Record<string, string> = {
  readFile: 'resident clerk examiner head office admin auditor',
  getReading: 'resident clerk examiner head office admin auditor',
};

testDoors(readingContract, reviewed);
