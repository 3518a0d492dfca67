/** The limits of the law as dated data, each with its article. A case is counted by the ones in force on its day. */
import type { Citation } from './contract.ts';
import type { Day } from './dates.ts';
import type { Period } from './due.ts';

/** Names of the limits. */
export type LimitId =
  | 'tellAtOnce'
  | 'tellAll'
  | 'cure'
  | 'decide'
  | 'extendDecision'
  | 'decideJointly'
  | 'extendJointDecision'
  | 'reviewBelow'
  | 'deliver'
  | 'askForHearing'
  | 'noticeOfHearing'
  | 'holdHearing'
  | 'renew'
  | 'askForReview'
  | 'bringAction';

/** A limit of the law during the time in which it holds. */
export interface LegalLimit extends Citation, Period {
  id: LimitId;
  /** `before`: it must be done so long before a day (expiry, hearing) instead of after one. */
  counts: 'after' | 'before';
  /** Whose period it is. */
  of: 'office' | 'applicant';
  /** No law says it: each place sets its own; this value is only where it begins. */
  isSetting?: true;
  validFrom: Day;
  validTo?: Day;
  summary: { zh: string; en: string };
}

/** In force since 1 July 2004; the amendments of 2019 left these articles as they were. */
const licensing = {
  law: '行政许可法',
  unit: 'workingDay',
  counts: 'after',
  of: 'office',
  validFrom: '2004-07-01',
} as const;

/** All limits of the law that the product knows. */
export const legalLimits: readonly LegalLimit[] = [
  {
    ...licensing,
    id: 'tellAtOnce',
    article: '32',
    value: 0,
    summary: {
      zh: '不需要取得行政许可或者不属于本机关职权范围的，即时告知',
      en: 'That no licence is needed, or that another office is in charge, is said at once',
    },
  },
  {
    ...licensing,
    id: 'tellAll',
    article: '32',
    value: 5,
    summary: {
      zh: '材料不齐全的，当场或者五日内一次告知需要补正的全部内容；逾期不告知的，自收到材料之日起即为受理',
      en: 'Everything to be supplemented is told at once, within 5 working days; otherwise the case counts as accepted from the day of receipt',
    },
  },
  {
    id: 'cure',
    law: '本地规定',
    article: '',
    value: 15,
    unit: 'workingDay',
    counts: 'after',
    of: 'applicant',
    isSetting: true,
    validFrom: '2004-07-01',
    summary: {
      zh: '申请人补正材料的期限，由本地设定',
      en: 'Time for the applicant to supplement; set by each place',
    },
  },
  {
    ...licensing,
    id: 'decide',
    article: '42',
    value: 20,
    summary: { zh: '自受理之日起二十日内作出决定', en: 'Decided within 20 working days of acceptance' },
  },
  {
    ...licensing,
    id: 'extendDecision',
    article: '42',
    value: 10,
    summary: {
      zh: '经本行政机关负责人批准，可以延长十日，并将理由告知申请人',
      en: '10 working days more with the approval of the head of the office; the applicant is told why',
    },
  },
  {
    ...licensing,
    id: 'decideJointly',
    article: '42',
    value: 45,
    summary: {
      zh: '统一办理或者联合办理、集中办理的，不超过四十五日',
      en: 'Unified, joint or concentrated handling: 45 working days',
    },
  },
  {
    ...licensing,
    id: 'extendJointDecision',
    article: '42',
    value: 15,
    summary: {
      zh: '经本级人民政府负责人批准，可以延长十五日，并将理由告知申请人',
      en: '15 working days more with the approval of the head of the government; the applicant is told why',
    },
  },
  {
    ...licensing,
    id: 'reviewBelow',
    article: '43',
    value: 20,
    summary: {
      zh: '先经下级行政机关审查的，下级机关自受理之日起二十日内审查完毕',
      en: 'A lower office that reviews first finishes within 20 working days of acceptance',
    },
  },
  {
    ...licensing,
    id: 'deliver',
    article: '44',
    value: 10,
    summary: {
      zh: '自作出准予许可决定之日起十日内颁发、送达证件',
      en: 'The certificate is issued and delivered within 10 working days of the decision',
    },
  },
  {
    ...licensing,
    id: 'askForHearing',
    article: '47',
    value: 5,
    of: 'applicant',
    summary: {
      zh: '被告知听证权利之日起五日内提出听证申请',
      en: 'A hearing is asked for within 5 working days of being told of the right to it',
    },
  },
  {
    ...licensing,
    id: 'holdHearing',
    article: '47',
    value: 20,
    summary: { zh: '二十日内组织听证', en: 'The hearing is held within 20 working days' },
  },
  {
    ...licensing,
    id: 'noticeOfHearing',
    article: '48',
    value: 7,
    counts: 'before',
    summary: {
      zh: '于举行听证的七日前通知时间、地点',
      en: 'Time and place are told 7 working days before the hearing',
    },
  },
  {
    ...licensing,
    id: 'renew',
    article: '50',
    value: 30,
    unit: 'calendarDay',
    counts: 'before',
    of: 'applicant',
    summary: {
      zh: '有效期届满三十日前提出延续申请；届满前未作决定的，视为准予延续',
      en: 'Renewal is asked for 30 days before expiry; no decision by expiry counts as consent',
    },
  },
  {
    id: 'askForReview',
    law: '行政复议法',
    article: '9',
    value: 60,
    unit: 'calendarDay',
    counts: 'after',
    of: 'applicant',
    validFrom: '1999-10-01',
    validTo: '2023-12-31',
    summary: { zh: '自知道之日起六十日内申请行政复议', en: 'Review is asked for within 60 days of knowing' },
  },
  {
    id: 'askForReview',
    law: '行政复议法',
    article: '20',
    value: 60,
    unit: 'calendarDay',
    counts: 'after',
    of: 'applicant',
    validFrom: '2024-01-01',
    summary: {
      zh: '自知道或者应当知道之日起六十日内申请行政复议',
      en: 'Review is asked for within 60 days of the day on which one knew or should have known',
    },
  },
  {
    id: 'bringAction',
    law: '行政诉讼法',
    article: '46',
    value: 6,
    unit: 'month',
    counts: 'after',
    of: 'applicant',
    validFrom: '2015-05-01',
    summary: {
      zh: '自知道或者应当知道之日起六个月内直接向人民法院提起诉讼',
      en: 'Action is brought within 6 months of the day on which one knew or should have known',
    },
  },
];

/** The limit in force on a day. Throws a RangeError for a day on which there was none. */
export function legalLimit(id: LimitId, on: Day): LegalLimit {
  const inForce = legalLimits.find(
    (limit) => limit.id === id && limit.validFrom <= on && (limit.validTo === undefined || on <= limit.validTo),
  );
  if (!inForce) throw new RangeError(`No limit ${id} was in force on ${on}`);
  return inForce;
}
