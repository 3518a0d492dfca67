/**
 * Those who work at the windows of the hall, at all stages: taken over, through probation, on it, in training, sent, refused, gone; two courses, the
 * question bank, an exam that is over and one that is open. Written as rows of what the rules would have brought about, in one transaction, after
 * the hall's day was acted: so who sits there is known.
 */
import { addDays, addMonths, weekdayOf } from '#modules/deadlines';
import {
  insertDoubt,
  insertMembers,
  insertQualifications,
  insertSittings,
  insertSteps,
  insertThings,
  keepAnswers,
  nextQualificationNumber,
  saveAttendance,
  saveCourse,
  saveExam,
  saveQuestions,
  usualStandard,
  type ExamRow,
  type MemberRow,
  type StepRow,
} from '#modules/windowstaff';
import { instantOn } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { Random } from '#platform/random';
import { dutyOf, errandsOf } from '../district/hall.ts';
import type { Member } from '../district/staff.ts';
import { chineseName } from '../names.ts';
import { idOf, type Plan } from '../plan.ts';
import { questionsOf, sat } from './window-exams.ts';
import type { World } from './world.ts';

const at = (day: string, time = '10:00'): Date => instantOn(day, time);
/** So many days before, and on a Friday where that is a weekend. */
const workdayBefore = (asOf: string, daysAgo: number): string => {
  const day = addDays(asOf, -daysAgo);
  const weekday = weekdayOf(day) % 7;
  return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, -2) : day;
};

/** Somebody and how far they have come; days are counted back from the district's day. */
interface Course {
  member:
    | Pick<Member, 'accountId' | 'name' | 'departmentId'>
    | { accountId: null; name: string; departmentId: string | null };
  errandIds: string[];
  steps: { kind: StepRow['kind']; daysAgo: number; text: string; untilOn?: string }[];
}

const states: Record<StepRow['kind'], MemberRow['state']> = {
  send: 'sent', takeOver: 'confirmed', withdraw: 'withdrawn', admit: 'training', refuse: 'refused', begin: 'probation', extend: 'probation', confirm: 'confirmed', fail: 'failed', leave: 'left',
}; // prettier-ignore

/** The rows of a file and its steps, as the rules make them. */
function rowsOf(plan: Plan, outletId: string, by: Member, { member, errandIds, steps }: Course, n: number) {
  const { asOf } = plan;
  const id = idOf(plan, 'windowstaff', n);
  const day = (daysAgo: number): string => workdayBefore(asOf, daysAgo);
  const last = steps.at(-1)!;
  const find = (kind: StepRow['kind']) => steps.find((step) => step.kind === kind);
  const begun = find('begin');
  const confirmed = find('confirm') ?? find('takeOver');
  const state = states[last.kind];
  const over = ['withdrawn', 'refused', 'failed', 'left'].includes(state);
  const keeps = state === 'refused' ? usualStandard.keepRefusedDays : usualStandard.keepDays;
  const row: MemberRow = {
    id,
    outletId,
    departmentId: member.departmentId,
    accountId: over || state === 'sent' ? null : member.accountId,
    name: member.name,
    state,
    seq: steps.length,
    errandIds,
    papers: [],
    takenOver: steps[0]!.kind === 'takeOver',
    sentAt: at(day(steps[0]!.daysAgo)),
    sentBy: null,
    movedAt: at(day(last.daysAgo)),
    decidedBy: steps.length > 1 || steps[0]!.kind === 'takeOver' ? by.accountId : null,
    probationFrom: begun ? day(begun.daysAgo) : null,
    probationUntil: begun
      ? (find('extend')?.untilOn ?? addDays(day(begun.daysAgo), usualStandard.probationDays))
      : null,
    extensions: steps.filter(({ kind }) => kind === 'extend').length,
    confirmedOn: confirmed ? day(confirmed.daysAgo) : null,
    endedOn: over ? day(last.daysAgo) : null,
    forgetOn: over ? addDays(day(last.daysAgo), keeps) : null,
    forgottenAt: null,
  };
  const lines = steps.map((step, i): StepRow => ({
    id: idOf(plan, 'windowstaff step', n, i),
    memberId: id,
    seq: i + 1,
    kind: step.kind,
    toState: states[step.kind],
    at: at(day(step.daysAgo)),
    accountId: step.kind === 'send' ? null : by.accountId,
    saidBy: step.kind === 'send' ? '派驻单位' : by.name,
    body: step.text,
    untilOn: step.untilOn ?? (step.kind === 'begin' ? row.probationUntil : null),
  }));
  return { row, lines };
}

const sent = '熟悉进驻业务，推荐到窗口工作';
const admitted = '符合进驻条件，同意进驻';
const whole = (from: number): Course['steps'] => [
  { kind: 'send', daysAgo: from, text: sent },
  { kind: 'admit', daysAgo: from - 3, text: admitted },
  { kind: 'begin', daysAgo: from - 12, text: '' },
  { kind: 'confirm', daysAgo: from - 100, text: '试用期内差错率低、群众评价好，予以转正' },
];
const begun = (from: number): Course['steps'] => whole(from).slice(0, 3);

/** Everybody, in the order in which they are numbered. The clerks of the hall stand in the order of their windows. */
function everybody(world: World, clerks: readonly Member[], dutyAt: (i: number) => string[]): Course[] {
  const { plan, staff } = world;
  const random = new Random(plan.seed, 'windowstaff');
  const stages = (i: number): Course['steps'] | undefined => {
    // Four have no file yet, five are on probation; of the others half were there before the files were.
    if ([11, 24, 37, 50].includes(i)) return undefined;
    if (i === 19) return [...begun(150), { kind: 'extend', daysAgo: 50, text: '业务范围调整，延长试用', untilOn: addDays(plan.asOf, 9) }]; // prettier-ignore
    if (i === 33) return begun(112);
    if ([8, 28, 45].includes(i)) return begun(40 + i);
    if (i % 2 === 0) return [{ kind: 'takeOver', daysAgo: 240, text: '启用档案管理前已在岗，按名单接收' }];
    return whole(230 + i * 5);
  };
  const atWindows = clerks.flatMap((member, i): Course[] => {
    const steps = stages(i);
    return steps ? [{ member, errandIds: dutyAt(i), steps }] : [];
  });
  const desks = [...staff.desks.values()].flat().filter(({ role, outletId }) => role === 'clerk' && outletId === null);
  const training = desks.slice(0, 4).map((member, i): Course => ({ member, errandIds: dutyAt(20 + i * 8), steps: begun(20 + i * 2).slice(0, 2) })); // prettier-ignore
  const departments = [...world.departments.keys()].slice(2, 8);
  const named = (i: number) => ({ accountId: null, name: chineseName(random, random.chance(0.6) ? 'female' : 'male', random.whole(1985, 2001)), departmentId: departments[i % departments.length]! }); // prettier-ignore
  const others = (
    [
      [{ kind: 'send', daysAgo: 2, text: sent }],
      [{ kind: 'send', daysAgo: 1, text: '接替轮岗人员' }],
      [{ kind: 'send', daysAgo: 1, text: sent }],
      [{ kind: 'send', daysAgo: 60, text: sent }, { kind: 'refuse', daysAgo: 55, text: '从事进驻业务不满六个月，请满期后再推荐' }],
      [{ kind: 'send', daysAgo: 130, text: sent }, { kind: 'refuse', daysAgo: 126, text: '劳动合同剩余期限不足一年' }],
      [...whole(420), { kind: 'leave', daysAgo: 70, text: '派驻期满，轮岗回单位' }],
      [...whole(400), { kind: 'leave', daysAgo: 30, text: '工作调动' }],
      [...whole(380), { kind: 'leave', daysAgo: 12, text: '派驻期满，轮岗回单位' }],
      [...begun(190), { kind: 'fail', daysAgo: 80, text: '试用期内多次漏收材料，退回派驻单位' }],
    ] satisfies Course['steps'][]
  ).map((steps, i): Course => ({ member: named(i), errandIds: dutyAt(3 + i * 5), steps })); // prettier-ignore
  return [...atWindows, ...training, ...others];
}

/** Stores it all. Returns how many files there are. */
export async function loadWindowStaff(ground: Ground, world: World): Promise<number> {
  const { plan } = world;
  const { asOf } = plan;
  const hall = world.byKey.get('hall');
  const by = world.staff.members.find(({ role }) => role === 'office');
  if (!hall || !by) return 0;
  const day = (ago: number): string => (ago > 0 ? workdayBefore(asOf, ago) : addDays(asOf, -ago));
  const errands = errandsOf(plan, hall);
  const clerks = (world.staff.counters.get(hall.id) ?? []).slice(0, hall.windows.length);
  const dutyAt = (i: number): string[] => dutyOf(errands, hall.windows[i % hall.windows.length]!.name);
  const files = everybody(world, clerks, dutyAt).map((course, n) => rowsOf(plan, hall.id, by, course, n));
  const bank = questionsOf(world, hall.id, errands, by.name);
  const general = errands.find(({ name }) => name === '无差别综合受理')!;
  const exams = [
    { key: 'spring', title: '窗口人员上岗考试（上半年）', titleEn: 'Exam for windows, first half', opens: 150, closes: 136, errandIds: [general.id] },
    { key: 'now', title: '窗口人员上岗考试（下半年）', titleEn: 'Exam for windows, second half', opens: 3, closes: -12, errandIds: [general.id] },
  ].map(({ key, opens, closes, ...exam }, i): ExamRow => ({
    ...exam,
    id: idOf(plan, 'window exam', key),
    outletId: hall.id,
    departmentId: null,
    parts: [{ errandId: null, departmentId: null, count: 20 }],
    opensAt: at(day(opens), '09:00'),
    closesAt: at(day(closes), '17:30'),
    minutes: 45,
    passPercent: 80,
    sittingsMost: 2,
    resitDays: 3,
    validMonths: 12,
    shows: 'closing',
    seed: plan.seed + i,
    cancelled: false,
  })); // prettier-ignore
  const working = files.filter(({ row }) => ['training', 'probation', 'confirmed'].includes(row.state));
  const random = new Random(plan.seed, 'window exams', asOf);
  const named = clerks.find(({ login }) => login === 'clerk')?.accountId;
  // The one as whom one signs in has the open exam before them.
  const takers = working.filter(({ row }) => row.accountId !== named);
  const sittings = exams.flatMap((exam, e) =>
    takers
      .filter(({ row }, i) => (e === 0 ? i % 2 === 0 && row.sentAt < exam.opensAt : i % 7 === 3))
      .map(({ row }, n) => sat(plan, exam, bank, row.id, at(day(e === 0 ? 149 - (n % 12) : 1 + (n % 2)), `${10 + (n % 6)}:${10 + n}`), random.chance(0.85) ? 0.95 : 0.72, n)),
  ); // prettier-ignore
  const passed = sittings.filter(({ sitting }) => sitting.passed);
  const courses = [
    { key: 'law', title: '行政许可法与一次性告知', titleEn: 'The licensing law, and telling everything at once', ago: 18, teacher: '政务办法规科' },
    { key: 'desk', title: '综合窗口业务与系统实训', titleEn: 'The general window and its system', ago: 6, teacher: '大厅业务科' },
  ]; // prettier-ignore
  const qualifications: Parameters<typeof insertQualifications>[1][number][] = [];
  for (const [n, { row }] of working.entries()) {
    // Some lack one for what their window does, a few have one that ends within the month.
    if (row.state !== 'confirmed' || n % 9 === 4) continue;
    const fromOn = row.takenOver ? addMonths(asOf, -11) : row.confirmedOn!;
    const untilOn = n % 11 === 5 ? addDays(asOf, 6 + n) : addDays(addMonths(fromOn, 24), -1);
    const number = await nextQualificationNumber(ground, fromOn);
    for (const errandId of row.errandIds)
      qualifications.push({ id: idOf(plan, 'window qualification', n, errandId), number, memberId: row.id, errandId, sittingId: null, fromOn, untilOn, givenBy: by.name, reason: '在岗考核合格' }); // prettier-ignore
  }
  for (const { sitting } of passed) {
    const fromOn = sitting.endedAt!.toISOString().slice(0, 10);
    qualifications.push({ id: idOf(plan, 'window qualification', sitting.id), number: await nextQualificationNumber(ground, fromOn), memberId: sitting.memberId, errandId: general.id, sittingId: sitting.id, fromOn, untilOn: addDays(addMonths(fromOn, 12), -1), givenBy: exams.find(({ id }) => id === sitting.examId)!.title, reason: '' }); // prettier-ignore
  }
  const things = files
    .filter(({ row }, n) => n % 4 === 1 || row.state === 'left')
    .flatMap(({ row }, n) =>
      ['工作证', '窗口工位钥匙'].map((name, i) => ({ id: idOf(plan, 'window thing', n, i), memberId: row.id, name, givenAt: row.sentAt, givenBy: by.name })),
    ); // prettier-ignore
  await ground.db.transaction((tx) => {
    insertMembers(tx, files.map(({ row }) => row)); // prettier-ignore
    insertSteps(tx, files.flatMap(({ lines }) => lines)); // prettier-ignore
    for (const { key, ago, ...course } of courses) {
      const id = idOf(plan, 'window course', key);
      saveCourse(tx, { ...course, id, outletId: hall.id, onDay: day(ago), fromTime: '09:00', minutes: 480, place: '大厅三楼培训室', required: true, cancelled: false }, at(day(ago)), by.name); // prettier-ignore
      const there = working.filter(({ row }, n) => row.takenOver ? n % 3 === 0 : row.state !== 'training' || key === 'law' || n % 2 === 0); // prettier-ignore
      saveAttendance(tx, there.map(({ row }) => ({ courseId: id, memberId: row.id, minutes: 480 })), at(day(ago), '17:00'), by.name); // prettier-ignore
    }
    saveQuestions(tx, bank);
    for (const exam of exams) saveExam(tx, exam, at(day(160)), by.name);
    insertSittings(tx, sittings.map(({ sitting }) => sitting)); // prettier-ignore
    keepAnswers(tx, sittings.flatMap(({ answers }) => answers)); // prettier-ignore
    insertQualifications(tx, qualifications);
    insertThings(tx, things);
    const doubted = sittings.find(({ sitting }) =>
      sitting.questions.some(({ questionId }) => questionId === bank[25]!.id),
    );
    const no = doubted?.sitting.questions.find(({ questionId }) => questionId === bank[25]!.id)?.no;
    if (doubted && no) insertDoubt(tx, { id: idOf(plan, 'window doubt'), questionId: bank[25]!.id, sittingId: doubted.sitting.id, no, memberId: doubted.sitting.memberId, outletId: hall.id, body: '题干没有写明是申请人隐瞒情况还是行政机关核查发现，建议补充', at: at(day(1), '16:00') }); // prettier-ignore
  });
  return files.length;
}
