/** What can be asked about waits over HTTP; a part of the contract of the hall. */
import { Type } from 'typebox';
import { ById, closed } from '#platform/contract';
import { WaitTruth } from '../shapes.ts';

export const waitsOperations = {
  showWaitTruth: {
    method: 'GET',
    path: '/hall/places/:id/wait-truth',
    summary: 'How often the wait lay within the range that people were told, by hour, with the tickets behind it',
    description:
      'Of the last 14 days, tickets that were called. `hour`: the tickets of that hour alone, at most 200, the newest first.',
    params: ById,
    query: closed({ hour: Type.Optional(Type.Integer({ minimum: 0, maximum: 23 })) }),
    reply: WaitTruth,
    problems: ['hall.noPlace'],
  },
} as const;
