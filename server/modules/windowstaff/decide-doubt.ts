/** Questions that were said to be wrong: what was decided, and what it changes for everybody who had them. */
import { shanghaiDay } from '#modules/deadlines';
import { tell } from '#modules/notices';
import { isAsSaid } from '#platform/canonical';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { examChanged } from './events.ts';
import { mark, strike } from './exam.ts';
import { getExam, retireQuestion, type ExamSeen } from './exam-store.ts';
import { nextQualificationNumber } from './keep-file.ts';
import { getMember } from './member-store.ts';
import { windowStaffProblems } from './problems.ts';
import { grant, isTry } from './sit-exam.ts';
import {
  answersOfAll,
  insertDoubt,
  listDoubtsOf,
  lockDoubt,
  saveDecision,
  saveRemark,
  sittingsWith,
  type DoubtRow,
  type SittingRow,
} from './sitting-store.ts';

/** Says that a question of one's own exam is wrong; once for each. */
export async function doubtQuestion(
  ground: Ground,
  sitting: SittingRow,
  outletId: string,
  said: { actionId: string; no: number; text: string },
): Promise<void> {
  if (!sitting.endedAt) throw windowStaffProblems.sittingRuns();
  const question = sitting.questions.find(({ no }) => no === said.no);
  if (!question) throw windowStaffProblems.noQuestion();
  await ground.db.transaction(async (tx) => {
    const doubt = { sittingId: sitting.id, no: said.no, body: said.text.trim() };
    const known = await lockDoubt(tx, said.actionId);
    if (known && isAsSaid(known, doubt)) return;
    if (known) throw windowStaffProblems.actionReused();
    if ((await listDoubtsOf(tx, sitting.id)).some(({ no }) => no === said.no)) throw windowStaffProblems.doubted();
    insertDoubt(tx, {
      ...doubt,
      id: said.actionId,
      questionId: question.questionId,
      memberId: sitting.memberId,
      outletId,
      at: ground.clock.now(),
    });
    emit(tx, examChanged, sitting.examId, { departmentId: null, ownerId: null });
  });
}

const atOnce = 200;
const nobodyYet = '00000000-0000-0000-0000-000000000000';

/**
 * Decides a doubt. A question that was wrong leaves the bank, and counts as right in every paper in which it was asked: nobody loses a point,
 * and who passes by it has the qualification from today on. All in one transaction.
 */
export async function decideDoubt(
  ground: Ground,
  actor: Actor,
  doubtId: string,
  said: { decision: 'stands' | 'wrong'; reason: string },
): Promise<{ remarked: number; passedNow: number }> {
  const at = ground.clock.now();
  return ground.db.transaction(async (tx) => {
    const doubt = await lockDoubt(tx, doubtId);
    if (!doubt) throw windowStaffProblems.noDoubt();
    if (doubt.decidedAt) throw windowStaffProblems.doubtDecided();
    const member = await getMember(tx, doubt.memberId);
    if (member.accountId !== null && member.accountId === actor.accountId) throw windowStaffProblems.notYourself();
    const decided = await saveDecision(tx, doubt, { ...said, reason: said.reason.trim(), at, by: actor.name });
    tell(
      ground,
      tx,
      decided.flatMap(({ no, accountId }) =>
        accountId ? [{ accountId, subjectId: null, template: 'windowExamDoubt', facts: { no } }] : [],
      ),
    );
    if (said.decision === 'stands') return { remarked: 0, passedNow: 0 };
    retireQuestion(tx, doubt.questionId, at, actor.name);
    return remarkAll(ground, tx, doubt, at);
  });
}

async function remarkAll(ground: Ground, tx: Tx, { questionId }: DoubtRow, at: Date) {
  const exams = new Map<string, ExamSeen>();
  let [remarked, passedNow, after] = [0, 0, nobodyYet];
  for (;;) {
    const sittings = await sittingsWith(tx, questionId, after, atOnce);
    const answers = await answersOfAll(
      tx,
      sittings.map(({ id }) => id),
    );
    const rows: SittingRow[] = [];
    for (const sitting of sittings) {
      const exam = exams.get(sitting.examId) ?? (await getExam(tx, sitting.examId));
      exams.set(exam.id, exam);
      const questions = strike(sitting.questions, questionId);
      const own = answers.filter(({ sittingId }) => sittingId === sitting.id);
      const { correct, passed } = mark(questions, own, exam.passPercent);
      // What was cancelled has no mark that counts, and lets nobody pass.
      const marked = sitting.endedAt !== null && isTry(sitting) && !exam.cancelled;
      rows.push(marked ? { ...sitting, questions, correct, passed } : { ...sitting, questions });
      if (marked && passed && !sitting.passed) {
        passedNow += 1;
        await passNow(ground, tx, exam, sitting, at);
      }
    }
    if (rows.length > 0) saveRemark(tx, rows.map(({ id, questions, correct, passed }) => ({ id, questions, correct, passed }))); // prettier-ignore
    remarked += rows.length;
    if (sittings.length < atOnce) return { remarked, passedNow };
    after = sittings.at(-1)!.id;
  }
}

async function passNow(ground: Ground, tx: Tx, exam: ExamSeen, sitting: SittingRow, at: Date): Promise<void> {
  const today = shanghaiDay(at);
  const member = await getMember(tx, sitting.memberId);
  grant(tx, exam, member, sitting, { number: await nextQualificationNumber(ground, today), from: today });
  if (member.accountId)
    tell(ground, tx, [
      {
        accountId: member.accountId,
        subjectId: null,
        template: 'windowExamPassed',
        facts: { title: exam.title, titleEn: exam.titleEn || exam.title },
      },
    ]);
  emit(tx, examChanged, exam.id, { departmentId: null, ownerId: member.accountId });
}
