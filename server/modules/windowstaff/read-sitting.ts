/** A sitting as somebody sees it: what is right only to whoever may know it by now. */
import { addDays, shanghaiDay } from '#modules/deadlines';
import { startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { shownFrom } from './exam.ts';
import { isRight } from './question.ts';
import { examsFor, getExam } from './exam-store.ts';
import type { DoubtLine, OwnExam, Sitting } from './exam-shapes.ts';
import { isActive } from './member.ts';
import type { MemberRow } from './member-store.ts';
import { isTry, refusalNow } from './sit-exam.ts';
import { briefsOf, listAnswers, listDoubtsOf, type DoubtRow, type SittingRow } from './sitting-store.ts';

/** `always`: for those who keep the bank. Others see what is right once `shownFrom` says so; the score at once. */
export async function seeSitting(
  ground: Ground,
  sitting: SittingRow,
  member: Pick<MemberRow, 'name'>,
  always = false,
): Promise<Sitting> {
  const now = ground.clock.now();
  const [exam, answers, doubts] = await Promise.all([
    getExam(ground.db, sitting.examId),
    listAnswers(ground.db, sitting.id),
    listDoubtsOf(ground.db, sitting.id),
  ]);
  const given = new Map(answers.map((answer) => [answer.no, answer]));
  const cancelled = sitting.endedHow === 'cancelled' && sitting.endedAt !== null;
  const from = always ? sitting.endedAt : cancelled ? exam.closesAt : shownFrom(exam, sitting.endedAt);
  const shown = from !== null && from <= now;
  return {
    id: sitting.id,
    examId: exam.id,
    memberId: sitting.memberId,
    name: member.name,
    title: exam.title,
    titleEn: exam.titleEn,
    nth: sitting.nth,
    beganAt: sitting.beganAt.toISOString(),
    dueAt: sitting.dueAt.toISOString(),
    now: now.toISOString(),
    endedAt: sitting.endedAt?.toISOString() ?? null,
    endedHow: sitting.endedHow,
    correct: sitting.correct,
    passPercent: exam.passPercent,
    passed: sitting.passed,
    shownFrom: shown || sitting.endedAt === null ? null : exam.closesAt.toISOString(),
    questions: sitting.questions.map(({ no, questionId, kind, stem, options, answer, explanation, basis, struck }) => {
      const chosen = [...(given.get(no)?.chosen ?? [])];
      const doubt = doubts.find((one) => one.no === no);
      return {
        no,
        questionId,
        kind,
        stem,
        options: options.map((option) => ({ ...option })),
        chosen,
        seq: given.get(no)?.seq ?? 0,
        answer: shown ? [...answer] : null,
        // A question that was struck counts as right for everybody: that gives nothing away.
        right: struck ? true : shown ? isRight(answer, chosen) : null,
        struck,
        explanation: shown ? explanation : '',
        basis: shown ? basis : '',
        doubt: doubt ? { decision: doubt.decision, reason: doubt.reason } : null,
      };
    }),
  };
}

/** Exams that closed so many days ago are still listed to those who sat them. */
const listedDays = 120;

export async function ownExams(ground: Ground, file: MemberRow | undefined): Promise<OwnExam[]> {
  if (!file || !isActive(file.state)) return [];
  const at = ground.clock.now();
  const since = startOfDay(addDays(shanghaiDay(at), -listedDays));
  const exams = await examsFor(ground.db, { outletId: file.outletId, departmentId: file.departmentId, since });
  const sittings = await briefsOf(
    ground.db,
    file.id,
    exams.map(({ id }) => id),
  );
  return exams.flatMap((exam): OwnExam[] => {
    const own = sittings.filter(({ examId }) => examId === exam.id);
    if (own.length === 0 && at >= exam.closesAt) return [];
    const running = own.find(({ endedAt, dueAt }) => endedAt === null && dueAt > at);
    const refused = running ? undefined : refusalNow(exam, own, at);
    return [
      {
        id: exam.id,
        title: exam.title,
        titleEn: exam.titleEn,
        opensAt: exam.opensAt.toISOString(),
        closesAt: exam.closesAt.toISOString(),
        minutes: exam.minutes,
        passPercent: exam.passPercent,
        questions: exam.parts.reduce((sum, { count }) => sum + count, 0),
        sittingsLeft: Math.max(0, exam.sittingsMost - own.filter(isTry).length),
        errandIds: [...exam.errandIds],
        refusal: refused?.refusal ?? null,
        from: refused?.from ?? null,
        runningId: running?.id ?? null,
        lastId: own.findLast(({ endedAt }) => endedAt !== null)?.id ?? null,
      },
    ];
  });
}

export const doubtLine = (row: DoubtRow & { name: string; code: string; stem: string }): DoubtLine => ({
  id: row.id,
  questionId: row.questionId,
  code: row.code,
  stem: row.stem,
  name: row.name,
  body: row.body,
  at: row.at.toISOString(),
  decision: row.decision,
  reason: row.reason,
  decidedBy: row.decidedBy,
});
