/** What is done to the clock of the decision: special procedures (行政许可法 art. 45), extension (art. 42), mistakes put right. */
import { attachFiles } from '#modules/documents';
import { legalLimit, workingDaysBetween, type ClockEvent, type Day } from '#modules/deadlines';
import { nameOfAccounts } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { procedures, type Procedure } from '../case.ts';
import { dueAfterAction, openPauses, standingEvents } from '../clocks.ts';
import { paper } from '../papers.ts';
import { caseProblems } from '../problems.ts';
import type { CaseRow } from '../store.ts';
import { takeStep, type Deed, type Who } from '../take-step.ts';
import { postFor } from '../ties.ts';

/** A day in the past needs a reason: a clock is not set back in silence. */
export interface Dated extends Deed {
  on?: Day;
  because?: string;
}

/** The day of an event and, for one in the past, when and why it was written down. Throws `cases.clockDayWrong`. */
export function dayOf(deed: Dated, from: Day, now: Date): Pick<ClockEvent, 'on' | 'recordedOn' | 'because'> {
  const today = shanghaiDay(now);
  const { on = today, because } = deed;
  if (on < from || on > today || (on < today && !because?.trim()))
    throw caseProblems.clockDayWrong({ from, today, needsReason: on >= from && on < today });
  return on === today ? { on } : { on, recordedOn: today, because: because! };
}

export const acceptedOn = (row: CaseRow): Day => shanghaiDay(row.acceptedAt!);

/**
 * A special procedure begins: its time does not count, and the applicant is told in writing how long it will take. The clock
 * stands still from this day on.
 */
export const pause = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Dated & { procedure: Procedure; reason: string; plannedEnd: Day; fileIds?: string[] },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'pause', deed, async (row, context) => {
    const { procedure, reason, plannedEnd, fileIds = [] } = deed;
    const day = dayOf(deed, row.dueFrom!, context.now);
    if (plannedEnd < day.on || plannedEnd < shanghaiDay(context.now))
      throw caseProblems.plannedEndWrong({ from: shanghaiDay(context.now) });
    if (fileIds.length > 0)
      await attachFiles(context.tx, { fileIds, ownerId: who.actor.accountId!, subjectKind: 'case', subjectId: caseId });
    await paper(context, row, 'specialProcedureNotice', {
      acceptedOn: acceptedOn(row),
      procedure: procedures[procedure],
      reason,
      startsOn: day.on,
      plannedWorkingDays: workingDaysBetween(context.calendar, day.on, plannedEnd),
    });
    const clock: ClockEvent = {
      ...day,
      id: deed.actionId,
      kind: 'paused',
      reason: procedures[procedure],
      law: '行政许可法',
      article: '45',
      plannedEnd,
      ...(fileIds[0] ? { evidence: fileIds[0] } : {}),
    };
    return { facts: { procedure, reason, plannedEnd, fileIds, clock } };
  });

/** A special procedure has ended: the clock runs again, unless another one still holds it. */
export const resume = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Dated & { pauseId: string; outcome?: string; fileIds?: string[] },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'resume', deed, async (row, { tx, now }) => {
    const { pauseId, outcome, fileIds = [] } = deed;
    const open = openPauses(row).find(({ id }) => id === pauseId);
    if (!open) throw caseProblems.notPaused();
    if (pauseId === row.hearing?.pauseId) throw caseProblems.endsWithRecord();
    const day = dayOf(deed, open.on, now);
    if (fileIds.length > 0)
      await attachFiles(tx, { fileIds, ownerId: who.actor.accountId!, subjectKind: 'case', subjectId: caseId });
    const clock: ClockEvent = { ...day, id: deed.actionId, kind: 'resumed', pause: pauseId };
    return { facts: { procedure: open.reason, fileIds, ...(outcome ? { reason: outcome } : {}), clock } };
  });

/** Whether so many days more can still be given. Throws with how many are left, or why none can be. */
function mustBeExtendable(row: CaseRow, days: number, now: Date): void {
  const most = legalLimit('extendDecision', row.dueFrom!).value;
  const given = standingEvents(row).reduce((sum, event) => sum + (event.kind === 'extended' ? event.days : 0), 0);
  if (days > most - given) throw caseProblems.extendedTooLong({ most, left: most - given });
  if (row.fatalOn === null) throw caseProblems.clockStandsStill();
  if (shanghaiDay(now) > row.fatalOn) throw caseProblems.alreadyOverdue({ fatalOn: row.fatalOn });
}

interface Wished extends Deed {
  /** In the unit of the limit: working days, as a rule. */
  days: number;
  reason: string;
}

/** Asks the head for more time; the head's list shows it. */
export const askExtension = (ground: Ground, who: Who, caseId: string, deed: Wished): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'askExtension', deed, (row, { now }) => {
    mustBeExtendable(row, deed.days, now);
    return { facts: { days: deed.days, reason: deed.reason } };
  });

/** Who approves, as the notice says it: whoever stands in for an absent head says for whom. */
async function approverOf(ground: Ground, row: CaseRow, { actor }: Who): Promise<string> {
  const absent = postFor(actor, row, 'extend')?.standsInFor;
  if (!absent) return actor.name;
  const names = await nameOfAccounts(ground.db.aside, [absent]);
  return `${actor.name}（代${names.get(absent) ?? '负责人'}）`;
}

/** Ten working days more at the most, approved before the last day is over, and the applicant is told why. */
export const extend = (ground: Ground, who: Who, caseId: string, deed: Wished): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'extend', deed, async (row, context) => {
    const { days, reason } = deed;
    mustBeExtendable(row, days, context.now);
    const approvedBy = await approverOf(ground, row, who);
    const clock: ClockEvent = {
      id: deed.actionId,
      kind: 'extended',
      on: shanghaiDay(context.now),
      days,
      reason,
      law: '行政许可法',
      article: '42',
      approvedBy,
    };
    const action = { kind: 'extend', toState: row.state, at: context.now, facts: { clock } } as const;
    const due = dueAfterAction(row, action, context.item.body, context.calendar);
    await paper(context, row, 'extensionNotice', {
      acceptedOn: acceptedOn(row),
      wasDueOn: row.fatalOn!,
      dueOn: due.fatalOn!,
      workingDays: days,
      reason,
      approvedBy,
      provisional: due.dueProvisional,
    });
    return { facts: { days, reason, clock } };
  });

/** The head does not give more time. */
export const declineExtension = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { reason: string },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'declineExtension', deed, (row) => {
    if (row.wants !== 'extension') throw caseProblems.nothingAsked();
    return { facts: { reason: deed.reason } };
  });

/** Takes back what was written to the clock by mistake: it stays in the history, and the dates are as if it had never been. */
export const cancelClock = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { eventId: string; reason: string },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'cancelClock', deed, (row, context) => {
    const { eventId, reason } = deed;
    const event = standingEvents(row).find(({ id }) => id === eventId);
    if (!event) throw caseProblems.noSuchClockEvent();
    const ofHearing = event.kind === 'resumed' ? event.pause : event.id;
    if (ofHearing === row.hearing?.pauseId) throw caseProblems.endsWithRecord();
    const on = shanghaiDay(context.now);
    const clock: ClockEvent = { id: deed.actionId, kind: 'cancelled', on, cancels: eventId, because: reason };
    return { facts: { reason, clock } };
  });
