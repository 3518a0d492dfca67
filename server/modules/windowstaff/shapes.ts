/** Shapes of window staff over HTTP: the standard, files, training. */
import { Type, type Static } from 'typebox';
import { Day, Id, Instant, nullable, oneOf } from '#platform/contract';
import { memberStates, memberSteps, openings } from './member.ts';
import { standardBounds } from './standard.ts';

export const words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });

export const CriterionShape = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,30}$' }),
    zh: words(200),
    en: Type.String({ maxLength: 300 }),
    paper: Type.Boolean(),
  },
  { additionalProperties: false },
);
const figure = (name: keyof typeof standardBounds) => {
  const [minimum, maximum] = standardBounds[name];
  return Type.Integer({ minimum, maximum });
};
export const standardFields = {
  fromOn: Day,
  criteria: Type.Array(CriterionShape, { maxItems: 20 }),
  trainingMinutes: figure('trainingMinutes'),
  probationDays: figure('probationDays'),
  extensionDays: figure('extensionDays'),
  confirmDaysBefore: figure('confirmDaysBefore'),
  beside: Type.Boolean(),
  answerDays: figure('answerDays'),
  keepDays: figure('keepDays'),
  keepRefusedDays: figure('keepRefusedDays'),
};
/** As it is read: one that was set before there was a least keeping time is still shown as it is. */
export const StandardShape = Type.Object({
  ...standardFields,
  keepDays: Type.Integer(),
  keepRefusedDays: Type.Integer(),
});

/** A line of the list. */
export const MemberLine = Type.Object({
  id: Id,
  outletId: Id,
  departmentId: nullable(Id),
  accountId: nullable(Id),
  name: Type.String(),
  state: oneOf(...memberStates),
  /** What they are to do, or did. */
  errandIds: Type.Array(Id),
  /** Errands with a qualification that counts today. */
  qualifiedIds: Type.Array(Id),
  takenOver: Type.Boolean(),
  sentAt: Instant,
  probationFrom: nullable(Day),
  probationUntil: nullable(Day),
  /** On probation although its end has passed. */
  overdue: Type.Boolean(),
  confirmedOn: nullable(Day),
  endedOn: nullable(Day),
  trainingMinutes: Type.Integer(),
});
export type MemberLine = Static<typeof MemberLine>;

export const StepShape = Type.Object({
  id: Id,
  kind: oneOf(...memberSteps, ...openings),
  at: Instant,
  by: Type.String(),
  text: Type.String(),
  untilOn: nullable(Day),
});
export const ObjectionShape = Type.Object({
  id: Id,
  stepId: nullable(Id),
  body: Type.String(),
  at: Instant,
  dueOn: Day,
  overdue: Type.Boolean(),
  answer: nullable(Type.String()),
  upheld: nullable(Type.Boolean()),
  answeredAt: nullable(Instant),
  answeredBy: nullable(Type.String()),
});
export const ThingShape = Type.Object({
  id: Id,
  name: Type.String(),
  givenAt: Instant,
  givenBy: Type.String(),
  returnedAt: nullable(Instant),
  returnedTo: nullable(Type.String()),
});
export const QualificationShape = Type.Object({
  id: Id,
  number: Type.String(),
  errandId: Id,
  fromOn: Day,
  untilOn: Day,
  givenBy: Type.String(),
  reason: Type.String(),
  counts: Type.Boolean(),
  withdrawnAt: nullable(Instant),
  withdrawnWhy: nullable(Type.String()),
});
export type QualificationShape = Static<typeof QualificationShape>;

/** The whole file. */
export const Member = Type.Object({
  ...MemberLine.properties,
  standard: StandardShape,
  papers: Type.Array(Type.Object({ criterion: Type.String(), fileId: Id, name: Type.String() })),
  steps: Type.Array(StepShape),
  objections: Type.Array(ObjectionShape),
  things: Type.Array(ThingShape),
  qualifications: Type.Array(QualificationShape),
  attended: Type.Array(
    Type.Object({ courseId: Id, title: Type.String(), titleEn: Type.String(), onDay: Day, minutes: Type.Integer() }),
  ),
  sittings: Type.Array(
    Type.Object({
      id: Id,
      examId: Id,
      title: Type.String(),
      titleEn: Type.String(),
      nth: Type.Integer(),
      beganAt: Instant,
      endedAt: nullable(Instant),
      endedHow: nullable(oneOf('handedIn', 'time', 'cancelled')),
      correct: nullable(Type.Integer()),
      of: Type.Integer(),
      passed: nullable(Type.Boolean()),
    }),
  ),
  /** On this day the file is forgotten; null while somebody works here. */
  forgetOn: nullable(Day),
});
export type Member = Static<typeof Member>;

export const courseFields = {
  outletId: Id,
  title: words(60),
  titleEn: Type.String({ maxLength: 120 }),
  onDay: Day,
  fromTime: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
  minutes: Type.Integer({ minimum: 10, maximum: 2880 }),
  place: words(60),
  teacher: Type.String({ maxLength: 60 }),
  required: Type.Boolean(),
  cancelled: Type.Boolean(),
};
export const CourseLine = Type.Object({ id: Id, ...courseFields, attended: Type.Integer() });
export type CourseLine = Static<typeof CourseLine>;

export const attentions = ['alone', 'unqualified', 'noFile', 'objectionOverdue', 'probationOver', 'probationEnds', 'qualificationEnds', 'thingsOut'] as const; // prettier-ignore
export type Attention = (typeof attentions)[number];
/** What somebody is to know of themselves at a window of a hall. */
export const OwnWindow = Type.Object({
  outletId: nullable(Id),
  /** Why they do not sit there alone, where the house asks for it. */
  beside: nullable(oneOf('training', 'probation')),
  /** Errands for which no qualification counts today. */
  lacks: Type.Array(Id),
});
export type OwnWindow = Static<typeof OwnWindow>;
/** Something that the manager is to know. */
export const AttentionLine = Type.Object({
  kind: oneOf(...attentions),
  memberId: nullable(Id),
  name: Type.String(),
  departmentId: nullable(Id),
  windowNumber: nullable(Type.String()),
  errandIds: Type.Array(Id),
  dueOn: nullable(Day),
});
export type AttentionLine = Static<typeof AttentionLine>;
