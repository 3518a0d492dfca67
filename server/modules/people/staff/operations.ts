/** Staff: accounts, posts, absence; by the service office and administrators. */
import { Type, type Static } from 'typebox';
import { ById, closed, contract, Day, Id, Instant, nullable, pageOf, paging } from '#platform/contract';
import { email, loginName, name, phone, PostRole, PostShape, reason, text, version } from '../shapes.ts';

export const StaffRow = closed({
  id: Id,
  loginName: Type.String(),
  name: Type.String(),
  phone: nullable(Type.String()),
  email: nullable(Type.String()),
  disabledAt: nullable(Instant),
  disabledReason: nullable(Type.String()),
  /** The second factor is set up. */
  secondFactor: Type.Boolean(),
  version: Type.Integer(),
  /** Those that count today or later. */
  posts: Type.Array(PostShape),
});
export type StaffRow = Static<typeof StaffRow>;

export const AbsenceRow = closed({
  id: Id,
  accountId: Id,
  name: Type.String(),
  fromOn: Day,
  untilOn: Day,
  standInId: nullable(Id),
  standInName: nullable(Type.String()),
  reason: Type.String(),
  cancelledAt: nullable(Instant),
});
export type AbsenceRow = Static<typeof AbsenceRow>;

/** A first password, shown once. */
const firstPassword = closed({ id: Id, password: Type.String() });
const newPost = closed({
  role: PostRole,
  departmentId: Type.Optional(Id),
  outletId: Type.Optional(Id),
  fromOn: Type.Optional(Day),
  untilOn: Type.Optional(Day),
});
const postProblems = ['people.rolesConflict', 'people.postNeedsPlace', 'people.wrongSpan'] as const;

export const staffOperations = contract({
  listStaff: {
    method: 'GET',
    path: '/people/staff',
    summary: 'Staff with their posts, by name',
    query: closed({
      departmentId: Type.Optional(Id),
      outletId: Type.Optional(Id),
      role: Type.Optional(PostRole),
      words: Type.Optional(text(40)),
      disabled: Type.Optional(Type.Boolean({ description: 'true: those who are disabled as well' })),
      ...paging,
    }),
    reply: pageOf(StaffRow),
  },
  listColleagues: {
    method: 'GET',
    path: '/people/colleagues',
    summary: 'Who works at a department today, to hand over to or to name as a stand-in',
    query: closed({ departmentId: Id }),
    reply: closed({
      rows: Type.Array(
        closed({ accountId: Id, name: Type.String(), roles: Type.Array(PostRole), away: Type.Boolean() }),
      ),
    }),
  },
  createStaff: {
    method: 'POST',
    path: '/people/staff',
    summary: 'Add a member of staff with a first password that must be changed',
    body: closed({
      loginName,
      name,
      phone: Type.Optional(phone),
      email: Type.Optional(email),
      posts: Type.Array(newPost, { maxItems: 10 }),
    }),
    reply: firstPassword,
    problems: ['people.loginNameTaken', 'people.phoneTaken', ...postProblems],
  },
  updateStaff: {
    method: 'PUT',
    path: '/people/staff/:id',
    summary: 'Change name, telephone and e-mail of a member of staff',
    params: ById,
    body: closed({ name, phone: nullable(phone), email: nullable(email), version }),
    reply: StaffRow,
    problems: ['people.changedMeanwhile', 'people.phoneTaken', 'people.notStaff'],
  },
  disableStaff: {
    method: 'PUT',
    path: '/people/staff/:id/disabling',
    summary: 'Shut an account at once, or open it again; its record stays',
    params: ById,
    body: closed({ disabled: Type.Boolean(), reason }),
    reply: StaffRow,
    problems: ['people.notStaff', 'people.notOnYourself', 'people.lastAdministrator'],
  },
  resetPassword: {
    method: 'POST',
    path: '/people/staff/:id/password-reset',
    summary: 'A new first password; lifts a lock and ends all sessions',
    params: ById,
    body: closed({ reason }),
    reply: firstPassword,
    problems: ['people.notStaff', 'people.notOnYourself'],
  },
  resetSecondFactor: {
    method: 'POST',
    path: '/people/staff/:id/second-factor-reset',
    summary: 'Let an administrator set the second factor up anew; ends all their sessions',
    params: ById,
    body: closed({ reason }),
    problems: ['people.notStaff', 'people.notOnYourself'],
  },
  givePost: {
    method: 'POST',
    path: '/people/staff/:id/posts',
    summary: 'Give a post',
    params: ById,
    body: newPost,
    reply: StaffRow,
    problems: ['people.notStaff', ...postProblems],
  },
  endPost: {
    method: 'POST',
    path: '/people/posts/:id/end',
    summary: 'Let a post end on a day; without one, at once',
    params: ById,
    body: closed({ untilOn: Type.Optional(Day) }),
    reply: StaffRow,
    problems: ['people.postEnded', 'people.lastAdministrator', 'people.wrongSpan'],
  },
  listAbsences: {
    method: 'GET',
    path: '/people/absences',
    summary: 'Who is away when and who stands in, from a day on',
    query: closed({
      departmentId: Type.Optional(Id),
      accountId: Type.Optional(Id),
      fromOn: Type.Optional(Day),
      ...paging,
    }),
    reply: pageOf(AbsenceRow),
  },
  enterAbsence: {
    method: 'POST',
    path: '/people/absences',
    summary: 'Enter an absence, with who stands in',
    body: closed({
      accountId: Id,
      fromOn: Day,
      untilOn: Day,
      standInId: Type.Optional(Id),
      reason: text(200),
    }),
    reply: AbsenceRow,
    problems: [
      'people.wrongSpan',
      'people.absenceOverlaps',
      'people.standInAbsent',
      'people.notStaff',
      'people.rolesConflict',
    ],
  },
  cancelAbsence: {
    method: 'POST',
    path: '/people/absences/:id/cancellation',
    summary: 'Cancel an absence; the stand-in loses the posts at once',
    params: ById,
    reply: AbsenceRow,
    problems: ['people.absenceCancelled'],
  },
});
