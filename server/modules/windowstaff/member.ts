/** The course of somebody at the windows: states, steps, and what has to be so before each. Pure; the browser has it from the contract. */

export const memberStates = ['sent', 'withdrawn', 'refused', 'training', 'probation', 'confirmed', 'failed', 'left'] as const; // prettier-ignore
export type MemberState = (typeof memberStates)[number];

export const memberSteps = ['withdraw', 'admit', 'refuse', 'begin', 'confirm', 'extend', 'fail', 'leave'] as const;
export type MemberStep = (typeof memberSteps)[number];
/** What opens a file. */
export const openings = ['send', 'takeOver'] as const;
export type StepKind = MemberStep | (typeof openings)[number];

/** From which states a step leads to which one. What is not in it is not possible. */
const course: Record<MemberStep, { from: readonly MemberState[]; to: MemberState }> = {
  withdraw: { from: ['sent'], to: 'withdrawn' },
  admit: { from: ['sent'], to: 'training' },
  refuse: { from: ['sent'], to: 'refused' },
  begin: { from: ['training'], to: 'probation' },
  extend: { from: ['probation'], to: 'probation' },
  confirm: { from: ['probation'], to: 'confirmed' },
  fail: { from: ['probation'], to: 'failed' },
  leave: { from: ['training', 'probation', 'confirmed'], to: 'left' },
};

/** Steps of the department that sent them; the others are the hall's. */
export const stepsOfDepartment: readonly MemberStep[] = ['withdraw'];
/** Those about whom these are decided read why. */
export const reasonedSteps: readonly MemberStep[] = ['admit', 'refuse', 'extend', 'confirm', 'fail', 'leave'];

export const afterStep = (state: MemberState, step: MemberStep): MemberState | undefined =>
  course[step].from.includes(state) ? course[step].to : undefined;
export const stepsFrom = (state: MemberState): MemberStep[] =>
  memberSteps.filter((step) => course[step].from.includes(state));

/** Those who work at the hall now. */
export const activeStates: readonly MemberState[] = ['training', 'probation', 'confirmed'];
export const isActive = (state: MemberState): boolean => activeStates.includes(state);
export const isOver = (state: MemberState): boolean => !isActive(state) && state !== 'sent';

/** Whether a qualification counts on a day. */
export const counts = (
  one: { fromOn: string; untilOn: string; withdrawnAt: unknown },
  day: string,
): boolean => one.withdrawnAt === null && one.fromOn <= day && day <= one.untilOn; // prettier-ignore
