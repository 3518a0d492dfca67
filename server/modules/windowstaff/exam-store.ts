/** SQL of the question bank and of exams. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import type { BankQuestion, Part } from './exam.ts';
import { windowStaffProblems } from './problems.ts';
import type { Option, QuestionKind } from './question.ts';

export interface QuestionRow {
  id: string;
  outletId: string;
  code: string;
  errandId: string | null;
  departmentId: string | null;
  kind: QuestionKind;
  stem: string;
  options: Option[];
  answer: string[];
  explanation: string;
  basis: string;
  version: number;
  retiredAt: Date | null;
  changedAt: Date;
  changedBy: string;
}
export interface ExamRow {
  id: string;
  outletId: string;
  title: string;
  titleEn: string;
  departmentId: string | null;
  errandIds: string[];
  parts: Part[];
  opensAt: Date;
  closesAt: Date;
  minutes: number;
  passPercent: number;
  sittingsMost: number;
  resitDays: number;
  validMonths: number;
  shows: 'handIn' | 'closing';
  seed: number;
  cancelled: boolean;
}
export interface ExamSeen extends ExamRow {
  sat: number;
  passed: number;
}

ownConstraints({
  question_code_key: () => windowStaffProblems.codeTaken(),
});

const questionById = prepared<QuestionRow>('select * from windowstaff.question where id = $1');
const byCodes = prepared<QuestionRow>(
  'select * from windowstaff.question where outlet_id = $1 and code = any($2::text[])',
);
const bank = prepared<BankQuestion>(
  `select id, errand_id, department_id, kind, stem, options, answer, explanation, basis from windowstaff.question
    where outlet_id = $1 and retired_at is null order by id limit 20000`,
);
export const findQuestion = (reader: Reader, id: string) => reader.maybe(questionById(id));
export const questionsByCode = (reader: Reader, outletId: string, codes: readonly string[]) =>
  reader.many(byCodes(outletId, codes));
/** All questions that are asked now. */
export const bankOf = (reader: Reader, outletId: string) => reader.many(bank(outletId));

export interface QuestionFilter {
  outletId: string;
  errandId?: string;
  departmentId?: string;
  general?: boolean;
  retired?: boolean;
  words?: string;
}
export async function listQuestions(reader: Reader, filter: QuestionFilter, limit: number, offset: number) {
  const all = [sql`outlet_id = ${filter.outletId}`];
  if (filter.errandId) all.push(sql`errand_id = ${filter.errandId}`);
  if (filter.departmentId) all.push(sql`department_id = ${filter.departmentId}`);
  if (filter.general) all.push(sql`errand_id is null and department_id is null`);
  if (filter.retired !== undefined) all.push(filter.retired ? sql`retired_at is not null` : sql`retired_at is null`);
  if (filter.words) all.push(sql`position(lower(${filter.words}) in lower(code || ' ' || stem || ' ' || basis)) > 0`);
  const where = sql.join(all, sql` and `);
  const found = await reader.many(sql<QuestionRow & { total: number }>`
    select n.total, p.* from (select count(*) as total from windowstaff.question where ${where}) n
      left join lateral (select * from windowstaff.question where ${where} order by code limit ${limit} offset ${offset}) p on true order by p.code`);
  const { total } = found[0]!;
  return { rows: found.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])), total };
}

/** Adds questions, or changes those that are there by id; each change is a new version. */
export const saveQuestions = (tx: Tx, rows: readonly QuestionRow[]): void =>
  tx.write(sql`
    insert into windowstaff.question (id, outlet_id, code, errand_id, department_id, kind, stem, options, answer, explanation, basis, version,
        retired_at, changed_at, changed_by)
      select id, "outletId", code, "errandId", "departmentId", kind, stem, options, array(select jsonb_array_elements_text(answer)), explanation,
             basis, version, "retiredAt", "changedAt", "changedBy"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "outletId" uuid, code text, "errandId" uuid, "departmentId" uuid,
          kind text, stem text, options jsonb, answer jsonb, explanation text, basis text, version int, "retiredAt" timestamptz,
          "changedAt" timestamptz, "changedBy" text)
    on conflict (id) do update set code = excluded.code, errand_id = excluded.errand_id, department_id = excluded.department_id,
      kind = excluded.kind, stem = excluded.stem, options = excluded.options, answer = excluded.answer, explanation = excluded.explanation,
      basis = excluded.basis, version = windowstaff.question.version + 1, retired_at = excluded.retired_at, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`);
export const retireQuestion = (tx: Tx, id: string, at: Date, by: string): void =>
  tx.write(sql`update windowstaff.question set retired_at = ${at}, version = version + 1, changed_at = ${at}, changed_by = ${by}
    where id = ${id} and retired_at is null`);

const counted =
  sql.raw(`e.*, (select count(distinct s.member_id) from windowstaff.sitting s where s.exam_id = e.id) as sat,
  (select count(distinct s.member_id) from windowstaff.sitting s where s.exam_id = e.id and s.passed) as passed`);
export const findExam = (reader: Reader, id: string) =>
  reader.maybe(sql<ExamSeen>`select ${counted} from windowstaff.exam e where e.id = ${id}`);
export async function getExam(reader: Reader, id: string): Promise<ExamSeen> {
  const exam = await findExam(reader, id);
  if (!exam) throw windowStaffProblems.noExam();
  return exam;
}
export async function listExams(reader: Reader, outletId: string, limit: number, offset: number) {
  const found = await reader.many(sql<ExamSeen & { total: number }>`
    select n.total, e.* from (select count(*) as total from windowstaff.exam where outlet_id = ${outletId}) n
      left join lateral (select ${counted} from windowstaff.exam e where e.outlet_id = ${outletId}
        order by e.opens_at desc, e.id desc limit ${limit} offset ${offset}) e on true order by e.opens_at desc, e.id desc`);
  const { total } = found[0]!;
  return { rows: found.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])), total };
}
/** Exams for the people of a department: those that have not closed, and those that closed since the day. */
export const examsFor = (reader: Reader, asked: { outletId: string; departmentId: string | null; since: Date }) =>
  reader.many(sql<ExamRow>`select * from windowstaff.exam where outlet_id = ${asked.outletId} and not cancelled and closes_at > ${asked.since}
    and (department_id is null or department_id = ${asked.departmentId}::uuid) order by closes_at, id limit 50`);

/** Keeps two who set or begin the same exam apart. */
export const lockExam = (tx: Tx, id: string) =>
  tx.maybe(sql<ExamRow>`select * from windowstaff.exam where id = ${id} for update`);
export const saveExam = (tx: Tx, row: ExamRow, at: Date, by: string): void =>
  tx.write(sql`
    insert into windowstaff.exam (id, outlet_id, title, title_en, department_id, errand_ids, parts, opens_at, closes_at, minutes, pass_percent,
        sittings_most, resit_days, valid_months, shows, seed, cancelled, changed_at, changed_by)
      values (${row.id}, ${row.outletId}, ${row.title}, ${row.titleEn}, ${row.departmentId}, ${[...row.errandIds]}::uuid[], ${JSON.stringify(row.parts)}::jsonb,
        ${row.opensAt}, ${row.closesAt}, ${row.minutes}, ${row.passPercent}, ${row.sittingsMost}, ${row.resitDays}, ${row.validMonths}, ${row.shows},
        ${row.seed}, ${row.cancelled}, ${at}, ${by})
    on conflict (id) do update set title = excluded.title, title_en = excluded.title_en, department_id = excluded.department_id,
      errand_ids = excluded.errand_ids, parts = excluded.parts, opens_at = excluded.opens_at, closes_at = excluded.closes_at,
      minutes = excluded.minutes, pass_percent = excluded.pass_percent, sittings_most = excluded.sittings_most, resit_days = excluded.resit_days,
      valid_months = excluded.valid_months, shows = excluded.shows, cancelled = excluded.cancelled, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`);
