/** The course of a question and its limits. Pure; the browser has it from the contract. */

export const doors = ['desk', 'hotline', 'town'] as const;
export type Door = (typeof doors)[number];
/** answered 当场答复, handedOver 已转交, returned 已退回 (to whoever was asked first), acknowledged 已接收, settled 已答复. */
export const states = ['answered', 'handedOver', 'returned', 'acknowledged', 'settled'] as const;
export type State = (typeof states)[number];
export const kinds = ['ask', 'handOver', 'acknowledge', 'giveBack', 'settle'] as const;
export type Kind = (typeof kinds)[number];
export type Step = Exclude<Kind, 'ask'>;

const course: Record<Step, { from: readonly State[]; to: State }> = {
  // Who handed it to the wrong place hands it on before anybody has taken it.
  handOver: { from: ['returned', 'handedOver'], to: 'handedOver' },
  acknowledge: { from: ['handedOver'], to: 'acknowledged' },
  giveBack: { from: ['handedOver', 'acknowledged'], to: 'returned' },
  settle: { from: ['returned', 'acknowledged', 'handedOver'], to: 'settled' },
};

/** The state after a step, or undefined where the course has none. */
export const after = (state: State, step: Step): State | undefined =>
  course[step].from.includes(state) ? course[step].to : undefined;
/** Days after the answer for which it is known who asked. Question, answer and times stay for the figures. */
export const keptDays = 180;
export const isOpen = (state: State): boolean => state !== 'answered' && state !== 'settled';

/** Limits of the house from 2026-01-01; no law sets them, the service office may set others. */
export interface HouseRule {
  /** Minutes of office hours in which what was handed over is acknowledged, or handed on after it came back. */
  acknowledgeMinutes: number;
  /** Working days from then on in which it is answered. */
  answerDays: number;
  /** Hand-overs after which the service office says whose it is. */
  handOvers: number;
}
export const usualRule: HouseRule = { acknowledgeMinutes: 60, answerDays: 3, handOvers: 2 };

/**
 * Who may hand it over now: whoever was asked first up to the limit, afterwards the service office alone, whose word is final. A question
 * that went to and fro between offices is what people are sent away by.
 */
export const mayHandOver = (handOvers: number, rule: HouseRule, byOffice: boolean): boolean =>
  byOffice || handOvers < rule.handOvers;

/** The figures, each a set of questions: number and list are the same set. */
export const sets = ['all', 'onTheSpot', 'handedOver', 'inTime', 'late', 'open', 'overdue'] as const;
export type SetOf = (typeof sets)[number];
