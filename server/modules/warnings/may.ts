/** Who may do what with warnings. The district's ladder belongs to no department, so no head reaches it. */
import type { Permissions } from '#platform/permissions';
import type { warningsContract } from './contract.ts';

const ofDepartment = { head: ['department'], office: ['any'] } as const;

const seen = {
  clerk: ['department'],
  examiner: ['department'],
  head: ['department'],
  office: ['any'],
  auditor: ['any'],
} as const;

export const may = {
  listLadders: { head: ['any'], office: ['any'], auditor: ['any'] },
  getLadder: { head: ['any'], office: ['any'], auditor: ['any'] },
  saveLadder: ofDepartment,
  previewLadder: ofDepartment,
  caseWarnings: seen,
  caseReminders: seen,
  remind: { office: ['any'] },
  answerReminder: { head: ['department'] },
  listFaults: { office: ['any'], auditor: ['any'] },
  settleFault: { office: ['any'] },
} as const satisfies Permissions<keyof typeof warningsContract>;
