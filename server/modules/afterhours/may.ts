/** Who may do what with after-hours service. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { afterhoursContract } from './contract.ts';

const everyone = { anyone: ['any'] } as const;
/** Whoever has the code asked, or was given the slip; it is guessed by nobody. */
const whoHasTheCode = { anyone: ['any'] } as const;
/** The service office runs the halls; a head decides for the errands of the own department. */
const managers = { head: ['department'], office: ['any'] } as const;
const readers = { head: ['department'], office: ['any'], auditor: ['any'] } as const;
/** Who stays says what was done. */
const whoStays = { clerk: ['held'], examiner: ['held'], head: ['held'], office: ['any'] } as const;

export const may = {
  listTimes: everyone,
  askForTime: { resident: ['any'] },
  askWithTicket: whoHasTheCode,
  askAtDesk: { clerk: ['department'], office: ['any'] },
  lookRequest: whoHasTheCode,
  cancelRequest: whoHasTheCode,
  myRequests: { resident: ['any'] },
  listRequests: readers,
  countRequests: readers,
  myStays: { clerk: ['any'], examiner: ['any'], head: ['any'], office: ['any'] },
  getRequest: { clerk: ['held'], examiner: ['held'], head: ['department', 'held'], office: ['any'], auditor: ['any'] },
  listWhoMayStay: managers,
  grantRequest: managers,
  refuseRequest: managers,
  startService: whoStays,
  finishService: whoStays,
  missService: whoStays,
  listOffers: { head: ['any'], office: ['any'], admin: ['any'], auditor: ['any'] },
  saveOffer: { office: ['any'], admin: ['any'] },
} as const satisfies Permissions<keyof typeof afterhoursContract>;
