/** The course of a finding (问题整改): found, put right, looked at again. Pure; the browser has it from the contract. */
export const findingStates = ['open', 'corrected', 'closed'] as const;
export type FindingState = (typeof findingStates)[number];
export const findingSteps = ['correct', 'pass', 'reopen'] as const;
export type FindingStep = (typeof findingSteps)[number];
export const findingSources = ['patrol', 'check', 'other'] as const;
export type FindingSource = (typeof findingSources)[number];

const course: Record<FindingStep, { from: FindingState; to: FindingState }> = {
  correct: { from: 'open', to: 'corrected' },
  pass: { from: 'corrected', to: 'closed' },
  reopen: { from: 'corrected', to: 'open' },
};
/** The state after a step, or undefined where the course has none. */
export const afterStep = (state: FindingState, step: FindingStep): FindingState | undefined =>
  course[step].from === state ? course[step].to : undefined;
/** Whether this account has put it right, as it stands now: then somebody else looks at it again, whoever else they are. */
export const isCorrectedBy = (
  steps: readonly { kind: 'raise' | FindingStep; accountId: string }[],
  accountId: string | null,
): boolean => steps.findLast(({ kind }) => kind === 'correct')?.accountId === accountId;
/** Working days in which the office looks again at what was put right. A rule of the house from 2026-01-01, of no law. */
export const recheckDays = 3;
