/** A project as somebody sees it: plan and reality, whose time it takes, what may be done. */
import { casesById, coursesOf, type CaseRow } from '#modules/cases';
import { calendarsOf } from '#modules/deadlines';
import { nameOfAccounts } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { mayAct, type Actor, type Ties } from '#platform/permissions';
import { may } from './may.ts';
import type { ProjectClock, ProjectLine, ProjectWhole, StepShape } from './shapes.ts';
import { shownSimulation } from './simulation/read.ts';
import { simulationsOf } from './simulation/store.ts';
import { stageNow, statesOf } from './steps.ts';
import { doneOf } from './steward/menu.ts';
import { remindersOf } from './steward/reminder-store.ts';
import {
  casesOfProjects,
  logOf,
  stepsOfProjects,
  ticksOf,
  type LogRow,
  type ProjectRow,
  type StepRow,
} from './store.ts';
import { clockOf, daysOf, shareTime, stretchesOf, counts, type Stretch } from './time/government-time.ts';
import { typesOfProjects, type TypeVersion } from './type-store.ts';

interface Read {
  row: ProjectRow;
  type: TypeVersion;
  steps: (StepRow & { cases: CaseRow[]; stretches: Stretch[] })[];
}

/** Projects with their steps, cases and stretches of time: five statements, however many projects. */
async function readAll(ground: Ground, rows: readonly ProjectRow[]): Promise<Read[]> {
  const ids = rows.map(({ id }) => id);
  const { db } = ground;
  const [typeOf, steps, linked] = await Promise.all([
    typesOfProjects(db, rows),
    stepsOfProjects(db, ids),
    casesOfProjects(db, ids),
  ]);
  const caseIds = linked.map(({ caseId }) => caseId);
  const [cases, courses] = await Promise.all([casesById(db, caseIds), coursesOf(db, caseIds)]);
  const caseOf = new Map(cases.map((one) => [one.id, one]));
  const today = shanghaiDay(ground.clock.now());
  return rows.map((row) => {
    const type = typeOf(row.typeId, row.typeVersion);
    // A project that was given up takes nobody's time any more, whatever becomes of its cases.
    const end = row.endedAt;
    const courseOf = (id: string) => (courses.get(id) ?? []).filter(({ at }) => end === null || at <= end);
    return {
      row,
      type,
      steps: steps
        .filter(({ projectId }) => projectId === row.id)
        .map((step) => {
          const own = linked
            .filter(({ projectId, stepKey }) => projectId === row.id && stepKey === step.key)
            .map(({ caseId }) => caseOf.get(caseId)!);
          return {
            ...step,
            cases: own,
            stretches: own.flatMap(({ id, departmentId }) =>
              stretchesOf(courseOf(id), departmentId, type.body, end ? shanghaiDay(end) : today),
            ),
          };
        }),
    };
  });
}

/** Nothing runs in a project that has ended. */
const standing = (clock: ProjectClock, ended: boolean): ProjectClock =>
  ended ? { ...clock, running: false, usedUpOn: null, provisional: false } : clock;

const clockFor = (ground: Ground, { row, type }: Read, stretches: readonly Stretch[], limitDays: number) =>
  standing(
    clockOf(
      stretches,
      { limitDays, unit: type.body.unit },
      shanghaiDay(ground.clock.now()),
      calendarsOf(ground).latest.calendar,
    ),
    row.endedAt !== null,
  );

const seenOf = ({ steps }: Read) => steps.map(({ key, stage, after, cases }) => ({ key, stage, after, cases }));

function lineOf(ground: Ground, read: Read, names: ReadonlyMap<string, string>): ProjectLine {
  const { row, type, steps } = read;
  const seen = seenOf(read);
  const states = statesOf(seen);
  const { id, number, name, organisationId, organisationName, investmentFen, state } = row;
  return {
    id, number, name, organisationId, organisationName, investmentFen, state,
    typeName: type.body.name,
    typeNameEn: type.body.nameEn ?? null,
    stage: row.state === 'open' ? stageNow(seen, states) : null,
    stewardName: names.get(row.stewardId) ?? '',
    openedAt: row.openedAt.toISOString(),
    granted: [...states.values()].filter((one) => one === 'granted').length,
    steps: steps.length,
    clock: clockFor(ground, read, steps.flatMap(({ stretches }) => stretches), type.body.limitDays),
  }; // prettier-ignore
}

export async function readLines(ground: Ground, rows: readonly ProjectRow[]): Promise<ProjectLine[]> {
  const [read, names] = await Promise.all([
    readAll(ground, rows),
    nameOfAccounts(
      ground.db,
      rows.map(({ stewardId }) => stewardId),
    ),
  ]);
  return read.map((one) => lineOf(ground, one, names));
}

export interface ProjectTime {
  row: ProjectRow;
  clock: ProjectClock;
  /** The departments that have a part of it now, and whose time counts. */
  holding: string[];
}

/** How much of its time each project has left, and who has it in hand. */
export const readTimes = async (ground: Ground, rows: readonly ProjectRow[]): Promise<ProjectTime[]> =>
  (await readAll(ground, rows)).map((read) => {
    const all = read.steps.flatMap(({ stretches }) => stretches);
    return {
      row: read.row,
      clock: clockFor(ground, read, all, read.type.body.limitDays),
      holding: [...new Set(all.filter((one) => one.open && counts(one)).map(({ departmentId }) => departmentId))],
    };
  });

/** What the log says of itself in a sentence: what was noted, or the step that it is about. */
const sayNote = ({ facts }: LogRow): string | null => {
  const parts = [facts.step, facts.number, facts.steward, facts.note].filter((part) => typeof part === 'string' && part !== ''); // prettier-ignore
  return parts.length === 0 ? null : parts.join(' · ');
};

/** Lines that are between colleagues: the company sees what was done for it, not the reminders. */
const internal = new Set(['remind']);

export async function readProject(ground: Ground, row: ProjectRow, actor: Actor, ties: Ties): Promise<ProjectWhole> {
  const { db } = ground;
  const today = shanghaiDay(ground.clock.now());
  const isSteward = mayAct(may.noteHelp, actor, ties);
  const [[read], log, ticks, simulations, reminders] = await Promise.all([
    readAll(ground, [row]),
    logOf(db, row.id, 300),
    ticksOf(db, row.id),
    simulationsOf(db, row.id),
    isSteward ? remindersOf(db, row.id, today) : [],
  ]);
  const { type, steps } = read!;
  const accounts = [row.stewardId, ...[...log, ...ticks].flatMap(({ accountId }) => (accountId ? [accountId] : []))];
  const names = await nameOfAccounts(db, accounts);
  const seen = seenOf(read!);
  const states = statesOf(seen);
  const { calendar } = calendarsOf(ground).latest;
  const all = steps.flatMap(({ stretches }) => stretches);
  const done = doneOf(ticks);
  const nameOf = (accountId: string | null): string | null => (accountId && names.get(accountId)) || null;
  return {
    ...lineOf(ground, read!, names),
    address: row.address,
    facts: row.facts,
    plannedFrom: row.plannedFrom,
    today,
    typeVersion: row.typeVersion,
    countsFrom: type.body.countsFrom,
    ownProcedures: type.body.ownProcedures,
    steward: { accountId: row.stewardId, name: names.get(row.stewardId) ?? '', contact: row.stewardContact },
    stages: type.body.stages.map(({ key, limitDays }) => {
      const own = steps.filter(({ stage }) => stage === key);
      const stretches = own.flatMap((step) => step.stretches);
      return { key, clock: clockFor(ground, read!, stretches, limitDays), stepKeys: own.map((step) => step.key) };
    }),
    steps: steps.map((step): StepShape => ({
      key: step.key,
      stage: step.stage,
      itemId: step.itemId,
      itemName: step.itemName,
      itemNameEn: step.itemNameEn,
      departmentId: step.cases.at(-1)?.departmentId ?? step.departmentId,
      after: step.after,
      state: states.get(step.key)!,
      planned: {
        preparesFrom: step.plannedPreparesFrom,
        handsInOn: step.plannedHandsInOn,
        decidedOn: step.plannedDecidedOn,
      },
      cases: step.cases.map(({ id, number, state, submittedAt }) => ({ id, number, state, submittedAt: submittedAt.toISOString() })),
      stretches: step.stretches,
      usedDays: daysOf(step.stretches.filter(counts), type.body.unit, calendar).size,
    })), // prettier-ignore
    shares: shareTime(all, type.body.unit, calendar).shares,
    simulations: simulations.map((one) =>
      shownSimulation(
        one,
        steps.find(({ key }) => key === one.stepKey)!,
        actor,
        ties,
        today,
      ),
    ),
    menu: type.body.menu.map(({ key, stage, what, whatEn, by }) => {
      const tick = done.get(key);
      return { key, stage, what, whatEn: whatEn ?? null, by, done: tick ? { at: tick.at.toISOString(), by: nameOf(tick.accountId) } : null }; // prettier-ignore
    }),
    log: log
      .filter(({ kind }) => isSteward || !internal.has(kind))
      .map((line) => ({
        seq: line.seq,
        kind: line.kind,
        at: line.at.toISOString(),
        by: nameOf(line.accountId),
        note: sayNote(line),
      })),
    reminders: reminders.map(({ id, onDay, what }) => ({ id, onDay, what })),
    may: {
      steward: row.state === 'open' && isSteward,
      appoint: row.state === 'open' && mayAct(may.appointSteward, actor, ties),
      apply: row.state === 'open' && mayAct(may.simulate, actor, ties),
    },
  };
}
