/** Rating a visit to a hall, over HTTP. */
import { Type, type Static } from 'typebox';
import { closed, Day, Id, Instant, nullable, oneOf, paging } from '#platform/contract';
import { levels, reasons } from './rating.ts';
import { Code, Counts, Given, giving, said } from './shapes.ts';

const VisitLine = Type.Object({
  id: Id,
  ticketNumber: Type.String(),
  outletId: Id,
  errandName: Type.String(),
  level: oneOf(...levels),
  reasons: Type.Array(oneOf(...reasons)),
  comment: Type.String(),
  at: Instant,
});
export type VisitLine = Static<typeof VisitLine>;

export const visitOperations = {
  rateVisit: {
    method: 'POST',
    path: '/rating-by-ticket',
    summary: 'Rate a visit to a hall with the code of its ticket, without an account, once, within seven days',
    body: closed({ code: Code, ...said }),
    reply: Given,
    problems: [
      'ratings.noSuchTicket',
      'ratings.notServed',
      'ratings.tooLate',
      'ratings.visitRated',
      ...giving.slice(2),
    ],
  },
  lookVisit: {
    method: 'POST',
    path: '/rating-by-ticket/look',
    summary: 'Whether the visit of a ticket can be rated, and how it was',
    body: closed({ code: Code }),
    reply: Type.Object({
      possible: Type.Boolean(),
      why: nullable(oneOf('notServed', 'tooLate', 'alreadyRated')),
      given: nullable(Given),
    }),
    problems: ['ratings.noSuchTicket'],
  },
  listVisitRatings: {
    method: 'GET',
    path: '/visit-ratings',
    summary: 'What was said of visits in a span of days, newest first, with how many of each level',
    query: closed({ ...paging, from: Day, to: Day, outletId: Type.Optional(Id) }),
    reply: Type.Object({ rows: Type.Array(VisitLine), total: Type.Integer(), counts: Counts }),
  },
} as const;
