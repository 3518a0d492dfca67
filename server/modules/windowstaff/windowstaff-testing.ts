/** People of a hall for tests: somebody sent and taken through to a stage, a bank of questions, an exam. */
import { createAccount, givePost } from '#modules/people';
import { newId } from '#platform/ids';
import type { TestApp } from '#server/testing';
import { openHall, type TestHall } from '../hall/hall-testing.ts';
import { windowStaffContract as ops, usualStandard, type Member } from './contract.ts';

export interface TestStaff extends TestHall {
  /** A second one of the service office: for what whoever acted first may not do. */
  deputy: string;
}

/** A hall with so many windows, whose house asks for no papers and no training: tests that are about these ask for them. */
export async function openStaffed(app: TestApp, windows = 2): Promise<TestStaff> {
  const hall = await openHall(app, windows);
  const at = app.clock.now();
  const deputy = await app.ground.db.transaction((tx) => {
    const id = createAccount(tx, at, { loginName: 'deputy', name: '钱副主任', staff: true });
    givePost(tx, at, id, { role: 'office', departmentId: null, outletId: null });
    return id;
  });
  const { fromOn: _, ...standard } = usualStandard;
  await app.call(hall.office, ops.saveStandard, {
    body: { ...standard, outletId: hall.hall, fromOn: '2026-06-10', criteria: [], trainingMinutes: 0 },
  });
  return { ...hall, deputy };
}

export const acting = () => ({ actionId: newId(), reason: '经研究决定' });

/** Gives somebody a post of the market bureau at the hall: those whom its head may send. */
export const station = (app: TestApp, hall: TestStaff, accountId: string): Promise<void> =>
  app.ground.db.transaction((tx) => {
    givePost(tx, app.clock.now(), accountId, { role: 'clerk', departmentId: hall.market, outletId: hall.hall });
  });

/** Somebody sent by the market bureau, not decided yet. */
export async function send(
  app: TestApp,
  hall: TestStaff,
  accountId: string | null,
  more: object = {},
): Promise<Member> {
  if (accountId) await station(app, hall, accountId);
  return app.call(hall.head, ops.sendMember, {
    body: {
      actionId: newId(),
      outletId: hall.hall,
      departmentId: hall.market,
      name: '林小雨',
      accountId,
      errandIds: [hall.any],
      meets: [],
      papers: [],
      text: '',
      ...more,
    },
  });
}

/** Somebody on probation. */
export async function onProbation(app: TestApp, hall: TestStaff, accountId: string): Promise<Member> {
  const { id } = await send(app, hall, accountId);
  await app.call(hall.office, ops.admitMember, { params: { id }, body: acting() });
  return app.call(hall.office, ops.beginProbation, { params: { id }, body: { actionId: newId() } });
}

export const aQuestion = (outletId: string, n: number, change: object = {}) => ({
  outletId,
  code: `T${String(n).padStart(3, '0')}`,
  errandId: null,
  departmentId: null,
  kind: 'single' as const,
  stem: `第${n}题：申请材料不齐全的，应当在几日内一次告知？`,
  options: ['三日', '五日', '七日', '十日'].map((text, i) => ({ id: 'ABCD'[i]!, text })),
  answer: ['B'],
  explanation: '当场或者在五日内一次告知需要补正的全部内容。',
  basis: '行政许可法 第三十二条',
  retired: false,
  ...change,
});

export const anExam = (hall: TestStaff, change: object = {}) => ({
  outletId: hall.hall,
  title: '综合窗口上岗考试',
  titleEn: 'Exam for the general windows',
  departmentId: null,
  errandIds: [hall.any],
  parts: [{ errandId: null, departmentId: null, count: 5 }],
  opensAt: '2026-06-10T00:00:00Z',
  closesAt: '2026-06-30T09:00:00Z',
  minutes: 30,
  passPercent: 80,
  sittingsMost: 2,
  resitDays: 2,
  validMonths: 12,
  shows: 'handIn' as const,
  cancelled: false,
  ...change,
});

/** A bank of eight questions and an exam with five of them. Returns its id. */
export async function setExam(app: TestApp, hall: TestStaff, change: object = {}): Promise<string> {
  for (let n = 1; n <= 8; n++)
    await app.call(hall.office, ops.saveQuestion, { params: { id: newId() }, body: aQuestion(hall.hall, n) });
  const id = newId();
  await app.call(hall.office, ops.saveExam, { params: { id }, body: anExam(hall, change) });
  return id;
}
