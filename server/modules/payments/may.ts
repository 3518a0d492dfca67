/** Who may do what with fees. Waiving and refunding are acts in the case and have their rows there. */
import type { Permissions } from '#platform/permissions';
import type { paymentsContract } from './contract.ts';

const readers = {
  resident: ['own'],
  clerk: ['held', 'department'],
  examiner: ['held', 'department'],
  head: ['department'],
  office: ['any'],
  auditor: ['any'],
} as const;

export const may = {
  listFees: readers,
  getFee: readers,
  startPayment: { resident: ['own'] },
  recordPayment: { clerk: ['department'], head: ['department'], office: ['any'] },
  // The payment service has no account: its signature is what counts.
  reportPayment: { anyone: ['any'] },
  simulatePayment: { anyone: ['any'] },
} satisfies Permissions<keyof typeof paymentsContract>;
