/** What is done about a hearing (行政许可法 art. 46 to 48): offered, asked for, set, recorded, or done without. */
import { attachFiles } from '#modules/documents';
import { workingDaysBetween, type ClockEvent, type Day } from '#modules/deadlines';
import { nameOfAccounts, postsNow } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { isStaff } from '#platform/permissions';
import { procedures } from '../case.ts';
import { allWaived, askByOf, earliestOf, holdByOf, theApplicant, type Hearing } from '../hearing.ts';
import { paper } from '../papers.ts';
import { caseProblems } from '../problems.ts';
import { readActions, type CaseRow } from '../store.ts';
import { takeStep, type Deed, type StepContext, type Who } from '../take-step.ts';
import { isForOthers } from '../ties.ts';
import { acceptedOn, dayOf, type Dated } from './clock-acts.ts';

const pausedBy = (id: string, day: Pick<ClockEvent, 'on' | 'recordedOn' | 'because'>, plannedEnd: Day): ClockEvent => ({
  ...day,
  id,
  kind: 'paused',
  reason: procedures.hearing,
  law: '行政许可法',
  article: '45',
  plannedEnd,
});

/** Says in writing that the time of the hearing does not count (art. 45). */
const sayPause = (context: StepContext, row: CaseRow, from: Day, plannedEnd: Day, reason: string): Promise<void> =>
  paper(context, row, 'specialProcedureNotice', {
    acceptedOn: acceptedOn(row),
    procedure: procedures.hearing,
    reason,
    startsOn: from,
    plannedWorkingDays: workingDaysBetween(context.calendar, from, plannedEnd),
  });

/** Tells the applicant and whose interests are at stake that they may ask for a hearing, and until when (art. 47). */
export const offerHearing = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { reason: string; parties?: string[] },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'offerHearing', deed, async (row, context) => {
    const { reason, parties = [] } = deed;
    if (row.hearing && row.hearing.state !== 'off') throw caseProblems.hearingUnderWay();
    const today = shanghaiDay(context.now);
    await paper(context, row, 'hearingOffer', {
      acceptedOn: acceptedOn(row),
      reason,
      parties,
      askBy: askByOf(today, context.calendar),
    });
    return { facts: { reason, parties } };
  });

/** On whose behalf an act about the hearing is done: the applicant's own, or somebody's who came to the office. Throws `notAParty`. */
function partyOf({ actor }: Who, row: CaseRow, hearing: Hearing, named: string | undefined): string {
  const by = isForOthers(actor, row) ? (named ?? theApplicant) : theApplicant;
  if (by !== theApplicant && !hearing.parties.includes(by)) throw caseProblems.notAParty({ parties: hearing.parties });
  return by;
}

/**
 * A hearing is asked for, by the applicant or by whose interests are at stake, within five working days of the offer. From here on the
 * clock stands still; the hearing is held within twenty working days. It costs nobody anything.
 */
export const askForHearing = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Dated & { reason?: string; by?: string },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'askForHearing', deed, async (row, context) => {
    const { hearing } = row;
    if (hearing?.state !== 'offered') throw caseProblems.noHearingOffered();
    const by = partyOf(who, row, hearing, deed.by);
    const offeredAt = (await readActions(context.tx, row.id)).findLast(({ kind }) => kind === 'offerHearing')!.at;
    // Nobody asks before it was offered.
    const day = isStaff(who.actor)
      ? dayOf(deed, shanghaiDay(offeredAt), context.now)
      : { on: shanghaiDay(context.now) };
    if (day.on > hearing.askBy!) throw caseProblems.hearingTooLate({ askBy: hearing.askBy });
    const holdBy = holdByOf(day.on, context.calendar);
    await sayPause(context, row, day.on, holdBy, `${by === theApplicant ? '你（单位）' : by}申请听证。`);
    return {
      facts: {
        by,
        ...(deed.reason ? { reason: deed.reason } : {}),
        ...(day.on === shanghaiDay(context.now) ? {} : { on: day.on }),
        clock: pausedBy(deed.actionId, day, holdBy),
      },
    };
  });

/** The request is taken back, or somebody who could ask says that they will not. When nobody is left who could, the case goes on. */
export const waiveHearing = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { reason?: string; by?: string },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'waiveHearing', deed, (row, context) => {
    const { hearing } = row;
    if (!hearing || hearing.state === 'held' || hearing.state === 'off') throw caseProblems.noHearingOffered();
    const by = partyOf(who, row, hearing, deed.by);
    const asked = hearing.state === 'asked' || hearing.state === 'set';
    // What somebody has asked for only they take back; a hearing that the office called is held.
    if (asked && hearing.askedBy !== by) throw caseProblems.notAskedByYou({ askedBy: hearing.askedBy ?? '' });
    const ends = asked || allWaived(hearing, [...hearing.waivedBy, by]);
    const clock: ClockEvent | undefined =
      asked && hearing.pauseId
        ? { id: deed.actionId, kind: 'resumed', on: shanghaiDay(context.now), pause: hearing.pauseId }
        : undefined;
    return { facts: { by, ends, ...(deed.reason ? { reason: deed.reason } : {}), ...(clock ? { clock } : {}) } };
  });

/** Who may preside: anybody but those who examine this case (art. 48 (3)). Throws `presidingExamined`. */
async function mustNotExamine({ tx }: StepContext, row: CaseRow, accountId: string): Promise<void> {
  const examined = (await readActions(tx, row.id)).some(
    (action) => (action.kind === 'examine' || action.kind === 'offerHearing') && action.accountId === accountId,
  );
  if (examined || row.holderId === accountId) throw caseProblems.presidingExamined();
}

interface Setting extends Deed {
  /** When it begins: an instant. */
  heldAt: string;
  place: string;
  presidingAccountId: string;
  /** Why it is moved, or why the office calls it itself (art. 46). */
  reason?: string;
  parties?: string[];
}

/**
 * Sets time, place and who presides, told seven working days before (art. 48). Without a request the office itself calls it, as where a
 * law asks for one or the public is concerned (art. 46).
 */
export const setHearing = (ground: Ground, who: Who, caseId: string, deed: Setting): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'setHearing', deed, async (row, context) => {
    const { heldAt, place, presidingAccountId, reason, parties = [] } = deed;
    const called = !row.hearing || row.hearing.state === 'offered' || row.hearing.state === 'off';
    if (row.hearing?.state === 'held') throw caseProblems.hearingUnderWay();
    if ((called || row.hearing?.state === 'set') && !reason?.trim()) throw caseProblems.hearingReasonMissing();
    const today = shanghaiDay(context.now);
    const on = shanghaiDay(new Date(heldAt));
    const earliest = earliestOf(today, context.calendar);
    const holdBy = row.hearing?.holdBy ?? null;
    // One that is late already is held as soon as it can be.
    const latest = holdBy === null ? null : holdBy > earliest ? holdBy : earliest;
    if (on < earliest || (latest !== null && on > latest)) throw caseProblems.hearingDayWrong({ earliest, latest });
    await mustNotExamine(context, row, presidingAccountId);
    const posts = await postsNow(context.tx, presidingAccountId, context.now);
    const presiding = (await nameOfAccounts(ground.db.aside, [presidingAccountId])).get(presidingAccountId);
    // Of whatever department, but of the staff: an applicant presides over nothing.
    if (!presiding || posts.length === 0) throw caseProblems.noSuchColleague();
    await paper(context, row, 'hearingNotice', {
      heldAt,
      where: place,
      presiding,
      parties: row.hearing?.parties ?? parties,
      ...(reason ? { reason } : {}),
      called,
    });
    if (called) await sayPause(context, row, today, on, reason!);
    return {
      facts: {
        heldAt,
        place,
        presiding,
        presidingAccountId,
        ...(reason ? { reason } : {}),
        ...(called
          ? { parties: row.hearing?.parties ?? parties, clock: pausedBy(deed.actionId, { on: today }, on) }
          : {}),
      },
    };
  });

interface Recorded extends Dated {
  /** False: nobody who had asked for it came, and none was held. */
  held: boolean;
  /** Who was there. */
  present: string[];
  /** What was said: facts, evidence, law, as the parties put them. */
  record: string;
  /** What the presiding officer concludes. */
  outcome: string;
  fileIds?: string[];
}

/** The record of the hearing, by which the case is decided (art. 48 (5)). The clock runs again. */
export const recordHearing = (ground: Ground, who: Who, caseId: string, deed: Recorded): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'recordHearing', deed, async (row, context) => {
    const { hearing } = row;
    if (hearing?.state !== 'set') throw caseProblems.noHearingSet();
    const setOn = shanghaiDay(new Date(hearing.at!));
    const day = dayOf(deed, row.dueFrom!, context.now);
    if (day.on < setOn || context.now < new Date(hearing.at!)) throw caseProblems.hearingNotYet({ on: setOn });
    const { held, present, record, outcome, fileIds = [] } = deed;
    if (fileIds.length > 0)
      await attachFiles(context.tx, { fileIds, ownerId: who.actor.accountId!, subjectKind: 'case', subjectId: caseId });
    await paper(context, row, 'hearingRecord', {
      heldAt: hearing.at!,
      where: hearing.place!,
      presiding: hearing.presiding!,
      held,
      present,
      record,
      outcome,
    });
    const clock: ClockEvent = { ...day, id: deed.actionId, kind: 'resumed', pause: hearing.pauseId! };
    const late = day.on === shanghaiDay(context.now) ? {} : { on: day.on };
    return { facts: { held, present, record, outcome, fileIds, ...late, clock } };
  });
