/** What shows that a project or a policy moved, here or elsewhere. */
import { projectsContract as ops } from '#modules/projects/contract';
import { onLive } from '#web/client/live.ts';

onLive('projects.moved', [
  ops.myProjects,
  ops.listProjects,
  ops.listSimulations,
  { operation: ops.getProject, subjectIs: 'id' },
  { operation: ops.matchPolicies, subjectIs: 'id' },
  ops.getSimulation,
]);
// A step of one of its cases moves the clock of the project.
onLive('cases.', [ops.getProject]);
onLive('projects.policiesChanged', [ops.publicPolicies, ops.listPolicies, ops.matchPolicies]);
