/** Operations on courses, the question bank, exams and sittings. */
import { Type } from 'typebox';
import { ById, closed, contract, Id, nullable, oneOf, pageOf, paging } from '#platform/contract';
import { AnswerSent, DoubtLine, ExamLine, examFields, OwnExam, QuestionLine, questionFields, Sitting, SittingLine } from './exam-shapes.ts'; // prettier-ignore
import { courseFields, CourseLine, words } from './shapes.ts';

const answers = Type.Array(AnswerSent, { maxItems: 1000 });

export const examOperations = contract({
  listCourses: {
    method: 'GET',
    path: '/window-staff/courses',
    summary: 'Courses of a hall, the newest first',
    query: closed({ ...paging, outletId: Id }),
    reply: pageOf(CourseLine),
  },
  myCourses: {
    method: 'GET',
    path: '/window-staff/my-courses',
    summary: 'Courses to come at the hall where one works, the next first; those that were called off say so',
    reply: Type.Array(CourseLine),
  },
  saveCourse: {
    method: 'PUT',
    path: '/window-staff/courses/:id',
    summary: 'Add or change a course',
    params: ById,
    body: closed(courseFields),
    reply: CourseLine,
    problems: ['windowstaff.noCourse', 'hall.noPlace'],
  },
  listAttendance: {
    method: 'GET',
    path: '/window-staff/courses/:id/attendance',
    summary: 'Who of those at the hall attended a course, and for how long',
    params: ById,
    reply: Type.Array(
      Type.Object({ memberId: Id, name: Type.String(), departmentId: nullable(Id), minutes: Type.Integer() }),
    ),
    problems: ['windowstaff.noCourse'],
  },
  noteAttendance: {
    method: 'PUT',
    path: '/window-staff/courses/:id/attendance',
    summary: 'Note who attended for how many minutes; 0 for whoever did not',
    params: ById,
    body: closed({
      rows: Type.Array(closed({ memberId: Id, minutes: Type.Integer({ minimum: 0, maximum: 2880 }) }), {
        minItems: 1,
        maxItems: 500,
      }),
    }),
    reply: CourseLine,
    problems: [
      'windowstaff.noCourse',
      'windowstaff.courseNotHeld',
      'windowstaff.attendanceTooLong',
      'windowstaff.noMember',
    ],
  },
  listQuestions: {
    method: 'GET',
    path: '/window-staff/questions',
    summary: 'The question bank, by code',
    query: closed({
      ...paging,
      outletId: Id,
      errandId: Type.Optional(Id),
      departmentId: Type.Optional(Id),
      general: Type.Optional(Type.Boolean({ description: 'true: what everybody has to know' })),
      retired: Type.Optional(Type.Boolean()),
      words: Type.Optional(Type.String({ maxLength: 60 })),
    }),
    reply: pageOf(QuestionLine),
  },
  saveQuestion: {
    method: 'PUT',
    path: '/window-staff/questions/:id',
    summary: 'Add or change a question; papers that were drawn stay as they are',
    params: ById,
    body: closed(questionFields),
    reply: QuestionLine,
    problems: ['windowstaff.questionFaulty', 'windowstaff.codeTaken', 'windowstaff.noErrand', 'windowstaff.noQuestion', 'hall.noPlace'], // prettier-ignore
  },
  importQuestions: {
    method: 'POST',
    path: '/window-staff/questions/import',
    summary: 'Take in a list of questions: all or nothing; those with a known code are changed',
    description:
      'CSV with the columns 编号, 范围, 题型, 题目, A to F, 答案, 解析, 依据 (or code, scope, kind, stem, A to F, answer, explanation, basis). ' +
      'The scope is the prefix or name of an errand, the short name of a department, or empty. With `dryRun` nothing is stored.',
    body: closed({ outletId: Id, csv: Type.String({ minLength: 1, maxLength: 900_000 }), dryRun: Type.Boolean() }),
    reply: Type.Object({
      added: Type.Integer(),
      changed: Type.Integer(),
      unchanged: Type.Integer(),
      stored: Type.Boolean(),
      faults: Type.Array(Type.Object({ line: Type.Integer(), fault: Type.String(), what: Type.String() })),
    }),
    problems: ['windowstaff.listUnreadable', 'hall.noPlace'],
  },
  listExams: {
    method: 'GET',
    path: '/window-staff/exams',
    summary: 'Exams of a hall, the newest first',
    query: closed({ ...paging, outletId: Id }),
    reply: pageOf(ExamLine),
  },
  saveExam: {
    method: 'PUT',
    path: '/window-staff/exams/:id',
    summary: 'Set an exam, or change it before somebody has sat it',
    params: ById,
    body: closed(examFields),
    reply: ExamLine,
    problems: [
      'windowstaff.noExam',
      'windowstaff.tooFewQuestions',
      'windowstaff.examSpan',
      'windowstaff.examBegun',
      'windowstaff.noErrand',
      'hall.noPlace',
    ],
  },
  getExam: {
    method: 'GET',
    path: '/window-staff/exams/:id',
    summary: 'An exam with who has sat it',
    params: ById,
    reply: Type.Object({ ...ExamLine.properties, sittings: Type.Array(SittingLine) }),
    problems: ['windowstaff.noExam'],
  },
  myExams: {
    method: 'GET',
    path: '/window-staff/my-exams',
    summary: 'Exams that one may sit, or has sat',
    reply: Type.Array(OwnExam),
  },
  sitExam: {
    method: 'POST',
    path: '/window-staff/exams/:id/sittings',
    summary: 'Begin an exam, or go on with the one that runs: the questions are drawn, the clock of the server begins',
    params: ById,
    body: closed({ actionId: Id }),
    reply: Sitting,
    problems: [
      'windowstaff.noExam',
      'windowstaff.noFile',
      'windowstaff.notForYou',
      'windowstaff.examNotOpen',
      'windowstaff.examPassed',
      'windowstaff.sittingsUsedUp',
      'windowstaff.tooSoon',
      'windowstaff.tooFewQuestions',
      'windowstaff.actionReused',
    ],
  },
  getSitting: {
    method: 'GET',
    path: '/window-staff/sittings/:id',
    summary: 'A sitting; what is right only to whoever may see it',
    params: ById,
    reply: Sitting,
    problems: ['windowstaff.noSitting', 'windowstaff.sittingRuns'],
  },
  keepAnswers: {
    method: 'PUT',
    path: '/window-staff/sittings/:id/answers',
    summary: 'Keep answers as they are given; of two to one question the later choice stays, however they arrive',
    params: ById,
    body: closed({ answers }),
    reply: Type.Object({ kept: Type.Array(AnswerSent), now: Type.String(), dueAt: Type.String() }),
    problems: ['windowstaff.noSitting', 'windowstaff.sittingOver', 'windowstaff.timeOver', 'windowstaff.examCancelled'],
  },
  handIn: {
    method: 'POST',
    path: '/window-staff/sittings/:id/hand-in',
    summary: 'Hand in, with the last answers: marked at once; a second time changes nothing',
    params: ById,
    body: closed({ answers }),
    reply: Sitting,
    problems: ['windowstaff.noSitting'],
  },
  doubtQuestion: {
    method: 'POST',
    path: '/window-staff/sittings/:id/doubts',
    summary: 'Say that a question of one’s own exam is wrong, and why',
    params: ById,
    body: closed({ actionId: Id, no: Type.Integer({ minimum: 1, maximum: 1000 }), text: words(1000) }),
    reply: Sitting,
    problems: ['windowstaff.noSitting', 'windowstaff.sittingRuns', 'windowstaff.noQuestion', 'windowstaff.doubted', 'windowstaff.actionReused'], // prettier-ignore
  },
  listDoubts: {
    method: 'GET',
    path: '/window-staff/doubts',
    summary: 'Questions that were said to be wrong, those not decided first',
    query: closed({ ...paging, outletId: Id, open: Type.Optional(Type.Boolean()) }),
    reply: pageOf(DoubtLine),
  },
  decideDoubt: {
    method: 'POST',
    path: '/window-staff/doubts/:id/decision',
    summary: 'Decide: the question stands, or it was wrong and counts as right for everybody who had it',
    params: ById,
    body: closed({ decision: oneOf('stands', 'wrong'), reason: words(1000) }),
    reply: Type.Object({ doubt: DoubtLine, remarked: Type.Integer(), passedNow: Type.Integer() }),
    problems: ['windowstaff.noDoubt', 'windowstaff.doubtDecided', 'windowstaff.notYourself'],
  },
});
