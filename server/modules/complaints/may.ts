/** Who may do what with complaints. What is not in it is forbidden. The one complained about is kept out besides, in routes and rules. */
import type { Permissions } from '#platform/permissions';
import type { complaintsContract } from './contract.ts';

const staff = { clerk: ['any'], examiner: ['any'], head: ['any'], office: ['any'], admin: ['any'], auditor: ['any'] } as const; // prettier-ignore
const whoHasTheCode = { anyone: ['any'] } as const;
const leaders = { head: ['department'], office: ['any'] } as const;
const readers = { ...leaders, auditor: ['any'] } as const;
const handler = { head: ['held'], office: ['held'] } as const;

export const may = {
  complainWithTicket: whoHasTheCode,
  complain: { resident: ['any'] },
  takeIn: staff,
  lookComplaint: whoHasTheCode,
  judgeAnswer: whoHasTheCode,
  myComplaints: { resident: ['any'] },
  listComplaints: readers,
  countComplaints: readers,
  getComplaint: readers,
  listHandlers: leaders,
  assignComplaint: leaders,
  identify: handler,
  askStatement: handler,
  answerComplaint: handler,
  complaintsAboutMe: staff,
  giveStatement: { clerk: ['own'], examiner: ['own'], head: ['own'], office: ['own'] },
  getHouseRule: staff,
  saveHouseRule: { office: ['any'], admin: ['any'] },
} as const satisfies Permissions<keyof typeof complaintsContract>;
