/** Attendance over HTTP: the plan, what it came to, and what a superior puts right. */
import { Type, type Static } from 'typebox';
import { ById, closed, Day, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { amendments, marks } from './marks.ts';

const Time = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'HH:MM of Asia/Shanghai' });
const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });

export const TurnLine = Type.Object({
  /** Null for who was there without a plan. */
  id: nullable(Id),
  accountId: Id,
  name: Type.String(),
  windowId: nullable(Id),
  day: Day,
  starts: nullable(Type.String()),
  ends: nullable(Type.String()),
  mark: oneOf(...marks),
  byRule: oneOf(...marks),
  lateMinutes: Type.Integer(),
  /** When it was planned, where that was after its beginning: lateness counts from then. */
  lateFrom: nullable(Instant),
  earlyMinutes: Type.Integer(),
  thereMinutes: Type.Integer(),
  breakMinutes: Type.Integer(),
  firstAt: nullable(Instant),
  lastAt: nullable(Instant),
  amended: nullable(Type.Object({ reason: Type.String(), by: Type.String(), at: Instant })),
});
export type TurnLine = Static<typeof TurnLine>;

const Tally = Type.Object(Object.fromEntries(marks.map((mark) => [mark, Type.Integer()])) as Record<(typeof marks)[number], ReturnType<typeof Type.Integer>>); // prettier-ignore
const PersonTally = Type.Object({ accountId: Id, name: Type.String(), turns: Type.Integer(), thereMinutes: Type.Integer(), tally: Tally }); // prettier-ignore
export type PersonTally = Static<typeof PersonTally>;
const span = { from: Day, to: Day };
const wide = ['floor.spanTooLong', 'hall.noPlace'] as const;

const ruleFields = {
  graceMinutes: Type.Integer({ minimum: 0, maximum: 60 }),
  answerDays: Type.Integer({ minimum: 1, maximum: 30 }),
  correctionDays: closed({
    minor: Type.Integer({ minimum: 1, maximum: 60 }),
    serious: Type.Integer({ minimum: 1, maximum: 60 }),
    grave: Type.Integer({ minimum: 1, maximum: 60 }),
  }),
};

export const attendanceOperations = {
  getHouseRule: {
    method: 'GET',
    path: '/floor/places/:id/rule',
    summary: 'The rules of the house of a hall: grace, days for answers and corrections; of no law',
    params: ById,
    reply: Type.Object(ruleFields),
    problems: ['hall.noPlace'],
  },
  saveHouseRule: {
    method: 'PUT',
    path: '/floor/places/:id/rule',
    summary: 'Set the rules of the house of a hall',
    params: ById,
    body: closed(ruleFields),
    reply: Type.Object(ruleFields),
    problems: ['hall.noPlace'],
  },
  planTurns: {
    method: 'POST',
    path: '/floor/places/:id/turns',
    summary:
      'Plan who is to be there on which days from when until when (排班); what is planned already stays, and what would be another turn at its time is refused',
    params: ById,
    body: closed({
      accountIds: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }),
      windowId: Type.Optional(Id),
      days: Type.Array(Day, { minItems: 1, maxItems: 31, uniqueItems: true }),
      spans: Type.Array(closed({ starts: Time, ends: Time }), { minItems: 1, maxItems: 4 }),
    }),
    reply: Type.Object({
      planned: Type.Integer({ description: 'Planned now; those that were there already are not counted again' }),
      over: Type.Integer({ description: 'Not planned, because they are over today' }),
    }),
    problems: [
      'hall.noPlace',
      'floor.dayOver',
      'floor.turnsOver',
      'floor.wrongSpan',
      'floor.noSuchStaff',
      'floor.turnsOverlap',
      'floor.windowNotHere',
    ],
  },
  removeTurn: {
    method: 'DELETE',
    path: '/floor/turns/:id',
    summary: 'Take a turn away that has not begun',
    params: ById,
    problems: ['floor.noTurn', 'floor.turnBegun'],
  },
  readAttendance: {
    method: 'GET',
    path: '/floor/places/:id/attendance',
    summary: 'What the turns of some days came to, for each person; at most 31 days',
    params: ById,
    query: closed(span),
    reply: Type.Object({ asOf: Instant, graceMinutes: Type.Integer(), all: Tally, people: Type.Array(PersonTally) }),
    problems: wide,
  },
  listAttendance: {
    method: 'GET',
    path: '/floor/places/:id/attendance/turns',
    summary: 'The turns behind the figures, by the same rule and conditions',
    params: ById,
    query: closed({ ...span, ...paging, accountId: Type.Optional(Id), mark: Type.Optional(oneOf(...marks)) }),
    reply: pageOf(TurnLine),
    problems: wide,
  },
  exportAttendance: {
    method: 'GET',
    path: '/floor/places/:id/attendance/file',
    summary: 'The same turns as a table for a spreadsheet (CSV)',
    params: ById,
    query: closed({ ...span, language: Type.Optional(oneOf('zh-CN', 'en')) }),
    reply: 'file',
    problems: wide,
  },
  myAttendance: {
    method: 'GET',
    path: '/floor/mine/attendance',
    summary: 'One’s own turns of some days',
    query: closed(span),
    reply: Type.Object({ rows: Type.Array(TurnLine), tally: Tally }),
    problems: ['floor.spanTooLong'],
  },
  amendTurn: {
    method: 'POST',
    path: '/floor/turns/:id/amendments',
    summary: 'Say, as a superior, what a turn was, with the reason; the rule’s own word stays readable',
    params: ById,
    body: closed({ actionId: Id, mark: oneOf(...amendments), reason: Words(500) }),
    reply: TurnLine,
    problems: ['floor.noTurn', 'floor.ownTurn', 'floor.turnNotBegun', 'floor.actRepeated'],
  },
} as const;
