/**
 * Which clock runs on a case in each state, and when it ends. Only a projection: always computed whole from the day the
 * clock began, the item's limits, the law's limits and the calendar; never moved by hand.
 */
import {
  dueOn,
  legalLimit,
  overdueFrom,
  publishedCalendar,
  shanghaiDay,
  type Calendar,
  type Limit,
} from '#modules/deadlines';
import type { ItemBody } from '#modules/catalogue/contract';
import type { State } from './case.ts';

export type DueRule = 'tellAll' | 'cure' | 'decide' | 'deliver';

export interface Due {
  dueRule: DueRule | null;
  /** Day from which the limit is counted; it does not count itself (civil code art. 201). */
  dueFrom: string | null;
  /** What was promised. */
  targetOn: string | null;
  /** What the law allows; never before the target. */
  fatalOn: string | null;
  /** True while the last day lies in a year whose days off are not published yet (暂定). */
  dueProvisional: boolean;
  /** When a rule acts by itself: the supplement was not made and the case lapses. */
  nextAt: Date | null;
}

export const noDue: Due = {
  dueRule: null,
  dueFrom: null,
  targetOn: null,
  fatalOn: null,
  dueProvisional: false,
  nextAt: null,
};

type Limits = Pick<ItemBody, 'kind' | 'immediate' | 'statutoryLimit' | 'promisedLimit'>;

/** The limits for the decision: what is promised, and what the law allows (art. 42 where the item says nothing). */
export function decisionLimits(item: Limits, day: string): { target: Limit; fatal: Limit } {
  if (item.immediate)
    return { target: { value: 0, unit: 'workingDay' }, fatal: item.statutoryLimit ?? { value: 0, unit: 'workingDay' } };
  const law = legalLimit('decide', day);
  const fatal = item.statutoryLimit ?? { value: law.value, unit: law.unit as Limit['unit'] };
  return { target: item.promisedLimit ?? fatal, fatal };
}

/** Which clock runs in a state. */
const ruleOf: Partial<Record<State, DueRule>> = {
  submitted: 'tellAll',
  supplementing: 'cure',
  accepted: 'decide',
  examined: 'decide',
  granted: 'deliver',
  refused: 'deliver',
  issued: 'deliver',
};

/**
 * The clock after a step at `at`: the one that runs goes on where the state keeps it (examining does not restart the
 * decision's clock), another one begins on that day. Pure: the same input gives the same dates.
 */
export function dueAfter(
  before: Due,
  state: State,
  at: Date,
  item: Limits,
  calendar: Calendar = publishedCalendar,
): Due {
  const rule = ruleOf[state];
  if (!rule) return noDue;
  if (rule === before.dueRule) {
    // Picked by name: what is passed in is usually a whole case.
    const { dueRule, dueFrom, targetOn, fatalOn, dueProvisional, nextAt } = before;
    return { dueRule, dueFrom, targetOn, fatalOn, dueProvisional, nextAt };
  }
  return dueOf(rule, shanghaiDay(at), item, calendar);
}

/** The dates of a clock that began on a day; made again when a calendar changes. */
export function dueOf(rule: DueRule, from: string, item: Limits, calendar: Calendar = publishedCalendar): Due {
  const { target, fatal } = rule === 'decide' ? decisionLimits(item, from) : lawLimits(rule, from);
  const last = dueOn({ from, limit: fatal, calendar });
  const first = dueOn({ from, limit: target, calendar });
  return {
    dueRule: rule,
    dueFrom: from,
    targetOn: first.date < last.date ? first.date : last.date,
    fatalOn: last.date,
    dueProvisional: first.provisional || last.provisional,
    nextAt: rule === 'cure' ? overdueFrom(last.date) : null,
  };
}

function lawLimits(rule: Exclude<DueRule, 'decide'>, from: string): { target: Limit; fatal: Limit } {
  const law = legalLimit(rule, from);
  const limit = { value: law.value, unit: law.unit as Limit['unit'] };
  return { target: limit, fatal: limit };
}
