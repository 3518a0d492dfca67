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
  offerHearing: '1',
  askForHearing: '2',
  waiveHearing: '3',
  setHearing: '4',
  recordHearing: '5',
  cure: '6',
  returnCure: '7',
  checkPromise: '8',
  revoke: '9',
} as const satisfies Partial<Record<Kind, string>>;

export type StaffStep = keyof typeof stepKeys;
export type UndertakingStep = 'cure' | 'returnCure' | 'checkPromise' | 'revoke';
export type HearingStep = Extract<StaffStep, `${string}Hearing`>;

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

/** What is done to the clock or about a hearing or an undertaking: offered when it can be, not listed among what cannot. */
const rare: ReadonlySet<StaffStep> = new Set([
  'pause',
  'resume',
  'extend',
  'askExtension',
  'declineExtension',
  'cancelClock',
  'offerHearing',
  'askForHearing',
  'waiveHearing',
  'setHearing',
  'recordHearing',
  'cure',
  'returnCure',
  'checkPromise',
  'revoke',
]);

/** The steps of this person, as buttons: whoever may approve more time does not ask for it, and the rare ones show when they are possible. */
export function offered(told: Told): StaffStep[] {
  const all = (Object.keys(stepKeys) as StaffStep[]).filter((kind) => told.steps.some((step) => step.kind === kind));
  return all.filter(
    (kind) =>
      !(kind === 'askExtension' && all.includes('extend')) && (!rare.has(kind) || whyNot(told, kind) === undefined),
  );
}

export type WhyNot =
  | StaffStep
  | 'hearingOpen'
  | 'hearingPending'
  | 'withheldUntilCured'
  | 'feeOutstanding'
  | 'feeNone'
  | 'feeAsked'
  | 'notPaid';

/** What stands in the way apart from the state, as the server names it. */
const obstacles = ['feeOutstanding', 'hearingOpen', 'hearingPending', 'withheldUntilCured'] as const;

/** Why a step cannot be taken now; undefined when it can. The word for it is in `step-words.ts`. */
export function whyNot(told: Told, kind: StaffStep): WhyNot | undefined {
  const step = told.steps.find((one) => one.kind === kind);
  if (!step) return kind;
  const { feeState } = told.case;
  if (!step.possible) return obstacles.find((why) => why === step.why) ?? kind;
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
