/** The shapes in which projects travel: TypeBox only, imported by the browser too. */
import { Type, type Static } from 'typebox';
import { closed, Day, Id, Instant, nullable, oneOf } from '#platform/contract';
import { Submission } from '#modules/cases/contract';
import { Amount, Condition, factKeys, PolicyBody, ToldFacts } from './policy/policy.ts';
import { ProjectTypeBody, stages, typeFaults, Unit } from './project-type.ts';
import { simulationStates } from './simulation/course.ts';
import { logKinds } from './steward/menu.ts';

export const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
export const projectStates = ['open', 'done', 'abandoned'] as const;
/** `waiting`: those before it are not decided; `ready`: can be handed in; `failed`: its last case was refused or ended otherwise. */
export const stepStates = ['waiting', 'ready', 'open', 'granted', 'failed'] as const;

/** What the time comes to. Every figure is in `unit`. */
const Clock = Type.Object({
  limitDays: Type.Integer(),
  unit: Unit,
  usedDays: Type.Integer(),
  /** Negative when more was used than the limit. */
  remainingDays: Type.Integer(),
  /** Government holds something now: a day more counts each day. */
  running: Type.Boolean(),
  /** The day on which the limit would be used up if government went on without a stop; null while nothing runs. */
  usedUpOn: nullable(Day),
  /** Rests on a year whose days off are not published yet. */
  provisional: Type.Boolean(),
});
export type ProjectClock = Static<typeof Clock>;

export const TypeLine = Type.Object({
  id: Id,
  code: Type.String(),
  version: Type.Integer(),
  inForceFrom: Day,
  body: ProjectTypeBody,
});
/** With the names of its items by their code, for whoever edits it. */
export const TypeEdited = Type.Object({ ...TypeLine.properties, itemNames: Type.Record(Type.String(), Type.String()) });
export const TypeFaultLine = Type.Object({ why: oneOf(...typeFaults), keys: Type.Array(Type.String()) });

const lineParts = {
  id: Id,
  number: Type.String(),
  name: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
  typeName: Type.String(),
  typeNameEn: nullable(Type.String()),
  investmentFen: Type.Integer(),
  state: oneOf(...projectStates),
  stage: nullable(oneOf(...stages)),
  stewardName: Type.String(),
  openedAt: Instant,
  granted: Type.Integer(),
  steps: Type.Integer(),
  clock: Clock,
};
export const ProjectLine = Type.Object(lineParts);
export type ProjectLine = Static<typeof ProjectLine>;

const StretchShape = Type.Object({
  whose: oneOf('government', 'commissioned', 'owner'),
  departmentId: Id,
  from: Day,
  to: Day,
  open: Type.Boolean(),
});

const StepShape = Type.Object({
  key: Type.String(),
  stage: oneOf(...stages),
  itemId: Id,
  itemName: Type.String(),
  itemNameEn: nullable(Type.String()),
  departmentId: Id,
  after: Type.Array(Type.String()),
  state: oneOf(...stepStates),
  planned: Type.Object({ preparesFrom: Day, handsInOn: Day, decidedOn: Day }),
  cases: Type.Array(Type.Object({ id: Id, number: Type.String(), state: Type.String(), submittedAt: Instant })),
  stretches: Type.Array(StretchShape),
  /** Days of government's time of this step alone. */
  usedDays: Type.Integer(),
});
export type StepShape = Static<typeof StepShape>;

const ShareShape = Type.Object({
  departmentId: Id,
  days: Type.Integer(),
  alone: Type.Integer(),
  shared: Type.Integer(),
});

export const MissingShape = closed({
  key: Type.String({ pattern: '^[a-zA-Z0-9]{1,40}$' }),
  what: text(200),
  materialId: Type.Optional(text(64)),
});

export const Simulation = Type.Object({
  id: Id,
  stepKey: Type.String(),
  itemId: Id,
  itemName: Type.String(),
  itemNameEn: nullable(Type.String()),
  departmentId: Id,
  state: oneOf(...simulationStates),
  missing: Type.Array(MissingShape),
  opinion: nullable(Type.String()),
  proposal: nullable(oneOf('grant', 'refuse')),
  conditions: nullable(Type.String()),
  documentNumber: nullable(Type.String()),
  begunAt: Instant,
  examinedAt: nullable(Instant),
  dueOn: Day,
  caseId: nullable(Id),
  /** What has to be looked at (again) before the formal decision; null before it is formal. */
  again: nullable(Type.Array(Type.String())),
  /** How many parts were examined and need no second look. */
  kept: nullable(Type.Integer()),
  may: Type.Object({
    examine: Type.Boolean(),
    makeFormal: Type.Boolean(),
    decide: Type.Boolean(),
    withdraw: Type.Boolean(),
  }),
});
export type Simulation = Static<typeof Simulation>;

/** One that waits for a department. */
export const SimulationWaiting = Type.Object({
  id: Id,
  projectId: Id,
  projectName: Type.String(),
  organisationName: Type.String(),
  itemName: Type.String(),
  itemNameEn: nullable(Type.String()),
  departmentId: Id,
  state: oneOf(...simulationStates),
  begunAt: Instant,
  dueOn: Day,
});
export type SimulationWaiting = Static<typeof SimulationWaiting>;

/** What was handed in for a simulated approval, for whoever examines it or goes on with it. */
export const SimulationWhole = Type.Object({
  simulation: Simulation,
  projectId: Id,
  answers: Submission.properties.answers,
  situations: Submission.properties.situations,
  materials: Submission.properties.materials,
  files: Type.Array(Type.Object({ id: Id, name: Type.String() })),
});

const LogLine = Type.Object({
  seq: Type.Integer(),
  kind: oneOf(...logKinds),
  at: Instant,
  by: nullable(Type.String()),
  note: nullable(Type.String()),
});
const MenuLine = Type.Object({
  key: Type.String(),
  stage: oneOf(...stages),
  what: Type.String(),
  whatEn: nullable(Type.String()),
  by: oneOf('steward', 'owner', 'department'),
  done: nullable(Type.Object({ at: Instant, by: nullable(Type.String()) })),
});

export const ProjectWhole = Type.Object({
  ...lineParts,
  address: Type.String(),
  facts: ToldFacts,
  plannedFrom: Day,
  today: Day,
  typeVersion: Type.Integer(),
  countsFrom: oneOf('submitted', 'accepted'),
  ownProcedures: Type.Array(Type.String()),
  steward: Type.Object({ accountId: Id, name: Type.String(), contact: Type.String() }),
  stages: Type.Array(Type.Object({ key: oneOf(...stages), clock: Clock, stepKeys: Type.Array(Type.String()) })),
  steps: Type.Array(StepShape),
  /** Each department's own union of days; together they are longer than the whole by what overlaps. */
  shares: Type.Array(ShareShape),
  simulations: Type.Array(Simulation),
  menu: Type.Array(MenuLine),
  log: Type.Array(LogLine),
  reminders: Type.Array(Type.Object({ id: Id, onDay: Day, what: Type.String() })),
  may: Type.Object({ steward: Type.Boolean(), appoint: Type.Boolean(), apply: Type.Boolean() }),
});
export type ProjectWhole = Static<typeof ProjectWhole>;

export const PolicyLine = Type.Object({
  id: Id,
  code: Type.String(),
  version: Type.Integer(),
  body: PolicyBody,
  withdrawn: Type.Boolean(),
});
export type PolicyLine = Static<typeof PolicyLine>;

const answer = oneOf('yes', 'no', 'unknown');
export const PolicyMatch = Type.Object({
  policy: PolicyLine,
  fits: answer,
  amountFen: nullable(Type.Integer()),
  reasons: Type.Array(
    Type.Object({
      condition: Condition,
      answer,
      known: nullable(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
    }),
  ),
});
export type PolicyMatch = Static<typeof PolicyMatch>;
/** What fits, what does not and why, and what would have to be known. */
export const Matches = Type.Object({
  rows: Type.Array(PolicyMatch),
  company: ToldFacts,
  asOf: Day,
  /** Facts that would settle what is not known. */
  ask: Type.Array(oneOf(...factKeys)),
});
export { Amount, Condition, PolicyBody, ToldFacts };
