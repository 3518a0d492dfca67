/** Hearings (行政许可法 art. 46 to 48): offered, asked for or done without, set, recorded. */
import { askByOf, earliestOf, holdByOf, procedures, theApplicant, type CaseRow } from '#modules/cases';
import { addDays, publishedCalendar, workingDaysBetween, type ClockEvent } from '#modules/deadlines';
import { shanghaiDay, startOfDay } from '#platform/clock';
import { workingDayAfter } from './clock-steps.ts';
import { paper, type Who } from './history.ts';
import { standingOf } from './intake.ts';
import { workday } from './office-time.ts';
import { later, type Course, type Planned } from './planned.ts';
import { sayings } from './world.ts';

const acceptedOn = (row: CaseRow): string => shanghaiDay(row.acceptedAt!);
/** Half past nine in the morning. */
const morning = (day: string): Date => later(startOfDay(day), 9.5 * 60);

/** Somebody asks for the hearing, and the clock stands still. Returns the id of the pause once it is there. */
function ask({ by, history }: Course, at: Date, steps: Planned[]): () => string {
  const on = shanghaiDay(at);
  const plannedEnd = holdByOf(on, publishedCalendar);
  let pauseId = '';
  const reason = history.random.pick(sayings.hearingAsked);
  steps.push({
    at,
    kind: 'askForHearing',
    who: by,
    facts: (_, id) => {
      pauseId = id;
      const clock: ClockEvent = {
        id,
        kind: 'paused',
        on,
        reason: procedures.hearing,
        law: '行政许可法',
        article: '45',
        plannedEnd,
      };
      return { by: theApplicant, reason, clock };
    },
    also: (now) =>
      paper(now, 'specialProcedureNotice', at, {
        acceptedOn: acceptedOn(now.row),
        procedure: procedures.hearing,
        reason: '你（单位）申请听证。',
        startsOn: on,
        plannedWorkingDays: workingDaysBetween(publishedCalendar, on, plannedEnd),
      }),
  });
  return () => pauseId;
}

/** Time, place and who presides are told; and the record of it, or that nobody came. Returns when the record is there. */
function hold(
  { history, world, fate, departmentId }: Course,
  at: Date,
  { who, pauseId, parties }: { who: Who; pauseId: () => string; parties: string[] },
  steps: Planned[],
): Date {
  const { random, row } = history;
  const presiding = random.pick(world.staff.heads.get(departmentId)!);
  const day = workingDayAfter(earliestOf(shanghaiDay(at), publishedCalendar), random.whole(0, 2));
  const heldAt = morning(day).toISOString();
  const place = `${world.departments.get(departmentId)!.name}三楼听证室`;
  const said = { heldAt, where: place, presiding: presiding.name };
  steps.push({
    at,
    kind: 'setHearing',
    who,
    facts: { heldAt, place, presiding: presiding.name, presidingAccountId: presiding.accountId },
    also: (now) => paper(now, 'hearingNotice', at, { ...said, parties, called: false }),
  });
  const recordedAt = later(new Date(heldAt), 100 + 30 * random.next());
  const held = fate.hearing !== 'nobodyComes';
  const record = held ? random.pick(sayings.hearingRecords) : '主持人核对到场人员，申请人没有到场。';
  const outcome = random.pick(
    held ? (fate.ending === 'refused' ? sayings.hearingRefused : sayings.hearingGranted) : sayings.hearingNobody,
  );
  const present = held ? [`${row.applicantName}（申请人）`, ...parties] : parties;
  steps.push({
    at: recordedAt,
    kind: 'recordHearing',
    who,
    facts: (_, id) => ({
      held,
      present,
      record,
      outcome,
      fileIds: [],
      clock: { id, kind: 'resumed', on: day, pause: pauseId() } satisfies ClockEvent,
    }),
    also: (now) => paper(now, 'hearingRecord', recordedAt, { ...said, held, present, record, outcome }),
  });
  return recordedAt;
}

/** Who examines, and so offers it: a colleague presides. */
function examinerOf({ world, history, arrival, departmentId, front }: Course) {
  const named = arrival.story?.examiner;
  if (named) return standingOf(world.members.get(named)!);
  return standingOf(front.role === 'examiner' ? front : history.random.pick(world.staff.examiners.get(departmentId)!));
}

/** A hearing from its offer on. Returns from when the case can be decided. */
export function hearingSteps(course: Course, from: Date, steps: Planned[]): Date {
  const { history, world, fate, by } = course;
  const { random } = history;
  const { time } = world;
  const who = examinerOf(course);
  const reason = random.pick(sayings.hearingReasons);
  const parties = random.some(sayings.hearingParties, random.whole(1, 2));
  const askBy = askByOf(shanghaiDay(from), publishedCalendar);
  steps.push({
    at: from,
    kind: 'offerHearing',
    who,
    facts: { reason, parties },
    also: (now) => paper(now, 'hearingOffer', from, { acceptedOn: acceptedOn(now.row), reason, parties, askBy }),
  });
  if (fate.hearing === 'nobodyAsks') return startOfDay(addDays(askBy, 1));
  if (fate.hearing === 'waived') {
    const said = random.pick(sayings.hearingWaived);
    let at = time.after(from, workday * (0.2 + random.next()));
    steps.push({ at, kind: 'waiveHearing', who: by, facts: { by: theApplicant, ends: false, reason: said } });
    parties.forEach((party, i) => {
      at = time.after(at, random.whole(20, 200));
      const ends = i === parties.length - 1;
      steps.push({ at, kind: 'waiveHearing', who, facts: { by: party, ends, reason: said } });
    });
    return at;
  }
  const askedAt = time.after(from, workday * (0.4 + 2.8 * random.next()));
  const pauseId = ask(course, askedAt, steps);
  if (fate.hearing === 'takenBack') {
    const at = time.after(askedAt, workday * (0.5 + 2 * random.next()));
    const back = random.pick(sayings.hearingTakenBack);
    steps.push({
      at,
      kind: 'waiveHearing',
      who: by,
      facts: (_, id) => ({
        by: theApplicant,
        ends: true,
        reason: back,
        clock: { id, kind: 'resumed', on: shanghaiDay(at), pause: pauseId() } satisfies ClockEvent,
      }),
    });
    return at;
  }
  return hold(course, time.after(askedAt, workday * (0.2 + 0.8 * random.next())), { who, pauseId, parties }, steps);
}

/** The day on which a hearing was held, as the decision names it. */
export const heardOn = ({ hearing }: CaseRow): { hearingOn?: string } =>
  hearing?.heldOn ? { hearingOn: hearing.heldOn } : {};
