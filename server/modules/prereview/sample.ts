/** Which acts of the machine a person checks again, and how often it erred. Pure. */
import { hashOf } from '#platform/ids';

/** Where nobody has said anything: the machine advises; when it acts, one in ten is checked again. */
export const usual = { level: 'advise', share: 10 } as const;

/** Whether a case belongs to the share that is checked again. It hangs on the id of the case alone: nobody can choose it, and it is the same again. */
export const isSampled = (caseId: string, share: number): boolean =>
  Number.parseInt(hashOf(`recheck/${caseId}`).slice(0, 8), 16) % 100 < share;

/** Errors among what was checked, in hundredths of a percent; null while nothing was checked. */
export const errorRate = (checked: number, differed: number): number | null =>
  checked === 0 ? null : Math.round((differed / checked) * 10_000);
