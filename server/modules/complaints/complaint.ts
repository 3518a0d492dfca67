/** The course of a complaint, and who may not handle it. Pure; the browser has it from the contract. */
import type { Role } from '#platform/permissions';

export const doors = ['ticket', 'portal', 'staff'] as const;
export type Door = (typeof doors)[number];
/** received 待分派, handling 办理中, answered 已答复 (whoever complained is asked), reopened 再次办理, closed 已办结. */
export const states = ['received', 'handling', 'answered', 'reopened', 'closed'] as const;
export type State = (typeof states)[number];
export const kinds = ['make', 'assign', 'identify', 'askStatement', 'state', 'answer', 'satisfy', 'reopen', 'close'] as const; // prettier-ignore
export type Kind = (typeof kinds)[number];
export type Step = Exclude<Kind, 'make'>;

const course: Record<Step, { from: readonly State[]; to: State }> = {
  // Given to somebody else: who handled it is away, or must not.
  assign: { from: ['received', 'reopened', 'handling'], to: 'handling' },
  // It turns out whom it is about; who then may not handle it has it no more.
  identify: { from: ['handling'], to: 'handling' },
  askStatement: { from: ['handling'], to: 'handling' },
  state: { from: ['handling'], to: 'handling' },
  answer: { from: ['handling'], to: 'answered' },
  satisfy: { from: ['answered'], to: 'closed' },
  reopen: { from: ['answered'], to: 'reopened' },
  close: { from: ['answered'], to: 'closed' },
};

/** The state after a step, or undefined where the course has none. It is opened again once. */
export function after(before: { state: State; reopened: boolean }, step: Step): State | undefined {
  if (!course[step].from.includes(before.state)) return undefined;
  return step === 'reopen' && before.reopened ? 'closed' : course[step].to;
}
/** Steps of whoever complained: in the history they name nobody. */
export const byComplainer = (kind: Kind, door: Door): boolean =>
  kind === 'satisfy' || kind === 'reopen' || (kind === 'make' && door !== 'staff');
/** Days after it was closed for which it is known who complained. What it was about, answer and judgement stay for the figures. */
export const keptDays = 730;
/** Whether the answer is still to come. */
export const isOpen = (state: State): boolean => state !== 'answered' && state !== 'closed';

/** Working days, by a rule of the house from 2026-01-01; no law sets them, the service office may set others. */
export interface HouseRule {
  /** In which it is answered; once more when it is opened again. */
  answerDays: number;
  /** In which whoever complained says whether the answer satisfies; then it is closed, and counted as silence. */
  silentDays: number;
}
export const usualRule: HouseRule = { answerDays: 5, silentDays: 10 };

interface PostOf {
  role: Role;
  departmentId: string | null;
  standsInFor?: string;
}
/** Somebody with the posts that count. */
export interface Official {
  accountId: string;
  posts: readonly PostOf[];
}
export const bars = ['self', 'subordinate', 'before', 'noPost'] as const;
export type Bar = (typeof bars)[number];

/**
 * Why somebody may not handle a complaint: it is about them or about somebody for whom they stand in; they work in a department that the one
 * complained about heads; they answered it the first time; or they are neither head nor of the service office. Undefined: they may.
 */
export function barOf(handler: Official, about: Official | undefined, answeredBefore: string | null): Bar | undefined {
  const leads = handler.posts.some(({ role }) => role === 'head' || role === 'office');
  if (about) {
    const isOneself = handler.accountId === about.accountId;
    if (isOneself || handler.posts.some(({ standsInFor }) => standsInFor === about.accountId)) return 'self';
    const headed = about.posts.filter(({ role }) => role === 'head').map(({ departmentId }) => departmentId);
    if (handler.posts.some(({ departmentId }) => departmentId !== null && headed.includes(departmentId)))
      return 'subordinate';
  }
  if (handler.accountId === answeredBefore) return 'before';
  return leads ? undefined : 'noPost';
}

/**
 * The department whose heads handle a complaint; null: the service office. While nobody knows whom it is about, `barOf` can keep nobody away, and
 * it may be the head of the window's department: the office finds out first.
 */
export const departmentFor = (about: Official | undefined, ofWindow: string | null): string | null => {
  if (!about) return null;
  if (about.posts.some(({ role }) => role === 'head' || role === 'office')) return null;
  return about.posts.find(({ departmentId }) => departmentId !== null)?.departmentId ?? ofWindow;
};

/** The figures, each a set of complaints: number and list are the same set. */
export const sets = ['all', 'open', 'overdue', 'inTime', 'late', 'satisfied', 'dissatisfied', 'silent', 'reopened'] as const; // prettier-ignore
export type SetOf = (typeof sets)[number];
