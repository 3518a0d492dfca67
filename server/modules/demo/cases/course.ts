/**
 * The course of a case from its acceptance on: planned as a list of steps with their instants, then taken one after the other
 * until the day on which the district stands.
 */
import { dueAfter, type CaseRow } from '#modules/cases';
import { addDays, publishedCalendar } from '#modules/deadlines';
import { shanghaiDay, startOfDay } from '#platform/clock';
import { extension, specialProcedure } from './clock-steps.ts';
import { basisOf, resultPaper, serve } from './course-papers.ts';
import { feeSteps, refund } from './fees.ts';
import { hearingSteps, heardOn } from './hearing-steps.ts';
import { paper, type Who } from './history.ts';
import { standingOf } from './intake.ts';
import { workday } from './office-time.ts';
import type { Course, Planned } from './planned.ts';
import { promiseSteps, toleranceSteps } from './undertaking-steps.ts';
import { beginChecks, deliveryAfter, isWithheld, undertake, undertakenFacts } from './undertakings.ts';
import { say, sayings } from './world.ts';

/** The step of acceptance at an instant, with its notice. */
export function acceptance({ front, history: own }: Course, at: Date): Planned {
  const who = standingOf(front);
  return {
    at,
    kind: 'accept',
    who,
    facts: () => undertakenFacts(own),
    changes: (row) => ({ acceptedAt: at, holderId: row.holderId ?? who.accountId }),
    also: (history) => {
      const { row, matter } = history;
      const due = dueAfter(row, 'accepted', at, matter.body, publishedCalendar);
      paper(history, 'acceptanceNotice', at, {
        acceptedOn: shanghaiDay(at),
        ...(due.fatalOn ? { dueOn: due.fatalOn } : {}),
        ...(due.targetOn ? { promisedOn: due.targetOn } : {}),
        provisional: due.dueProvisional,
      });
      undertake(history, at);
    },
  };
}

/** Minutes of work until the decision, by what was promised. */
function workUntilDecision({ history, fate }: Course): number {
  const { body } = history.matter;
  const promised = body.promisedLimit ?? body.statutoryLimit ?? { value: 20, unit: 'workingDay' };
  const days = promised.unit === 'workingDay' ? promised.value : (promised.value * 5) / 7;
  if (body.immediate || days === 0) return history.random.whole(8, 90);
  const fatal = body.statutoryLimit?.unit === 'workingDay' ? body.statutoryLimit.value : Math.max(20, days);
  if (fate.overdue) return (fatal + 1) * workday;
  // Late for the promise is not yet late for the law.
  const work = days * workday * fate.pace;
  return fate.pace > 1 && fate.pace < 2 ? Math.min(work, Math.max(fatal - 0.5, days) * workday) : work;
}

/**
 * A decision: granted with its result, or refused. `cured` says until when the result waits for what is to follow. Returns when the result
 * is there.
 */
function decision(course: Course, at: Date, cured: Date | 'never' | undefined, steps: Planned[]): Date | 'never' {
  const { world, history, fate, front } = course;
  const { random, matter } = history;
  const head = standingOf(random.pick(world.staff.heads.get(course.departmentId)!));
  const acceptedOn = (row: CaseRow): string => shanghaiDay(row.acceptedAt ?? at);
  if (fate.ending === 'refused') {
    const reason = say(history, sayings.refuse);
    steps.push({
      at,
      kind: 'refuse',
      who: head,
      facts: { reason },
      changes: { decidedAt: at, outcome: 'refused' },
      also: (now) =>
        paper(now, 'decisionRefuse', at, {
          acceptedOn: acceptedOn(now.row),
          ...heardOn(now.row),
          reasons: [reason],
          basis: basisOf(matter),
          ...world.remedies,
        }),
    });
    return at;
  }
  const waits = cured !== undefined && (cured === 'never' || cured > at);
  const together = (matter.body.immediate || random.chance(0.45)) && fate.until !== 'granted' && !waits;
  const opinion = random.chance(0.6) ? { opinion: random.pick(sayings.grant) } : {};
  const from = waits && cured !== 'never' ? cured : at;
  const issuedAt = together ? at : world.time.after(from, random.whole(15, workday));
  steps.push({
    at,
    kind: 'grant',
    who: head,
    facts: () => ({ ...opinion, ...deliveryAfter(history, at).facts }),
    changes: { decidedAt: at, outcome: 'granted' },
    also: (now) => {
      paper(now, 'decisionGrant', at, {
        acceptedOn: acceptedOn(now.row),
        ...heardOn(now.row),
        basis: basisOf(matter),
        ...(matter.body.result ? { resultName: matter.body.result.name } : {}),
        ...deliveryAfter(now, at).paper,
      });
      beginChecks(now, at);
      if (together) resultPaper(now, at);
    },
  });
  promiseSteps(course, at, steps);
  if (cured === 'never') return 'never';
  making(issuedAt, together ? head : standingOf(front), steps);
  return issuedAt;
}

/** Makes out the result, unless the decision did so or something that is to follow holds it back. */
function making(at: Date, who: Who, steps: Planned[]): void {
  steps.push({
    at,
    kind: 'issue',
    who,
    when: (now) => !isWithheld(now),
    also: (now) => {
      if (!now.papers.some(({ kind }) => kind === 'resultProof')) resultPaper(now, at);
    },
  });
}

/** Hands the result over and closes the case. */
export function delivering(course: Course, at: Date, who: Who, steps: Planned[]): void {
  const { delivery, history } = course;
  const proof = delivery === 'posted' ? `云溪邮政 ${history.random.whole(1_000_000_000, 9_999_999_999)}` : undefined;
  const to = delivery === 'collected' ? history.row.applicantName : undefined;
  const said = { ...(to ? { to } : {}), ...(proof ? { proof } : {}) };
  steps.push(
    {
      at,
      kind: 'deliver',
      who,
      facts: { way: delivery, ...said },
      also: (now) => serve(now, at, who, { way: delivery, ...said }),
    },
    { at, kind: 'close', who },
  );
}

/** When and by whom the result is handed over: at the counter where people came, or from the department's desk. */
function handOver(course: Course, ready: Date, steps: Planned[]): void {
  const { world, delivery, history, clerk, front } = course;
  const { random } = history;
  const counter = clerk && world.staff.counters.get(clerk.outletId!);
  const work =
    delivery === 'electronic' ? random.whole(1, 40)
    : delivery === 'posted' ? workday * (0.4 + 1.2 * random.next())
    : workday * (0.3 + (random.chance(0.02) ? 11 : 6) * random.next() ** 2); // prettier-ignore
  const who = counter ? random.pick(counter) : front;
  delivering(course, world.time.after(ready, work), standingOf(who), steps);
}

/** Who examines: the one who accepted if an examiner did, else a colleague to whom the case is handed; after the hearing, if there is one. */
function examination(course: Course, accepted: Date, heard: Date, decidedAt: Date, steps: Planned[]): void {
  const { world, history, front, fate, arrival } = course;
  const { random } = history;
  const who = standingOf(front);
  const named = arrival.story?.examiner;
  const examiners = world.staff.examiners.get(course.departmentId)!;
  const examiner = named ? world.members.get(named)! : front.role === 'examiner' ? front : random.pick(examiners);
  const span = world.time.minutesAt(decidedAt) - world.time.minutesAt(accepted);
  const left = world.time.minutesAt(decidedAt) - world.time.minutesAt(heard);
  if (examiner !== front)
    steps.push({
      at: world.time.after(accepted, Math.min(span * 0.1, random.whole(4, 90))),
      kind: 'handOver',
      who,
      facts: (row) => ({ from: row.holderId, to: examiner.accountId }),
      changes: { holderId: examiner.accountId },
    });
  const proposal = fate.ending === 'refused' ? 'refuse' : 'grant';
  if (fate.note)
    steps.push({
      at: world.time.after(accepted, span * 0.3),
      kind: 'note',
      who: standingOf(examiner),
      facts: { text: say(history, sayings.note) },
    });
  if (random.chance(0.12) && !arrival.story) return;
  steps.push({
    at: world.time.after(heard, left * (0.45 + 0.4 * random.next())),
    kind: 'examine',
    who: standingOf(examiner),
    facts: { opinion: say(history, proposal === 'refuse' ? sayings.opinionRefuse : sayings.opinionGrant), proposal },
  });
}

/** A number that was mistyped is put right. */
function correction({ world, history, front }: Course, accepted: Date, steps: Planned[]): void {
  const { random, matter, actions, row } = history;
  const answers = actions[0]!.facts.answers as Record<string, unknown>;
  const field = Object.entries(matter.body.form.properties).find(
    ([name, { 'x-widget': widget }]) => widget === 'phone' && answers[name],
  );
  if (!field) return;
  const [name, { title }] = field;
  const is = `1990000${String(random.whole(0, 9999)).padStart(4, '0')}`;
  const reason = random.pick(sayings.correct);
  const at = world.time.after(accepted, random.whole(1, 4));
  steps.push({
    at,
    kind: 'correct',
    who: standingOf(front),
    facts: { reason, answers: { [name]: is }, ...(matter.body.renewal ? { expiresOn: row.expiresOn } : {}) },
    also: (now) => paper(now, 'correction', at, { changes: [{ what: title, was: String(answers[name]), is }], reason }),
  });
}

/** The applicant takes the application back. */
export function withdrawal(course: Course, at: Date, steps: Planned[]): void {
  const { by, history } = course;
  const reason = say(history, sayings.withdraw);
  steps.push({
    at,
    kind: 'withdraw',
    who: by,
    facts: { reason },
    also: (now) =>
      paper(now, 'withdrawal', at, {
        submittedOn: shanghaiDay(now.row.submittedAt),
        cause: 'withdrawn',
        reason,
        endedOn: shanghaiDay(at),
      }),
  });
}
/** All that follows the acceptance. */
export function afterAcceptance(course: Course, ready: Date): Planned[] {
  const { world, history, fate } = course;
  // What is decided at once (即办件) is not begun when the day is nearly over.
  const left = workday - (world.time.minutesAt(ready) % workday);
  const accepted =
    history.matter.body.immediate && left < 100 ? world.time.after(ready, left + history.random.whole(2, 40)) : ready;
  const steps: Planned[] = [acceptance(course, accepted)];
  let decidedAt = world.time.after(accepted, workUntilDecision(course));
  if (fate.correct) correction(course, accepted, steps);
  if (fate.ending === 'withdraw') {
    const paidAt = feeSteps(course, accepted, steps) as Date | undefined;
    const mindChanged = world.time.after(
      accepted,
      (world.time.minutesAt(decidedAt) - world.time.minutesAt(accepted)) * 0.4,
    );
    const at = paidAt && paidAt >= mindChanged ? world.time.after(paidAt, 20) : mindChanged;
    withdrawal(course, at, steps);
    if (paidAt) refund(course, world.time.after(at, history.random.whole(30, workday)), steps);
    return steps;
  }
  if (fate.procedureDays > 0) {
    const span = world.time.minutesAt(decidedAt) - world.time.minutesAt(accepted);
    const began = world.time.after(accepted, span * 0.3);
    const ended = specialProcedure(course, began, fate.procedureDays, steps);
    decidedAt = world.time.after(ended, span * 0.7);
  }
  let heard = accepted;
  if (fate.hearing) {
    const span = world.time.minutesAt(decidedAt) - world.time.minutesAt(accepted);
    heard = hearingSteps(course, world.time.after(accepted, span * 0.3), steps);
    decidedAt = world.time.after(heard, span * 0.7);
  }
  if (fate.moreTime) extension(course, world.time.after(accepted, workday * 0.8), steps);
  const cured = fate.ending === 'granted' ? toleranceSteps(course, accepted, steps) : undefined;
  let madeOut: Date | 'never';
  if (fate.silent) {
    madeOut = world.time.after(startOfDay(addDays(history.row.expiresOn!, 1)), history.random.whole(20, workday));
    making(madeOut, standingOf(course.front), steps);
  } else {
    if (!history.matter.body.immediate) examination(course, accepted, heard, decidedAt, steps);
    madeOut = decision(course, decidedAt, cured, steps);
  }
  const settled = feeSteps(course, accepted, steps);
  if (settled !== 'never' && madeOut !== 'never')
    handOver(course, settled && settled > madeOut ? settled : madeOut, steps);
  return steps;
}
