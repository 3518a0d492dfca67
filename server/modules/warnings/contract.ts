/** What can be done with warnings over HTTP. */
import { Type, type Static } from 'typebox';
import { ById, closed, contract, Day, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { abouts, posts } from './ladder.ts';

export {
  abouts,
  daysAtMost,
  faultsOf,
  posts,
  rungsAtMost,
  usualLadder,
  type About,
  type LadderFault,
  type ToldPost,
} from './ladder.ts';

const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'HH:MM of Asia/Shanghai' });

export const Rung = closed({
  about: oneOf(...abouts),
  /** Working days: negative before the date, 0 on its last day, positive after it. */
  days: Type.Integer({ minimum: -60, maximum: 60 }),
  to: Type.Array(oneOf(...posts), { minItems: 1, maxItems: posts.length, uniqueItems: true }),
  /** What is said with it beside the usual words. */
  note: Type.String({ maxLength: 120 }),
});
export type Rung = Static<typeof Rung>;

/** A ladder of warnings: hours of a working day in which it sends, and its rungs. */
export const Ladder = closed({ from: Time, until: Time, rungs: Type.Array(Rung, { minItems: 1, maxItems: 12 }) });
export type Ladder = Static<typeof Ladder>;

/** A ladder as it stands, of the district or of a department. */
const LadderState = Type.Object({
  /** Null: the district's. */
  departmentId: nullable(Id),
  /** What is followed now. */
  ladder: Ladder,
  /** Whose that is. `usual` comes with the product. */
  source: oneOf('own', 'district', 'usual'),
  /** Of the own one; 0 when there never was one. Sent with the next version. */
  version: Type.Integer(),
  savedAt: nullable(Instant),
  savedBy: nullable(Type.String()),
  /** The own one is there and cannot be read: then `ladder` is what is followed in its place. */
  broken: nullable(Type.String()),
});
export type LadderState = Static<typeof LadderState>;

const ofLadder = closed({ departmentId: Type.Optional(Id) });

/** An account by name, and the post for which it is told. */
const Told = Type.Object({ accountId: Id, name: Type.String(), post: oneOf(...posts) });

const RungOfCase = Type.Object({
  about: oneOf(...abouts),
  days: Type.Integer(),
  /** The date that it is about. */
  dueOn: Day,
  at: Instant,
  told: Type.Array(Told),
});

/** What was said of a case, and what comes next if nothing happens. */
const CaseWarnings = Type.Object({
  done: Type.Array(
    Type.Object({
      ...RungOfCase.properties,
      id: Id,
      outcome: oneOf('sent', 'skipped'),
      /** Of the clock that runs now. */
      current: Type.Boolean(),
      dueRule: oneOf('tellAll', 'decide', 'deliver'),
    }),
  ),
  next: Type.Array(RungOfCase),
  /** Whose ladder is followed; null when no clock of the office runs. */
  source: nullable(oneOf('own', 'district', 'usual')),
  /** The clock stands still: nothing is sent until it goes on. */
  standing: Type.Boolean(),
});
export type CaseWarnings = Static<typeof CaseWarnings>;

/** A ladder that could not be followed as it is. */
const Fault = Type.Object({
  id: Id,
  departmentId: nullable(Id),
  kind: oneOf('unreadable', 'postEmpty', 'failed'),
  /** For `postEmpty` the post; else what the program says of it. */
  detail: Type.String(),
  firstAt: Instant,
  lastAt: Instant,
  times: Type.Integer(),
  settledAt: nullable(Instant),
});
export type Fault = Static<typeof Fault>;

const Said = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });
/** What the office asked about an overdue case (督办单), and the answer. */
const Reminder = Type.Object({
  id: Id,
  text: Type.String(),
  answerBy: Day,
  askedBy: Type.String(),
  askedAt: Instant,
  answer: nullable(Type.String()),
  answeredBy: nullable(Type.String()),
  answeredAt: nullable(Instant),
});
export type Reminder = Static<typeof Reminder>;

const CaseReminders = Type.Object({
  rows: Type.Array(Reminder),
  /** Another one is possible now. */
  possible: Type.Boolean(),
  why: nullable(oneOf('waits', 'notOverdue', 'standing')),
});
export type CaseReminders = Static<typeof CaseReminders>;

export const warningsContract = contract({
  listLadders: {
    method: 'GET',
    path: '/warnings/ladders',
    summary: 'The ladder of the district, and those of departments that have one of their own',
    reply: Type.Array(LadderState),
  },
  getLadder: {
    method: 'GET',
    path: '/warnings/ladder',
    summary: 'The ladder that a department follows, or without a department that of the district',
    query: ofLadder,
    reply: LadderState,
  },
  saveLadder: {
    method: 'PUT',
    path: '/warnings/ladder',
    summary: 'Save a ladder: of the district by the service office, of a department by its head',
    description:
      'Every version is kept. `version` is the one that was read. `ladder: null` follows the district again, or for the district what comes with the product. What has fallen due on an earlier day is not sent after the fact.',
    query: ofLadder,
    body: closed({ version: Type.Integer({ minimum: 0 }), ladder: nullable(Ladder) }),
    reply: LadderState,
    problems: ['warnings.ladderInvalid', 'warnings.changedMeanwhile', 'warnings.noOwnLadder'],
  },
  previewLadder: {
    method: 'POST',
    path: '/warnings/ladder/preview',
    summary: 'The days on which a ladder would warn for a case that is accepted on a day',
    query: ofLadder,
    body: closed({
      ladder: Ladder,
      from: Day,
      target: Type.Integer({ minimum: 0, maximum: 200 }),
      fatal: Type.Integer({ minimum: 0, maximum: 200 }),
    }),
    reply: Type.Object({
      targetOn: Day,
      fatalOn: Day,
      /** Rests on a year whose days off are not published. */
      provisional: Type.Boolean(),
      rungs: Type.Array(Type.Object({ ...RungOfCase.properties, empty: Type.Array(oneOf(...posts)) })),
    }),
    problems: ['warnings.ladderInvalid'],
  },
  caseWarnings: {
    method: 'GET',
    path: '/cases/:id/warnings',
    summary: 'Which warnings were sent for a case, to whom and when, and which come next',
    params: ById,
    reply: CaseWarnings,
    problems: ['cases.notFound'],
  },
  listFaults: {
    method: 'GET',
    path: '/warnings/faults',
    summary: 'Ladders that could not be followed, and what the matter was; open ones first',
    query: closed({ ...paging, open: Type.Optional(Type.Boolean()) }),
    reply: pageOf(Fault),
  },
  settleFault: {
    method: 'POST',
    path: '/warnings/faults/:id/settle',
    summary: 'Say that a fault was put right; it is reported again if it comes back',
    params: ById,
    problems: ['warnings.noSuchFault'],
  },
  caseReminders: {
    method: 'GET',
    path: '/cases/:id/reminders',
    summary: 'What the service office has asked about a case (督办), and what was answered',
    params: ById,
    reply: CaseReminders,
    problems: ['cases.notFound'],
  },
  remind: {
    method: 'POST',
    path: '/cases/:id/reminders',
    summary: 'Ask the department about an overdue case in writing; its head answers',
    description:
      '`days` are the working days within which it is to be answered. One reminder of a case waits at a time.',
    params: ById,
    body: closed({ actionId: Id, text: Said, days: Type.Integer({ minimum: 1, maximum: 10 }) }),
    reply: Reminder,
    problems: [
      'cases.notFound',
      'warnings.notOverdue',
      'warnings.standing',
      'warnings.remindedAlready',
      'warnings.actionReused',
    ],
  },
  answerReminder: {
    method: 'POST',
    path: '/reminders/:id/answer',
    summary: 'Answer a reminder for the department, once',
    params: ById,
    body: closed({ text: Said }),
    reply: Reminder,
    problems: ['warnings.noSuchReminder', 'warnings.answeredAlready', 'cases.notFound'],
  },
});
