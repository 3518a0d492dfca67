/** The face of `windowstaff`: those who work at the windows of a hall, from their entry to their leaving. */
import type { Module } from '#platform/module';
import { windowStaffContract } from './contract.ts';
import { jobs, schedules } from './jobs.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'windowstaff',
  uses: ['deadlines', 'offices', 'people', 'documents', 'notices', 'hall'],
  contract: windowStaffContract,
  permissions: may,
  routes,
  jobs,
  schedules,
};

/** What is announced. */
export { examChanged, memberMoved } from './events.ts';
/** Whole halls at once, for whoever loads a district. */
export {
  insertMembers,
  insertQualifications,
  insertSteps,
  insertThings,
  type MemberRow,
  type StepRow,
} from './member-store.ts';
export { saveAttendance, saveCourse } from './training-store.ts';
export { saveExam, saveQuestions, type ExamRow, type QuestionRow } from './exam-store.ts';
export { insertDoubt, insertSittings, keepAnswers, type SittingRow } from './sitting-store.ts';
export { nextQualificationNumber } from './keep-file.ts';
export { drawPaper, mark, type Answer, type Part } from './exam.ts';
/** Who is qualified for an errand, for whoever sends people to windows. */
export { qualifiedFor } from './qualified.ts';
export { usualStandard } from './standard.ts';
export { readQuestions } from './read-questions.ts';
