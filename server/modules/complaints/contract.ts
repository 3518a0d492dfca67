/** What can be done with complaints over HTTP. */
import { Type, type Static, type TSchema } from 'typebox';
import { ById, closed, contract, Day, Id, Instant, nullable, oneOf, pageOf, paging, Telephone } from '#platform/contract'; // prettier-ignore
import { doors, kinds, sets, states } from './complaint.ts';

export { type Bar, isOpen, keptDays, sets, states, usualRule, type Kind, type SetOf, type State } from './complaint.ts';

const Told = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const Text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));
const Code = Type.String({ minLength: 1, maxLength: 80 });
const ByCode = Type.Object({ code: Code }, { additionalProperties: false });
const acting = { actionId: Id };

/** What whoever complained sees with the code; no official's name. */
const Seen = Type.Object({
  number: Type.String(),
  code: Type.String(),
  state: oneOf(...states),
  body: Type.String(),
  madeAt: Instant,
  outletName: nullable(Type.String()),
  outletNameEn: nullable(Type.String()),
  windowNumber: nullable(Type.String()),
  ticketNumber: nullable(Type.String()),
  /** The last day for the answer; null once it is there. */
  dueOn: nullable(Day),
  answer: Type.String(),
  answeredAt: nullable(Instant),
  satisfied: nullable(Type.Boolean()),
  reopened: Type.Boolean(),
});
export type ComplaintSeen = Static<typeof Seen>;

const line = {
  id: Id,
  number: Type.String(),
  door: oneOf(...doors),
  state: oneOf(...states),
  body: Type.String(),
  outletId: nullable(Id),
  windowNumber: nullable(Type.String()),
  aboutName: nullable(Type.String()),
  departmentId: nullable(Id),
  handlerId: nullable(Id),
  handlerName: nullable(Type.String()),
  madeAt: Instant,
  dueOn: nullable(Day),
  overdue: Type.Boolean(),
  late: Type.Boolean(),
  reopened: Type.Boolean(),
  satisfied: nullable(Type.Boolean()),
};
const Line = Type.Object(line);
export type ComplaintLine = Static<typeof Line>;
const Whole = Type.Object({
  ...line,
  ticketNumber: nullable(Type.String()),
  aboutId: nullable(Id),
  name: Type.String(),
  phone: Type.String(),
  /** Who complained is not kept any more. */
  forgotten: Type.Boolean(),
  answer: Type.String(),
  question: Type.String(),
  statement: Type.String(),
  steps: Type.Array(
    Type.Object({ kind: oneOf(...kinds), at: Instant, by: Type.String(), text: Type.String(), late: Type.Boolean() }),
  ),
});
export type ComplaintWhole = Static<typeof Whole>;

/** What the one complained about sees: what is asked of them. Not who complained, not in which words. */
const AboutMe = Type.Object({
  id: Id,
  number: Type.String(),
  question: Type.String(),
  statement: Type.String(),
  changedOn: Day,
  /** Whether a statement can be given, or changed, now. */
  open: Type.Boolean(),
});
export type AboutMe = Static<typeof AboutMe>;

/** The conditions of the list and of its figures; days on which it was made. */
const about = {
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  departmentId: Type.Optional(Id),
  outletId: Type.Optional(Id),
};
const counts = Object.fromEntries(sets.map((set) => [set, Type.Integer()])) as {
  [S in (typeof sets)[number]]: ReturnType<typeof Type.Integer>;
};
const Rule = closed({
  answerDays: Type.Integer({ minimum: 1, maximum: 60 }),
  silentDays: Type.Integer({ minimum: 1, maximum: 60 }),
});

const stepOf = <S extends TSchema>(path: string, summary: string, body: S, problems: readonly string[] = []) => ({
  method: 'POST' as const,
  path: `/complaints/:id/${path}`,
  summary,
  params: ById,
  body,
  reply: Whole,
  problems: ['complaints.notFound', 'complaints.wrongStep', 'complaints.actionReused', 'complaints.mustNotHandle', ...problems], // prettier-ignore
});
const making = ['complaints.actionReused', 'general.tooMany'] as const;

export const complaintsContract = contract({
  complainWithTicket: {
    method: 'POST',
    path: '/complaints/by-ticket',
    summary: 'Complain with the code of a ticket, without an account: window and clerk follow from it',
    body: closed({
      ...acting,
      ticketCode: Code,
      body: Told(2_000),
      name: Text(40),
      phone: Type.Optional(Telephone(30)),
    }),
    reply: Seen,
    problems: ['hall.noTicket', ...making],
  },
  complain: {
    method: 'POST',
    path: '/complaints',
    summary: 'Complain about the service at a window (投诉)',
    body: closed({ ...acting, body: Told(2_000), windowId: Type.Optional(Id), ticketCode: Type.Optional(Code), phone: Type.Optional(Telephone(30)) }), // prettier-ignore
    reply: Seen,
    problems: ['hall.noTicket', 'complaints.noSuchWindow', ...making],
  },
  takeIn: {
    method: 'POST',
    path: '/complaints/taken-in',
    summary: 'Take in a complaint that somebody makes by word of mouth; the code goes with them',
    body: closed({
      ...acting,
      body: Told(2_000),
      windowId: Type.Optional(Id),
      ticketCode: Type.Optional(Code),
      name: Text(40),
      phone: Type.Optional(Telephone(30)),
    }),
    reply: Seen,
    problems: ['hall.noTicket', 'complaints.noSuchWindow', 'complaints.actionReused'],
  },
  lookComplaint: {
    method: 'GET',
    path: '/complaints/by-code/:code',
    summary: 'Where the complaint with this code stands, and the answer, without an account',
    params: ByCode,
    reply: Seen,
    problems: ['complaints.notFound'],
  },
  judgeAnswer: {
    method: 'POST',
    path: '/complaints/by-code/:code/judgement',
    summary: 'Say whether the answer satisfies; if not, it is opened again, once',
    params: ByCode,
    body: closed({ ...acting, satisfied: Type.Boolean(), text: Text(1_000) }),
    reply: Seen,
    problems: ['complaints.notFound', 'complaints.wrongStep', 'complaints.actionReused'],
  },
  myComplaints: {
    method: 'GET',
    path: '/my/complaints',
    summary: 'What one complained about oneself, newest first',
    query: closed(paging),
    reply: pageOf(Seen),
  },
  listComplaints: {
    method: 'GET',
    path: '/complaints',
    summary: 'Complaints, newest first, without those about oneself; `set` for those behind a figure',
    query: closed({ ...paging, ...about, set: Type.Optional(oneOf(...sets)) }),
    reply: pageOf(Line),
  },
  countComplaints: {
    method: 'GET',
    path: '/complaints/counts',
    summary: 'Complaints made, open, answered in time, satisfied; by the conditions of the list',
    query: closed(about),
    reply: Type.Object({
      asOf: Instant,
      ...counts,
      departments: Type.Array(Type.Object({ departmentId: nullable(Id), ...counts })),
    }),
  },
  getComplaint: {
    method: 'GET',
    path: '/complaints/:id',
    summary: 'A complaint with its history',
    params: ById,
    reply: Whole,
    problems: ['complaints.notFound'],
  },
  listHandlers: {
    method: 'GET',
    path: '/complaints/:id/handlers',
    summary: 'Who may handle it: heads of the department and the service office, without those who must not',
    params: ById,
    reply: Type.Array(Type.Object({ accountId: Id, name: Type.String(), office: Type.Boolean() })),
    problems: ['complaints.notFound'],
  },
  assignComplaint: stepOf('handler', 'Take it on, or give it to somebody who may handle it', closed({ ...acting, handlerId: Id, text: Text(500) }), ['complaints.noSuchColleague']), // prettier-ignore
  identify: stepOf('about', 'Say whom it is about; who then must not handle it has it no more', closed({ ...acting, aboutId: Id }), ['complaints.noSuchColleague']), // prettier-ignore
  askStatement: stepOf('question', 'Ask the one complained about; they read these words and nothing else', closed({ ...acting, text: Told(1_000) }), ['complaints.nobodyNamed']), // prettier-ignore
  answerComplaint: stepOf('answer', 'Answer whoever complained', closed({ ...acting, text: Told(2_000) })),
  complaintsAboutMe: {
    method: 'GET',
    path: '/my/statements',
    summary: 'What one is asked because of complaints, without who complained',
    query: closed(paging),
    reply: pageOf(AboutMe),
  },
  giveStatement: {
    method: 'POST',
    path: '/complaints/:id/statement',
    summary: 'Give one’s statement',
    params: ById,
    body: closed({ ...acting, text: Told(2_000) }),
    reply: AboutMe,
    problems: ['complaints.notFound', 'complaints.wrongStep', 'complaints.actionReused'],
  },
  getHouseRule: {
    method: 'GET',
    path: '/complaint-rule',
    summary: 'The limits of the house in working days; no law sets them',
    reply: Rule,
  },
  saveHouseRule: {
    method: 'PUT',
    path: '/complaint-rule',
    summary: 'Set the limits of the house, for steps from now on',
    body: Rule,
    reply: Rule,
  },
});
