import { newId } from '#platform/ids';
import { testDoors } from '#server/testing-matrix';
import { projectsContract } from './contract.ts';

const staff = 'clerk examiner head office admin auditor';
const signedIn = `resident ${staff}`;
/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const reviewed: Record<string, string> = {
  listTypes: signedIn,
  newestTypes: 'office auditor',
  checkType: 'office',
  publishType: 'office',
  openProject: 'clerk examiner head office',
  listProjects: 'clerk examiner head office auditor',
  myProjects: signedIn,
  getProject: signedIn,
  endProject: 'clerk examiner head office',
  openStep: signedIn,
  linkableCases: signedIn,
  linkCase: signedIn,
  simulate: signedIn,
  listSimulations: 'clerk examiner head office auditor',
  getSimulation: signedIn,
  examineSimulation: 'examiner head',
  makeFormal: signedIn,
  decideFormal: 'head',
  withdrawSimulation: signedIn,
  appointSteward: 'clerk examiner head office',
  findStewards: 'clerk examiner head office',
  noteHelp: 'clerk examiner head office',
  tickMenu: 'clerk examiner head office',
  remindMe: 'clerk examiner head office',
  matchPolicies: signedIn,
  tellFacts: signedIn,
  publicPolicies: 'anyone',
  listPolicies: 'office auditor',
  savePolicy: 'office',
};

const params = { id: newId(), key: 'filing' };
testDoors(projectsContract, reviewed, {
  openStep: { params },
  linkableCases: { params },
  linkCase: { params },
  simulate: { params },
  tickMenu: { params },
});
