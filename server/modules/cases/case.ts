/**
 * The case itself: its states, the steps between them, and what a list of actions adds up to. Pure: no I/O, so that the
 * same rules serve the server, the demonstration's histories and the tests.
 */
import type { Article } from './law.ts';
import { articles } from './law.ts';
import type { Copy } from '#modules/lockers';

/** Where a case stands. The second group is final. */
export const openStates = [
  'submitted',
  'supplementing',
  'accepted',
  'examined',
  'granted',
  'refused',
  'issued',
  'delivered',
] as const;
export const finalStates = [
  'closed',
  'notAccepted',
  'notNeeded',
  'referredOut',
  'withdrawn',
  'lapsed',
  'revoked',
] as const;
export const states = [...openStates, ...finalStates] as const;
export type State = (typeof states)[number];

export const isFinal = (state: State): boolean => (finalStates as readonly string[]).includes(state);

/** Special procedures whose time does not count (行政许可法 art. 45), as the notice names them. */
export const procedures = {
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  expertReview: '专家评审',
} as const;
export type Procedure = keyof typeof procedures;
/** Those that are begun and ended as such: a hearing has its own course (hearing.ts). */
export const specialProcedures = (Object.keys(procedures) as Procedure[]).filter(
  (one): one is Exclude<Procedure, 'hearing'> => one !== 'hearing',
);

/** What can be done to a case. */
export const kinds = [
  'submit',
  'accept',
  'askSupplement',
  'supplement',
  'refuseAcceptance',
  'sayNotNeeded',
  'sendOn',
  'referOut',
  'examine',
  'grant',
  'refuse',
  'issue',
  'deliver',
  'close',
  'withdraw',
  'lapse',
  'correct',
  'take',
  'handOver',
  'askFee',
  'payFee',
  'waiveFee',
  'refundFee',
  'note',
  'deemAccepted',
  'pause',
  'resume',
  'askExtension',
  'extend',
  'declineExtension',
  'cancelClock',
  'recount',
  'offerHearing',
  'askForHearing',
  'waiveHearing',
  'setHearing',
  'recordHearing',
  'deemGranted',
  'cure',
  'returnCure',
  'lapseUndertaking',
  'checkPromise',
  'revoke',
] as const;
export type Kind = (typeof kinds)[number];

interface Step {
  /** States in which it is possible. */
  from: readonly State[];
  /** The state after it; absent: the state stays. */
  to?: State;
  /** The article that the step rests on, shown in the timeline. */
  article?: Article;
}

const undecided = ['submitted', 'supplementing', 'accepted', 'examined'] as const;
/** Accepted and not decided yet: the clock of the decision runs. */
const deciding = ['accepted', 'examined'] as const;
const alive = openStates;
/** Granted, and not taken back: the result is on its way to the applicant or in their hands. */
const decided = ['granted', 'issued', 'delivered', 'closed'] as const;
/** States in which something that the applicant undertook can still be open. */
const undertaken = [...deciding, ...decided] as const;
/** States in which a clock runs. */
const counted = ['submitted', 'supplementing', ...deciding, 'granted', 'refused', 'issued'] as const;

/**
 * The course of a case. The database holds the same list (the trigger `cases.check_action`, compared in a test) and refuses any other
 * step, whoever asks for it.
 */
export const steps: Readonly<Record<Exclude<Kind, 'submit'>, Step>> = {
  accept: { from: ['submitted'], to: 'accepted', article: articles.accept },
  askSupplement: { from: ['submitted'], to: 'supplementing', article: articles.tellAll },
  supplement: { from: ['supplementing'], to: 'submitted', article: articles.tellAll },
  refuseAcceptance: { from: ['submitted', 'supplementing'], to: 'notAccepted', article: articles.refuseAcceptance },
  sayNotNeeded: { from: ['submitted'], to: 'notNeeded', article: articles.notNeeded },
  sendOn: { from: ['submitted'], to: 'submitted', article: articles.notOurs },
  referOut: { from: ['submitted'], to: 'referredOut', article: articles.notOurs },
  examine: { from: ['accepted'], to: 'examined', article: articles.examine },
  grant: { from: ['accepted', 'examined'], to: 'granted', article: articles.grant },
  refuse: { from: ['accepted', 'examined'], to: 'refused', article: articles.refuse },
  issue: { from: ['granted'], to: 'issued', article: articles.issue },
  deliver: { from: ['issued', 'refused'], to: 'delivered', article: articles.issue },
  close: { from: ['delivered'], to: 'closed' },
  withdraw: { from: undecided, to: 'withdrawn', article: articles.withdraw },
  lapse: { from: ['supplementing'], to: 'lapsed', article: articles.tellAll },
  correct: { from: [...alive, 'closed'], article: articles.correct },
  take: { from: alive },
  handOver: { from: alive },
  askFee: { from: ['accepted', 'examined', 'granted', 'issued'], article: articles.fee },
  payFee: { from: [...alive, 'withdrawn', 'closed'] },
  waiveFee: { from: [...deciding, 'granted', 'issued', 'refused', 'delivered', 'closed'] },
  refundFee: { from: states },
  note: { from: states },
  // By the rule alone, when nothing was told in time.
  deemAccepted: { from: ['submitted'], to: 'accepted', article: articles.deemedAccepted },
  pause: { from: deciding, article: articles.specialProcedure },
  resume: { from: deciding, article: articles.specialProcedure },
  askExtension: { from: deciding, article: articles.extend },
  extend: { from: deciding, article: articles.extend },
  declineExtension: { from: deciding, article: articles.extend },
  cancelClock: { from: deciding },
  // By the rule alone, when the State Council has published or changed a year.
  recount: { from: counted, article: articles.recount },
  offerHearing: { from: deciding, article: articles.offerHearing },
  askForHearing: { from: deciding, article: articles.offerHearing },
  waiveHearing: { from: deciding, article: articles.offerHearing },
  setHearing: { from: deciding, article: articles.holdHearing },
  recordHearing: { from: deciding, article: articles.hearingRecord },
  // By the rule alone, when a licence expires whose renewal was asked for in time.
  deemGranted: { from: deciding, to: 'granted', article: articles.deemedGranted },
  // What was undertaken is made good, or not, whatever has become of the case meanwhile.
  cure: { from: undertaken, article: articles.undertaking },
  returnCure: { from: undertaken, article: articles.undertaking },
  lapseUndertaking: { from: undertaken, article: articles.undertaking },
  checkPromise: { from: undertaken, article: articles.promise },
  revoke: { from: decided, to: 'revoked', article: articles.revoke },
};

/** The state after a step, or undefined when the step is not possible in this state. */
export function after(state: State, kind: Exclude<Kind, 'submit'>): State | undefined {
  const step = steps[kind];
  return step.from.includes(state) ? (step.to ?? state) : undefined;
}

/** One line of a case's history, as it is stored. */
export interface Action {
  caseId: string;
  /** 1, 2, 3 ... without gaps. */
  seq: number;
  /** Made by the client: the same id is the same act, however often it is sent. */
  id: string;
  kind: Kind;
  fromState: State | null;
  toState: State;
  at: Date;
  /** Account of who acted; null when the system itself did by rule. */
  accountId: string | null;
  role: string;
  /** Outlet at which it was done; null from outside. */
  placeId: string | null;
  facts: Record<string, unknown>;
  prevHash: string;
  hash: string;
}

/** Ways to close what was applied for. */
export type Outcome = 'granted' | 'refused';

export const handedInHows = ['upload', 'paper', 'shared', 'locker', 'missing', 'later', 'promised'] as const;
/** What the applicant handed in for one material. */
export interface HandedIn {
  materialId: string;
  /**
   * upload 电子件, paper 纸质收件, shared 数据共享 (fetched by the office), locker 材料柜 (handed in once), missing 未交, later 容缺后补 and
   * promised 告知承诺 (undertaken in writing).
   */
  how: (typeof handedInHows)[number];
  fileIds: string[];
  /** The entry of the applicant's locker that meets it. */
  entryId?: string;
  /** What the entry was when it was used; the case keeps it, whatever becomes of the entry. */
  copy?: Copy;
}

export interface Content {
  answers: Record<string, unknown>;
  situations: Record<string, string>;
  materials: HandedIn[];
}

/** What the applicant has said and handed in, after all supplements and corrections. */
export function contentOf(actions: readonly Pick<Action, 'kind' | 'facts'>[]): Content {
  const content: Content = { answers: {}, situations: {}, materials: [] };
  for (const { kind, facts } of actions) {
    if (kind !== 'submit' && kind !== 'supplement' && kind !== 'correct' && kind !== 'cure') continue;
    Object.assign(content.answers, facts.answers);
    Object.assign(content.situations, facts.situations);
    for (const handed of (facts.materials ?? []) as HandedIn[]) {
      content.materials = [...content.materials.filter((known) => known.materialId !== handed.materialId), handed];
    }
  }
  return content;
}

/** Replays a history: the state it ends in. Throws when a step was not possible, which means that the history was tampered with. */
export function stateAfter(actions: readonly Pick<Action, 'kind' | 'toState' | 'seq'>[]): State {
  let state: State | undefined;
  for (const { kind, seq } of actions) {
    const next: State | undefined = kind === 'submit' ? (state ? undefined : 'submitted') : state && after(state, kind);
    if (!next) throw new Error(`action ${seq} (${kind}) is not possible in state ${state ?? 'none'}`);
    state = next;
  }
  if (!state) throw new Error('a case without actions');
  return state;
}
