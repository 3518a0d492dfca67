/** HTTP for investment projects: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { allowReading } from '#modules/documents';
import { noteLook, organisationsOf, staffOf } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { rolesOf, type Actor, type Ties } from '#platform/permissions';
import { actOn } from './act.ts';
import { projectsContract } from './contract.ts';
import { checkType, publishType, shownType, typesToEdit } from './keep-types.ts';
import { may } from './may.ts';
import { openProject, tellFactsIn } from './open-project.ts';
import { linkableCases, linkCase, openStep } from './open-step.ts';
import { matchPolicies, savePolicy, shownPolicy } from './policy/keep.ts';
import { listPolicies, validPolicies } from './policy/store.ts';
import { readLines, readProject } from './read-project.ts';
import { simulate } from './simulation/begin.ts';
import { examineSimulation, withdrawSimulation } from './simulation/examine.ts';
import { decideFormal, makeFormal } from './simulation/formal.ts';
import { readSimulation, shownSimulation } from './simulation/read.ts';
import { findSimulation, getSimulation, waitingSimulations, type SimulationRow } from './simulation/store.ts';
import { appointSteward, endProject, noteHelp, remindMe, tickMenu } from './steward/acts.ts';
import { getProject, listProjects, stepsOfProjects, type ProjectRow } from './store.ts';
import { tiesOfProject } from './ties.ts';
import { typesInForce } from './type-store.ts';

/** Whether the actor oversees all projects. */
const seesAll = (actor: Actor): boolean => rolesOf(actor).some((role) => role === 'office' || role === 'auditor');

const departmentsOf = (actor: Actor): string[] =>
  actor.posts.flatMap(({ departmentId }) => (departmentId ? [departmentId] : []));

/** Leaves the line in the trail of who looked at a project that they only oversee. */
const noteLookAt = (ground: Ground, actor: Actor): Promise<void> =>
  ground.db.transaction(async (tx) =>
    noteLook(tx, {
      at: ground.clock.now(),
      accountId: actor.accountId!,
      personId: null,
      how: 'lookUp',
      purpose: '查看投资项目',
      found: 1,
    }),
  );

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;
  const today = (): string => shanghaiDay(ground.clock.now());
  const ofProject = async (id: string, actor: Actor) => {
    const row = await getProject(db, id);
    return { row, ties: await tiesOfProject(ground, row, actor) };
  };
  /** A simulated approval with its step; the department in its ties is that of the step alone. */
  const ofSimulation = async (row: SimulationRow, actor: Actor) => {
    const project = await getProject(db, row.projectId);
    const steps = await stepsOfProjects(db, [project.id]);
    const step = steps.find(({ key }) => key === row.stepKey)!;
    const ties: Ties = { ...(await tiesOfProject(ground, project, actor, steps)), departments: [step.departmentId] };
    return { step, ties, shown: (now: SimulationRow) => shownSimulation(now, step, actor, ties, today()) };
  };
  // What is handed in for a simulated approval: the company, its steward, and the department of the step.
  allowReading('simulation', async (_, id, actor) => {
    const row = await findSimulation(db, id);
    return row && (await ofSimulation(row, actor)).ties;
  });
  const line = async (row: ProjectRow) => (await readLines(ground, [row]))[0]!;

  serve(app, 'projects', projectsContract, may, {
    listTypes: async () => ({ rows: (await typesInForce(db, today())).map(shownType) }),
    newestTypes: async () => ({ rows: await typesToEdit(ground) }),
    checkType: async ({ body }) => ({ faults: await checkType(ground, body.body) }),
    publishType: async ({ params, body, actor }) => shownType(await publishType(ground, actor, params.id, body)),
    openProject: async ({ body, actor }) => line(await openProject(ground, actor, body)),
    listProjects: async ({ query, actor }) => {
      const { limit = 50, offset = 0, steward, state, find } = query;
      const within = seesAll(actor) ? undefined : { accountId: actor.accountId!, departmentIds: departmentsOf(actor) };
      const stewardId = steward ? actor.accountId! : undefined;
      const { rows, total } = await listProjects(db, { within, stewardId, state, find }, limit, offset);
      return { rows: await readLines(ground, rows), total };
    },
    myProjects: async ({ query, actor }) => {
      if (!actor.personId) return { rows: [], total: 0 };
      const organisationIds = await organisationsOf(db, actor.personId, ground.clock.now());
      const { rows, total } = await listProjects(db, { organisationIds }, query.limit ?? 50, query.offset ?? 0);
      return { rows: await readLines(ground, rows), total };
    },
    getProject: async ({ params, actor, allow }) => {
      const { row, ties } = await ofProject(params.id, actor);
      allow(ties);
      if (seesAll(actor) && !ties.owners?.includes(actor.personId)) await noteLookAt(ground, actor);
      return readProject(ground, row, actor, ties);
    },
    endProject: async ({ params, body, actor, allow }) => {
      allow((await ofProject(params.id, actor)).ties);
      await endProject(ground, actor, params.id, body);
    },
    openStep: ({ params, body, actor, allow }) => openStep(ground, { actor, allow }, params.id, params.key, body),
    linkableCases: async ({ params, actor, allow }) => {
      const { row, ties } = await ofProject(params.id, actor);
      allow(ties);
      const found = await linkableCases(ground, row, params.key);
      return { rows: found.map(({ id, number, state, submittedAt }) => ({ id, number, state, submittedAt: submittedAt.toISOString() })) }; // prettier-ignore
    },
    linkCase: async ({ params, body, actor, allow }) => {
      allow((await ofProject(params.id, actor)).ties);
      await linkCase(ground, actor, params.id, params.key, body);
    },
    simulate: async ({ params, body, actor, allow }) => {
      const row = await simulate(ground, { actor, allow }, params.id, params.key, body);
      return (await ofSimulation(row, actor)).shown(row);
    },
    listSimulations: async ({ query, actor }) => {
      const { rows, total } = await waitingSimulations(
        db,
        seesAll(actor) ? undefined : departmentsOf(actor),
        query.limit ?? 50,
        query.offset ?? 0,
      );
      return { rows: rows.map((row) => ({ ...row, begunAt: row.begunAt.toISOString() })), total };
    },
    getSimulation: async ({ params, actor, allow }) => {
      const row = await getSimulation(db, params.id);
      const { step, ties } = await ofSimulation(row, actor);
      allow(ties);
      return readSimulation(ground, row, step, actor, ties, today());
    },
    examineSimulation: async ({ params, body, actor, allow }) => {
      const row = await getSimulation(db, params.id);
      const { ties, shown } = await ofSimulation(row, actor);
      allow(ties);
      return shown(await examineSimulation(ground, actor, row, body));
    },
    makeFormal: async ({ params, body, actor, allow }) => {
      const row = await makeFormal(ground, { actor, allow }, params.id, body);
      return (await ofSimulation(row, actor)).shown(row);
    },
    decideFormal: async ({ params, body, actor, allow }) => {
      const row = await getSimulation(db, params.id);
      const { ties, shown } = await ofSimulation(row, actor);
      allow(ties);
      return shown(await decideFormal(ground, { actor, allow }, row, body));
    },
    withdrawSimulation: async ({ params, body, actor, allow }) => {
      const row = await getSimulation(db, params.id);
      const { ties, shown } = await ofSimulation(row, actor);
      allow(ties);
      return shown(await withdrawSimulation(ground, actor, row, body.actionId));
    },
    appointSteward: async ({ params, body, actor, allow }) => {
      allow((await ofProject(params.id, actor)).ties);
      await appointSteward(ground, actor, params.id, body);
    },
    findStewards: async ({ query }) => {
      const staff = await staffOf(db, query.departmentId, today());
      return { rows: staff.map(({ accountId, name }) => ({ accountId, name })) };
    },
    noteHelp: async ({ params, body, actor, allow }) => {
      allow((await ofProject(params.id, actor)).ties);
      await noteHelp(ground, actor, params.id, body);
    },
    tickMenu: async ({ params, body, actor, allow }) => {
      allow((await ofProject(params.id, actor)).ties);
      await tickMenu(ground, actor, params.id, params.key, body);
    },
    remindMe: async ({ params, body, actor, allow }) => {
      allow((await ofProject(params.id, actor)).ties);
      await remindMe(ground, actor, params.id, body);
    },
    matchPolicies: async ({ params, actor, allow }) => {
      const { row, ties } = await ofProject(params.id, actor);
      allow(ties);
      return matchPolicies(ground, db, row);
    },
    tellFacts: async ({ params, body, actor, allow }) => {
      allow((await ofProject(params.id, actor)).ties);
      const act = { actionId: body.actionId, kind: 'tellFacts' } as const;
      await actOn<undefined>(ground, actor, params.id, act, (tx, row, now) => tellFactsIn(tx, row, body, actor, now), () => undefined); // prettier-ignore
    },
    publicPolicies: async () => ({ rows: (await validPolicies(db, today())).map(shownPolicy) }),
    listPolicies: async ({ query }) => {
      const { limit = 50, offset = 0, find } = query;
      const { rows, total } = await listPolicies(db, { find }, limit, offset);
      return { rows: rows.map(shownPolicy), total };
    },
    savePolicy: async ({ params, body, actor }) => shownPolicy(await savePolicy(ground, actor, params.id, body)),
  });
}
