/** The acts about what was undertaken: handed in later, sent back, checked; and a decision that is revoked (行政许可法 art. 69). */
import {
  consequencesOf,
  cureBy,
  holdOf,
  holdsBack,
  isCurable,
  isDrawn,
  promiseOf,
  releaseOf,
  remindAt,
  revocationGrounds,
  sayConsequences,
  wayOf,
  type RevocationGround,
} from '#modules/cases';
import { addDays, dueOn, overdueFrom, publishedCalendar } from '#modules/deadlines';
import { shanghaiDay, startOfDay } from '#platform/clock';
import { basisOf } from './course-papers.ts';
import { paper, type History } from './history.ts';
import { handOne, standingOf } from './intake.ts';
import { workday } from './office-time.ts';
import type { Course, Planned } from './planned.ts';
import { checkBy, enter, move } from './undertakings.ts';
import { sayings } from './world.ts';

type Later = Date | 'never';
const curable = ({ undertakings }: History) => undertakings.filter(isCurable);

/** The applicant hands in what was to follow. */
function cure({ history, by, arrival }: Course, at: Date): Planned {
  const facts = () => {
    const open = curable(history);
    const materials = open.map(({ materialId, materialName }) =>
      handOne(history, { id: materialId, name: materialName }, by, arrival.online, at),
    );
    for (const one of open) move(one, { state: 'cured', endedAt: at });
    const clock = releaseOf(history.row, shanghaiDay(at));
    return { materials, reason: open.map(({ materialName }) => materialName).join('、'), ...(clock ? { clock } : {}) };
  };
  return { at, kind: 'cure', who: by, facts, when: (now) => curable(now).length > 0 };
}

/** It does not do: it is open again, with five working days at least. */
function returnCure({ history, front }: Course, at: Date): Planned {
  const cured = ({ undertakings }: History) => undertakings.find(({ state }) => state === 'cured');
  const facts = () => {
    const one = cured(history)!;
    const limit = { value: 5, unit: 'workingDay' } as const;
    const fresh = dueOn({ from: shanghaiDay(at), limit, calendar: publishedCalendar }).date;
    const last = one.dueOn && one.dueOn > fresh ? one.dueOn : fresh;
    move(one, { state: 'open', endedAt: null, dueOn: last, nextAt: overdueFrom(last) });
    const { row, matter } = history;
    const waits = row.state === 'granted' ? holdOf(row, holdsBack(matter.body, [one]), shanghaiDay(at)) : undefined;
    const clock = waits ? { clock: waits } : {};
    return { materialId: one.materialId, reason: history.random.pick(sayings.cureReturned), dueOn: last, ...clock };
  };
  return { at, kind: 'returnCure', who: standingOf(front), facts, when: (now) => cured(now) !== undefined };
}

/** The head takes back what was granted. */
function revocation(
  { history, world, departmentId }: Course,
  at: Date,
  ground: RevocationGround,
  when: (now: History) => boolean,
): Planned {
  const { deceit, article, text } = revocationGrounds[ground];
  const reason = history.random.pick(deceit ? sayings.revoke : sayings.revokeLapsed);
  const heard = history.random.pick(sayings.heard);
  // Told on the working day before, or on that of the decision where that came later.
  const heardOn = (now: History): string => {
    const before = shanghaiDay(world.time.after(at, -workday));
    const decidedOn = shanghaiDay(now.row.decidedAt ?? at);
    return before < decidedOn ? decidedOn : before;
  };
  const head = standingOf(history.random.pick(world.staff.heads.get(departmentId)!));
  return {
    at,
    kind: 'revoke',
    who: head,
    when,
    facts: () => ({ ground, reason, heardOn: heardOn(history), heard }),
    also: (now) => {
      const result = now.papers.findLast(({ kind }) => kind === 'resultProof');
      const decidedOn = shanghaiDay(now.row.decidedAt ?? at);
      paper(now, 'revocation', at, (numberOf) => ({
        decidedOn,
        ground: { article, text, deceit },
        reasons: [reason],
        heardOn: heardOn(now),
        heard,
        basis: basisOf(now.matter),
        ...(result ? { resultNumber: numberOf(result) } : {}),
        ...world.remedies,
      }));
      for (const one of now.undertakings) if (one.endedAt === null) move(one, { state: 'ended', endedAt: at });
    },
  };
}

/** An instant of work between two, by a share of the working time that lies between them. */
const between = ({ world: { time } }: Course, from: Date, to: Date, share: number): Date => {
  const [begin, end] = [time.minutesAt(from), time.minutesAt(to)];
  return time.instantOf(begin + (end - begin) * share);
};

/**
 * What follows of what was to follow, for a case that is accepted then and will be granted. Returns when the result may be made out;
 * undefined when it waits for nothing.
 */
export function toleranceSteps(course: Course, accepted: Date, steps: Planned[]): Later | undefined {
  const { history, world, fate, arrival } = course;
  const { random, matter, actions } = history;
  const { body } = matter;
  const handed = (actions[0]!.facts as { materials: Parameters<typeof wayOf>[0][] }).materials;
  if (!handed.some((material) => wayOf(material) === 'tolerance')) return undefined;
  const consequences = consequencesOf(body, 'tolerance');
  const last = cureBy(body, shanghaiDay(accepted), publishedCalendar);
  const reminded = remindAt(last, publishedCalendar);
  const over = startOfDay(addDays(last, 1));
  const waits = consequences.includes('withhold');
  // Whoever waits for a result comes in the end; only what is written may rest.
  const cures = fate.cure === 'never' && waits && !arrival.story ? 'late' : fate.cure;
  if (cures === 'never') {
    if (fate.revoked && consequences.includes('revoke')) {
      const at = world.time.after(over, workday * (2 + 5 * random.next()));
      steps.push(revocation(course, at, 'otherwise', ({ undertakings }) => undertakings.some(({ state }) => state === 'lapsed'))); // prettier-ignore
    }
    return waits ? 'never' : undefined;
  }
  let at =
    cures === 'late' ? world.time.after(over, workday * (0.3 + 4 * random.next()))
    : cures === 'reminded' ? between(course, reminded, over, 0.05 + 0.9 * random.next())
    : between(course, accepted, reminded, 0.1 + (cures === 'returned' ? 0.4 : 0.85) * random.next()); // prettier-ignore
  steps.push(cure(course, at));
  if (cures === 'returned') {
    const returnedAt = world.time.after(at, workday * (0.1 + 0.4 * random.next()));
    at = world.time.after(returnedAt, workday * (0.3 + 2 * random.next()));
    steps.push(returnCure(course, returnedAt), cure(course, at));
  }
  return waits ? at : undefined;
}

/** The checks of the promises that are drawn, for a case that is decided then; and what follows of a false one. */
export function promiseSteps(course: Course, decidedAt: Date, steps: Planned[]): void {
  const { history, world, fate, departmentId, arrival } = course;
  const { random, matter, row, actions } = history;
  const { body } = matter;
  if (fate.unchecked) return;
  const handed = (actions[0]!.facts as { materials: { materialId: string; how: 'promised' }[] }).materials;
  const drawn = handed.filter(
    (one) => wayOf(one) === 'promise' && isDrawn(row.id, one.materialId, promiseOf(body).checkShare),
  );
  if (drawn.length === 0) return;
  const named = arrival.story?.examiner;
  const who = standingOf(named ? world.members.get(named)! : random.pick(world.staff.examiners.get(departmentId)!));
  const begin = world.time.after(decidedAt, workday);
  let at = between(course, begin, startOfDay(checkBy(matter, decidedAt)), 0.1 + 0.8 * random.next());
  drawn.forEach(({ materialId }, i) => {
    // Of several the first one is false, where any is.
    const kept = fate.kept || i > 0;
    const finding = random.pick(kept ? sayings.promiseKept : sayings.promiseBroken);
    const checkedAt = at;
    const open = ({ undertakings }: History) =>
      undertakings.find((one) => one.materialId === materialId && one.kind === 'promise' && one.state === 'open');
    steps.push({
      at,
      kind: 'checkPromise',
      who,
      facts: { materialId, kept, reason: finding, fileIds: [] },
      when: (now) => now.row.outcome === 'granted' && open(now) !== undefined,
      also: (now) => {
        const one = open(now)!;
        const revocable = !kept && consequencesOf(body, 'promise').includes('revoke');
        move(one, { state: kept ? 'kept' : 'broken', endedAt: revocable ? null : checkedAt });
        if (!kept) enter(now, one, checkedAt, `${one.materialName}承诺不实`);
        paper(now, 'promiseCheck', checkedAt, {
          checkedOn: shanghaiDay(checkedAt),
          materials: [one.materialName],
          kept,
          finding,
          consequences: sayConsequences(body, 'promise', shanghaiDay(checkedAt)),
          ...world.remedies,
        });
      },
    });
    at = world.time.after(at, random.whole(5, 30));
  });
  if (!fate.kept && fate.revoked && consequencesOf(body, 'promise').includes('revoke')) {
    const revokedAt = world.time.after(at, workday * (2 + 6 * random.next()));
    steps.push(revocation(course, revokedAt, 'deceit', ({ undertakings }) => undertakings.some(({ state }) => state === 'broken'))); // prettier-ignore
  }
}
