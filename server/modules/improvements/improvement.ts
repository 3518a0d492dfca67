/** The course of a suggestion: states, steps, and the day by which each is awaited. Pure; the browser has it from the contract. */

export const states = ['suggested', 'dispatched', 'accepted', 'declined', 'planned', 'done', 'verified', 'adopted', 'closed'] as const; // prettier-ignore
export type State = (typeof states)[number];
export const sources = ['resident', 'staff', 'rating', 'figure'] as const;
export type Source = (typeof sources)[number];
export const kinds = ['suggest', 'dispatch', 'accept', 'decline', 'plan', 'finish', 'verify', 'sendBack', 'adopt', 'close'] as const; // prettier-ignore
export type Kind = (typeof kinds)[number];
export type Step = Exclude<Kind, 'suggest'>;

/** From which states a step leads to which one. What is not in it is not possible. */
const course: Record<Step, { from: readonly State[]; to: State }> = {
  dispatch: { from: ['suggested', 'declined'], to: 'dispatched' },
  accept: { from: ['dispatched'], to: 'accepted' },
  decline: { from: ['dispatched'], to: 'declined' },
  plan: { from: ['accepted', 'planned'], to: 'planned' },
  finish: { from: ['planned'], to: 'done' },
  verify: { from: ['done'], to: 'verified' },
  sendBack: { from: ['done'], to: 'planned' },
  adopt: { from: ['verified'], to: 'adopted' },
  close: { from: ['suggested', 'declined', 'verified'], to: 'closed' },
};

/** Steps of the department that has the order; the others are the service office's. */
export const departmentSteps: readonly Step[] = ['accept', 'decline', 'plan', 'finish'];
/** What these say is the answer that others read: they are not taken without a word. */
export const wordedSteps: readonly Step[] = ['decline', 'plan', 'finish', 'sendBack', 'adopt', 'close'];

export const isEnded = (state: State): boolean => state === 'adopted' || state === 'closed';
/** The state after a step, or undefined where the course has none. */
export const after = (state: State, step: Step): State | undefined =>
  course[step].from.includes(state) ? course[step].to : undefined;
export const stepsFrom = (state: State): Step[] =>
  (Object.keys(course) as Step[]).filter((step) => course[step].from.includes(state));

/**
 * Working days in which the step is awaited that follows a state. Rules of the house from 2026-01-01, not of the law: who dispatches has
 * three days, who answers five. What is planned is awaited on the day that the plan names.
 */
export const waitingDays: Record<Exclude<State, 'planned' | 'adopted' | 'closed'>, number> = {
  suggested: 3,
  dispatched: 5,
  accepted: 5,
  declined: 3,
  done: 5,
  verified: 5,
};

/** Calendar days at most between a plan and its day: what takes longer is planned in parts. */
export const longestPlan = 366;
/** Days before the dispatch and after the work over which the figure is compared. */
export const effectDays = 30;
