/** The question bank of the hall as it was written, and how people of some skill would have sat an exam drawn from it. */
import { readFileSync } from 'node:fs';
import { addDays } from '#modules/deadlines';
import {
  drawPaper,
  mark,
  readQuestions,
  type Answer,
  type ExamRow,
  type QuestionRow,
  type SittingRow,
} from '#modules/windowstaff';
import { startOfDay } from '#platform/clock';
import { Random } from '#platform/random';
import type { errandsOf } from '../district/hall.ts';
import { idOf, type Plan } from '../plan.ts';
import type { World } from './world.ts';

const list = new URL('../../../../data/demo/window-questions.csv', import.meta.url);

/** The bank as it was written, with its scopes in this hall. */
export function questionsOf(
  world: World,
  outletId: string,
  errands: ReturnType<typeof errandsOf>,
  by: string,
): QuestionRow[] {
  const { plan } = world;
  return readQuestions(readFileSync(list, 'utf8'))!.questions.map(({ line: _, scope, ...question }) => ({
    ...question,
    id: idOf(plan, 'window question', question.code),
    outletId,
    errandId: errands.find(({ name }) => name === scope)?.id ?? null,
    departmentId: null,
    options: question.options.map((option) => ({ ...option })),
    answer: [...question.answer],
    version: 1,
    retiredAt: null,
    changedAt: startOfDay(addDays(plan.asOf, -200)),
    changedBy: by,
  }));
}

/** An answer that is not right: another option, or one where several are. */
const wrongOf = (options: readonly { id: string }[], answer: readonly string[], random: Random): string[] => {
  const others = options.filter(({ id }) => !answer.includes(id));
  return [others.length > 0 ? random.pick(others).id : answer[0]!];
};

/** A sitting as somebody of this skill would have it. */
export function sat(
  plan: Plan,
  exam: ExamRow,
  bank: readonly QuestionRow[],
  memberId: string,
  began: Date,
  skill: number,
  n: number,
) {
  const random = new Random(plan.seed, 'sitting', exam.id, n);
  const questions = drawPaper(bank, exam.parts, { seed: exam.seed, memberId, nth: 1 });
  const answers: Answer[] = questions.map(({ no, answer, options }) => ({
    no,
    seq: no,
    chosen: random.chance(skill) ? [...answer] : wrongOf(options, answer, random),
  }));
  const { correct, passed } = mark(questions, answers, exam.passPercent);
  const endedAt = new Date(began.getTime() + random.whole(14, 38) * 60_000);
  const dueAt = new Date(began.getTime() + exam.minutes * 60_000);
  const sitting: SittingRow = { id: idOf(plan, 'window sitting', exam.id, n), examId: exam.id, memberId, nth: 1, questions, beganAt: began, dueAt, endedAt, endedHow: 'handedIn', correct, passed }; // prettier-ignore
  return { sitting, answers: answers.map((answer) => ({ ...answer, sittingId: sitting.id, at: endedAt })) };
}
