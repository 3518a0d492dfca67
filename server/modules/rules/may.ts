/** Who may do what with rules. A department prepares its own; the service office puts them into force. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { rulesContract } from './contract.ts';

const editors = { office: ['any'], head: ['department'] } as const;
const readers = {
  office: ['any'],
  head: ['department'],
  examiner: ['department'],
  admin: ['any'],
  auditor: ['any'],
} as const;

export const may = {
  listRules: readers,
  getRules: readers,
  getRulesVersion: readers,
  checkRules: readers,
  saveRules: editors,
  dropRules: editors,
  publishRules: { office: ['any'] },
  exportRules: readers,
  importRules: editors,
} as const satisfies Permissions<keyof typeof rulesContract>;
