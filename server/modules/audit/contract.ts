/** What the auditor can ask for over HTTP. */
import { Type, type Static } from 'typebox';
import { kinds, states } from '#modules/cases/contract';
import { closed, contract, Day, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';

const Finding = Type.Object({
  kind: Type.String(),
  caseId: Type.Optional(Id),
  caseNumber: Type.Optional(Type.String()),
  action: Type.Optional(Type.Integer()),
  seal: Type.Optional(Type.Integer()),
  /** Of a row of another trail: the table, its key, and what people call it. */
  trail: Type.Optional(Type.String()),
  key: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  what: Type.String(),
});

const Verification = Type.Object({
  id: Id,
  at: Instant,
  /** Who asked for it; null for the nightly one and for an operator at the machine. */
  accountName: nullable(Type.String()),
  seconds: Type.Number(),
  cases: Type.Integer(),
  actions: Type.Integer(),
  seals: Type.Integer(),
  /** How many; the first fifty are listed. */
  findings: Type.Integer(),
  firstFindings: Type.Array(Finding),
});

/** An act in the trail: who did what, when, where. Not what was said: that is in the case. */
const TrailLine = Type.Object({
  caseId: Id,
  caseNumber: nullable(Type.String()),
  itemName: nullable(Type.String()),
  seq: Type.Integer(),
  kind: oneOf(...kinds),
  fromState: nullable(oneOf(...states)),
  toState: oneOf(...states),
  at: Instant,
  accountId: nullable(Id),
  accountName: nullable(Type.String()),
  role: Type.String(),
  placeId: nullable(Id),
  hash: Type.String(),
});
export type TrailLine = Static<typeof TrailLine>;

const filter = {
  number: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  accountId: Type.Optional(Id),
  kind: Type.Optional(oneOf(...kinds)),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
};
export const TrailFilter = closed(filter);
export type TrailFilter = Static<typeof TrailFilter>;

export const auditContract = contract({
  listSeals: {
    method: 'GET',
    path: '/audit/seals',
    summary: 'The seals over all histories, the last one first, and how many acts wait for the next',
    query: closed(paging),
    reply: Type.Object({
      rows: Type.Array(
        Type.Object({
          seq: Type.Integer(),
          at: Instant,
          trail: Type.String(),
          count: Type.Integer(),
          root: Type.String(),
          hash: Type.String(),
        }),
      ),
      total: Type.Integer(),
      pending: Type.Integer(),
    }),
  },
  listVerifications: {
    method: 'GET',
    path: '/audit/verifications',
    summary: 'Checks of all histories and what they found, the last one first',
    query: closed(paging),
    reply: pageOf(Verification),
  },
  startVerification: {
    method: 'POST',
    path: '/audit/verifications',
    summary: 'Ask for a check of all histories now; it runs beside the day’s work and is listed when it is done',
    body: closed({}),
  },
  searchTrail: {
    method: 'GET',
    path: '/audit/trail',
    summary: 'Who did what: of a case, or within at most 31 days. The search leaves a line itself',
    query: closed({ ...filter, ...paging }),
    reply: Type.Object({
      ...pageOf(TrailLine).properties,
      /** There are more than `total`: counting stopped there. */
      more: Type.Boolean(),
    }),
    problems: ['audit.tooWide'],
  },
  listSearches: {
    method: 'GET',
    path: '/audit/searches',
    summary: 'Who searched the trail for what',
    query: closed(paging),
    reply: pageOf(
      Type.Object({
        id: Id,
        at: Instant,
        accountId: Id,
        accountName: nullable(Type.String()),
        filter: Type.Record(Type.String(), Type.Unknown()),
        found: Type.Integer(),
      }),
    ),
  },
});
