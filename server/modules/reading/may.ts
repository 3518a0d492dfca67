/** Who may have a file read, and see what was read. */
import type { Permissions } from '#platform/permissions';
import type { readingContract } from './contract.ts';

/** Whoever may open the file may read what it says; the case says how it is tied. */
const readers = {
  resident: ['own'],
  clerk: ['held', 'department'],
  examiner: ['held', 'department'],
  head: ['department'],
} as const;

export const may = {
  readFile: readers,
  getReading: { ...readers, office: ['any'], auditor: ['any'] },
} as const satisfies Permissions<keyof typeof readingContract>;
