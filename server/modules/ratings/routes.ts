/** HTTP for ratings: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { findCaseByTrackCode, getCaseRow, tiesOf, type CaseRow } from '#modules/cases';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { rolesOf, type Actor } from '#platform/permissions';
import { ratingsContract, type RatingLine, type VisitLine } from './contract.ts';
import { countRatings, levelsOf } from './count-ratings.ts';
import { may } from './may.ts';
import { ratingProblems } from './problems.ts';
import { rateCase } from './rate-case.ts';
import { rateVisit, ticketOfCode, whyNot } from './rate-visit.ts';
import { findRatingOfCase, listRatings, type Rating } from './store.ts';
import { findVisitRating, listVisitRatings, type VisitRating } from './visit-store.ts';

const givenOf = ({ level, reasons, comment, at }: Pick<Rating, 'level' | 'reasons' | 'comment' | 'at'>) => ({
  level,
  reasons,
  comment,
  at: at.toISOString(),
});

const lineOf = (row: Rating & { handling: 'received' | null }): RatingLine => {
  const { id, caseId, caseNumber, itemName, departmentId, outletId, door, level, reasons, comment, via, handling } =
    row;
  return { id, caseId, caseNumber, itemName, departmentId, outletId, door, level, reasons, comment, via, handling, at: row.at.toISOString() }; // prettier-ignore
};

const visitLineOf = ({
  id,
  ticketNumber,
  outletId,
  errandName,
  level,
  reasons,
  comment,
  at,
}: VisitRating): VisitLine => ({
  id,
  ticketNumber,
  outletId,
  errandName,
  level,
  reasons,
  comment,
  at: at.toISOString(),
});

async function rateable(ground: Ground, row: CaseRow) {
  const given = await findRatingOfCase(ground.db, row.id);
  const why = given ? ('alreadyRated' as const) : row.endedAt ? null : ('notEnded' as const);
  const { number: caseNumber, itemName, departmentId } = row;
  return { caseNumber, itemName, departmentId, possible: why === null, why, given: given ? givenOf(given) : null };
}

async function caseOfCode(ground: Ground, code: string): Promise<CaseRow> {
  const row = await findCaseByTrackCode(ground.db, code.trim().toLowerCase());
  if (!row) throw ratingProblems.nothingToRate();
  return row;
}

/** The departments whose ratings the actor may read; undefined: all. */
export const withinOf = (actor: Actor): string[] | undefined =>
  rolesOf(actor).some((role) => role === 'office' || role === 'auditor')
    ? undefined
    : actor.posts.flatMap((post) => (post.role === 'head' && post.departmentId ? [post.departmentId] : []));

export function routes(app: FastifyInstance, ground: Ground): void {
  serve(app, 'ratings', ratingsContract, may, {
    rateCase: async ({ params, body, actor, allow }) => {
      const row = await getCaseRow(ground.db, params.id);
      allow(await tiesOf(ground, row, actor));
      return givenOf(await rateCase(ground, row, { via: 'account', accountId: actor.accountId! }, body));
    },
    rateByCode: async ({ body: { code, ...said } }) =>
      givenOf(await rateCase(ground, await caseOfCode(ground, code), { via: 'code', accountId: null }, said)),
    lookByCode: async ({ body }) => rateable(ground, await caseOfCode(ground, body.code)),
    getRating: async ({ params, actor, allow }) => {
      const row = await getCaseRow(ground.db, params.id);
      allow(await tiesOf(ground, row, actor));
      return rateable(ground, row);
    },
    rateVisit: async ({ body: { code, ...said } }) =>
      givenOf(await rateVisit(ground, await ticketOfCode(ground, code), said)),
    lookVisit: async ({ body }) => {
      const ticket = await ticketOfCode(ground, body.code);
      const given = await findVisitRating(ground.db, ticket.id);
      const why = given ? 'alreadyRated' : (whyNot(ticket, shanghaiDay(ground.clock.now())) ?? null);
      return { possible: why === null, why, given: given ? givenOf(given) : null };
    },
    listVisitRatings: async ({ query: { limit, offset, ...filter } }) => {
      const { rows, counts } = await listVisitRatings(ground.db, filter, limit ?? 50, offset ?? 0);
      const all = levelsOf(counts);
      return { rows: rows.map(visitLineOf), total: all.total, counts: all };
    },
    listRatings: async ({ query, actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: query.departmentId ? [query.departmentId] : (within ?? []) });
      const { limit, offset, ...filter } = query;
      const { rows, total } = await listRatings(ground.db, { ...filter, within }, limit ?? 50, offset ?? 0);
      return { rows: rows.map(lineOf), total };
    },
    countRatings: async ({ query, actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: query.departmentId ? [query.departmentId] : (within ?? []) });
      return countRatings(ground, { ...query, within });
    },
  });
}
