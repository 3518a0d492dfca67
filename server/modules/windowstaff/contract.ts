/** What can be done with window staff over HTTP: their files, their training, their exams. */
import { examOperations } from './exam-operations.ts';
import { memberOperations } from './member-operations.ts';

export const windowStaffContract = { ...memberOperations, ...examOperations };

export {
  activeStates,
  isActive,
  memberStates,
  memberSteps,
  reasonedSteps,
  stepsFrom,
  stepsOfDepartment,
} from './member.ts';
export type { MemberState, MemberStep, StepKind } from './member.ts';
export { faultOfQuestion, isRight, optionIds, questionFaults, questionKinds } from './question.ts';
export type { QuestionFault, QuestionKind } from './question.ts';
export { doubledKeys, openCriteria, standardBounds, usualStandard, type Criterion, type Standard } from './standard.ts';
export { attentions, type Attention, type AttentionLine, type CourseLine, type Member, type MemberLine, type QualificationShape } from './shapes.ts'; // prettier-ignore
export type { DoubtLine, ExamLine, OwnExam, QuestionLine, Sitting } from './exam-shapes.ts';
