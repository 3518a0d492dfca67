/** Which step is the right one now, and what stands in the way of the others. Pure. */
import { openStates, type CaseWhole, type Kind, type State } from '#modules/cases/contract';

/** Steps that a member of staff takes, with the key of each. The order is that of the buttons. */
export const stepKeys = {
  accept: 'a',
  askSupplement: 'b',
  supplement: 'b',
  examine: 'e',
  grant: 'g',
  refuse: 'r',
  issue: 'i',
  deliver: 'd',
  refuseAcceptance: 'x',
  sayNotNeeded: 'u',
  sendOn: 's',
  referOut: 'o',
  askFee: 'f',
  waiveFee: 'v',
  refundFee: 'z',
  correct: 'c',
  withdraw: 'w',
  pause: 'p',
  resume: 'l',
  extend: 'm',
  askExtension: 'm',
  declineExtension: 'q',
  cancelClock: 'y',
} as const satisfies Partial<Record<Kind, string>>;

export type StaffStep = keyof typeof stepKeys;

/** The way from the receipt to the result: in each state the steps that lead on, the usual one first. */
const onward: Partial<Record<State, readonly StaffStep[]>> = {
  submitted: ['accept', 'askSupplement'],
  supplementing: ['supplement'],
  accepted: ['examine', 'grant'],
  examined: ['grant'],
  granted: ['issue'],
  refused: ['deliver'],
  issued: ['deliver'],
};

type Told = Pick<CaseWhole, 'steps'> & { case: Pick<CaseWhole['case'], 'state' | 'feeState'> };

/** The next right step for this person, or undefined when others have to act. */
export function nextStep(told: Told, proposal?: 'grant' | 'refuse'): StaffStep | undefined {
  const possible = new Set(told.steps.filter((step) => step.possible).map(({ kind }) => kind));
  const { state } = told.case;
  // The head may decide otherwise; but what the examiner proposed is what is expected next.
  if (state === 'examined' && proposal === 'refuse' && possible.has('refuse')) return 'refuse';
  return onward[state]?.find((kind) => possible.has(kind));
}

/** What is done to the clock: offered when it can be, not listed among what cannot. */
const aboutClock: ReadonlySet<StaffStep> = new Set([
  'pause',
  'resume',
  'extend',
  'askExtension',
  'declineExtension',
  'cancelClock',
]);

/** The steps of this person, as buttons: whoever may approve more time does not ask for it, and the rare ones show when they are possible. */
export function offered(told: Told): StaffStep[] {
  const all = (Object.keys(stepKeys) as StaffStep[]).filter((kind) => told.steps.some((step) => step.kind === kind));
  return all.filter(
    (kind) =>
      !(kind === 'askExtension' && all.includes('extend')) &&
      (!aboutClock.has(kind) || whyNot(told, kind) === undefined),
  );
}

export type WhyNot = StaffStep | 'feeOutstanding' | 'feeNone' | 'feeAsked' | 'notPaid';

/** Why a step cannot be taken now; undefined when it can. The word for it is in `step-words.ts`. */
export function whyNot(told: Told, kind: StaffStep): WhyNot | undefined {
  const step = told.steps.find((one) => one.kind === kind);
  if (!step) return kind;
  const { feeState } = told.case;
  if (!step.possible) return step.why === 'feeOutstanding' ? 'feeOutstanding' : kind;
  if (kind === 'waiveFee' && feeState !== 'asked') return 'feeNone';
  if (kind === 'askFee' && feeState === 'asked') return 'feeAsked';
  if (kind === 'refundFee' && feeState !== 'paid') return 'notPaid';
  return undefined;
}

/** What a case waits for while it is open. */
type Waiting = (typeof openStates)[number];

/** Whom or what the case waits for, when this person has nothing to do. */
export function waitsFor(told: Told): Waiting | 'done' | 'fee' {
  const { state, feeState } = told.case;
  if (feeState === 'asked' && (state === 'issued' || state === 'refused')) return 'fee';
  return openStates.find((one) => one === state) ?? 'done';
}
