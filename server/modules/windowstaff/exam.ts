/** An exam: which questions somebody gets, until when they may answer, how it is marked, and when one may sit again. Pure. */
import { Random } from '#platform/random';
import { isRight, type QuestionBody } from './question.ts';

/** So many questions about an errand, about a department's matters, or (neither) of what everybody has to know. */
export interface Part {
  errandId: string | null;
  departmentId: string | null;
  count: number;
}
export interface BankQuestion extends QuestionBody {
  id: string;
  errandId: string | null;
  departmentId: string | null;
}
/** A question as it was asked in a sitting. `struck`: found wrong afterwards, and counted as right for everybody. */
export interface AskedQuestion extends QuestionBody {
  no: number;
  questionId: string;
  struck: boolean;
}
export interface Answer {
  no: number;
  chosen: readonly string[];
  seq: number;
}

const ofPart = (bank: readonly BankQuestion[], { errandId, departmentId }: Pick<Part, 'errandId' | 'departmentId'>) =>
  bank.filter((one) => one.errandId === errandId && one.departmentId === departmentId);

/** The parts with those about the same thing added up: they draw from the same questions. */
function addedUp(parts: readonly Part[]): Part[] {
  const sums = new Map<string, Part>();
  for (const part of parts) {
    const key = `${part.errandId} ${part.departmentId}`;
    sums.set(key, { ...part, count: part.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()];
}

/** Parts for which the bank has too few questions, with how many there are. */
export const lacking = (bank: readonly BankQuestion[], parts: readonly Part[]): (Part & { there: number })[] =>
  addedUp(parts)
    .map((part) => ({ ...part, there: ofPart(bank, part).length }))
    .filter(({ count, there }) => there < count);

/**
 * The questions of all parts, none twice. Each part is drawn by itself; where two about the same thing drew the same question, what is lacking is
 * drawn afterwards from the others, so that papers in which none met are drawn again as they were.
 */
function drawn(bank: readonly BankQuestion[], parts: readonly Part[], random: Random): BankQuestion[] {
  // By identity, so that the order in which the database gives them decides nothing.
  const sorted = bank.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const taken = new Map<string, BankQuestion>();
  const take = (from: readonly BankQuestion[], count: number): void => {
    for (const one of random.some(from, count)) taken.set(one.id, one);
  };
  for (const part of parts) take(ofPart(sorted, part), part.count);
  for (const part of addedUp(parts)) {
    const there = ofPart(sorted, part);
    const left = there.filter(({ id }) => !taken.has(id));
    take(left, part.count - (there.length - left.length));
  }
  return [...taken.values()];
}

/** The paper of a sitting: its questions in a drawn order. Equal seeds and banks give equal papers. */
export function drawPaper(
  bank: readonly BankQuestion[],
  parts: readonly Part[],
  seed: { seed: number; memberId: string; nth: number },
): AskedQuestion[] {
  const random = new Random(seed.seed, 'paper', seed.memberId, seed.nth);
  const rest = drawn(bank, parts, random);
  const paper: AskedQuestion[] = [];
  while (rest.length > 0) {
    const [{ id, kind, stem, options, answer, explanation, basis }] = rest.splice(random.whole(0, rest.length - 1), 1) as [BankQuestion]; // prettier-ignore
    paper.push({
      no: paper.length + 1,
      questionId: id,
      kind,
      stem,
      options,
      answer,
      explanation,
      basis,
      struck: false,
    });
  }
  return paper;
}

/** A page that was cut off sends what it has as soon as it is back; so long after the end the server still takes it. */
export const graceSeconds = 15;

/** The instant at which a sitting that begins now is over: its minutes, and never later than the exam. */
export const dueAt = (exam: { minutes: number; closesAt: Date }, now: Date): Date =>
  new Date(Math.min(now.getTime() + exam.minutes * 60_000, exam.closesAt.getTime()));

export const isOverTime = (due: Date, now: Date): boolean => now.getTime() > due.getTime() + graceSeconds * 1000;

/** Which of two answers to the same question stays: the one that was chosen later, in whatever order they arrive. */
export const newer = (kept: { seq: number } | undefined, sent: { seq: number }): boolean =>
  kept === undefined || sent.seq > kept.seq;

/**
 * From when on what is right may be shown. Papers are drawn from one bank, and who has failed sits again: as long as an exam that qualifies for
 * something is open, an answer shown to one is shown to all, and whether a choice was right says the same. Practice may show it at once.
 */
export const shownFrom = (
  exam: { shows: 'handIn' | 'closing'; errandIds: readonly string[]; closesAt: Date },
  endedAt: Date | null,
): Date | null =>
  endedAt === null ? null : exam.shows === 'handIn' && exam.errandIds.length === 0 ? endedAt : exam.closesAt;

export interface Mark {
  correct: number;
  of: number;
  passed: boolean;
}
/** Counts what is right; what was not answered is not. In whole numbers: 80 % of 21 questions are 17, because 16 are less. */
export function mark(questions: readonly AskedQuestion[], answers: readonly Answer[], passPercent: number): Mark {
  const chosen = new Map(answers.map((answer) => [answer.no, answer.chosen]));
  const correct = questions.filter(({ no, answer, struck }) => struck || isRight(answer, chosen.get(no) ?? [])).length;
  const of = questions.length;
  return { correct, of, passed: of > 0 && correct * 100 >= passPercent * of };
}

/** The same paper with a question struck. Nobody has fewer points afterwards. */
export const strike = (questions: readonly AskedQuestion[], questionId: string): AskedQuestion[] =>
  questions.map((one) => (one.questionId === questionId ? { ...one, struck: true } : one));

export type SitRefusal = 'notOpen' | 'passed' | 'usedUp' | 'tooSoon';
/** Whether somebody may sit (again) now; `from` is the first day on which a second try is possible. */
export function maySit(
  exam: { opensAt: Date; closesAt: Date; cancelled: boolean; sittingsMost: number; resitDays: number },
  before: readonly { endedOn: string | null; passed: boolean | null }[],
  now: { at: Date; day: string; addDays: (day: string, count: number) => string },
): { refusal: SitRefusal; from?: string } | undefined {
  if (exam.cancelled || now.at < exam.opensAt || now.at >= exam.closesAt) return { refusal: 'notOpen' };
  if (before.some(({ passed }) => passed)) return { refusal: 'passed' };
  if (before.length >= exam.sittingsMost) return { refusal: 'usedUp' };
  const last = before
    .map(({ endedOn }) => endedOn ?? '')
    .toSorted()
    .at(-1);
  const from = last ? now.addDays(last, exam.resitDays) : undefined;
  return from && now.day < from ? { refusal: 'tooSoon', from } : undefined;
}
