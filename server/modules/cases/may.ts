/**
 * Who may do what with cases. `own` is the applicant and who acts for them; `department` the staff of the department that decides, and of
 * the outlet that took the case in (any clerk takes any item: 无差别全科受理). A case of another department is nobody else's.
 */
import type { Permissions } from '#platform/permissions';
import type { casesContract } from './contract.ts';

const applicant = { resident: ['own'] } as const;
const frontDesk = { clerk: ['department'], examiner: ['department'], head: ['department'] } as const;
const backOffice = { examiner: ['department'], head: ['department'] } as const;
const heads = { head: ['department'] } as const;
const seen = {
  resident: ['own'],
  clerk: ['department'],
  examiner: ['department'],
  head: ['department'],
  office: ['any'],
  auditor: ['any'],
} as const;

export const may = {
  submitCase: { resident: ['own'], clerk: ['any'], examiner: ['any'], head: ['any'] },
  finishAtOnce: { clerk: ['any'], examiner: ['any'], head: ['any'] },
  openLike: { resident: ['own'], clerk: ['any'], examiner: ['any'], head: ['any'] },
  getCase: seen,
  explainClocks: seen,
  applicationForm: seen,
  trackCase: { anyone: ['any'] },
  publicHearings: { anyone: ['any'] },
  myCases: { resident: ['any'], shared: true },
  workList: {
    clerk: ['department'],
    examiner: ['department'],
    head: ['department'],
    office: ['any'],
    auditor: ['any'],
  },
  accept: frontDesk,
  askSupplement: frontDesk,
  supplement: { ...applicant, ...frontDesk },
  refuseAcceptance: frontDesk,
  sayNotNeeded: frontDesk,
  sendOn: { ...frontDesk, office: ['any'] },
  referOut: frontDesk,
  examine: backOffice,
  grant: heads,
  refuse: heads,
  issue: frontDesk,
  deliver: frontDesk,
  withdraw: { ...applicant, ...frontDesk },
  correct: frontDesk,
  take: frontDesk,
  handOver: frontDesk,
  askFee: frontDesk,
  waiveFee: heads,
  refundFee: heads,
  pause: backOffice,
  resume: backOffice,
  askExtension: backOffice,
  extend: heads,
  declineExtension: heads,
  cancelClock: heads,
  offerHearing: backOffice,
  askForHearing: { ...applicant, ...frontDesk },
  waiveHearing: { ...applicant, ...frontDesk },
  setHearing: backOffice,
  recordHearing: backOffice,
  cure: { ...applicant, ...frontDesk },
  returnCure: frontDesk,
  checkPromise: backOffice,
  revoke: heads,
  undertakings: {
    clerk: ['department'],
    examiner: ['department'],
    head: ['department'],
    office: ['any'],
    auditor: ['any'],
  },
  promiseRecord: {
    resident: ['own'],
    clerk: ['any'],
    examiner: ['any'],
    head: ['any'],
    office: ['any'],
    auditor: ['any'],
  },
  strikeRecord: { head: ['department'], office: ['any'] },
  note: frontDesk,
  saveDraft: { resident: ['own'] },
  myDrafts: { resident: ['any'] },
  getDraft: { resident: ['own'] },
  dropDraft: { resident: ['own'] },
} as const satisfies Permissions<keyof typeof casesContract>;
