/** The course of a request: states, steps, and with which tickets one may ask. Pure; the browser has it from the contract. */

export const periods = ['noon', 'evening', 'saturday'] as const;
export type Period = (typeof periods)[number];
export const doors = ['portal', 'ticket', 'desk'] as const;
export type Door = (typeof doors)[number];
/**
 * asked 待审核, granted 已同意, refused 未同意, cancelled 已取消, unanswered 未答复 (its time began and nobody had decided), started 办理中, done
 * 已办结, missed 未到.
 */
export const states = ['asked', 'granted', 'refused', 'cancelled', 'unanswered', 'started', 'done', 'missed'] as const;
export type State = (typeof states)[number];
export const kinds = ['ask', 'grant', 'refuse', 'cancel', 'expire', 'start', 'finish', 'miss'] as const;
export type Kind = (typeof kinds)[number];
export type Step = Exclude<Kind, 'ask'>;

/** From which states a step leads to which one. Granted anew, somebody else stays; what was granted can be taken back with the reason. */
const course: Record<Step, { from: readonly State[]; to: State }> = {
  grant: { from: ['asked', 'granted'], to: 'granted' },
  refuse: { from: ['asked', 'granted'], to: 'refused' },
  cancel: { from: ['asked', 'granted'], to: 'cancelled' },
  expire: { from: ['asked'], to: 'unanswered' },
  start: { from: ['granted'], to: 'started' },
  finish: { from: ['started'], to: 'done' },
  miss: { from: ['granted'], to: 'missed' },
};

/** The state after a step, or undefined where the course has none. */
export const after = (state: State, step: Step): State | undefined =>
  course[step].from.includes(state) ? course[step].to : undefined;
export const stepsFrom = (state: State): Step[] =>
  (Object.keys(course) as Step[]).filter((step) => course[step].from.includes(state));
/** Minutes before the time that was granted from which a step can be taken: people come early, and nobody is missed before the time. */
export const earlyMinutes = { start: 15, miss: 0 } as const;
/** From when a step can be taken; undefined: at once. */
export const possibleFrom = (step: Step, beginsAt: Date): Date | undefined =>
  step === 'start' || step === 'miss' ? new Date(beginsAt.getTime() - earlyMinutes[step] * 60_000) : undefined;
/** Days after its end for which it is known who asked. Times, state and matters stay for the figures. */
export const keptDays = 180;
export const isOpen = (state: State): boolean => state === 'asked' || state === 'granted' || state === 'started';

/** Days after that of a ticket on which its holder may still ask: who stood before a closed door has a week. */
export const ticketDays = 7;

/**
 * Whether the holder of a ticket may ask with it: nobody has served it, and its hall has closed or its day is over. While the hall is open the
 * queue is the way.
 */
export const mayAskWith = (ticket: { state: string; daysAgo: number; hallOpen: boolean }): boolean => {
  const { state, daysAgo, hallOpen } = ticket;
  if (!['waiting', 'called', 'coming', 'parked', 'missed', 'lapsed'].includes(state)) return false;
  return daysAgo === 0 ? !hallOpen || state === 'lapsed' : daysAgo > 0 && daysAgo <= ticketDays;
};
