/** Operations on the files of window staff: entry, probation, leaving, objections, what the manager is to know. */
import { Type } from 'typebox';
import { ById, closed, contract, Day, Id, Instant, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { memberStates } from './member.ts';
import {
  AttentionLine,
  Member,
  MemberLine,
  OwnWindow,
  QualificationShape,
  StandardShape,
  standardFields,
  words,
} from './shapes.ts';

/** Made by whoever acts; a retry sends the same. */
const acting = { actionId: Id };
/** As long as the field in which it is written. */
const reason = words(1000);
const stepProblems = ['windowstaff.noMember', 'windowstaff.wrongStep', 'windowstaff.actionReused'] as const;
const byHall = [...stepProblems, 'windowstaff.notYourself'] as const;
const step = <const P extends string, const C extends readonly string[]>(path: P, summary: string, problems: C) =>
  ({
    method: 'POST',
    path: `/window-staff/members/:id/${path}`,
    summary,
    params: ById,
    body: closed({ ...acting, reason }),
    reply: Member,
    problems,
  }) as const;
const Where = closed({ outletId: Id });

export const memberOperations = contract({
  listMembers: {
    method: 'GET',
    path: '/window-staff/members',
    summary: 'Those who work at the windows of a hall, worked there or are to',
    query: closed({
      ...paging,
      outletId: Type.Optional(Id),
      departmentId: Type.Optional(Id),
      state: Type.Optional(oneOf(...memberStates)),
      active: Type.Optional(Type.Boolean({ description: 'true: in training, on probation or confirmed' })),
      qualified: Type.Optional(Type.Boolean({ description: 'whether one qualification or more counts today' })),
      overdue: Type.Optional(Type.Boolean({ description: 'true: the probation has passed its end' })),
      words: Type.Optional(Type.String({ maxLength: 40 })),
    }),
    reply: pageOf(MemberLine),
  },
  countMembers: {
    method: 'GET',
    path: '/window-staff/counts',
    summary: 'The figures of the list, from the same conditions',
    query: closed({ outletId: Type.Optional(Id), departmentId: Type.Optional(Id) }),
    reply: Type.Object({
      asOf: Instant,
      byState: Type.Array(Type.Object({ state: oneOf(...memberStates), count: Type.Integer() })),
      active: Type.Integer(),
      qualified: Type.Integer(),
      overdue: Type.Integer(),
    }),
  },
  getMember: {
    method: 'GET',
    path: '/window-staff/members/:id',
    summary: 'The file of somebody',
    params: ById,
    reply: Member,
    problems: ['windowstaff.noMember'],
  },
  myFile: {
    method: 'GET',
    path: '/window-staff/mine',
    summary: 'One’s own file; null for whoever has none',
    reply: Type.Object({ file: nullable(Member) }),
  },
  myWindow: {
    method: 'GET',
    path: '/window-staff/mine/window',
    summary: 'What one lacks at the window at which one sits, or is to sit; nobody is held up by it',
    reply: OwnWindow,
  },
  sendMember: {
    method: 'POST',
    path: '/window-staff/members',
    summary: 'A department sends somebody to the hall: which conditions are met, with the papers that show it',
    body: closed({
      ...acting,
      outletId: Id,
      departmentId: nullable(Id),
      name: words(40),
      accountId: nullable(Id),
      errandIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }),
      meets: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20, uniqueItems: true }),
      papers: Type.Array(closed({ criterion: Type.String({ maxLength: 40 }), fileId: Id }), { maxItems: 30 }),
      text: Type.String({ maxLength: 500 }),
    }),
    reply: Member,
    problems: [
      'windowstaff.criteriaOpen',
      'windowstaff.noSuchAccount',
      'windowstaff.notOfDepartment',
      'windowstaff.hasFile',
      'windowstaff.noErrand',
      'windowstaff.actionReused',
      'hall.noPlace',
      'documents.notYourFile',
    ],
  },
  withdrawMember: step('withdrawal', 'Take somebody back who was sent and is not decided yet', stepProblems),
  admitMember: {
    ...step('admission', 'Let somebody in: training begins', []),
    body: closed({ ...acting, reason, accountId: Type.Optional(Id) }),
    problems: [
      ...byHall,
      'windowstaff.senderDecides',
      'windowstaff.accountNeeded',
      'windowstaff.noSuchAccount',
      'windowstaff.notOfDepartment',
      'windowstaff.otherAccount',
      'windowstaff.hasFile',
    ],
  },
  refuseMember: step('refusal', 'Do not let somebody in, and say why', [...byHall, 'windowstaff.senderDecides']),
  beginProbation: {
    ...step('probation', 'Probation begins today, once the hours of training are complete', []),
    body: closed(acting),
    problems: [...byHall, 'windowstaff.trainingLacking'],
  },
  extendProbation: {
    ...step('extension', 'Lengthen the probation, and say why', []),
    body: closed({ ...acting, reason, untilOn: Day }),
    problems: [...byHall, 'windowstaff.wrongDay'],
  },
  confirmMember: step('confirmation', 'Confirm somebody who is through the probation and has a qualification', [
    ...byHall,
    'windowstaff.tooEarly',
    'windowstaff.qualificationLacking',
  ]),
  failMember: step('failure', 'End a probation without confirming', [
    ...byHall,
    'windowstaff.thingsOut',
    'hall.servingStill',
  ]),
  leaveMember: {
    ...step('leaving', 'Somebody leaves: things are returned, windows, duties and posts at the hall end', []),
    body: closed({ ...acting, reason, lost: Type.Optional(words(300)) }),
    problems: [...byHall, 'windowstaff.thingsOut', 'hall.servingStill'],
  },
  giveThing: {
    method: 'POST',
    path: '/window-staff/members/:id/things',
    summary: 'Hand somebody a thing for the work: badge, key, seal',
    params: ById,
    body: closed({ ...acting, name: words(60) }),
    reply: Member,
    problems: [...stepProblems],
  },
  returnThing: {
    method: 'POST',
    path: '/window-staff/things/:id/return',
    summary: 'Take a thing back',
    params: ById,
    reply: Member,
    problems: ['windowstaff.noThing'],
  },
  giveQualification: {
    method: 'POST',
    path: '/window-staff/members/:id/qualifications',
    summary: 'Recognise that somebody can do errands, without an exam, until a day, and say why',
    params: ById,
    body: closed({
      ...acting,
      errandIds: Type.Array(Id, { minItems: 1, maxItems: 50, uniqueItems: true }),
      untilOn: Day,
      reason,
    }),
    reply: Member,
    problems: [...byHall, 'windowstaff.noErrand', 'windowstaff.wrongDay'],
  },
  withdrawQualification: {
    method: 'POST',
    path: '/window-staff/qualifications/:id/withdrawal',
    summary: 'Withdraw a qualification, and say why',
    params: ById,
    body: closed({ reason }),
    reply: Member,
    problems: ['windowstaff.noQualification', 'windowstaff.notYourself'],
  },
  listCertificates: {
    method: 'GET',
    path: '/window-staff/members/:id/certificate',
    summary: 'What the certificate of qualification says today',
    params: ById,
    reply: Type.Object({
      name: Type.String(),
      outletName: Type.String(),
      departmentName: nullable(Type.String()),
      asOf: Day,
      rows: Type.Array(
        Type.Object({ ...QualificationShape.properties, errandName: Type.String(), errandNameEn: Type.String() }),
      ),
    }),
    problems: ['windowstaff.noMember'],
  },
  objectToStep: {
    method: 'POST',
    path: '/window-staff/members/:id/objections',
    summary: 'Object to what was decided about oneself, or to the file as a whole',
    params: ById,
    body: closed({ ...acting, stepId: nullable(Id), text: words(1000) }),
    reply: Member,
    problems: [
      'windowstaff.noMember',
      'windowstaff.objectionOpen',
      'windowstaff.wrongStep',
      'windowstaff.actionReused',
    ],
  },
  answerObjection: {
    method: 'POST',
    path: '/window-staff/objections/:id/answer',
    summary: 'Answer an objection; not whoever decided what it is about',
    params: ById,
    body: closed({ text: words(1000), upheld: Type.Boolean() }),
    reply: Member,
    problems: [
      'windowstaff.noObjection',
      'windowstaff.objectionAnswered',
      'windowstaff.notTheDecider',
      'windowstaff.notYourself',
    ],
  },
  listUnfiled: {
    method: 'GET',
    path: '/window-staff/unfiled',
    summary: 'Those with a clerk’s post at the hall who have no open file',
    query: Where,
    reply: Type.Array(Type.Object({ accountId: Id, name: Type.String(), departmentId: nullable(Id), sinceOn: Day })),
  },
  takeOver: {
    method: 'POST',
    path: '/window-staff/taking-over',
    summary: 'Take over those who were there before as confirmed, by name',
    body: closed({
      ...acting,
      outletId: Id,
      accountIds: Type.Array(Id, { minItems: 1, maxItems: 300, uniqueItems: true }),
      reason,
    }),
    reply: Type.Object({ taken: Type.Integer() }),
    problems: ['windowstaff.noSuchAccount', 'windowstaff.hasFile', 'windowstaff.notYourself'],
  },
  listAttention: {
    method: 'GET',
    path: '/window-staff/attention',
    summary:
      'What the manager is to know: who sits alone, without a qualification, without a file; what is overdue or ends soon',
    query: Where,
    reply: Type.Object({ asOf: Instant, rows: Type.Array(AttentionLine) }),
    problems: ['hall.noPlace'],
  },
  getStandard: {
    method: 'GET',
    path: '/window-staff/standard',
    summary: 'What the hall asks of those who work there, today and from days to come',
    query: Where,
    reply: Type.Object({ now: StandardShape, coming: Type.Array(StandardShape) }),
  },
  saveStandard: {
    method: 'POST',
    path: '/window-staff/standard',
    summary: 'Set what the hall asks from a day on',
    body: closed({ outletId: Id, ...standardFields }),
    reply: Type.Object({ now: StandardShape, coming: Type.Array(StandardShape) }),
    problems: ['windowstaff.standardThere', 'windowstaff.standardPast', 'windowstaff.conditionTwice', 'hall.noPlace'],
  },
});
