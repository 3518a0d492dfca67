/** Unannounced checks over HTTP: drawn and written down before, begun on their day, found again with the whole draw. */
import { Type, type Static } from 'typebox';
import { ById, closed, Day, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { Round } from '../rounds/operations.ts';
import { checkStates } from './states.ts';

const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const Window = Type.Object({ id: Id, number: Type.String(), zone: Type.String() });

const line = {
  id: Id,
  number: Type.String(),
  outletId: Id,
  day: Day,
  state: oneOf(...checkStates),
  windows: Type.Integer(),
  team: Type.Array(Type.String()),
  findings: Type.Integer(),
};
export const CheckLine = Type.Object(line);
export type CheckLine = Static<typeof CheckLine>;
export const Check = Type.Object({
  ...line,
  /** Whether the reader is of the team, or drew it. */
  mine: Type.Object({ team: Type.Boolean(), drawer: Type.Boolean() }),
  basis: Type.String(),
  look: Type.String(),
  drawnBy: Type.String(),
  drawnAt: Instant,
  seed: Type.Integer(),
  hash: Type.String(),
  /** The draw repeated from seed, windows and number gives the same again. */
  repeats: Type.Boolean(),
  population: Type.Array(Window),
  picked: Type.Array(Window),
  roundId: nullable(Id),
  step: nullable(
    Type.Object({ kind: oneOf('begin', 'cancel'), by: Type.String(), at: Instant, reason: Type.String() }),
  ),
});
export type Check = Static<typeof Check>;

export const checkOperations = {
  drawCheck: {
    method: 'POST',
    path: '/floor/places/:id/checks',
    summary: 'Draw which windows an unannounced check looks at, and write the draw down; nobody but its team hears of it',
    params: ById,
    body: closed({
      actionId: Id,
      day: Day,
      wanted: Type.Integer({ minimum: 1, maximum: 50 }),
      team: Type.Array(Id, { minItems: 2, maxItems: 10, uniqueItems: true, description: 'At least two' }),
      look: Words(500),
      basis: Words(500),
    }),
    reply: Check,
    problems: ['hall.noPlace', 'floor.checkDayOver', 'floor.noSuchStaff', 'floor.tooFewWindows', 'floor.actRepeated'],
  },
  listChecks: {
    method: 'GET',
    path: '/floor/places/:id/checks',
    summary: 'Unannounced checks of a hall that the reader may know of, the latest day first',
    params: ById,
    query: closed({ ...paging, state: Type.Optional(oneOf(...checkStates)) }),
    reply: pageOf(CheckLine),
    problems: ['hall.noPlace'],
  },
  getCheck: {
    method: 'GET',
    path: '/floor/checks/:id',
    summary: 'A check with the whole of its draw; before it begins it does not exist for others',
    params: ById,
    reply: Check,
    problems: ['floor.noCheck'],
  },
  beginCheck: {
    method: 'POST',
    path: '/floor/checks/:id/begin',
    summary: 'Begin a check on its day as one of its team; the windows drawn are the points of its round',
    params: ById,
    body: closed({ actionId: Id }),
    reply: Round,
    problems: ['floor.noCheck', 'floor.checkNotToday', 'floor.checkGone', 'floor.actRepeated'],
  },
  cancelCheck: {
    method: 'POST',
    path: '/floor/checks/:id/cancel',
    summary: 'Give up a check that has not begun, with the reason; the draw stays readable',
    params: ById,
    body: closed({ actionId: Id, reason: Words(500) }),
    reply: Check,
    problems: ['floor.noCheck', 'floor.checkGone', 'floor.actRepeated'],
  },
} as const; // prettier-ignore
