/**
 * Rules of the house for a hall, from 2026-01-01: no law names them, so each hall can set its own. Working days are those of the official
 * calendar.
 */
export const severities = ['minor', 'serious', 'grave'] as const;
export type Severity = (typeof severities)[number];

export interface HouseRule {
  /** Minutes after the beginning of a turn that are not late, and before its end that are not early. */
  graceMinutes: number;
  /** Working days in which a complaint made at the hall is answered. */
  answerDays: number;
  /** Working days in which a finding is put right, by its severity. */
  correctionDays: Record<Severity, number>;
}

export const usualRule: HouseRule = {
  graceMinutes: 5,
  answerDays: 5,
  correctionDays: { minor: 5, serious: 3, grave: 1 },
};
