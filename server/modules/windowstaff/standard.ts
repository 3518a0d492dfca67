/**
 * What a hall asks of those who work there: rules of the house, dated. No law names these conditions or figures; what the law says of the people
 * themselves (a licence is decided by the authority that has the power, 行政许可法 art. 22) stays with the departments that send them.
 */

/** A condition of entry; with `paper` something has to be attached that shows it. */
export interface Criterion {
  key: string;
  zh: string;
  en: string;
  paper: boolean;
}

export interface Standard {
  /** The day from which it counts. */
  fromOn: string;
  criteria: Criterion[];
  /** Minutes of training before probation. */
  trainingMinutes: number;
  probationDays: number;
  /** Calendar days by which all extensions together may lengthen it. */
  extensionDays: number;
  /** Calendar days before its end from which somebody may be confirmed. */
  confirmDaysBefore: number;
  /** Whoever is on probation opens a window only while somebody beside them, in the same zone, is through it. */
  beside: boolean;
  /** Working days in which an objection is answered. */
  answerDays: number;
  /** Calendar days after leaving, and after a refusal, until a file is forgotten. */
  keepDays: number;
  keepRefusedDays: number;
}

/**
 * What each figure may be. Files are kept for a month at least: long enough for the person to read what was decided, object and be answered, and
 * nothing typed by mistake erases a file on the day on which somebody leaves.
 */
export const standardBounds = {
  trainingMinutes: [0, 60_000],
  probationDays: [1, 366],
  extensionDays: [0, 366],
  confirmDaysBefore: [0, 366],
  answerDays: [1, 60],
  keepDays: [30, 3660],
  keepRefusedDays: [30, 3660],
} as const satisfies Partial<Record<keyof Standard, readonly [least: number, most: number]>>;

export const usualStandard: Standard = {
  fromOn: '2026-01-01',
  criteria: [
    {
      key: 'employed',
      zh: '派驻单位在编人员，或劳动合同期限一年以上的聘用人员',
      en: 'On the establishment of the department, or under a contract of a year or more',
      paper: true,
    },
    {
      key: 'authorised',
      zh: '派驻单位书面授权其在窗口受理、审核进驻事项',
      en: 'Authorised in writing by the department to accept and check its matters at the window',
      paper: true,
    },
    {
      key: 'experienced',
      zh: '从事进驻业务满六个月，能独立答复咨询',
      en: 'Six months in the matters of the window, and able to answer questions alone',
      paper: false,
    },
    {
      key: 'conduct',
      zh: '近两年没有受过政务处分，没有查实的有责投诉',
      en: 'No disciplinary sanction and no complaint found justified in two years',
      paper: false,
    },
    {
      key: 'stays',
      zh: '派驻单位承诺连续派驻不少于一年',
      en: 'The department leaves them at the hall for a year or more',
      paper: false,
    },
  ],
  trainingMinutes: 16 * 60,
  probationDays: 90,
  extensionDays: 90,
  confirmDaysBefore: 15,
  beside: true,
  answerDays: 5,
  keepDays: 730,
  keepRefusedDays: 180,
};

/** The standard that counts on a day: of those that have begun the latest; before the first, the usual one. */
export function standardOn(all: readonly Standard[], day: string): Standard {
  let found: Standard | undefined;
  for (const one of all) if (one.fromOn <= day && (!found || one.fromOn >= found.fromOn)) found = one;
  return found ?? usualStandard;
}

/** Keys that more than one condition has: one tick and one paper would do for all of them. */
export const doubledKeys = (criteria: readonly { key: string }[]): string[] => [
  ...new Set(criteria.map(({ key }) => key).filter((key, at, all) => all.indexOf(key) !== at)),
];

/** The conditions that nobody said are met, or for which a paper is missing. */
export const openCriteria = (
  standard: Standard,
  said: { meets: readonly string[]; papers: readonly { criterion: string }[] },
): string[] =>
  standard.criteria
    .filter(
      ({ key, paper }) =>
        !said.meets.includes(key) || (paper && !said.papers.some(({ criterion }) => criterion === key)),
    )
    .map(({ key }) => key);
