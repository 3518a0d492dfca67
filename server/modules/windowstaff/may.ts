/** Who may do what with window staff. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { windowStaffContract } from './contract.ts';

/** The service office runs the hall. */
const hall = { office: ['any'] } as const;
/** A department sends its people and takes them back before they are decided. */
const sender = { head: ['department'], office: ['any'] } as const;
/** A department sees its people; who audits reads. */
const readers = { head: ['department'], office: ['any'], auditor: ['any'] } as const;
/** The bank with its answers, and exams before they are sat, are not shown to those who sit them. */
const examiners = { office: ['any'], auditor: ['any'] } as const;
const own = { resident: ['own'] } as const;

export const may = {
  listMembers: readers,
  countMembers: readers,
  getMember: { ...own, ...readers },
  myFile: { resident: ['any'] },
  myWindow: { resident: ['any'] },
  sendMember: sender,
  withdrawMember: sender,
  admitMember: hall,
  refuseMember: hall,
  beginProbation: hall,
  extendProbation: hall,
  confirmMember: hall,
  failMember: hall,
  leaveMember: hall,
  giveThing: hall,
  returnThing: hall,
  giveQualification: hall,
  withdrawQualification: hall,
  listCertificates: { ...own, ...readers },
  objectToStep: own,
  answerObjection: hall,
  listUnfiled: examiners,
  takeOver: hall,
  listAttention: examiners,
  // What is asked of people is no secret to those of whom it is asked.
  getStandard: { clerk: ['any'], examiner: ['any'], head: ['any'], office: ['any'], auditor: ['any'] },
  saveStandard: hall,
  listCourses: { clerk: ['any'], head: ['any'], office: ['any'], auditor: ['any'] },
  myCourses: { resident: ['any'] },
  saveCourse: hall,
  listAttendance: examiners,
  noteAttendance: hall,
  listQuestions: examiners,
  saveQuestion: hall,
  importQuestions: hall,
  listExams: examiners,
  saveExam: hall,
  getExam: examiners,
  myExams: { resident: ['any'] },
  sitExam: own,
  getSitting: { ...own, ...readers },
  keepAnswers: own,
  handIn: own,
  doubtQuestion: own,
  listDoubts: examiners,
  decideDoubt: hall,
} as const satisfies Permissions<keyof typeof windowStaffContract>;
