/**
 * What the actions of a case add up to: its whole line, made again from what it was opened with. Pure. The verbs move the line step by
 * step; this is what they must arrive at, and what a check compares with what is stored.
 */
import type { Calendars } from '#modules/deadlines';
import { canonical } from '#platform/canonical';
import { hashOf } from '#platform/ids';
import { after, isFinal, type Action } from './case.ts';
import { clockAfter, noClock, type Limits } from './clocks.ts';
import type { CaseRow, FeeState } from './store.ts';

const opened = ['id', 'number', 'trackCode', 'itemId', 'itemVersion', 'itemName', 'door', 'outletId', 'personId', 'organisationId', 'agentId', 'submittedAt', 'departmentId', 'applicantName'] as const; // prettier-ignore

/** What a case was opened with. Its history does not say it again, so it has a hash of its own, which is sealed. */
export type Opening = Pick<CaseRow, (typeof opened)[number]>;

/** A line as far as the history says what it must be. That the applicant has rated and that a calendar was looked at are no acts of the case. */
export type Line = Omit<CaseRow, 'rated' | 'calendarNo'>;

/** What the case was opened with: the line now, without what corrections and sending on have moved. */
export function openingOf(line: Line, actions: readonly Pick<Action, 'kind' | 'facts'>[]): Opening {
  const corrected = actions.find(({ kind, facts }) => kind === 'correct' && typeof facts.was === 'string');
  const sentOn = actions.find(({ kind }) => kind === 'sendOn');
  return {
    ...line,
    departmentId: (sentOn?.facts.from as string | undefined) ?? line.departmentId,
    applicantName: (corrected?.facts.was as string | undefined) ?? line.applicantName,
  };
}

/** The hash over what a case was opened with. */
export const hashOpening = (opening: Opening): string => hashOf(canonical(opened.map((key) => opening[key])));

const feeStates: Partial<Record<Action['kind'], FeeState>> = {
  askFee: 'asked',
  payFee: 'paid',
  waiveFee: 'waived',
  refundFee: 'refunded',
};

/** Takes the line through one action. */
function moved(line: Line, action: Action, item: Limits, calendars: Calendars): Line {
  const { kind, facts, at, accountId } = action;
  const toState = kind === 'submit' ? 'submitted' : (after(line.state, kind) ?? action.toState);
  const next: Line = {
    ...line,
    state: toState,
    seq: action.seq,
    headHash: action.hash,
    endedAt: isFinal(toState) ? (line.endedAt ?? at) : null,
    feeState: feeStates[kind] ?? (facts.feeCancelled === true ? 'none' : line.feeState),
    ...clockAfter(
      kind === 'submit' ? noClock : line,
      { id: action.id, kind, toState, at, facts },
      item,
      calendars.at(at),
    ),
  };
  if (kind === 'deemAccepted') return { ...next, acceptedAt: new Date(facts.acceptedAt as string) };
  if (kind === 'accept') return { ...next, acceptedAt: at, holderId: line.holderId ?? accountId };
  if (kind === 'grant' || kind === 'deemGranted') return { ...next, decidedAt: at, outcome: 'granted' };
  if (kind === 'refuse') return { ...next, decidedAt: at, outcome: 'refused' };
  if (kind === 'take') return { ...next, holderId: accountId };
  if (kind === 'handOver') return { ...next, holderId: facts.to as string | null };
  if (kind === 'sendOn') return { ...next, departmentId: facts.to as string, holderId: null };
  if (kind === 'correct' && typeof facts.is === 'string') return { ...next, applicantName: facts.is };
  return next;
}

/**
 * The line that these actions, all of them and in their order, lead to. `item` is the version that the case stands on; each action is
 * counted by the calendar of its instant.
 */
export function lineAfter(opening: Opening, actions: readonly Action[], item: Limits, calendars: Calendars): Line {
  const blank: Line = {
    ...opening,
    state: 'submitted',
    holderId: null,
    seq: 0,
    headHash: '',
    acceptedAt: null,
    decidedAt: null,
    endedAt: null,
    outcome: null,
    feeState: 'none',
    ...noClock,
  };
  return actions.reduce((line, action) => moved(line, action, item, calendars), blank);
}
