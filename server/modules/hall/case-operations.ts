/** What a service segment leads to, over HTTP. */
import { Type } from 'typebox';
import { ById, closed, Id } from '#platform/contract';
import { CaseVisit, Moved } from './shapes.ts';

export const caseOperations = {
  linkCase: {
    method: 'POST',
    path: '/hall/desk/tickets/:id/cases',
    summary: 'Say that the person who is served comes about a case that is there already',
    description: 'What is handed in at a counter while somebody is served there is linked by itself.',
    params: ById,
    body: closed({ caseId: Id }),
    reply: Moved,
    problems: ['hall.noShift', 'hall.noTicket', 'hall.wrongAct', 'cases.notFound'],
  },
  visitsOfCase: {
    method: 'GET',
    path: '/hall/cases/:id/visits',
    summary: 'At which visits to a hall a case was handed in or spoken about',
    params: ById,
    reply: Type.Array(CaseVisit),
    problems: ['cases.notFound'],
  },
} as const;
