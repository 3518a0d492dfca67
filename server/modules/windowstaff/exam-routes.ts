/** HTTP for courses, the question bank, exams and sittings. */
import type { FastifyInstance } from 'fastify';
import { brake } from '#platform/brake';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { rolesOf, type Actor, type Ties } from '#platform/permissions';
import { decideDoubt, doubtQuestion } from './decide-doubt.ts';
import { examOperations } from './exam-operations.ts';
import { getExam, listExams, listQuestions } from './exam-store.ts';
import { importQuestions, keepQuestion, questionLine } from './keep-questions.ts';
import { may } from './may.ts';
import { tiesOfMember } from './member-routes.ts';
import { findOpenFile, getMember } from './member-store.ts';
import { windowStaffProblems } from './problems.ts';
import { doubtLine, ownExams, seeSitting } from './read-sitting.ts';
import { examLine, setExam } from './set-exam.ts';
import { handIn, keepSent, sitExam, upToDate } from './sit-exam.ts';
import { findDoubt, getSitting, listDoubts, sittingsOfExam } from './sitting-store.ts';
import { comingCourses, courseLine, getCourse, keepCourse, noteAttendance } from './train.ts';
import { listAttendance, listCourses } from './training-store.ts';

/** A list is read by people, ten of them in a row at most. */
const importBrake = brake(10, 30);

export function examRoutes(app: FastifyInstance, ground: Ground): void {
  const { db, clock } = ground;
  /** One's own sitting, to answer it. */
  const own = async (id: string, allow: (ties: Ties) => void) => {
    const sitting = await getSitting(db, id);
    const member = await getMember(db, sitting.memberId);
    allow({ owners: [member.accountId] });
    return { sitting, member };
  };
  const keepsBank = (actor: Actor): boolean => rolesOf(actor).some((role) => role === 'office' || role === 'auditor');

  serve(app, 'windowstaff', examOperations, may, {
    listCourses: async ({ query }) => {
      const { rows, total } = await listCourses(db, query.outletId, query.limit ?? 50, query.offset ?? 0);
      return { rows: rows.map(courseLine), total };
    },
    myCourses: async ({ actor }) => comingCourses(ground, await findOpenFile(db, actor.accountId!)),
    saveCourse: ({ params, body, actor }) => keepCourse(ground, actor, { id: params.id, ...body }),
    listAttendance: async ({ params }) => listAttendance(db, await getCourse(ground, params.id)),
    noteAttendance: async ({ params, body, actor }) =>
      noteAttendance(ground, actor, await getCourse(ground, params.id), body.rows),
    listQuestions: async ({ query: { limit, offset, ...filter } }) => {
      const { rows, total } = await listQuestions(db, filter, limit ?? 50, offset ?? 0);
      return { rows: rows.map(questionLine), total };
    },
    saveQuestion: ({ params, body, actor }) => keepQuestion(ground, actor, { id: params.id, ...body }),
    importQuestions: ({ body, actor }) => {
      importBrake(ground, actor.accountId!);
      return importQuestions(ground, actor, body);
    },
    listExams: async ({ query }) => {
      const { rows, total } = await listExams(db, query.outletId, query.limit ?? 50, query.offset ?? 0);
      return { rows: rows.map((row) => examLine(row, clock.now())), total };
    },
    saveExam: ({ params, body, actor }) => setExam(ground, actor, { id: params.id, ...body }),
    getExam: async ({ params }) => {
      const exam = await getExam(db, params.id);
      const sittings = await sittingsOfExam(db, exam.id);
      return {
        ...examLine(exam, clock.now()),
        sittings: sittings.map(({ id, memberId, name, departmentId, nth, beganAt, endedAt, endedHow, correct, of, passed }) => ({ id, memberId, name, departmentId, nth, beganAt: beganAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, endedHow, correct, of, passed })), // prettier-ignore
      };
    },
    myExams: async ({ actor }) => ownExams(ground, await findOpenFile(db, actor.accountId!)),
    sitExam: async ({ params, body, actor, allow }) => {
      const file = await findOpenFile(db, actor.accountId!);
      if (!file) throw windowStaffProblems.noFile();
      allow({ owners: [file.accountId] });
      return seeSitting(ground, await sitExam(ground, file, params.id, body.actionId), file);
    },
    getSitting: async ({ params, actor, allow }) => {
      const sitting = await getSitting(db, params.id);
      const member = await getMember(db, sitting.memberId);
      allow(tiesOfMember(member));
      const now = await upToDate(ground, sitting);
      // While it runs, the questions are between the examined and the paper.
      if (!now.endedAt && member.accountId !== actor.accountId) throw windowStaffProblems.sittingRuns();
      return seeSitting(ground, now, member, member.accountId !== actor.accountId && keepsBank(actor));
    },
    keepAnswers: async ({ params, body, allow }) => {
      const { sitting } = await own(params.id, allow);
      const kept = await keepSent(ground, sitting.id, body.answers);
      return {
        kept: kept.map(({ no, chosen, seq }) => ({ no, chosen: [...chosen], seq })),
        now: clock.now().toISOString(),
        dueAt: sitting.dueAt.toISOString(),
      };
    },
    handIn: async ({ params, body, allow }) => {
      const { sitting, member } = await own(params.id, allow);
      return seeSitting(ground, await handIn(ground, sitting.id, body.answers), member);
    },
    doubtQuestion: async ({ params, body, allow }) => {
      const { sitting, member } = await own(params.id, allow);
      const now = await upToDate(ground, sitting);
      await doubtQuestion(ground, now, member.outletId, body);
      return seeSitting(ground, now, member);
    },
    listDoubts: async ({ query: { limit, offset, ...asked } }) => {
      const { rows, total } = await listDoubts(db, asked, limit ?? 50, offset ?? 0);
      return { rows: rows.map(doubtLine), total };
    },
    decideDoubt: async ({ params, body, actor }) => {
      const done = await decideDoubt(ground, actor, params.id, body);
      return { doubt: doubtLine((await findDoubt(db, params.id))!), ...done };
    },
  });
}
