/** Who may do what with files and documents. */
import type { Permissions } from '#platform/permissions';
import type { documentsContract } from './contract.ts';

/** Whoever may see the case may read what belongs to it; the case says how it is tied (`allowReading`). */
const readers = {
  resident: ['own'],
  clerk: ['held', 'department'],
  examiner: ['held', 'department'],
  head: ['department'],
  office: ['any'],
  auditor: ['any'],
} as const;

export const may = {
  uploadFile: { resident: ['any'] },
  downloadFile: readers,
  removeFile: { resident: ['own'] },
  listDocuments: readers,
  openDocument: readers,
  verifyDocument: { anyone: ['any'] },
} satisfies Permissions<keyof typeof documentsContract>;
