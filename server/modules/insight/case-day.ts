/** On which days a case counts, and whether it was decided in time. Pure. */
import { dueAfter, isFinal, noDue, type Action } from '#modules/cases';
import type { ItemBody } from '#modules/catalogue/contract';
import { publishedCalendar, shanghaiDay, workingDaysBetween } from '#modules/deadlines';

/** What is known of a case: its columns, or what its actions add up to. */
export interface CaseSource {
  id: string;
  departmentId: string;
  itemId: string;
  itemVersion: number;
  door: string;
  submittedAt: Date;
  acceptedAt: Date | null;
  decidedAt: Date | null;
  endedAt: Date | null;
  rated: boolean;
}

/** A row of `insight.case_day`, under the names of its columns: it travels as JSON. */
export interface CaseDay {
  case_id: string;
  department_id: string;
  item_id: string;
  door: string;
  submitted_on: string;
  accepted_on: string | null;
  decided_on: string | null;
  ended_on: string | null;
  in_time: boolean | null;
  in_promise: boolean | null;
  promised_days: number | null;
  used_days: number | null;
  rated: boolean;
}

type Limits = Pick<ItemBody, 'kind' | 'immediate' | 'statutoryLimit' | 'promisedLimit'>;

const dayOf = (at: Date | null): string | null => (at ? shanghaiDay(at) : null);

/** The days of a case. The clock of the decision is worked out anew from the rule: by now another one may run on the case. */
export function caseDayOf(source: CaseSource, item: Limits): CaseDay {
  const accepted = dayOf(source.acceptedAt);
  const decided = accepted === null ? null : dayOf(source.decidedAt);
  return {
    case_id: source.id,
    department_id: source.departmentId,
    item_id: source.itemId,
    door: source.door,
    submitted_on: shanghaiDay(source.submittedAt),
    accepted_on: accepted,
    decided_on: decided,
    ended_on: dayOf(source.endedAt),
    ...decisionOf(source.acceptedAt, decided, item),
    rated: source.rated,
  };
}

function decisionOf(acceptedAt: Date | null, decided: string | null, item: Limits) {
  if (!acceptedAt || decided === null) return { in_time: null, in_promise: null, promised_days: null, used_days: null };
  const { targetOn, fatalOn } = dueAfter(noDue, 'accepted', acceptedAt, item);
  const accepted = shanghaiDay(acceptedAt);
  return {
    in_time: decided <= fatalOn!,
    in_promise: decided <= targetOn!,
    promised_days: workingDaysBetween(publishedCalendar, accepted, targetOn!),
    used_days: workingDaysBetween(publishedCalendar, accepted, decided),
  };
}

/** What the actions of a case say of its days, in their order; what is not in them is taken from the case. */
export function sourceOfActions(
  row: CaseSource,
  actions: readonly Pick<Action, 'kind' | 'toState' | 'at'>[],
): CaseSource {
  const first = (wanted: (action: (typeof actions)[number]) => boolean): Date | null =>
    actions.find(wanted)?.at ?? null;
  return {
    ...row,
    submittedAt: actions[0]?.at ?? row.submittedAt,
    acceptedAt: first(({ kind }) => kind === 'accept'),
    decidedAt: first(({ kind }) => kind === 'grant' || kind === 'refuse'),
    endedAt: first(({ toState }) => isFinal(toState)),
  };
}
