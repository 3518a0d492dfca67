/** Sitting an exam: the paper is drawn, answers are kept as they are given, the clock of the server ends it, the rule marks it. */
import { addDays, addMonths, shanghaiDay } from '#modules/deadlines';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { memberMoved, examChanged } from './events.ts';
import { dueAt, drawPaper, graceSeconds, isOverTime, mark, maySit, type Answer, type SitRefusal } from './exam.ts';
import { bankOf, getExam, lockExam, type ExamRow } from './exam-store.ts';
import { nextQualificationNumber } from './keep-file.ts';
import { isActive } from './member.ts';
import { getMember, insertQualifications, type MemberRow } from './member-store.ts';
import { windowStaffProblems } from './problems.ts';
import {
  findSitting,
  getSitting,
  insertSittings,
  keepAnswers,
  listAnswers,
  lockSitting,
  saveMark,
  sittingsOf,
  sittingsToEnd,
  type SittingRow,
} from './sitting-store.ts';

const refusals: Record<SitRefusal, keyof typeof windowStaffProblems> = {
  notOpen: 'examNotOpen',
  passed: 'examPassed',
  usedUp: 'sittingsUsedUp',
  tooSoon: 'tooSoon',
};

/** Whether a sitting is one of those that somebody has: what the hall cancelled costs nobody a try. */
export const isTry = ({ endedHow }: Pick<SittingRow, 'endedHow'>): boolean => endedHow !== 'cancelled';
const brief = ({ endedAt, passed }: Pick<SittingRow, 'endedAt' | 'passed'>) => ({ endedOn: endedAt && shanghaiDay(endedAt), passed }); // prettier-ignore
/** Why this person cannot begin the exam now, from what they have sat before. */
export const refusalNow = (
  exam: ExamRow,
  before: readonly Pick<SittingRow, 'endedAt' | 'endedHow' | 'passed'>[],
  at: Date,
) => maySit(exam, before.filter(isTry).map(brief), { at, day: shanghaiDay(at), addDays });

/** Begins a sitting, or gives the one that runs: whoever lost the page goes on where they were, on any device. */
export async function sitExam(ground: Ground, file: MemberRow, examId: string, actionId: string): Promise<SittingRow> {
  const exam = await getExam(ground.db, examId);
  const others = exam.departmentId !== null && exam.departmentId !== file.departmentId;
  if (exam.outletId !== file.outletId || others || !isActive(file.state)) throw windowStaffProblems.notForYou();
  await endOverdue(ground, examId, file.id);
  const bank = await bankOf(ground.db, exam.outletId);
  const at = ground.clock.now();
  return ground.db.transaction(async (tx) => {
    // As it is now: it may have been changed or cancelled since it was read.
    const now = (await lockExam(tx, examId))!;
    const before = await sittingsOf(tx, examId, file.id);
    const running = before.find(({ endedAt }) => endedAt === null);
    if (running) return running;
    // The same press once more, after it was handed in.
    const same = before.find(({ id }) => id === actionId);
    if (same) return same;
    if (await findSitting(tx, actionId)) throw windowStaffProblems.actionReused();
    const refused = refusalNow(now, before, at);
    if (refused) throw windowStaffProblems[refusals[refused.refusal]](refused.from ? { from: refused.from } : {});
    const nth = before.length + 1;
    const questions = drawPaper(bank, now.parts, { seed: now.seed, memberId: file.id, nth });
    if (questions.length < now.parts.reduce((sum, { count }) => sum + count, 0))
      throw windowStaffProblems.tooFewQuestions();
    const row: SittingRow = { id: actionId, examId, memberId: file.id, nth, questions, beganAt: at, dueAt: dueAt(now, at), endedAt: null, endedHow: null, correct: null, passed: null }; // prettier-ignore
    insertSittings(tx, [row]);
    emit(tx, examChanged, examId, { departmentId: null, ownerId: file.accountId });
    return row;
  });
}

/** Of what was sent, what this paper has: questions of it, and options of these. */
const fitting = ({ questions }: SittingRow, sent: readonly Answer[]): Answer[] => {
  const byNo = new Map(questions.map((one) => [one.no, one]));
  return sent.filter(({ no, chosen }) => chosen.every((id) => byNo.get(no)?.options.some((option) => option.id === id)) && byNo.has(no)); // prettier-ignore
};
/** The last of several answers to one question: PostgreSQL takes each row of a statement once. */
const lastOfEach = (sent: readonly Answer[]): Answer[] => {
  const last = new Map<number, Answer>();
  for (const answer of sent) if (answer.seq > (last.get(answer.no)?.seq ?? -1)) last.set(answer.no, answer);
  return [...last.values()];
};

function store(tx: Tx, sitting: SittingRow, sent: readonly Answer[], at: Date): void {
  const rows = lastOfEach(fitting(sitting, sent));
  if (rows.length > 0) keepAnswers(tx, rows.map(({ no, chosen, seq }) => ({ sittingId: sitting.id, no, chosen: [...chosen].toSorted(), seq, at }))); // prettier-ignore
}

/** Keeps answers; returns all that are kept. What comes after the end, and the seconds of a bad line, is not kept. */
export async function keepSent(ground: Ground, sittingId: string, sent: readonly Answer[]): Promise<Answer[]> {
  const at = ground.clock.now();
  const kept = await ground.db.transaction(async (tx) => {
    const sitting = await lockSitting(tx, sittingId);
    if (sitting.endedHow === 'cancelled') throw windowStaffProblems.examCancelled();
    if (sitting.endedAt) throw windowStaffProblems.sittingOver();
    if (isOverTime(sitting.dueAt, at)) return undefined;
    store(tx, sitting, sent, at);
    return listAnswers(tx, sittingId);
  });
  if (kept) return kept;
  await endSitting(ground, sittingId, 'time');
  throw windowStaffProblems.timeOver();
}

/** Hands in with the last answers. Too late, it is marked with what was there in time; handed in before, it stays as it was marked. */
export async function handIn(ground: Ground, sittingId: string, sent: readonly Answer[]): Promise<SittingRow> {
  return endSitting(ground, sittingId, 'handedIn', sent);
}

/**
 * Ends a sitting and marks it, once; whoever passes has the qualifications of the exam from that day on. Of an exam that was cancelled nothing is
 * marked and nobody has anything.
 */
async function endSitting(
  ground: Ground,
  sittingId: string,
  how: 'handedIn' | 'time',
  sent: readonly Answer[] = [],
): Promise<SittingRow> {
  const at = ground.clock.now();
  const seen = await getSitting(ground.db, sittingId);
  if (seen.endedAt) return seen;
  const number = await nextQualificationNumber(ground, shanghaiDay(at));
  return ground.db.transaction(async (tx) => {
    const sitting = await lockSitting(tx, sittingId);
    if (sitting.endedAt) return sitting;
    const exam = await getExam(tx, sitting.examId);
    const member = await getMember(tx, sitting.memberId);
    if (exam.cancelled) {
      const row: SittingRow = { ...sitting, endedAt: at, endedHow: 'cancelled', correct: 0, passed: false };
      saveMark(tx, row);
      return row;
    }
    const late = how === 'time' || isOverTime(sitting.dueAt, at);
    if (!late) store(tx, sitting, sent, at);
    const { correct, passed } = mark(sitting.questions, await listAnswers(tx, sittingId), exam.passPercent);
    const endedAt = late || at > sitting.dueAt ? sitting.dueAt : at;
    const row: SittingRow = { ...sitting, endedAt, endedHow: late ? 'time' : 'handedIn', correct, passed };
    saveMark(tx, row);
    if (passed) grant(tx, exam, member, row, { number, from: shanghaiDay(endedAt) });
    emit(tx, examChanged, exam.id, { departmentId: null, ownerId: member.accountId });
    return row;
  });
}

/** The qualifications of an exam that was passed. */
export function grant(
  tx: Tx,
  exam: ExamRow,
  member: MemberRow,
  sitting: Pick<SittingRow, 'id'>,
  { number, from }: { number: string; from: string },
): void {
  if (exam.errandIds.length === 0) return;
  const untilOn = addDays(addMonths(from, exam.validMonths), -1);
  insertQualifications(
    tx,
    exam.errandIds.map((errandId) => ({ id: newId(), number, memberId: member.id, errandId, sittingId: sitting.id, fromOn: from, untilOn, givenBy: exam.title, reason: '' })), // prettier-ignore
  );
  emit(tx, memberMoved, member.id, { kind: 'qualification', departmentId: member.departmentId, ownerId: member.accountId }); // prettier-ignore
}

/** Ends what somebody left open in an exam when its time is over. */
async function endOverdue(ground: Ground, examId: string, memberId: string): Promise<void> {
  const at = ground.clock.now();
  for (const { id, endedAt, dueAt: due } of await sittingsOf(ground.db, examId, memberId))
    if (endedAt === null && isOverTime(due, at)) await endSitting(ground, id, 'time');
}

/** The same for everybody: by the clock, a few at once. Returns how many were ended. */
export async function endSittings(ground: Ground): Promise<number> {
  const before = new Date(ground.clock.now().getTime() - graceSeconds * 1000);
  let ended = 0;
  for (;;) {
    const some = await sittingsToEnd(ground.db, before, 100);
    for (const { id } of some) await endSitting(ground, id, 'time');
    ended += some.length;
    if (some.length < 100) return ended;
  }
}
/** A sitting as it stands now: one whose time is over is marked before anybody looks. */
export async function upToDate(ground: Ground, sitting: SittingRow): Promise<SittingRow> {
  if (sitting.endedAt || !isOverTime(sitting.dueAt, ground.clock.now())) return sitting;
  return endSitting(ground, sitting.id, 'time');
}
