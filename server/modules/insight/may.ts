/** Who may see which figures. What is not in it is forbidden; the public gets nothing here. */
import type { Permissions } from '#platform/permissions';
import type { insightContract } from './contract.ts';

/** The service office answers for the figures of the district, a department sees its own. */
const readers = {
  clerk: ['department'],
  examiner: ['department'],
  head: ['department'],
  office: ['any'],
  auditor: ['any'],
} as const;

export const may = {
  getFigures: readers,
  getGroups: readers,
  listCases: readers,
  exportCases: readers,
  // Who took what away: the office looks after it, the auditor looks at it.
  listExports: { office: ['any'], auditor: ['any'] },
} as const satisfies Permissions<keyof typeof insightContract>;
