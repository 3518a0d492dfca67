/** Who may do what across districts. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { exchangeContract } from './contract.ts';

/** The office sees everything that was taken in; whoever sits at a window their own. */
const readers = { clerk: ['own'], examiner: ['own'], head: ['own'], office: ['any'], auditor: ['any'] } as const;
const office = { office: ['any'] } as const;

export const may = {
  ownKey: office,
  listPartners: { clerk: ['any'], examiner: ['any'], head: ['any'], office: ['any'], auditor: ['any'] },
  addPartner: office,
  addPartnerKey: office,
  revokePartnerKey: office,
  listQueue: { office: ['any'], auditor: ['any'] },
  retryNow: office,
  takeIn: { clerk: ['any'], examiner: ['any'], head: ['any'] },
  listTaken: readers,
  getTaken: readers,
  // The signature says who it is; nothing is read or stored without it.
  receiveMessage: { anyone: ['any'] },
} as const satisfies Permissions<keyof typeof exchangeContract>;
