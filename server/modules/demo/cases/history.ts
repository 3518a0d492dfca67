/**
 * One history, step by step, by the rules of the product itself: which step is possible, what the clock does, how the chain is
 * hashed. What the verbs of `cases` do inside a transaction is done here in memory.
 */
import {
  after,
  beginning,
  clockAfter,
  dueAfter,
  hashAction,
  isFinal,
  noClock,
  noDue,
  type Action,
  type CaseRow,
  type Kind,
  type RecordEntry,
  type Undertaking,
} from '#modules/cases';
import type { DocumentKind } from '#modules/documents';
import { publishedCalendar } from '#modules/deadlines';
import type { Random } from '#platform/random';
import type { Matter } from './matters.ts';

/** Under which standing somebody acts. */
export type Who = Pick<Action, 'accountId' | 'role' | 'placeId'>;
/** The rules themselves act under no account. */
export const rule: Who = { accountId: null, role: 'rule', placeId: null };

/** A document that a step makes; its number is given when all histories are known, so that numbers rise with time. */
export interface Paper {
  kind: DocumentKind;
  at: Date;
  id: string;
  departmentId: string;
  recipientName: string;
  facts: (numberOf: (paper: Paper) => string) => Record<string, unknown>;
  /** A receipt of money: addressed to who paid, with all that it says in its facts. */
  payer?: string | null;
  /** Set when it was served. */
  service?: {
    id: string;
    way: 'collected' | 'posted' | 'electronic';
    at: Date;
    accountId: string | null;
    to?: string;
    proof?: string;
  };
}

export interface Fee {
  orderId: string;
  items: { name: string; amountFen: number; basis: string }[];
  totalFen: number;
  askedAt: Date;
  askedBy: string | null;
  settled?: {
    how: 'paid' | 'waived';
    at: Date;
    accountId: string | null;
    reason?: string;
    method?: string;
    ref?: string;
  };
  receipt?: Paper;
  refunded?: { at: Date; accountId: string | null; reason: string };
}

/** An uploaded file of which a material consists. */
export interface UploadedSample {
  id: string;
  materialName: string;
  ownerId: string;
  at: Date;
}

/** Everything that came of one application. */
export interface History {
  row: CaseRow;
  actions: Action[];
  /** The fatal date after each action, as the notice of the step said it. */
  fatalDays: (string | null)[];
  papers: Paper[];
  fees: Fee[];
  uploads: UploadedSample[];
  /** What was undertaken, as the acts have left it; what of it was broken; when the applicant was reminded. */
  undertakings: Undertaking[];
  records: RecordEntry[];
  reminders: { at: Date; until: string }[];
  matter: Matter;
  random: Random;
}

/** What is known when an application comes in. */
export type Opening = Pick<
  CaseRow,
  | 'id'
  | 'number'
  | 'trackCode'
  | 'departmentId'
  | 'outletId'
  | 'door'
  | 'personId'
  | 'organisationId'
  | 'agentId'
  | 'applicantName'
  | 'submittedAt'
>;

const chained = (action: Omit<Action, 'hash'>): Action => ({ ...action, hash: hashAction(action) });

/** Begins a history with its submission. */
export function open(
  matter: Matter,
  random: Random,
  opening: Opening,
  who: Who,
  facts: Record<string, unknown>,
): History {
  const at = opening.submittedAt;
  const action = chained({
    caseId: opening.id,
    seq: 1,
    id: random.id(at),
    kind: 'submit',
    fromState: null,
    toState: 'submitted',
    at,
    ...who,
    facts,
    prevHash: beginning,
  });
  const row: CaseRow = {
    ...opening,
    itemId: matter.id,
    itemVersion: matter.version,
    itemName: matter.body.name,
    state: 'submitted',
    holderId: null,
    seq: 1,
    headHash: action.hash,
    acceptedAt: null,
    decidedAt: null,
    endedAt: null,
    outcome: null,
    feeState: 'none',
    rated: false,
    ...noClock,
    calendarNo: 0,
    ...dueAfter(noDue, 'submitted', at, matter.body, publishedCalendar),
    expiresOn: (facts.expiresOn as string | null | undefined) ?? null,
  };
  return {
    row,
    actions: [action],
    fatalDays: [row.fatalOn],
    papers: [],
    fees: [],
    uploads: [],
    undertakings: [],
    records: [],
    reminders: [],
    matter,
    random,
  };
}

/** Appends a step. Throws when the rules do not allow it: then the plan of the history is wrong. */
export function step(
  history: History,
  kind: Exclude<Kind, 'submit'>,
  at: Date,
  who: Who,
  facts: Record<string, unknown> | ((row: CaseRow, actionId: string) => Record<string, unknown>) = {},
  changes: Partial<CaseRow> = {},
): void {
  const { row, matter, random } = history;
  const toState = after(row.state, kind);
  if (!toState) throw new Error(`${kind} is not possible in state ${row.state}`);
  const id = random.id(at);
  const action = chained({
    caseId: row.id,
    seq: row.seq + 1,
    id,
    kind,
    fromState: row.state,
    toState,
    at,
    ...who,
    facts: typeof facts === 'function' ? facts(row, id) : facts,
    prevHash: row.headHash,
  });
  history.actions.push(action);
  history.row = {
    ...row,
    ...changes,
    state: toState,
    seq: action.seq,
    headHash: action.hash,
    endedAt: isFinal(toState) ? (row.endedAt ?? at) : null,
    ...clockAfter(row, action, matter.body, publishedCalendar),
  };
  history.fatalDays.push(history.row.fatalOn);
}

/** Makes out a document in the name of the department that has the case at that moment. */
export function paper(
  history: History,
  kind: DocumentKind,
  at: Date,
  facts: Record<string, unknown> | Paper['facts'],
): Paper {
  const { departmentId, applicantName } = history.row;
  const made: Paper = {
    kind,
    at,
    id: history.random.id(at, history.papers.length % 16),
    departmentId,
    recipientName: applicantName,
    facts: typeof facts === 'function' ? facts : () => facts,
  };
  history.papers.push(made);
  return made;
}
