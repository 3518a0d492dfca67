/** What can be done with investment projects over HTTP. Money is whole fen. */
import { Type } from 'typebox';
import { Submission } from '#modules/cases/contract';
import { ById, closed, contract, Day, Id, Instant, oneOf, pageOf, paging } from '#platform/contract';
import { policyOperations } from './policy/operations.ts';
import { ToldFacts } from './policy/policy.ts';
import { ProjectTypeBody } from './project-type.ts';
import { MissingShape, ProjectLine, projectStates, ProjectWhole, Simulation, SimulationWaiting, SimulationWhole, text, TypeEdited, TypeFaultLine, TypeLine } from './shapes.ts'; // prettier-ignore

export * from './shapes.ts';
export { stages, type ProjectTypeBody, type StageKey } from './project-type.ts';
export { factKeys, numberFacts, sizes, wordFacts, yesNoFacts, type FactKey } from './policy/policy.ts';

const deed = { actionId: Id };
const StepKey = Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9]{0,39}$' });
const Code = Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{1,39}$' });
const Money = Type.Integer({ minimum: 1, maximum: 9_000_000_000_000_000 });
/** An application for a step: the company and the item are the project's and the step's. */
const { itemId: _, applicant: __, actionId: ___, ...handedIn } = Submission.properties;
const Application = { ...deed, ...handedIn };
const submitting = [
  'projects.noSuchStep',
  'projects.projectEnded',
  'projects.stepUnderWay',
  'projects.stepDecided',
  'projects.actionReused',
  'cases.itemNotOpen',
  'cases.applicantMissing',
  'cases.answersInvalid',
  'cases.materialsMissing',
  'cases.mayNotActFor',
  'cases.notForApplicant',
  'cases.notSigned',
  'cases.addressMissing',
  'cases.notOfferedHere',
  'cases.undertakingNotSigned',
  'cases.barredFromUndertaking',
  'documents.notYourFile',
] as const;

export const projectsContract = contract({
  listTypes: {
    method: 'GET',
    path: '/project-types',
    summary: 'Types of projects in force, with stages, steps, limit and unit',
    reply: Type.Object({ rows: Type.Array(TypeLine) }),
  },
  newestTypes: {
    method: 'GET',
    path: '/project-types/newest',
    summary: 'The newest version of each type, in force or not yet, for whoever keeps them',
    reply: Type.Object({ rows: Type.Array(TypeEdited) }),
  },
  checkType: {
    method: 'POST',
    path: '/project-types/check',
    summary: 'Says what is wrong with a type of project; nothing is stored',
    body: closed({ body: ProjectTypeBody }),
    reply: Type.Object({ faults: Type.Array(TypeFaultLine) }),
  },
  publishType: {
    method: 'POST',
    path: '/project-types/:id/versions',
    summary:
      'Publish the next version of a type, in force from a day on; `version` is the newest one that was read (0: new). Projects under way keep theirs',
    params: ById,
    body: closed({ code: Code, version: Type.Integer({ minimum: 0 }), body: ProjectTypeBody, inForceFrom: Day }),
    reply: TypeLine,
    problems: ['projects.typeFaulty', 'projects.dayPassed', 'projects.changedMeanwhile', 'projects.codeTaken'],
  },
  openProject: {
    method: 'POST',
    path: '/projects',
    summary: 'Open a project of a company: its steps are planned from a day on, a steward is named',
    body: closed({
      ...deed,
      typeId: Id,
      organisationId: Id,
      name: text(120),
      address: text(200),
      investmentFen: Money,
      facts: ToldFacts,
      plannedFrom: Day,
      stewardId: Type.Optional(Id),
      stewardContact: text(120),
    }),
    reply: ProjectLine,
    problems: ['projects.noSuchType', 'projects.notASteward', 'projects.actionReused'],
  },
  listProjects: {
    method: 'GET',
    path: '/projects',
    summary: 'Projects that one is the steward of, or that one’s department has a step of; for the service office all',
    query: closed({
      ...paging,
      state: Type.Optional(oneOf(...projectStates)),
      steward: Type.Optional(oneOf('me')),
      find: Type.Optional(text(60)),
    }),
    reply: pageOf(ProjectLine),
  },
  myProjects: {
    method: 'GET',
    path: '/my/projects',
    summary: 'The projects of the companies that the person who is signed in represents',
    query: closed(paging),
    reply: pageOf(ProjectLine),
  },
  getProject: {
    method: 'GET',
    path: '/projects/:id',
    summary: 'A project: plan and reality, whose time it takes, simulated approvals, the steward’s menu and log',
    description:
      'Government’s time of a step lasts from the day of its submission (or acceptance: `countsFrom`) to the day of its decision, without what was the owner’s to supplement; the first day does not count. The clock of a stage and of the project is the union of these days: a day on which three departments work is one day. `shares` are each department’s own union; `shared` says on how many of these days others worked as well.',
    params: ById,
    reply: ProjectWhole,
    problems: ['projects.notFound'],
  },
  endProject: {
    method: 'POST',
    path: '/projects/:id/end',
    summary: 'End a project: done when every step is granted, or given up',
    params: ById,
    body: closed({ ...deed, how: oneOf('done', 'abandoned'), note: Type.Optional(text(1000)) }),
    problems: ['projects.notFound', 'projects.projectEnded', 'projects.notAllDecided', 'projects.actionReused'],
  },
  openStep: {
    method: 'POST',
    path: '/projects/:id/steps/:key/cases',
    summary: 'Hand in the application of a step: a case of its item, at the window or from the portal',
    params: closed({ id: Id, key: StepKey }),
    body: closed(Application),
    reply: Type.Object({ caseId: Id, number: Type.String() }),
    problems: ['projects.notFound', 'projects.stepNotOpen', ...submitting],
  },
  linkableCases: {
    method: 'GET',
    path: '/projects/:id/steps/:key/cases',
    summary: 'Cases of the company for the item of the step that belong to no step yet, the newest first, 20 at most',
    params: closed({ id: Id, key: StepKey }),
    reply: Type.Object({
      rows: Type.Array(Type.Object({ id: Id, number: Type.String(), state: Type.String(), submittedAt: Instant })),
    }),
    problems: ['projects.notFound', 'projects.noSuchStep'],
  },
  linkCase: {
    method: 'POST',
    path: '/projects/:id/steps/:key/link',
    summary: 'Say that a case which was handed in by itself belongs to a step',
    params: closed({ id: Id, key: StepKey }),
    body: closed({ ...deed, caseId: Id }),
    problems: [
      'projects.notFound',
      'projects.noSuchStep',
      'projects.projectEnded',
      'projects.wrongCase',
      'projects.caseLinked',
      'projects.actionReused',
      'cases.notFound',
    ],
  },
  simulate: {
    method: 'POST',
    path: '/projects/:id/steps/:key/simulation',
    summary:
      'Apply for a simulated approval (模拟审批): what is missing is named, the rest is checked as an application',
    params: closed({ id: Id, key: StepKey }),
    body: closed({ ...Application, missing: Type.Array(MissingShape, { maxItems: 20 }) }),
    reply: Simulation,
    problems: [
      'projects.notFound',
      'projects.nothingMissing',
      'projects.noSuchMaterial',
      'projects.simulatedAlready',
      ...submitting,
    ],
  },
  listSimulations: {
    method: 'GET',
    path: '/simulations',
    summary:
      'Simulated approvals that wait for one’s department: to be examined, or formal and to be decided; the most urgent first',
    query: closed(paging),
    reply: pageOf(SimulationWaiting),
  },
  getSimulation: {
    method: 'GET',
    path: '/simulations/:id',
    summary: 'A simulated approval with what was handed in',
    params: ById,
    reply: SimulationWhole,
    problems: ['projects.noSuchSimulation'],
  },
  examineSimulation: {
    method: 'POST',
    path: '/simulations/:id/opinion',
    summary:
      'Examine it as if it were complete: opinion and draft decision, on a paper that says it has no legal effect',
    params: ById,
    body: closed({
      ...deed,
      opinion: text(2000),
      proposal: oneOf('grant', 'refuse'),
      conditions: Type.Optional(text(1000)),
    }),
    reply: Simulation,
    problems: [
      'projects.noSuchSimulation',
      'projects.wrongAct',
      'projects.simulationOver',
      'projects.projectEnded',
      'projects.actionReused',
    ],
  },
  makeFormal: {
    method: 'POST',
    path: '/simulations/:id/formal',
    summary: 'The conditions are met: hand in the application; what is the same as examined is not examined again',
    params: ById,
    body: closed(Application),
    reply: Simulation,
    problems: [
      'projects.noSuchSimulation',
      'projects.wrongAct',
      'projects.simulationOver',
      'projects.stepNotOpen',
      ...submitting,
    ],
  },
  decideFormal: {
    method: 'POST',
    path: '/simulations/:id/decision',
    summary:
      'Decide the formal case by what was examined: accepted, examined and granted, once `looked` covers what changed',
    params: ById,
    body: closed({ ...deed, looked: Type.Array(text(120), { maxItems: 300 }) }),
    reply: Simulation,
    problems: [
      'projects.noSuchSimulation',
      'projects.wrongAct',
      'projects.lookAgain',
      'projects.formalMoved',
      'projects.actionReused',
      'cases.wrongStep',
      'cases.hearingPending',
    ],
  },
  withdrawSimulation: {
    method: 'POST',
    path: '/simulations/:id/withdrawal',
    summary: 'Take a simulated approval back',
    params: ById,
    body: closed(deed),
    reply: Simulation,
    problems: ['projects.noSuchSimulation', 'projects.wrongAct', 'projects.projectEnded', 'projects.actionReused'],
  },
  appointSteward: {
    method: 'POST',
    path: '/projects/:id/steward',
    summary: 'Hand the project over to a colleague: who takes it over is its steward from now on',
    params: ById,
    body: closed({ ...deed, stewardId: Id, contact: text(120), note: Type.Optional(text(1000)) }),
    problems: ['projects.notFound', 'projects.projectEnded', 'projects.notASteward', 'projects.actionReused'],
  },
  findStewards: {
    method: 'GET',
    path: '/stewards',
    summary: 'Colleagues of a department who could be stewards',
    query: closed({ departmentId: Id }),
    reply: Type.Object({ rows: Type.Array(Type.Object({ accountId: Id, name: Type.String() })) }),
  },
  noteHelp: {
    method: 'POST',
    path: '/projects/:id/log',
    summary: 'Write down what was done for the company; the log is only ever added to',
    params: ById,
    body: closed({ ...deed, note: text(1000) }),
    problems: ['projects.notFound', 'projects.projectEnded', 'projects.actionReused'],
  },
  tickMenu: {
    method: 'POST',
    path: '/projects/:id/menu/:key',
    summary: 'Say that an entry of the menu is done, or not after all',
    params: closed({ id: Id, key: StepKey }),
    body: closed({ ...deed, done: Type.Boolean() }),
    problems: ['projects.notFound', 'projects.projectEnded', 'projects.noSuchEntry', 'projects.actionReused'],
  },
  remindMe: {
    method: 'POST',
    path: '/projects/:id/reminders',
    summary: 'Be reminded on a morning; whoever is the steward then is told',
    params: ById,
    body: closed({ ...deed, onDay: Day, what: text(200) }),
    problems: ['projects.notFound', 'projects.projectEnded', 'projects.dayWrong', 'projects.actionReused'],
  },
  ...policyOperations,
});
