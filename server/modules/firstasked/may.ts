/** Who may do what with questions. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { firstaskedContract } from './contract.ts';

/** Anybody of the staff can be the first who is asked. */
const staff = { clerk: ['any'], examiner: ['any'], head: ['any'], office: ['any'] } as const;
/** Where it lies: the department, or who is named there. */
const receivers = {
  clerk: ['department', 'own'],
  examiner: ['department', 'own'],
  head: ['department', 'own'],
  office: ['any'],
} as const;
const readers = { ...receivers, auditor: ['any'] } as const;

export const may = {
  recordQuestion: staff,
  lookQuestion: { anyone: ['any'] },
  listQuestions: { ...staff, auditor: ['any'] },
  countQuestions: { ...staff, auditor: ['any'] },
  getQuestion: readers,
  listReceivers: staff,
  /** For whoever was asked first and is away, a head of the same department. */
  handOver: { clerk: ['own'], examiner: ['own'], head: ['department', 'own'], office: ['any'] },
  acknowledge: receivers,
  giveBack: receivers,
  settle: receivers,
  getHouseRule: { ...staff, admin: ['any'], auditor: ['any'] },
  saveHouseRule: { office: ['any'], admin: ['any'] },
} as const satisfies Permissions<keyof typeof firstaskedContract>;
