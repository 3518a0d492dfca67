/** What happens to the clock of a decision: special procedures (行政许可法 art. 45) and, now and then, more time (art. 42). */
import { addDays, isWorkingDay, publishedCalendar, workingDaysBetween, type ClockEvent } from '#modules/deadlines';
import { dueAfterAction, procedures, type CaseRow } from '#modules/cases';
import { shanghaiDay } from '#platform/clock';
import { paper } from './history.ts';
import { standingOf } from './intake.ts';
import { workday } from './office-time.ts';
import type { Course, Planned } from './planned.ts';

const acceptedOn = (row: CaseRow, at: Date): string => shanghaiDay(row.acceptedAt ?? at);

/** The working day so many after a day. */
export function workingDayAfter(day: string, days: number): string {
  let date = day;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (isWorkingDay(publishedCalendar, date)) left -= 1;
  }
  return date;
}

const why = {
  expertReview: '该申请涉及专业技术问题，须经专家评审。',
  inspection: '须对场所和设施现场检验。',
  testing: '须对样品检测后才能作出决定。',
  appraisal: '须由鉴定机构出具意见。',
} as const;

/** A special procedure between two instants: begun, told in writing, and ended. */
export function specialProcedure(course: Course, from: Date, days: number, steps: Planned[]): Date {
  const { world, history, departmentId } = course;
  const { random } = history;
  const who = standingOf(random.pick(world.staff.examiners.get(departmentId)!));
  const procedure = random.pick(['expertReview', 'inspection', 'testing', 'appraisal'] as const);
  const on = shanghaiDay(from);
  const plannedEnd = workingDayAfter(on, days);
  const endsAt = world.time.after(from, days * workday * (0.6 + 0.5 * random.next()));
  let pauseId = '';
  steps.push(
    {
      at: from,
      kind: 'pause',
      who,
      facts: (_, id) => {
        pauseId = id;
        const clock: ClockEvent = {
          id,
          kind: 'paused',
          on,
          reason: procedures[procedure],
          law: '行政许可法',
          article: '45',
          plannedEnd,
        };
        return { procedure, reason: why[procedure], plannedEnd, fileIds: [], clock };
      },
      also: (now) =>
        paper(now, 'specialProcedureNotice', from, {
          acceptedOn: acceptedOn(now.row, from),
          procedure: procedures[procedure],
          reason: why[procedure],
          startsOn: on,
          plannedWorkingDays: workingDaysBetween(publishedCalendar, on, plannedEnd),
        }),
    },
    {
      at: endsAt,
      kind: 'resume',
      who,
      facts: (_, id) => ({
        procedure: procedures[procedure],
        fileIds: [],
        reason: '已出具意见，符合要求。',
        clock: { id, kind: 'resumed', on: shanghaiDay(endsAt), pause: pauseId } satisfies ClockEvent,
      }),
    },
  );
  return endsAt;
}

const moreTime = '涉及多个场所，需要逐一核查';

/** The examiner asks for more time, and the head approves it or does not. */
export function extension(course: Course, at: Date, steps: Planned[]): void {
  const { world, history, departmentId } = course;
  const { random, matter } = history;
  const days = random.pick([5, 10]);
  const head = random.pick(world.staff.heads.get(departmentId)!);
  const examiner = standingOf(random.pick(world.staff.examiners.get(departmentId)!));
  const asked = { days, reason: moreTime };
  steps.push({ at, kind: 'askExtension', who: examiner, facts: asked });
  const decidedAt = world.time.after(at, random.whole(5, 60));
  if (random.chance(0.2)) {
    const reason = '材料已经齐全，请按期办结。';
    steps.push({ at: decidedAt, kind: 'declineExtension', who: standingOf(head), facts: { reason } });
    return;
  }
  const eventOf = (id: string): ClockEvent => ({
    id,
    kind: 'extended',
    on: shanghaiDay(decidedAt),
    days,
    reason: moreTime,
    law: '行政许可法',
    article: '42',
    approvedBy: head.name,
  });
  steps.push({
    at: decidedAt,
    kind: 'extend',
    who: standingOf(head),
    facts: (_, id) => ({ ...asked, clock: eventOf(id) }),
    also: (now) => {
      const { row } = now;
      const clock = eventOf('');
      const due = dueAfterAction(
        row,
        { kind: 'extend', toState: row.state, at: decidedAt, facts: { clock } },
        matter.body,
        publishedCalendar,
      );
      paper(now, 'extensionNotice', decidedAt, {
        acceptedOn: acceptedOn(row, decidedAt),
        wasDueOn: row.fatalOn!,
        dueOn: due.fatalOn!,
        workingDays: days,
        reason: moreTime,
        approvedBy: head.name,
        provisional: due.dueProvisional,
      });
    },
  });
}
