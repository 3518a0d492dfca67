/** Shapes of the question bank, exams and sittings over HTTP. */
import { Type, type Static } from 'typebox';
import { Id, Instant, nullable, oneOf } from '#platform/contract';
import { questionKinds } from './question.ts';
import { words } from './shapes.ts';

const letter = Type.String({ pattern: '^[A-F]$' });
const OptionShape = Type.Object({ id: letter, text: words(300) }, { additionalProperties: false });
const askedFields = {
  kind: oneOf(...questionKinds),
  stem: words(600),
  options: Type.Array(OptionShape, { minItems: 2, maxItems: 6 }),
};
export const questionFields = {
  outletId: Id,
  code: words(30),
  errandId: nullable(Id),
  departmentId: nullable(Id),
  ...askedFields,
  answer: Type.Array(letter, { minItems: 1, maxItems: 6, uniqueItems: true }),
  explanation: Type.String({ maxLength: 1000 }),
  basis: Type.String({ maxLength: 200 }),
  retired: Type.Boolean(),
};
export const QuestionLine = Type.Object({
  id: Id,
  ...questionFields,
  version: Type.Integer(),
  changedAt: Instant,
  changedBy: Type.String(),
});
export type QuestionLine = Static<typeof QuestionLine>;

const PartShape = Type.Object(
  { errandId: nullable(Id), departmentId: nullable(Id), count: Type.Integer({ minimum: 1, maximum: 200 }) },
  { additionalProperties: false },
);
export const examFields = {
  outletId: Id,
  title: words(60),
  titleEn: Type.String({ maxLength: 120 }),
  /** Whose people sit it; null: everybody at the windows. */
  departmentId: nullable(Id),
  /** What it qualifies for. */
  errandIds: Type.Array(Id, { maxItems: 100, uniqueItems: true }),
  parts: Type.Array(PartShape, { minItems: 1, maxItems: 20 }),
  opensAt: Instant,
  closesAt: Instant,
  minutes: Type.Integer({ minimum: 5, maximum: 300 }),
  passPercent: Type.Integer({ minimum: 1, maximum: 100 }),
  sittingsMost: Type.Integer({ minimum: 1, maximum: 10 }),
  resitDays: Type.Integer({ minimum: 0, maximum: 365 }),
  validMonths: Type.Integer({ minimum: 1, maximum: 60 }),
  /** When the right answers are shown: after handing in (only where it qualifies for nothing: see `shownFrom`), or after the exam has closed. */
  shows: oneOf('handIn', 'closing'),
  cancelled: Type.Boolean(),
};
export const ExamLine = Type.Object({
  id: Id,
  ...examFields,
  state: oneOf('coming', 'open', 'closed', 'cancelled'),
  seed: Type.Integer(),
  /** Those who have sat it, and of these those who have passed. */
  sat: Type.Integer(),
  passed: Type.Integer(),
});
export type ExamLine = Static<typeof ExamLine>;

/** How a sitting ended: handed in, by time, or because the exam was cancelled. */
export const endings = ['handedIn', 'time', 'cancelled'] as const;
export const SittingLine = Type.Object({
  id: Id,
  memberId: Id,
  name: Type.String(),
  departmentId: nullable(Id),
  nth: Type.Integer(),
  beganAt: Instant,
  endedAt: nullable(Instant),
  endedHow: nullable(oneOf(...endings)),
  correct: nullable(Type.Integer()),
  of: Type.Integer(),
  passed: nullable(Type.Boolean()),
});

/** An exam as somebody sees it who may sit it. */
export const OwnExam = Type.Object({
  id: Id,
  title: Type.String(),
  titleEn: Type.String(),
  opensAt: Instant,
  closesAt: Instant,
  minutes: Type.Integer(),
  passPercent: Type.Integer(),
  questions: Type.Integer(),
  sittingsLeft: Type.Integer(),
  errandIds: Type.Array(Id),
  /** Why it cannot be begun now. */
  refusal: nullable(oneOf('notOpen', 'passed', 'usedUp', 'tooSoon')),
  /** The first day on which it can be sat again. */
  from: nullable(Type.String()),
  /** A sitting that runs. */
  runningId: nullable(Id),
  lastId: nullable(Id),
});
export type OwnExam = Static<typeof OwnExam>;

export const AnswerSent = Type.Object(
  {
    no: Type.Integer({ minimum: 1, maximum: 1000 }),
    chosen: Type.Array(letter, { maxItems: 6, uniqueItems: true }),
    seq: Type.Integer({ minimum: 0, maximum: 9_007_199_254_740_991 }),
  },
  { additionalProperties: false },
);
const DoubtOfOwn = Type.Object({
  decision: nullable(oneOf('stands', 'wrong')),
  reason: nullable(Type.String()),
});
/** A sitting: the questions, what was answered, and once it may be seen, what is right. */
export const Sitting = Type.Object({
  id: Id,
  examId: Id,
  memberId: Id,
  name: Type.String(),
  title: Type.String(),
  titleEn: Type.String(),
  nth: Type.Integer(),
  beganAt: Instant,
  dueAt: Instant,
  /** The time of the server: what counts. */
  now: Instant,
  endedAt: nullable(Instant),
  endedHow: nullable(oneOf(...endings)),
  correct: nullable(Type.Integer()),
  passPercent: Type.Integer(),
  passed: nullable(Type.Boolean()),
  /** When the right answers can be seen; null: they are here. */
  shownFrom: nullable(Instant),
  questions: Type.Array(
    Type.Object({
      no: Type.Integer(),
      questionId: Id,
      ...askedFields,
      chosen: Type.Array(Type.String()),
      seq: Type.Integer(),
      /** The rest is there only once it may be seen. */
      answer: nullable(Type.Array(Type.String())),
      right: nullable(Type.Boolean()),
      struck: Type.Boolean(),
      explanation: Type.String(),
      basis: Type.String(),
      doubt: nullable(DoubtOfOwn),
    }),
  ),
});
export type Sitting = Static<typeof Sitting>;

export const DoubtLine = Type.Object({
  id: Id,
  questionId: Id,
  code: Type.String(),
  stem: Type.String(),
  name: Type.String(),
  body: Type.String(),
  at: Instant,
  decision: nullable(oneOf('stands', 'wrong')),
  reason: nullable(Type.String()),
  decidedBy: nullable(Type.String()),
});
export type DoubtLine = Static<typeof DoubtLine>;
