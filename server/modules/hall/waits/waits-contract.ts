/** What can be asked about waits over HTTP; a part of the contract of the hall. */
import { Type } from 'typebox';
import { ById, closed, paging } from '#platform/contract';
import { WaitTruth } from '../shapes.ts';

export const waitsOperations = {
  showWaitTruth: {
    method: 'GET',
    path: '/hall/places/:id/wait-truth',
    summary: 'How often the wait lay within the range that people were told, by hour, with the tickets behind it',
    description:
      'Of the last 14 days, tickets that were called. `hour`: the tickets of that hour alone. The newest first, 200 unless `limit` says otherwise.',
    params: ById,
    query: closed({ hour: Type.Optional(Type.Integer({ minimum: 0, maximum: 23 })), ...paging }),
    reply: WaitTruth,
    problems: ['hall.noPlace'],
  },
} as const;
