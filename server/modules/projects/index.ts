/** The face of `projects`: investment projects, simulated approvals, stewards, policies that fit a company. */
import type { Module } from '#platform/module';
import { projectsContract } from './contract.ts';
import { may } from './may.ts';
import { jobs, reactions, schedules } from './reactions.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'projects',
  uses: ['deadlines', 'offices', 'people', 'catalogue', 'documents', 'notices', 'cases'],
  contract: projectsContract,
  permissions: may,
  routes,
  reactions,
  jobs,
  schedules,
};

/** What the module announces. */
export { projectMoved, policiesChanged } from './events.ts';
/** For a loader that makes histories by the rules. */
export { insertVersion as saveType } from './type-store.ts';
export { openProject } from './open-project.ts';
export { openStep } from './open-step.ts';
export { simulate } from './simulation/begin.ts';
export { examineSimulation } from './simulation/examine.ts';
export { decideFormal, makeFormal } from './simulation/formal.ts';
export { endProject, noteHelp, tickMenu } from './steward/acts.ts';
export { saveCompanyFacts, savePolicyRow } from './policy/store.ts';
export { faultsOf, type ProjectTypeBody } from './project-type.ts';
export type { PolicyBody, ToldFacts } from './policy/policy.ts';
