/** What can be done with suggestions for improvement over HTTP. */
import { Type, type Static, type TSchema } from 'typebox';
import { figures } from '#modules/insight/contract';
import { ById, closed, contract, Day, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { kinds, sources, states } from './improvement.ts';

export { departmentSteps, isEnded, kinds, sources, states, stepsFrom, wordedSteps, type Kind, type Source, type State, type Step } from './improvement.ts'; // prettier-ignore

const FigureId = oneOf(...figures.map(({ id }) => id));
const Text = Type.String({ maxLength: 1_000 });
/** Something must be said: blanks are nothing. */
const Told = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });

const line = {
  id: Id,
  number: Type.String(),
  source: oneOf(...sources),
  title: Type.String(),
  state: oneOf(...states),
  itemId: nullable(Id),
  itemName: nullable(Type.String()),
  figureId: nullable(FigureId),
  departmentId: nullable(Id),
  suggestedAt: Instant,
  /** The last day for the step that is awaited now; null when it has ended. */
  dueOn: nullable(Day),
  overdue: Type.Boolean(),
};
export const SuggestionLine = Type.Object(line);
export type SuggestionLine = Static<typeof SuggestionLine>;

const StepLine = Type.Object({
  kind: oneOf(...kinds),
  at: Instant,
  /** Who did it; for the suggester the office and its name for residents. */
  by: Type.String(),
  text: Type.String(),
  departmentId: nullable(Id),
  plannedOn: nullable(Day),
  late: Type.Boolean(),
});

const Measured = Type.Object({
  from: Day,
  to: Day,
  value: nullable(Type.Number()),
  numerator: Type.Number(),
  denominator: nullable(Type.Number()),
});
const Effect = Type.Object({
  figureId: FigureId,
  kind: oneOf('count', 'share', 'average'),
  unit: nullable(oneOf('day', 'visit')),
  before: Measured,
  /** Null until the work is done. */
  after: nullable(Measured),
  /** Kept as it was when the order ended; otherwise as of now. */
  frozen: Type.Boolean(),
});
export type Effect = Static<typeof Effect>;

const whole = {
  ...line,
  body: Type.String(),
  suggestedBy: Type.String(),
  steps: Type.Array(StepLine),
  /** What the figure was before and after; null where no figure is named, and for residents. */
  effect: nullable(Effect),
};
export const Suggestion = Type.Object(whole);
export type Suggestion = Static<typeof Suggestion>;

const acting = { actionId: Id };
const stepOf = <S extends TSchema>(path: string, summary: string, body: S, problems: readonly string[] = []) => ({
  method: 'POST' as const,
  path: `/improvements/:id/${path}`,
  summary,
  params: ById,
  body,
  reply: Suggestion,
  problems: ['improvements.notFound', 'improvements.wrongStep', 'improvements.actionReused', ...problems],
});

export const improvementsContract = contract({
  suggest: {
    method: 'POST',
    path: '/improvements',
    summary: 'Suggest an improvement, of an item, of a figure, because of a rating, or of anything else',
    body: closed({
      ...acting,
      title: Told(60),
      body: Told(1_000),
      itemId: Type.Optional(Id),
      figureId: Type.Optional(FigureId),
      ratingId: Type.Optional(Id),
    }),
    reply: Suggestion,
    problems: ['improvements.actionReused', 'improvements.noSuchRating', 'improvements.noSuchItem'],
  },
  mySuggestions: {
    method: 'GET',
    path: '/my/improvements',
    summary: 'What one has suggested oneself, and what became of it',
    query: closed(paging),
    reply: pageOf(SuggestionLine),
  },
  listSuggestions: {
    method: 'GET',
    path: '/improvements',
    summary:
      'Suggestions, newest first; `open` for those that have not ended, `overdue` for those whose day has passed',
    query: closed({
      ...paging,
      state: Type.Optional(oneOf(...states)),
      open: Type.Optional(Type.Boolean()),
      overdue: Type.Optional(Type.Boolean()),
      source: Type.Optional(oneOf(...sources)),
      departmentId: Type.Optional(Id),
      itemId: Type.Optional(Id),
      figureId: Type.Optional(FigureId),
    }),
    reply: pageOf(SuggestionLine),
  },
  countSuggestions: {
    method: 'GET',
    path: '/improvements/counts',
    summary: 'How many there are, open, overdue, adopted; by the same conditions as the list',
    reply: Type.Object({
      asOf: Instant,
      all: Type.Integer(),
      open: Type.Integer(),
      overdue: Type.Integer(),
      adopted: Type.Integer(),
      closed: Type.Integer(),
    }),
  },
  getSuggestion: {
    method: 'GET',
    path: '/improvements/:id',
    summary: 'A suggestion with its history and the effect on its figure',
    params: ById,
    reply: Suggestion,
    problems: ['improvements.notFound'],
  },
  dispatch: stepOf('dispatch', 'Give it to a department (派单)', closed({ ...acting, departmentId: Id, text: Type.Optional(Text) }), ['improvements.noSuchDepartment']), // prettier-ignore
  acceptOrder: stepOf('accept', 'Take the order on (接单)', closed({ ...acting, text: Type.Optional(Text) })),
  declineOrder: stepOf(
    'decline',
    'Decline the order, with the reason (退单)',
    closed({ ...acting, text: Told(1_000) }),
  ),
  planOrder: stepOf('plan', 'Say what will be done, and by when', closed({ ...acting, text: Told(1_000), plannedOn: Day }), ['improvements.planDayWrong']), // prettier-ignore
  finishOrder: stepOf('finish', 'Say what was done', closed({ ...acting, text: Told(1_000) })),
  verifyOrder: stepOf('verify', 'Confirm that it was done (核验)', closed({ ...acting, text: Type.Optional(Text) })),
  sendBackOrder: stepOf(
    'send-back',
    'It is not done: back to the department',
    closed({ ...acting, text: Told(1_000) }),
  ),
  adopt: stepOf('adopt', 'Adopt it (采纳) and answer who suggested it', closed({ ...acting, text: Told(1_000) })),
  closeSuggestion: stepOf(
    'close',
    'Close it without adoption, with the reason',
    closed({ ...acting, text: Told(1_000) }),
  ),
});
