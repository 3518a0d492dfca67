/** From an application to all that became of it until the day on which the district stands. */
import { after, dueAfter } from '#modules/cases';
import { publishedCalendar } from '#modules/deadlines';
import { shanghaiDay } from '#platform/clock';
import type { Arrival } from './arrivals.ts';
import { actByRule } from './by-rule.ts';
import { acceptance, afterAcceptance, delivering, withdrawal } from './course.ts';
import { basisOf, resultPaper } from './course-papers.ts';
import { fateOf } from './fate.ts';
import { feeSteps } from './fees.ts';
import { paper, rule, step, type History } from './history.ts';
import { begin, handOne, standingOf } from './intake.ts';
import { workday } from './office-time.ts';
import { later, type Course, type Planned } from './planned.ts';
import { promiseSteps } from './undertaking-steps.ts';
import { beginChecks, deliveryAfter, hasLeftOut, type Barred } from './undertakings.ts';
import { say, sayings, type World } from './world.ts';

/** Takes the steps in their order until the end of time or the state at which a story stops. */
function takeSteps(course: Course, steps: Planned[]): void {
  const { history, world, fate } = course;
  steps.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, kind, who, facts = {}, changes = {}, also, when } of steps) {
    if (at >= world.end || history.row.state === fate.until) break;
    if (fate.upTo && history.actions.some((action) => action.kind === fate.upTo)) break;
    actByRule(history, at, world);
    const { row } = history;
    // What somebody had in mind came too late.
    if (!after(row.state, kind) || when?.(history) === false) continue;
    also?.(history);
    step(history, kind, at, who, facts, typeof changes === 'function' ? changes(row) : changes);
  }
  actByRule(history, world.end, world);
}

/** An immediate item at the counter: accepted, decided and made out in one act, and handed over (即办件). */
function atOnce(course: Course): Planned[] {
  const { world, history, front, delivery } = course;
  const { random, matter } = history;
  const at = history.row.submittedAt;
  const who = standingOf(front);
  const steps: Planned[] = [
    acceptance(course, at),
    {
      at,
      kind: 'grant',
      who,
      changes: { decidedAt: at, outcome: 'granted' },
      also: (now) => {
        paper(now, 'decisionGrant', at, {
          acceptedOn: shanghaiDay(at),
          basis: basisOf(matter),
          ...(matter.body.result ? { resultName: matter.body.result.name } : {}),
          ...deliveryAfter(now, at).paper,
        });
        beginChecks(now, at);
        resultPaper(now, at);
      },
    },
    { at, kind: 'issue', who },
  ];
  promiseSteps(course, at, steps);
  const ready = delivery === 'posted' ? world.time.after(at, workday * 0.8) : later(at, 4 + 6 * random.next());
  const settled = feeSteps(course, at, steps);
  if (settled !== 'never') delivering(course, settled && settled > ready ? later(settled, 1) : ready, who, steps);
  return steps;
}

/** Endings at the front desk: in writing, with reasons and remedies (行政许可法 art. 32). */
function turnedAway(course: Course, at: Date): Planned[] {
  const { history, front, fate, world } = course;
  const { random, matter } = history;
  const who = standingOf(front);
  const kinds = {
    refuseAcceptance: ['nonAcceptance', sayings.refuseAcceptance],
    sayNotNeeded: ['noLicenceNeeded', sayings.notNeeded],
    referOut: ['referral', []],
  } as const;
  const kind = fate.ending as keyof typeof kinds;
  const [document, reasons] = kinds[kind];
  const [place, office] = random.pick(sayings.offices.filter((_, i) => i > 0 || history.row.personId !== null));
  const reason = kind === 'referOut' ? place! : say(history, reasons);
  return [
    {
      at,
      kind,
      who,
      facts: { reason, ...(kind === 'referOut' ? { office } : {}) },
      also: (now) =>
        paper(now, document, at, {
          submittedOn: shanghaiDay(now.row.submittedAt),
          reasons: [reason],
          basis: basisOf(matter),
          ...world.remedies,
          ...(kind === 'referOut' ? { toName: office, sentOn: false } : {}),
        }),
    },
  ];
}

/** Whoever filled in nothing and handed in nothing has nothing to be asked for again; nor whoever said what will follow. */
const canSupplement = (history: History): boolean => {
  if (hasLeftOut(history)) return false;
  const { materials, answers } = history.actions[0]!.facts as { materials: unknown[]; answers: object };
  return materials.length > 0 || Object.keys(answers).length > 0;
};

/** Asks for a supplement, and what comes of it. Returns when the case is complete, or undefined when it never is. */
function supplement(course: Course, at: Date, steps: Planned[]): Date | undefined {
  const { history, world, front, fate, by, arrival } = course;
  const { random, matter, row } = history;
  const submitted = history.actions[0]!.facts.materials as { materialId: string }[];
  const named = new Map(matter.body.materials.map((material) => [material.id, material]));
  const wanted = random
    .some(submitted, random.chance(0.25) ? 2 : 1)
    .map(({ materialId }) => ({ materialId, what: random.pick(sayings.wanted) }));
  // Nothing was to be handed in: then an answer is to be made clearer.
  const asked: { materialId?: string; what: string }[] =
    wanted.length > 0 ? wanted : [{ what: '请补充说明申请内容，并附有关证明' }];
  const cure = dueAfter(row, 'supplementing', at, matter.body, publishedCalendar);
  steps.push({
    at,
    kind: 'askSupplement',
    who: standingOf(front),
    facts: { wanted: asked },
    also: (now) =>
      paper(now, 'supplementNotice', at, {
        submittedOn: shanghaiDay(row.submittedAt),
        items: asked.map(({ materialId, what }) => ({
          material: (materialId && named.get(materialId)?.name) || '',
          what,
        })),
        ...(cure.fatalOn ? { until: cure.fatalOn } : {}),
        provisional: cure.dueProvisional,
      }),
  });
  if (fate.supplement === 'lapse') {
    const lapsedAt = later(cure.nextAt!, 4.9 * random.next());
    steps.push({
      at: lapsedAt,
      kind: 'lapse',
      who: rule,
      facts: { reason: 'no supplement within the time set', fatalOn: cure.fatalOn },
      also: (now) =>
        paper(now, 'withdrawal', lapsedAt, {
          submittedOn: shanghaiDay(row.submittedAt),
          cause: 'notSupplemented',
          endedOn: shanghaiDay(lapsedAt),
          ...world.remedies,
        }),
    });
    return undefined;
  }
  const backAt = world.time.after(at, workday * (0.15 + 8 * random.next() ** 2));
  if (fate.supplement === 'withdraw') {
    withdrawal(course, backAt, steps);
    return undefined;
  }
  const materials = wanted.map(({ materialId }) =>
    handOne(history, named.get(materialId)!, by, arrival.online, backAt),
  );
  // Without a material to hand in again, an answer is said once more.
  const said = Object.entries(history.actions[0]!.facts.answers as Record<string, unknown>).slice(0, 1);
  const renewing = matter.body.renewal ? { expiresOn: row.expiresOn } : {};
  const facts = { ...(materials.length > 0 ? { materials } : { answers: Object.fromEntries(said) }), ...renewing };
  steps.push({ at: backAt, kind: 'supplement', who: by, facts });
  return world.time.after(backAt, random.whole(10, workday));
}

/** Sends the case on to another department, whose desk then has it. */
function sendOn(course: Course, at: Date, steps: Planned[]): Date {
  const { history, world, front } = course;
  const { random, matter } = history;
  const all = [...world.departments.values()];
  const near = sayings.neighbours[matter.departmentKey] ?? ['service-office'];
  const to = random.pick(all.filter(({ key }) => near.includes(key)));
  const reason = random.pick(sayings.sendOn);
  steps.push({
    at,
    kind: 'sendOn',
    who: standingOf(front),
    facts: { reason, from: course.departmentId, to: to.id },
    changes: { departmentId: to.id, holderId: null },
    also: (now) =>
      paper(now, 'referral', at, {
        submittedOn: shanghaiDay(now.row.submittedAt),
        reasons: [reason],
        basis: basisOf(matter),
        ...world.remedies,
        toName: to.name,
        toTelephone: to.telephone,
        sentOn: true,
      }),
  });
  course.departmentId = to.id;
  course.front = random.pick(world.staff.desks.get(to.id)!);
  return world.time.after(at, random.whole(20, workday));
}

/** How long it lies at the front: minutes at a counter, hours at a desk, now and then days. */
function firstLook({ world, history, clerk, fate }: Course): Date {
  const { random, row } = history;
  if (clerk) return later(row.submittedAt, 2 + 6 * random.next());
  if (fate.until !== undefined) return world.time.after(row.submittedAt, random.whole(15, 60));
  const draw = random.next();
  const work =
    draw < 0.006
      ? workday * (5.6 + random.next())
      : draw < 0.05
        ? workday * (1.5 + 3 * random.next())
        : 6 + 420 * random.next() ** 2.2;
  return world.time.after(row.submittedAt, work);
}

/** The whole history of one application. */
export function historyOf(world: World, arrival: Arrival, barred: Barred): History {
  const begun = begin(world, arrival, barred);
  const { history, clerk } = begun;
  const { random, matter, row } = history;
  const desk = arrival.story?.examiner
    ? [world.members.get(arrival.story.examiner)!]
    : world.staff.desks.get(row.departmentId)!;
  const course: Course = {
    ...begun,
    world,
    arrival,
    fate: fateOf(arrival, matter, row, random),
    front: clerk ?? random.pick(desk),
    departmentId: row.departmentId,
  };
  takeSteps(course, planOf(course));
  barred.note(history);
  return history;
}

function planOf(course: Course): Planned[] {
  const { history, clerk, fate, world } = course;
  const { random, matter } = history;
  const finishes = clerk && (history.row.door !== 'outlet' || matter.decidedAtTowns);
  if (matter.body.immediate && finishes && fate.ending === 'granted' && fate.until === undefined) return atOnce(course);
  const steps: Planned[] = [];
  let at = firstLook(course);
  if (!clerk && random.chance(0.25) && fate.until !== 'submitted') {
    const who = standingOf(course.front);
    steps.push({
      // Some minutes before, in working time, and never before it came in: the first look takes six minutes at least.
      at: world.time.instantOf(world.time.minutesAt(at) - 1 - 4 * random.next()),
      kind: 'take',
      who,
      facts: (row) => ({ from: row.holderId }),
      changes: { holderId: who.accountId },
    });
  }
  if (['refuseAcceptance', 'sayNotNeeded', 'referOut'].includes(fate.ending))
    return [...steps, ...turnedAway(course, at)];
  if (fate.ending === 'withdraw' && random.chance(0.35)) {
    withdrawal(
      course,
      later(history.row.submittedAt, Math.max(1, (at.getTime() - history.row.submittedAt.getTime()) / 90_000)),
      steps,
    );
    return steps.slice(-1);
  }
  if (fate.sendOn) at = sendOn(course, at, steps);
  if (fate.supplement && canSupplement(history)) {
    const complete = supplement(course, at, steps);
    if (!complete) return steps;
    at = complete;
  } else if (clerk && !fate.sendOn && random.chance(0.12) && fate.until === undefined) {
    // A clerk who is not sure leaves it to the department's desk.
    course.front = random.pick(world.staff.desks.get(course.departmentId)!);
    at = world.time.after(at, random.whole(10, workday));
  }
  return [...steps, ...afterAcceptance(course, at)];
}
