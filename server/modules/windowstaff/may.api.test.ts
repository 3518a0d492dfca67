import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { everybodyOf, testDoors } from '#server/testing-matrix';
import { windowStaffContract as ops, usualStandard } from './contract.ts';
import { acting, anExam, aQuestion, onProbation, openStaffed, setExam, type TestStaff } from './windowstaff-testing.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const signedIn = 'resident clerk examiner head office admin auditor';
const readers = 'head office auditor';
const reviewed: Record<string, string> = {
  listMembers: readers,
  countMembers: readers,
  getMember: signedIn,
  myFile: signedIn,
  myWindow: signedIn,
  // A head only for the own department: see below.
  sendMember: 'office',
  withdrawMember: 'head office',
  admitMember: 'office',
  refuseMember: 'office',
  beginProbation: 'office',
  extendProbation: 'office',
  confirmMember: 'office',
  failMember: 'office',
  leaveMember: 'office',
  giveThing: 'office',
  returnThing: 'office',
  giveQualification: 'office',
  withdrawQualification: 'office',
  listCertificates: signedIn,
  objectToStep: signedIn,
  answerObjection: 'office',
  listUnfiled: 'office auditor',
  takeOver: 'office',
  listAttention: 'office auditor',
  getStandard: 'clerk examiner head office auditor',
  saveStandard: 'office',
  listCourses: 'clerk head office auditor',
  myCourses: signedIn,
  saveCourse: 'office',
  listAttendance: 'office auditor',
  noteAttendance: 'office',
  listQuestions: 'office auditor',
  saveQuestion: 'office',
  importQuestions: 'office',
  listExams: 'office auditor',
  saveExam: 'office',
  getExam: 'office auditor',
  myExams: signedIn,
  sitExam: signedIn,
  getSitting: signedIn,
  keepAnswers: signedIn,
  handIn: signedIn,
  doubtQuestion: signedIn,
  listDoubts: 'office auditor',
  decideDoubt: 'office',
};

const deed = { body: acting() };
const at = { query: { outletId: newId() } };
const place = { hall: newId(), any: newId() } as TestStaff;
const { fromOn: _, ...standard } = usualStandard;
testDoors(ops, reviewed, {
  sendMember: { body: { actionId: newId(), outletId: newId(), departmentId: null, name: '周敏', accountId: null, errandIds: [], meets: [], papers: [], text: '' } }, // prettier-ignore
  ...Object.fromEntries(['withdrawMember', 'admitMember', 'refuseMember', 'confirmMember', 'failMember', 'leaveMember'].map((name) => [name, deed])), // prettier-ignore
  beginProbation: { body: { actionId: newId() } },
  extendProbation: { body: { ...acting(), untilOn: '2026-09-01' } },
  giveThing: { body: { actionId: newId(), name: '工作证' } },
  giveQualification: { body: { ...acting(), errandIds: [newId()], untilOn: '2027-01-01' } },
  withdrawQualification: { body: { reason: '调离' } },
  objectToStep: { body: { actionId: newId(), stepId: null, text: '有异议' } },
  answerObjection: { body: { text: '已核实', upheld: false } },
  listUnfiled: at,
  takeOver: { body: { ...acting(), outletId: newId(), accountIds: [newId()] } },
  listAttention: at,
  getStandard: at,
  saveStandard: { body: { ...standard, outletId: newId(), fromOn: '2026-07-01' } },
  listCourses: at,
  saveCourse: { body: { outletId: newId(), title: '课', titleEn: '', onDay: '2026-06-11', fromTime: '09:00', minutes: 60, place: '三楼', teacher: '', required: true, cancelled: false } }, // prettier-ignore
  noteAttendance: { body: { rows: [{ memberId: newId(), minutes: 60 }] } },
  listQuestions: at,
  saveQuestion: { body: aQuestion(newId(), 1) },
  importQuestions: { body: { outletId: newId(), csv: 'code', dryRun: true } },
  listExams: at,
  saveExam: { body: anExam(place) },
  sitExam: { body: { actionId: newId() } },
  keepAnswers: { body: { answers: [] } },
  handIn: { body: { answers: [] } },
  doubtQuestion: { body: { actionId: newId(), no: 1, text: '有误' } },
  listDoubts: at,
  decideDoubt: { body: { decision: 'stands', reason: '无误' } },
});

describe('a file and a sitting', () => {
  let app: TestApp;
  let who: Record<string, string | null>;
  let memberId: string;
  let sittingId: string;
  let outletId: string;
  let departmentId: string;
  beforeAll(async () => {
    app = await openTestApp();
    const hall = await openStaffed(app);
    [outletId, departmentId] = [hall.hall, hall.market];
    who = { ...(await everybodyOf(app, hall)), self: hall.clerks[0]!, colleague: hall.clerks[1]! };
    memberId = (await onProbation(app, hall, hall.clerks[0]!)).id;
    const examId = await setExam(app, hall);
    sittingId = (await app.call(hall.clerks[0]!, ops.sitExam, { params: { id: examId }, body: { actionId: newId() } }))
      .id;
    await app.call(hall.clerks[0]!, ops.handIn, { params: { id: sittingId }, body: { answers: [] } });
  });
  afterAll(() => app.close());

  const letIn = async (ask: (account: string | null) => Promise<{ status: number }>): Promise<string> => {
    const inside: string[] = [];
    for (const [name, account] of Object.entries(who)) if ((await ask(account)).status < 400) inside.push(name);
    return inside.join(' ');
  };

  it('are read by the person, the department that sent them, the hall and the auditor', async () => {
    const seers = 'headHere office auditor self';
    expect(await letIn((account) => app.ask(account, ops.getMember, { params: { id: memberId } }))).toBe(seers);
    expect(await letIn((account) => app.ask(account, ops.listCertificates, { params: { id: memberId } }))).toBe(seers);
    expect(await letIn((account) => app.ask(account, ops.getSitting, { params: { id: sittingId } }))).toBe(seers);
  });
  it('are listed to each department as far as they are its own', async () => {
    const total = async (name: string) => (await app.call(who[name]!, ops.listMembers, { query: {} })).total;
    expect([await total('headHere'), await total('headElsewhere'), await total('auditor')]).toEqual([1, 0, 1]);
  });
  it('are opened by the department of the person, or the hall', async () => {
    const send = (account: string | null) =>
      app.ask(account, ops.sendMember, { body: { actionId: newId(), outletId, departmentId, name: '周敏', accountId: null, errandIds: [], meets: [], papers: [], text: '' } }); // prettier-ignore
    expect(await letIn(send)).toBe('headHere office');
  });
  it('are objected to by the person alone', async () => {
    const body = { actionId: newId(), stepId: null, text: '有异议' };
    expect(await letIn((account) => app.ask(account, ops.objectToStep, { params: { id: memberId }, body }))).toBe(
      'self',
    );
  });
});
