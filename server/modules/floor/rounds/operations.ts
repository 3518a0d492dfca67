/** Wardens and rounds over HTTP: who looks after which zone, the way of a patrol, and what was seen on it. */
import { Type, type Static } from 'typebox';
import { ById, closed, Day, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { severities } from '../house-rule.ts';
import { halves, results, roundKinds } from './round.ts';

const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });

export const Warden = Type.Object({
  id: Id,
  zone: Type.String(),
  day: Day,
  half: oneOf(...halves),
  accountId: Id,
  name: Type.String(),
  /** Finished patrols of this zone, or of the whole hall, in this half-day. */
  patrols: Type.Integer(),
  hands: Type.Array(Type.Object({ from: Type.String(), to: Type.String(), note: Type.String(), at: Instant })),
});
export type Warden = Static<typeof Warden>;

const pointFields = { zone: Type.String({ maxLength: 50 }), name: Words(50), look: Type.String({ maxLength: 200 }) };
export const Point = Type.Object({ id: Id, ...pointFields });
export type Point = Static<typeof Point>;

const line = {
  id: Id,
  number: Type.String(),
  outletId: Id,
  kind: oneOf(...roundKinds),
  zone: Type.String(),
  day: Day,
  half: oneOf(...halves),
  by: Type.String(),
  startedAt: Instant,
  endedAt: nullable(Instant),
  points: Type.Integer(),
  marked: Type.Integer(),
  findings: Type.Integer(),
  /** Whether the reader is among those who walk it. */
  mine: Type.Boolean(),
};
export const RoundLine = Type.Object(line);
export type RoundLine = Static<typeof RoundLine>;
export const Round = Type.Object({
  ...line,
  note: nullable(Type.String()),
  way: Type.Array(
    Type.Object({
      ...pointFields,
      id: Id,
      name: Type.String(),
      look: Type.String(),
      windowId: nullable(Id),
      result: nullable(oneOf(...results)),
      seenAt: nullable(Instant),
      by: nullable(Type.String()),
      findingIds: Type.Array(Id),
    }),
  ),
});
export type Round = Static<typeof Round>;

export const roundOperations = {
  readWardens: {
    method: 'GET',
    path: '/floor/places/:id/wardens',
    summary: 'Who looks after which zone in which half-day, with hand-overs and patrols; at most 31 days',
    params: ById,
    query: closed({ from: Day, to: Day }),
    reply: Type.Object({
      zones: Type.Array(Type.String()),
      /** Who has a turn in the hall on the last of the days: to hand over to. */
      people: Type.Array(Type.Object({ accountId: Id, name: Type.String() })),
      rows: Type.Array(Warden),
    }),
    problems: ['hall.noPlace', 'floor.spanTooLong'],
  },
  planWardens: {
    method: 'POST',
    path: '/floor/places/:id/wardens',
    summary: 'Say who looks after a zone in half-days to come (片区负责人); one that has begun is handed over instead',
    params: ById,
    body: closed({
      zone: Words(50),
      accountId: Id,
      days: Type.Array(Day, { minItems: 1, maxItems: 31, uniqueItems: true }),
      halves: Type.Array(oneOf(...halves), { minItems: 1, maxItems: 2, uniqueItems: true }),
    }),
    reply: Type.Object({ planned: Type.Integer() }),
    problems: ['hall.noPlace', 'floor.noSuchStaff', 'floor.noSuchZone', 'floor.halfOver', 'floor.handOverInstead'],
  },
  handOverWarden: {
    method: 'POST',
    path: '/floor/wardens/:id/hand-over',
    summary: 'Hand a zone over to a colleague with what to look after (交接); the same `actionId` is the same hand-over',
    params: ById,
    body: closed({ actionId: Id, accountId: Id, note: Words(500) }),
    reply: Warden,
    problems: ['floor.noWarden', 'floor.noSuchStaff', 'floor.sameWarden', 'floor.halfOver', 'floor.actRepeated'],
  },
  listPoints: {
    method: 'GET',
    path: '/floor/places/:id/points',
    summary: 'The way of a patrol: points in their order, with what is looked at',
    params: ById,
    reply: Type.Array(Point),
    problems: ['hall.noPlace'],
  },
  savePoints: {
    method: 'PUT',
    path: '/floor/places/:id/points',
    summary: 'Set the way of patrols; rounds that were begun keep theirs',
    params: ById,
    body: closed({ points: Type.Array(closed({ id: Id, ...pointFields }), { maxItems: 100 }) }),
    reply: Type.Array(Point),
    problems: ['hall.noPlace', 'floor.noPoint'],
  },
  startPatrol: {
    method: 'POST',
    path: '/floor/places/:id/patrols',
    summary: 'Begin a patrol through a zone or the whole hall; the same `actionId` is the same patrol',
    params: ById,
    body: closed({ actionId: Id, zone: Type.Optional(Words(50)) }),
    reply: Round,
    problems: ['hall.noPlace', 'floor.noPoints', 'floor.roundOpen', 'floor.actRepeated'],
  },
  listRounds: {
    method: 'GET',
    path: '/floor/places/:id/rounds',
    summary: 'Rounds of a hall, the newest first; window staff see those that they walk',
    params: ById,
    query: closed({ ...paging, kind: Type.Optional(oneOf(...roundKinds)), open: Type.Optional(Type.Boolean()) }),
    reply: pageOf(RoundLine),
    problems: ['hall.noPlace'],
  },
  getRound: {
    method: 'GET',
    path: '/floor/rounds/:id',
    summary: 'A round with what was seen at each point',
    params: ById,
    reply: Round,
    problems: ['floor.noRound'],
  },
  markPoint: {
    method: 'POST',
    path: '/floor/rounds/:id/marks',
    summary: 'Say that a point is as it should be, or what was found there; both or nothing is stored, once for an `actionId`',
    params: ById,
    body: closed({
      actionId: Id,
      pointId: Id,
      seenAt: Type.Optional(Instant),
      finding: Type.Optional(
        closed({
          severity: oneOf(...severities),
          body: Words(1_000),
          departmentId: Type.Optional(Id),
          fileIds: Type.Optional(Type.Array(Id, { maxItems: 6, uniqueItems: true })),
        }),
      ),
    }),
    reply: Round,
    problems: ['floor.noRound', 'floor.roundOver', 'floor.noPoint', 'floor.noSuchDepartment', 'floor.windowNotHere', 'floor.actRepeated', 'documents.notYourFile'],
  },
  finishRound: {
    method: 'POST',
    path: '/floor/rounds/:id/end',
    summary: 'End a round; points at which nobody looked need a reason in `note`',
    params: ById,
    body: closed({ note: Type.String({ maxLength: 1_000 }) }),
    reply: Round,
    problems: ['floor.noRound', 'floor.pointsLeft'],
  },
} as const; // prettier-ignore
