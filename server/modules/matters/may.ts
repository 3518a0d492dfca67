/**
 * Who may do what. `own` is the applicant and who acts for them; `department` the department that leads a matter, that decides a case, or
 * that was consulted, and a counter what it took in. A department that decides one part has no key to the others.
 */
import type { Permissions } from '#platform/permissions';
import type { mattersContract } from './contract.ts';

const office = { office: ['any'] } as const;
const lead = { examiner: ['department'], head: ['department'], office: ['any'], auditor: ['any'] } as const;
const backOffice = { examiner: ['department'], head: ['department'] } as const;

export const may = {
  listLifeEvents: { anyone: ['any'] },
  getLifeEvent: { anyone: ['any'] },
  listManagedEvents: { ...office, auditor: ['any'] },
  getManagedEvent: { ...office, auditor: ['any'] },
  saveEventDraft: office,
  checkEvent: office,
  publishEvent: office,
  withdrawEvent: office,
  applyForMatter: { resident: ['own'], clerk: ['any'], examiner: ['any'], head: ['any'] },
  myMatters: { resident: ['any'] },
  listMatters: lead,
  getMatter: { resident: ['own'], clerk: ['department'], ...lead },
  trackMatter: { anyone: ['any'] },
  foreseeWithdrawal: { resident: ['own'] },
  withdrawFromMatter: { resident: ['own'] },
  extendMatter: office,
  partOfMatter: {
    resident: ['own'],
    clerk: ['department'],
    examiner: ['department'],
    head: ['department'],
    office: ['any'],
    auditor: ['any'],
  },
  agreeToPart: { head: ['department'] },
  takeBackAgreement: { head: ['department'] },
  askOpinion: backOffice,
  consultationsOfCase: lead,
  listConsultations: lead,
  getConsultation: lead,
  answerConsultation: backOffice,
  recallConsultation: backOffice,
} as const satisfies Permissions<keyof typeof mattersContract>;
