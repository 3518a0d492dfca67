/** What can be done with questions over HTTP. */
import { Type, type Static, type TSchema } from 'typebox';
import { ById, closed, contract, Day, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { doors, kinds, sets, states } from './question.ts';

export {
  doors,
  isOpen,
  keptDays,
  sets,
  states,
  usualRule,
  type Door,
  type Kind,
  type SetOf,
  type State,
} from './question.ts';

const Told = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const Text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));
const acting = { actionId: Id };

const line = {
  id: Id,
  number: Type.String(),
  door: oneOf(...doors),
  topic: Type.String(),
  state: oneOf(...states),
  firstName: Type.String(),
  firstDepartmentId: nullable(Id),
  departmentId: nullable(Id),
  askedAt: Instant,
  /** Until when the step is awaited that comes next; null when it has ended. */
  dueAt: nullable(Instant),
  overdue: Type.Boolean(),
  /** A step came too late, once. */
  late: Type.Boolean(),
  handOvers: Type.Integer(),
};
const Line = Type.Object(line);
export type QuestionLine = Static<typeof Line>;
const Whole = Type.Object({
  ...line,
  code: Type.String(),
  firstId: Id,
  colleagueId: nullable(Id),
  askerName: Type.String(),
  askerPhone: Type.String(),
  /** Who asked is not kept any more. */
  forgotten: Type.Boolean(),
  answer: Type.String(),
  /** The service office said whose it is. */
  final: Type.Boolean(),
  /** Only the service office may hand it over now. */
  officeDecides: Type.Boolean(),
  steps: Type.Array(
    Type.Object({
      kind: oneOf(...kinds),
      at: Instant,
      by: Type.String(),
      text: Type.String(),
      departmentId: nullable(Id),
      colleagueName: nullable(Type.String()),
      late: Type.Boolean(),
    }),
  ),
});
export type QuestionWhole = Static<typeof Whole>;

/** What whoever asked sees with the code: where it is, no official's name. */
const Seen = Type.Object({
  number: Type.String(),
  topic: Type.String(),
  state: oneOf(...states),
  departmentName: nullable(Type.String()),
  departmentNameEn: nullable(Type.String()),
  departmentTelephone: nullable(Type.String()),
  askedAt: Instant,
  dueAt: nullable(Instant),
  answer: Type.String(),
  answeredAt: nullable(Instant),
});

/** The conditions of the list and of its figures; days on which it was asked. */
const about = {
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  departmentId: Type.Optional(Id),
  door: Type.Optional(oneOf(...doors)),
};
const counts = Object.fromEntries(sets.map((set) => [set, Type.Integer()])) as {
  [S in (typeof sets)[number]]: ReturnType<typeof Type.Integer>;
};
const Rule = closed({
  acknowledgeMinutes: Type.Integer({ minimum: 5, maximum: 2400 }),
  answerDays: Type.Integer({ minimum: 1, maximum: 30 }),
  handOvers: Type.Integer({ minimum: 1, maximum: 5 }),
});

const stepOf = <S extends TSchema>(path: string, summary: string, body: S, problems: readonly string[] = []) => ({
  method: 'POST' as const,
  path: `/firstasked/questions/:id/${path}`,
  summary,
  params: ById,
  body,
  reply: Whole,
  problems: ['firstasked.notFound', 'firstasked.wrongStep', 'firstasked.actionReused', ...problems],
});
const toWhom = { departmentId: Id, colleagueId: Type.Optional(Id) };
const toWhomProblems = ['firstasked.noSuchDepartment', 'firstasked.noSuchColleague'];

export const firstaskedContract = contract({
  recordQuestion: {
    method: 'POST',
    path: '/firstasked/questions',
    summary: 'Record what one was asked first (首问责任): answered on the spot, or handed over',
    body: closed({
      ...acting,
      door: oneOf(...doors),
      topic: Told(500),
      askerName: Text(40),
      askerPhone: Text(30),
      answer: Text(1_000),
      departmentId: Type.Optional(Id),
      colleagueId: Type.Optional(Id),
    }),
    reply: Whole,
    problems: ['firstasked.sayWhat', 'firstasked.actionReused', ...toWhomProblems],
  },
  lookQuestion: {
    method: 'GET',
    path: '/firstasked/by-code/:code',
    summary: 'Where the question with this code is, and the answer, without an account',
    params: Type.Object({ code: Type.String({ minLength: 1, maxLength: 80 }) }, { additionalProperties: false }),
    reply: Seen,
    problems: ['firstasked.notFound'],
  },
  listQuestions: {
    method: 'GET',
    path: '/firstasked/questions',
    summary: 'Questions, newest first: one’s own and those of the department; `set` for those behind a figure',
    query: closed({ ...paging, ...about, set: Type.Optional(oneOf(...sets)) }),
    reply: pageOf(Line),
  },
  countQuestions: {
    method: 'GET',
    path: '/firstasked/counts',
    summary: 'Asked, answered on the spot, handed over, acknowledged in time, overdue; by the conditions of the list',
    query: closed(about),
    reply: Type.Object({
      asOf: Instant,
      ...counts,
      departments: Type.Array(Type.Object({ departmentId: nullable(Id), ...counts })),
    }),
  },
  getQuestion: {
    method: 'GET',
    path: '/firstasked/questions/:id',
    summary: 'A question with its history',
    params: ById,
    reply: Whole,
    problems: ['firstasked.notFound'],
  },
  listReceivers: {
    method: 'GET',
    path: '/firstasked/departments/:id/colleagues',
    summary: 'Who has a post at a department, to hand a question over',
    params: ById,
    reply: Type.Array(Type.Object({ accountId: Id, name: Type.String() })),
  },
  handOver: stepOf('hand-over', 'Hand it over to the right place, with acknowledgement', closed({ ...acting, ...toWhom, text: Text(500) }), [...toWhomProblems, 'firstasked.officeDecides']), // prettier-ignore
  acknowledge: stepOf('acknowledgement', 'Take it on (接收)', closed({ ...acting, text: Text(500) })),
  giveBack: stepOf('return', 'It is not ours: back to whoever was asked first, with the reason', closed({ ...acting, text: Told(500) }), ['firstasked.isFinal']), // prettier-ignore
  settle: stepOf('answer', 'Answer it; whoever asked reads it with the code', closed({ ...acting, text: Told(1_000) })),
  getHouseRule: {
    method: 'GET',
    path: '/firstasked/house-rule',
    summary: 'The limits of the house; no law sets them',
    reply: Rule,
  },
  saveHouseRule: {
    method: 'PUT',
    path: '/firstasked/house-rule',
    summary: 'Set the limits of the house, for steps from now on',
    body: Rule,
    reply: Rule,
  },
});
