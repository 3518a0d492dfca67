/** Who may make and read bulletins. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { bulletinsContract } from './contract.ts';

const readers = { examiner: ['department'], head: ['department'], office: ['any'], auditor: ['any'] } as const;

export const may = {
  listBulletins: readers,
  // A department makes its own; the district's is made by the office that answers for it.
  makeBulletin: { head: ['department'], office: ['any'] },
  getBulletin: readers,
  openBulletin: readers,
  compareBulletins: readers,
} as const satisfies Permissions<keyof typeof bulletinsContract>;
