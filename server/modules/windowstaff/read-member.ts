/** A file as it is shown, in a line and whole. */
import { shanghaiDay } from '#modules/deadlines';
import { findFiles } from '#modules/documents';
import type { Ground } from '#platform/ground';
import { listStandards } from './list-store.ts';
import { counts } from './member.ts';
import {
  listObjections,
  listQualifications,
  listSteps,
  listThings,
  type MemberRow,
  type QualificationRow,
} from './member-store.ts';
import type { Member, MemberLine, QualificationShape } from './shapes.ts';
import { sittingsOfMember } from './sitting-store.ts';
import { standardOn, type Standard } from './standard.ts';
import { attendedOf, trainingOf } from './training-store.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const standardShape = ({ fromOn, criteria, trainingMinutes, probationDays, extensionDays, confirmDaysBefore, beside, answerDays, keepDays, keepRefusedDays }: Standard) =>
  ({ fromOn, criteria: criteria.map((one) => ({ ...one })), trainingMinutes, probationDays, extensionDays, confirmDaysBefore, beside, answerDays, keepDays, keepRefusedDays }); // prettier-ignore

/** What the hall asks on a day. */
export const standardAt = async (ground: Pick<Ground, 'db'>, outletId: string, day: string): Promise<Standard> =>
  standardOn(await listStandards(ground.db, outletId), day);

export function lineOf(
  row: MemberRow & { trainingMinutes: number },
  qualifications: readonly QualificationRow[],
  today: string,
): MemberLine {
  const own = qualifications.filter((one) => one.memberId === row.id && counts(one, today));
  return {
    id: row.id,
    outletId: row.outletId,
    departmentId: row.departmentId,
    accountId: row.accountId,
    name: row.name,
    state: row.state,
    errandIds: row.errandIds,
    qualifiedIds: [...new Set(own.map(({ errandId }) => errandId))],
    takenOver: row.takenOver,
    sentAt: row.sentAt.toISOString(),
    probationFrom: row.probationFrom,
    probationUntil: row.probationUntil,
    overdue: row.state === 'probation' && row.probationUntil !== null && row.probationUntil < today,
    confirmedOn: row.confirmedOn,
    endedOn: row.endedOn,
    trainingMinutes: row.trainingMinutes,
  };
}

export const qualificationShape = (one: QualificationRow, today: string): QualificationShape => ({
  id: one.id,
  number: one.number,
  errandId: one.errandId,
  fromOn: one.fromOn,
  untilOn: one.untilOn,
  givenBy: one.givenBy,
  reason: one.reason,
  counts: counts(one, today),
  withdrawnAt: iso(one.withdrawnAt),
  withdrawnWhy: one.withdrawnWhy,
});

/** The whole file, in few round trips. */
export async function wholeOf(ground: Ground, row: MemberRow): Promise<Member> {
  const today = shanghaiDay(ground.clock.now());
  return ground.db.together(async (reader) => {
    const [steps, objections, things, qualifications, attended, sittings, trainingMinutes, files, standards] =
      await Promise.all([
        listSteps(reader, row.id),
        listObjections(reader, row.id),
        listThings(reader, row.id),
        listQualifications(reader, [row.id]),
        attendedOf(reader, row.id, today),
        sittingsOfMember(reader, row.id),
        trainingOf(reader, row.id, today),
        findFiles(
          reader,
          row.papers.map(({ fileId }) => fileId),
        ),
        listStandards(reader, row.outletId),
      ]);
    const nameOf = new Map(files.map(({ id, name }) => [id, name]));
    return {
      ...lineOf({ ...row, trainingMinutes }, qualifications, today),
      standard: standardShape(standardOn(standards, today)),
      papers: row.papers.flatMap((paper) =>
        nameOf.has(paper.fileId) ? [{ ...paper, name: nameOf.get(paper.fileId)! }] : [],
      ),
      steps: steps.map(({ id, kind, at, saidBy, body, untilOn }) => ({ id, kind, at: at.toISOString(), by: saidBy, text: body, untilOn })), // prettier-ignore
      objections: objections.map(({ memberId: _, at, answeredAt, ...one }) => ({
        ...one,
        at: at.toISOString(),
        overdue: answeredAt === null && one.dueOn < today,
        answeredAt: iso(answeredAt),
      })),
      things: things.map(({ memberId: _, givenAt, returnedAt, ...one }) => ({
        ...one,
        givenAt: givenAt.toISOString(),
        returnedAt: iso(returnedAt),
      })),
      qualifications: qualifications.map((one) => qualificationShape(one, today)),
      attended: attended.map((one) => ({ ...one })),
      sittings: sittings.map(
        ({ id, examId, title, titleEn, nth, beganAt, endedAt, endedHow, correct, of, passed }) => ({
          id,
          examId,
          title,
          titleEn,
          nth,
          beganAt: beganAt.toISOString(),
          endedAt: iso(endedAt),
          endedHow,
          correct,
          of,
          passed,
        }),
      ),
      forgetOn: row.forgetOn,
    };
  });
}
