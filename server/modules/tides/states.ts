/** The words of tides that the pages know too, and what can become of an advice. Pure. */

/**
 * Crowds of a day: usual 平常日, beforeHoliday 节前 and afterHoliday 节后 (the last working day before one, the first after), makeUp
 * 调休上班日, off: nobody works.
 */
export const crowds = ['usual', 'beforeHoliday', 'afterHoliday', 'makeUp', 'off'] as const;
export type Crowd = (typeof crowds)[number];

/** Why the watch said something of a zone or nothing. */
export const verdicts = [
  'calm', // waiting is as usual
  'noHistory', // nothing to compare with yet
  'high', // too long, and looked at between two rounds of the watch
  'advised',
  'pending', // an advice is open, or somebody is on the way
  'nobody', // nobody who is free is able and let in
  'notWorth', // no window would save enough, or it would save more a little later
  'coolDown', // one was refused or lapsed a while ago
  'budget', // as many as the hall wants in a day
] as const;
export type Verdict = (typeof verdicts)[number];

/** open 开窗: one window more; switch 换岗: a window of another zone serves this one for a while; lend 跨区支援: it serves this one too. */
export const adviceKinds = ['open', 'switch', 'lend'] as const;
export type AdviceKind = (typeof adviceKinds)[number];

/**
 * open 待决定, asked 已请同事 (the clerk has not opened yet), running 进行中, over 已结束; and without effect: refused 不采纳, lapsed 无人答复,
 * declined 无人到岗, overtaken 情况已变.
 */
export const adviceStates = ['open', 'asked', 'running', 'over', 'refused', 'lapsed', 'declined', 'overtaken'] as const;
export type AdviceState = (typeof adviceStates)[number];

export const adviceActs = [
  'make',
  'tellNext', // nobody answered: the next manager is told
  'take',
  'refuse',
  'lapse',
  'overtake', // it no longer fits, or it got calm by itself
  'askNext', // the clerk does not come: the next one is asked
  'decline', // nobody is left who could come
  'begin', // the window is open, or does its new duty
  'stay', // it is still worth its time
  'end',
] as const;
export type AdviceAct = (typeof adviceActs)[number];

const course: Record<Exclude<AdviceAct, 'make'>, Partial<Record<AdviceState, AdviceState>>> = {
  tellNext: { open: 'open' },
  take: { open: 'asked' },
  refuse: { open: 'refused' },
  lapse: { open: 'lapsed' },
  overtake: { open: 'overtaken' },
  askNext: { asked: 'asked' },
  decline: { asked: 'declined' },
  // Also without an answer of the manager: the window was opened by somebody who saw the queue.
  begin: { open: 'running', asked: 'running' },
  stay: { running: 'running' },
  end: { running: 'over' },
};
/** The state after an act; undefined when the act is not possible in this state. */
export const after = (state: AdviceState, act: Exclude<AdviceAct, 'make'>): AdviceState | undefined =>
  course[act][state];

/** Nothing becomes of it any more. */
export const isEnded = (state: AdviceState): boolean => !['open', 'asked', 'running'].includes(state);

/**
 * Why somebody who is at no window could open none: offDuty (their turns of today are over), asked (for another window, or on the way there), unpractised (has finished nothing that the
 * hall does for half a year), noWindow (no closed window that lets them in does what they can do).
 */
export const hindrances = ['offDuty', 'asked', 'unpractised', 'noWindow'] as const;
export type Hindrance = (typeof hindrances)[number];

/** Why an advice no longer fits when somebody wants to follow it. */
export const misfits = [
  'calm',
  'windowTaken',
  'nobodyFree',
  'clerkLeft',
  'dutyChanged',
  'stranding',
  'notWorth',
] as const;
export type Misfit = (typeof misfits)[number];

/**
 * Figures of effects whose advices have no state or outcome of their own: followed 照办 (decided, and it came about), unbidden 自行开窗 (it came about
 * and nobody had decided it), unanswered 无人答复或到岗, measured 已测 (followed, and measured).
 */
export const adviceFigures = ['followed', 'unbidden', 'unanswered', 'measured'] as const;
export type AdviceFigure = (typeof adviceFigures)[number];

/** What an advice has done: helped 见效, little 作用不大, nothing 没有作用. */
export const outcomes = ['helped', 'little', 'nothing'] as const;
export type Outcome = (typeof outcomes)[number];
