/** Setting exams, and what one sees of them. */
import { shanghaiDay } from '#modules/deadlines';
import { getPlace } from '#modules/hall';
import { tell } from '#modules/notices';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { Random } from '#platform/random';
import { examChanged } from './events.ts';
import { lacking } from './exam.ts';
import { bankOf, findExam, getExam, lockExam, saveExam, type ExamRow, type ExamSeen } from './exam-store.ts';
import type { ExamLine } from './exam-shapes.ts';
import { cancelRunning } from './sitting-store.ts';
import { examinedBy } from './watch-store.ts';
import { windowStaffProblems } from './problems.ts';
import { checkErrands } from './send-member.ts';

export const stateOf = (exam: ExamRow, now: Date): ExamLine['state'] =>
  exam.cancelled ? 'cancelled' : now < exam.opensAt ? 'coming' : now < exam.closesAt ? 'open' : 'closed';

export const examLine = (exam: ExamSeen, now: Date): ExamLine => ({
  id: exam.id,
  outletId: exam.outletId,
  title: exam.title,
  titleEn: exam.titleEn,
  departmentId: exam.departmentId,
  errandIds: [...exam.errandIds],
  parts: exam.parts.map(({ errandId, departmentId, count }) => ({ errandId, departmentId, count })),
  opensAt: exam.opensAt.toISOString(),
  closesAt: exam.closesAt.toISOString(),
  minutes: exam.minutes,
  passPercent: exam.passPercent,
  sittingsMost: exam.sittingsMost,
  resitDays: exam.resitDays,
  validMonths: exam.validMonths,
  shows: exam.shows,
  cancelled: exam.cancelled,
  state: stateOf(exam, now),
  seed: exam.seed,
  sat: exam.sat,
  passed: exam.passed,
});

type Asked = Omit<ExamLine, 'state' | 'seed' | 'sat' | 'passed'>;
const year = 366 * 86_400_000;

/**
 * Sets an exam, or changes it. Once somebody has sat it, only its end can be moved and it can be cancelled: everybody is examined by the same
 * rule. Those who may sit it are told when it is set. Cancelling ends the sittings that run, without a mark and without costing a try. Throws `tooFewQuestions` with the parts for which the bank has too few.
 */
export async function setExam(ground: Ground, actor: Actor, asked: Asked): Promise<ExamLine> {
  const at = ground.clock.now();
  await getPlace(ground.db, asked.outletId);
  await checkErrands(ground.db, asked.outletId, [
    ...asked.errandIds,
    ...asked.parts.flatMap(({ errandId }) => errandId ?? []),
  ]);
  const [opensAt, closesAt] = [new Date(asked.opensAt), new Date(asked.closesAt)];
  if (closesAt <= opensAt || closesAt.getTime() - opensAt.getTime() > year) throw windowStaffProblems.examSpan();
  const few = lacking(await bankOf(ground.db, asked.outletId), asked.parts);
  await ground.db.transaction(async (tx) => {
    const before = await lockExam(tx, asked.id);
    if (before && before.outletId !== asked.outletId) throw windowStaffProblems.noExam();
    const seed = before?.seed ?? new Random(at.getTime() % 2_147_483_647, 'exam', asked.id).whole(1, 2_147_483_646);
    const row: ExamRow = {
      ...asked,
      parts: [...asked.parts],
      errandIds: [...asked.errandIds],
      opensAt,
      closesAt,
      seed,
    };
    const seen = before && (await findExam(tx, asked.id));
    if (seen && seen.sat > 0 && fixed(seen) !== fixed(row)) throw windowStaffProblems.examBegun();
    if (few.length > 0 && !row.cancelled && !(seen && seen.sat > 0))
      throw windowStaffProblems.tooFewQuestions({ parts: few.map(({ errandId, departmentId, count, there }) => ({ errandId, departmentId, count, there })) }); // prettier-ignore
    saveExam(tx, row, at, actor.name);
    // Whoever sits it is told at once, and their page shows it.
    const stopped = row.cancelled ? await cancelRunning(tx, row.id, at) : [];
    tell(
      ground,
      tx,
      stopped.map((accountId) => ({
        accountId,
        subjectId: null,
        template: 'windowExamCancelled',
        facts: { title: row.title, titleEn: row.titleEn || row.title },
      })),
    );
    for (const ownerId of stopped) emit(tx, examChanged, row.id, { departmentId: null, ownerId });
    if (!before && !row.cancelled) {
      const who = await examinedBy(tx, row);
      tell(
        ground,
        tx,
        who.map((accountId) => ({
          accountId,
          subjectId: null,
          template: 'windowExamSet',
          facts: { title: row.title, titleEn: row.titleEn || row.title, until: shanghaiDay(closesAt) },
        })),
      );
    }
    emit(tx, examChanged, row.id, { departmentId: row.departmentId, ownerId: null });
  });
  return examLine(await getExam(ground.db, asked.id), at);
}

/** What cannot change any more once somebody has sat the exam. */
const fixed = ({ departmentId, errandIds, parts, opensAt, minutes, passPercent, sittingsMost, resitDays, validMonths, shows }: ExamRow): string =>
  JSON.stringify([departmentId, errandIds.toSorted(), parts.map(({ errandId, departmentId: of, count }) => [errandId, of, count]), opensAt, minutes, passPercent, sittingsMost, resitDays, validMonths, shows]); // prettier-ignore
