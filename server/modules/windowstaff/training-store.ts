/** SQL of courses and who attended them. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';

export interface CourseRow {
  id: string;
  outletId: string;
  title: string;
  titleEn: string;
  onDay: string;
  fromTime: string;
  minutes: number;
  place: string;
  teacher: string;
  required: boolean;
  cancelled: boolean;
}

const byId = prepared<CourseRow & { attended: number }>(
  `select c.*, (select count(*) from windowstaff.attendance a where a.course_id = c.id and a.minutes > 0) as attended
     from windowstaff.course c where c.id = $1`,
);
/**
 * Of what was noted, what counts as training by a day: not a course that was cancelled or is still to come, and of one that was shortened no more
 * than it lasted.
 */
export const attendedBy = (today: string) =>
  sql`(select n.member_id, c.id as course_id, c.title, c.title_en, c.on_day, least(n.minutes, c.minutes) as minutes
    from windowstaff.attendance n join windowstaff.course c on c.id = n.course_id where not c.cancelled and c.on_day <= ${today}::date)`;

export const findCourse = (reader: Reader, id: string) => reader.maybe(byId(id));
export const attendedOf = (reader: Reader, memberId: string, today: string) =>
  reader.many(sql<{ courseId: string; title: string; titleEn: string; onDay: string; minutes: number }>`
    select course_id, title, title_en, on_day, minutes from ${attendedBy(today)} a where member_id = ${memberId} and minutes > 0
     order by on_day desc limit 200`);
/** The minutes of training that somebody has by a day. */
export const trainingOf = async (reader: Reader, memberId: string, today: string): Promise<number> =>
  (await reader.one(sql<{ n: number }>`select coalesce(sum(minutes), 0)::int as n from ${attendedBy(today)} a where member_id = ${memberId}`)).n; // prettier-ignore

export async function listCourses(reader: Reader, outletId: string, limit: number, offset: number) {
  const found = await reader.many(sql<CourseRow & { attended: number; total: number }>`
    select n.total, p.*, (select count(*) from windowstaff.attendance a where a.course_id = p.id and a.minutes > 0) as attended
      from (select count(*) as total from windowstaff.course where outlet_id = ${outletId}) n
      left join lateral (select * from windowstaff.course where outlet_id = ${outletId} order by on_day desc, id desc limit ${limit} offset ${offset}) p
        on true order by p.on_day desc, p.id desc`);
  const { total } = found[0]!;
  return { rows: found.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])), total };
}

const coming = prepared<CourseRow & { attended: number }>(
  `select c.*, (select count(*) from windowstaff.attendance a where a.course_id = c.id and a.minutes > 0) as attended
     from windowstaff.course c where c.outlet_id = $1 and c.on_day >= $2::date order by c.on_day, c.from_time, c.id limit 100`,
);
/** Courses of a hall on a day and later. */
export const coursesFrom = (reader: Reader, outletId: string, day: string) => reader.many(coming(outletId, day));

export const saveCourse = (tx: Tx, row: CourseRow, at: Date, by: string): void =>
  tx.write(sql`
    insert into windowstaff.course (id, outlet_id, title, title_en, on_day, from_time, minutes, place, teacher, required, cancelled, changed_at, changed_by)
      values (${row.id}, ${row.outletId}, ${row.title}, ${row.titleEn}, ${row.onDay}, ${row.fromTime}, ${row.minutes}, ${row.place}, ${row.teacher},
        ${row.required}, ${row.cancelled}, ${at}, ${by})
    on conflict (id) do update set title = excluded.title, title_en = excluded.title_en, on_day = excluded.on_day, from_time = excluded.from_time,
      minutes = excluded.minutes, place = excluded.place, teacher = excluded.teacher, required = excluded.required,
      cancelled = excluded.cancelled, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);

/** Those who work at the hall now, and whoever attended, with their minutes. */
export const listAttendance = (reader: Reader, course: CourseRow) =>
  reader.many(sql<{ memberId: string; name: string; departmentId: string | null; minutes: number }>`
    select m.id as member_id, m.name, m.department_id, coalesce(a.minutes, 0) as minutes
      from windowstaff.member m left join windowstaff.attendance a on a.member_id = m.id and a.course_id = ${course.id}
     where m.outlet_id = ${course.outletId} and m.forgotten_at is null
       and (m.state in ('training', 'probation', 'confirmed') or a.course_id is not null)
     order by case m.state when 'training' then 0 when 'probation' then 1 else 2 end, m.name, m.id limit 1000`);

/** How many of these people belong to the hall. */
export const countAt = async (reader: Reader, outletId: string, ids: readonly string[]): Promise<number> =>
  (await reader.one(sql<{ n: number }>`select count(*) as n from windowstaff.member where outlet_id = ${outletId} and id = any(${[...ids]}::uuid[])`)).n; // prettier-ignore

export const saveAttendance = (
  tx: Tx,
  rows: readonly { courseId: string; memberId: string; minutes: number }[],
  at: Date,
  by: string,
): void =>
  tx.write(sql`insert into windowstaff.attendance (course_id, member_id, minutes, noted_at, noted_by)
    select "courseId", "memberId", minutes, ${at}, ${by} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("courseId" uuid, "memberId" uuid, minutes int)
    on conflict (course_id, member_id) do update set minutes = excluded.minutes, noted_at = excluded.noted_at, noted_by = excluded.noted_by`);
