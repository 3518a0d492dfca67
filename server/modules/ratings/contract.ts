/** What can be done with ratings over HTTP. */
import { Type, type Static } from 'typebox';
import { ById, closed, contract, Day, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { levels, reasons } from './rating.ts';
import { Code, Counts, Given, giving, said } from './shapes.ts';
import { visitOperations } from './visit-operations.ts';

export type { VisitLine } from './visit-operations.ts';
export { badLevels, faultOf, isBad, levels, reasons, type Level, type Reason } from './rating.ts';

/** What a rating page shows before the tap. */
const Rateable = Type.Object({
  caseNumber: Type.String(),
  itemName: Type.String(),
  departmentId: Id,
  possible: Type.Boolean(),
  /** Why not, when it is not possible. */
  why: nullable(oneOf('notEnded', 'alreadyRated')),
  given: nullable(Given),
});

/** One line of the office's list. */
const RatingLine = Type.Object({
  id: Id,
  caseId: Id,
  caseNumber: Type.String(),
  itemName: Type.String(),
  departmentId: Id,
  outletId: nullable(Id),
  door: Type.String(),
  level: oneOf(...levels),
  reasons: Type.Array(oneOf(...reasons)),
  comment: Type.String(),
  via: oneOf('account', 'code'),
  at: Instant,
  /** Where a bad rating stands; null for the others. */
  handling: nullable(oneOf('received')),
});
export type RatingLine = Static<typeof RatingLine>;

const about = {
  departmentId: Type.Optional(Id),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
};
export const ratingsContract = contract({
  rateCase: {
    method: 'POST',
    path: '/cases/:id/rating',
    summary: 'Rate the service of a case of one’s own that has ended, once (一事一评)',
    params: ById,
    body: closed(said),
    reply: Given,
    problems: ['cases.notFound', ...giving],
  },
  rateByCode: {
    method: 'POST',
    path: '/rating-by-code',
    summary: 'The same with the code of the receipt, for whoever came to a window',
    body: closed({ code: Code, ...said }),
    reply: Given,
    problems: ['ratings.nothingToRate', ...giving],
  },
  lookByCode: {
    method: 'POST',
    path: '/rating-by-code/look',
    summary: 'What the code of a receipt lets one rate, and what was rated',
    body: closed({ code: Code }),
    reply: Rateable,
    problems: ['ratings.nothingToRate'],
  },
  getRating: {
    method: 'GET',
    path: '/cases/:id/rating',
    summary: 'Whether a case can be rated, and how it was',
    params: ById,
    reply: Rateable,
    problems: ['cases.notFound'],
  },
  ...visitOperations,
  listRatings: {
    method: 'GET',
    path: '/ratings',
    summary: 'Ratings, newest first; `bad` for the two lowest levels',
    query: closed({
      ...paging,
      ...about,
      itemId: Type.Optional(Id),
      level: Type.Optional(oneOf(...levels)),
      bad: Type.Optional(Type.Boolean()),
    }),
    reply: pageOf(RatingLine),
  },
  countRatings: {
    method: 'GET',
    path: '/ratings/counts',
    summary: 'How many ratings of each level, by department and by day; silence counts as nothing',
    query: closed(about),
    reply: Type.Object({
      asOf: Instant,
      all: Counts,
      byDepartment: Type.Array(Type.Object({ departmentId: Id, ...Counts.properties })),
      byDay: Type.Array(Type.Object({ day: Day, ...Counts.properties })),
    }),
  },
});
