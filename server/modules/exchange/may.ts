/** Who may do what across districts. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { exchangeContract } from './contract.ts';

/** The office sees everything that was taken in; whoever sits at a window their own, and everybody what they applied for. */
const readers = { clerk: ['own'], examiner: ['own'], head: ['own'], office: ['any'], auditor: ['any'] } as const;
const office = { office: ['any'] } as const;
const windows = { clerk: ['any'], examiner: ['any'], head: ['any'] } as const;

export const may = {
  ownKey: office,
  rotateKey: office,
  listPartners: { ...windows, office: ['any'], auditor: ['any'] },
  addPartner: office,
  changePartner: office,
  addPartnerKey: office,
  revokePartnerKey: office,
  refreshItems: office,
  listOffered: { office: ['any'], auditor: ['any'] },
  offerItem: office,
  endOffer: office,
  // What can be applied for is public, as a guide is.
  findPartnerItems: { anyone: ['any'] },
  getPartnerItem: { anyone: ['any'] },
  fromDistrict: {
    clerk: ['department'],
    examiner: ['department'],
    head: ['department'],
    office: ['any'],
    auditor: ['any'],
  },
  listQueue: { office: ['any'], auditor: ['any'] },
  retryNow: office,
  takeIn: { resident: ['own'], ...windows },
  supplementTaken: { resident: ['own'], ...readers },
  listTaken: readers,
  myTaken: { resident: ['any'] },
  getTaken: { resident: ['own'], ...readers },
  askDocument: { resident: ['own'], ...readers },
  // The signature says who it is; nothing is read or stored without it.
  receiveMessage: { anyone: ['any'] },
} as const satisfies Permissions<keyof typeof exchangeContract>;
