/**
 * Who may do what. `own` is whoever may act for the company; `held` the steward of the project (or who stands in for an absent one);
 * `department` the departments that have a step in it. A department that decides one step sees the project and decides its own part alone.
 */
import type { Permissions } from '#platform/permissions';
import type { projectsContract } from './contract.ts';

const office = { office: ['any'] } as const;
/** The steward, whatever the post; the service office answers for all of them. */
const steward = { clerk: ['held'], examiner: ['held'], head: ['held'], office: ['any'] } as const;
const seen = {
  resident: ['own'],
  clerk: ['held', 'department'],
  examiner: ['held', 'department'],
  head: ['held', 'department'],
  office: ['any'],
  auditor: ['any'],
} as const;
const listed = { clerk: ['any'], examiner: ['any'], head: ['any'], office: ['any'], auditor: ['any'] } as const;

export const may = {
  listTypes: { resident: ['any'] },
  newestTypes: { office: ['any'], auditor: ['any'] },
  checkType: office,
  publishType: office,
  openProject: { clerk: ['any'], examiner: ['any'], head: ['any'], office: ['any'] },
  listProjects: listed,
  myProjects: { resident: ['any'] },
  getProject: seen,
  endProject: steward,
  openStep: { resident: ['own'], clerk: ['held'], examiner: ['held'], head: ['held'] },
  linkableCases: { resident: ['own'], ...steward },
  linkCase: { resident: ['own'], ...steward },
  simulate: { resident: ['own'], clerk: ['held'], examiner: ['held'], head: ['held'] },
  listSimulations: listed,
  getSimulation: seen,
  examineSimulation: { examiner: ['department'], head: ['department'] },
  makeFormal: { resident: ['own'], clerk: ['held'], examiner: ['held'], head: ['held'] },
  decideFormal: { head: ['department'] },
  withdrawSimulation: { resident: ['own'], clerk: ['held'], examiner: ['held'], head: ['held'] },
  appointSteward: steward,
  findStewards: { clerk: ['any'], examiner: ['any'], head: ['any'], office: ['any'] },
  noteHelp: steward,
  tickMenu: steward,
  remindMe: steward,
  matchPolicies: seen,
  tellFacts: { resident: ['own'], ...steward },
  publicPolicies: { anyone: ['any'] },
  listPolicies: { office: ['any'], auditor: ['any'] },
  savePolicy: office,
} as const satisfies Permissions<keyof typeof projectsContract>;
