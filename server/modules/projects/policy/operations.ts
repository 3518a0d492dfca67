/** What can be done with policies over HTTP; a part of the contract of projects. */
import { Type } from 'typebox';
import { ById, closed, Id, pageOf, paging, type Operation } from '#platform/contract';
import { Matches, PolicyLine, text } from '../shapes.ts';
import { PolicyBody, ToldFacts } from './policy.ts';

const deed = { actionId: Id };
const Code = Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{1,39}$' });

export const policyOperations = {
  matchPolicies: {
    method: 'GET',
    path: '/projects/:id/policies',
    summary: 'Policies and subsidies for this company and project: which fit, which do not and why, what is not known',
    params: ById,
    reply: Matches,
    problems: ['projects.notFound'],
  },
  tellFacts: {
    method: 'PUT',
    path: '/projects/:id/facts',
    summary: 'Say what is known of the company and of the project, for policies',
    params: ById,
    body: closed({ ...deed, company: ToldFacts, project: ToldFacts }),
    problems: ['projects.notFound', 'projects.projectEnded', 'projects.actionReused'],
  },
  publicPolicies: {
    method: 'GET',
    path: '/policies/in-force',
    summary: 'Policies and subsidies that are in force',
    reply: Type.Object({ rows: Type.Array(PolicyLine) }),
  },
  listPolicies: {
    method: 'GET',
    path: '/policies',
    summary: 'All policies, for whoever keeps them',
    query: closed({ ...paging, find: Type.Optional(text(60)) }),
    reply: pageOf(PolicyLine),
  },
  savePolicy: {
    method: 'PUT',
    path: '/policies/:id',
    summary: 'Write a policy; the id is made by the client, `version` is the one that was read (0: new)',
    params: ById,
    body: closed({ code: Code, version: Type.Integer({ minimum: 0 }), body: PolicyBody, withdrawn: Type.Boolean() }),
    reply: PolicyLine,
    problems: ['projects.codeTaken', 'projects.changedMeanwhile', 'projects.validityWrong', 'projects.noSuchPolicy'],
  },
} as const satisfies Record<string, Operation>;
