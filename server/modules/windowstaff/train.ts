/** Courses, and who attended them for how long. */
import { shanghaiDay } from '#modules/deadlines';
import { getPlace } from '#modules/hall';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { isActive } from './member.ts';
import type { MemberRow } from './member-store.ts';
import { windowStaffProblems } from './problems.ts';
import type { CourseLine } from './shapes.ts';
import { countAt, coursesFrom, findCourse, saveAttendance, saveCourse, type CourseRow } from './training-store.ts';

export const courseLine = ({ id, outletId, title, titleEn, onDay, fromTime, minutes, place, teacher, required, cancelled, attended }: CourseRow & { attended: number }): CourseLine =>
  ({ id, outletId, title, titleEn, onDay, fromTime, minutes, place, teacher, required, cancelled, attended }); // prettier-ignore

export async function getCourse(ground: Ground, id: string): Promise<CourseRow & { attended: number }> {
  const course = await findCourse(ground.db, id);
  if (!course) throw windowStaffProblems.noCourse();
  return course;
}

/** What somebody who works at the hall can still come to; nothing for whoever does not work there yet, or any more. */
export async function comingCourses(ground: Ground, file: MemberRow | undefined): Promise<CourseLine[]> {
  if (!file || !isActive(file.state)) return [];
  return (await coursesFrom(ground.db, file.outletId, shanghaiDay(ground.clock.now()))).map(courseLine);
}

/** Adds a course, or changes it; it does not move to another hall. */
export async function keepCourse(ground: Ground, actor: Actor, row: CourseRow): Promise<CourseLine> {
  const before = await findCourse(ground.db, row.id);
  if (before && before.outletId !== row.outletId) throw windowStaffProblems.noCourse();
  await getPlace(ground.db, row.outletId);
  await ground.db.transaction(async (tx) => saveCourse(tx, row, ground.clock.now(), actor.name));
  return courseLine({ ...row, attended: before?.attended ?? 0 });
}

/** Notes who attended; what is noted again is corrected. All or nothing. */
export async function noteAttendance(
  ground: Ground,
  actor: Actor,
  course: CourseRow,
  rows: readonly { memberId: string; minutes: number }[],
): Promise<CourseLine> {
  const at = ground.clock.now();
  if (course.cancelled || course.onDay > shanghaiDay(at)) throw windowStaffProblems.courseNotHeld();
  if (rows.some(({ minutes }) => minutes > course.minutes))
    throw windowStaffProblems.attendanceTooLong({ minutes: course.minutes });
  const latest = new Map(rows.map((row) => [row.memberId, row]));
  if ((await countAt(ground.db, course.outletId, [...latest.keys()])) < latest.size)
    throw windowStaffProblems.noMember();
  await ground.db.transaction(async (tx) =>
    saveAttendance(
      tx,
      [...latest.values()].map((row) => ({ ...row, courseId: course.id })),
      at,
      actor.name,
    ),
  );
  return courseLine(await getCourse(ground, course.id));
}
