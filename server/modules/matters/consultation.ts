/** The rules of asking another department for its opinion (征求意见). Pure. */
import { dueOn, overdueFrom, type Calendar } from '#modules/deadlines';
import { startOfDay } from '#platform/clock';
import type { Policy } from './life-event.ts';

export const consultationStates = ['asked', 'agreed', 'disagreed', 'conditional', 'silent', 'recalled'] as const;
export type ConsultationState = (typeof consultationStates)[number];

/** Its own clock, in working days; the clock of the case does not stand still for it. */
export function timeOf(
  askedOn: string,
  days: number,
  calendar: Calendar,
): { dueOn: string; provisional: boolean; nextAt: Date } {
  const due = dueOn({ from: askedOn, limit: { value: days, unit: 'workingDay' }, calendar });
  return { dueOn: due.date, provisional: due.provisional, nextAt: overdueFrom(due.date) };
}

/** When the silence of a department is told to people: at nine on the first working day after its last one. */
export const whenEscalated = (last: string, calendar: Calendar): Date =>
  new Date(
    startOfDay(dueOn({ from: last, limit: { value: 1, unit: 'workingDay' }, calendar }).date).getTime() + 9 * 3_600_000,
  );

/** What the rule does when the time of an unanswered consultation is over. */
export const whenOver = (silenceIsConsent: boolean): 'consent' | 'escalate' =>
  silenceIsConsent ? 'consent' : 'escalate';

interface Stand {
  state: ConsultationState;
  policy: Policy | null;
}

/**
 * What consultations keep from being decided. A case by itself, and one of a matter that collects opinions: nothing is decided before all
 * were heard. Where all must agree, a department that does not agree leaves only a refusal, which need not wait. Where the first refusal
 * stops, a department that does not agree decides it at once.
 */
export function hindered(
  all: readonly Stand[],
): { grant: boolean; refuse: boolean; why: 'opinionsOpen' | 'notAgreed' } | undefined {
  const counting = all.filter(({ state }) => state !== 'recalled');
  const open = counting.some(({ state }) => state === 'asked');
  const against = counting.some(({ state }) => state === 'disagreed');
  const policy = counting[0]?.policy ?? null;
  const binds = policy === 'allMustAgree' || policy === 'firstRefusalStops';
  if (against && binds) return { grant: true, refuse: false, why: 'notAgreed' };
  if (open) return { grant: true, refuse: true, why: 'opinionsOpen' };
  return undefined;
}
