/** SQL of sittings, the answers that were given, and the questions that were said to be wrong. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import type { Answer, AskedQuestion } from './exam.ts';
import { windowStaffProblems } from './problems.ts';

export interface SittingRow {
  id: string;
  examId: string;
  memberId: string;
  nth: number;
  questions: AskedQuestion[];
  beganAt: Date;
  dueAt: Date;
  endedAt: Date | null;
  endedHow: 'handedIn' | 'time' | 'cancelled' | null;
  correct: number | null;
  passed: boolean | null;
}
export interface DoubtRow {
  id: string;
  questionId: string;
  sittingId: string;
  no: number;
  memberId: string;
  outletId: string;
  body: string;
  at: Date;
  decision: 'stands' | 'wrong' | null;
  reason: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
}

ownConstraints({
  sitting_pkey: () => windowStaffProblems.actionReused(),
  sitting_nth_key: () => windowStaffProblems.examNotOpen(),
  sitting_open_once: () => windowStaffProblems.examNotOpen(),
  doubt_once: () => windowStaffProblems.doubted(),
  doubt_pkey: () => windowStaffProblems.actionReused(),
});

const byId = prepared<SittingRow>('select * from windowstaff.sitting where id = $1');
const locked = prepared<SittingRow>('select * from windowstaff.sitting where id = $1 for update');
const ofExamAndMember = prepared<SittingRow>(
  'select * from windowstaff.sitting where exam_id = $1 and member_id = $2 order by nth',
);
const answersOf = prepared<Answer>('select no, chosen, seq from windowstaff.answer where sitting_id = $1 order by no');
const doubtsOfSitting = prepared<DoubtRow>('select * from windowstaff.doubt where sitting_id = $1 order by no');
const doubtById = prepared<DoubtRow>('select * from windowstaff.doubt where id = $1 for update');

export const findSitting = (reader: Reader, id: string) => reader.maybe(byId(id));
export async function getSitting(reader: Reader, id: string): Promise<SittingRow> {
  const row = await findSitting(reader, id);
  if (!row) throw windowStaffProblems.noSitting();
  return row;
}
export async function lockSitting(tx: Tx, id: string): Promise<SittingRow> {
  const row = await tx.maybe(locked(id));
  if (!row) throw windowStaffProblems.noSitting();
  return row;
}
export const sittingsOf = (reader: Reader, examId: string, memberId: string) =>
  reader.many(ofExamAndMember(examId, memberId));
export const listAnswers = (reader: Reader, sittingId: string) => reader.many(answersOf(sittingId));

type Brief = Omit<SittingRow, 'questions'> & { of: number };
const brief = sql.raw(
  `s.id, s.exam_id, s.member_id, s.nth, s.began_at, s.due_at, s.ended_at, s.ended_how, s.correct, s.passed, jsonb_array_length(s.questions) as of`,
);
export const sittingsOfMember = (reader: Reader, memberId: string) =>
  reader.many(sql<
    Brief & { title: string; titleEn: string }
  >`select ${brief}, e.title, e.title_en from windowstaff.sitting s
    join windowstaff.exam e on e.id = s.exam_id where s.member_id = ${memberId} order by s.began_at desc limit 100`);
/** All who sat an exam, the newest first. */
export const sittingsOfExam = (reader: Reader, examId: string) =>
  reader.many(sql<
    Brief & { name: string; departmentId: string | null }
  >`select ${brief}, m.name, m.department_id from windowstaff.sitting s
    join windowstaff.member m on m.id = s.member_id where s.exam_id = ${examId} order by s.began_at desc, s.id limit 2000`);
/** Of some exams those of one person, without their questions. */
export const briefsOf = (reader: Reader, memberId: string, examIds: readonly string[]) =>
  reader.many(sql<Brief>`select ${brief} from windowstaff.sitting s where s.member_id = ${memberId} and s.exam_id = any(${[...examIds]}::uuid[])
    order by s.nth limit 1000`);

export const insertSittings = (tx: Tx, rows: readonly SittingRow[]): void =>
  tx.write(sql`insert into windowstaff.sitting (id, exam_id, member_id, nth, questions, began_at, due_at, ended_at, ended_how, correct, passed)
    select id, "examId", "memberId", nth, questions, "beganAt", "dueAt", "endedAt", "endedHow", correct, passed
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "examId" uuid, "memberId" uuid, nth int, questions jsonb,
        "beganAt" timestamptz, "dueAt" timestamptz, "endedAt" timestamptz, "endedHow" text, correct int, passed boolean)`);
/** Of two answers to a question the later choice stays. */
export const keepAnswers = (tx: Tx, rows: readonly (Answer & { sittingId: string; at: Date })[]): void =>
  tx.write(sql`insert into windowstaff.answer (sitting_id, no, chosen, seq, at)
    select "sittingId", no, array(select jsonb_array_elements_text(chosen)), seq, at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("sittingId" uuid, no int, chosen jsonb, seq bigint, at timestamptz)
    on conflict (sitting_id, no) do update set chosen = excluded.chosen, seq = excluded.seq, at = excluded.at
      where windowstaff.answer.seq < excluded.seq`);
export const saveMark = (tx: Tx, row: SittingRow): void =>
  tx.write(sql`update windowstaff.sitting set ended_at = ${row.endedAt}, ended_how = ${row.endedHow}, correct = ${row.correct},
    passed = ${row.passed} where id = ${row.id}`);
/** Ends the sittings of an exam that run, without a mark. Returns whose they are. */
export const cancelRunning = async (tx: Tx, examId: string, at: Date): Promise<string[]> =>
  (
    await tx.many(sql<{ accountId: string }>`
      with ended as (update windowstaff.sitting set ended_at = ${at}, ended_how = 'cancelled', correct = 0, passed = false
        where exam_id = ${examId} and ended_at is null returning member_id)
      select distinct m.account_id from ended join windowstaff.member m on m.id = ended.member_id where m.account_id is not null`)
  ).map(({ accountId }) => accountId);
export const saveRemark = (
  tx: Tx,
  rows: readonly Pick<SittingRow, 'id' | 'questions' | 'correct' | 'passed'>[],
): void =>
  tx.write(sql`update windowstaff.sitting s set questions = r.questions, correct = r.correct, passed = r.passed
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, questions jsonb, correct int, passed boolean) where s.id = r.id`);

/** Sittings whose time is over, a few at once. */
export const sittingsToEnd = (reader: Reader, before: Date, limit: number) =>
  reader.many(sql<{ id: string }>`select id from windowstaff.sitting where ended_at is null and due_at < ${before} order by due_at limit ${limit}`); // prettier-ignore
/** Sittings in which a question was asked, under lock, from an identity on. */
export const sittingsWith = (tx: Tx, questionId: string, after: string, limit: number) =>
  tx.many(sql<SittingRow>`select * from windowstaff.sitting where id > ${after}
    and questions @> ${JSON.stringify([{ questionId }])}::jsonb order by id limit ${limit} for update`);
export const answersOfAll = (reader: Reader, sittingIds: readonly string[]) =>
  reader.many(sql<Answer & { sittingId: string }>`select sitting_id, no, chosen, seq from windowstaff.answer where sitting_id = any(${[...sittingIds]}::uuid[])`); // prettier-ignore

export const listDoubtsOf = (reader: Reader, sittingId: string) => reader.many(doubtsOfSitting(sittingId));
export const lockDoubt = (tx: Tx, id: string) => tx.maybe(doubtById(id));
export const insertDoubt = (tx: Tx, row: Omit<DoubtRow, 'decision' | 'reason' | 'decidedAt' | 'decidedBy'>): void =>
  tx.write(sql`insert into windowstaff.doubt (id, question_id, sitting_id, no, member_id, outlet_id, body, at)
    values (${row.id}, ${row.questionId}, ${row.sittingId}, ${row.no}, ${row.memberId}, ${row.outletId}, ${row.body}, ${row.at})`);
/** Decides this doubt, and with `wrong` all others about the same question that are open. Returns whose they were, and their numbers there. */
export const saveDecision = (
  tx: Tx,
  doubt: Pick<DoubtRow, 'id' | 'questionId'>,
  said: { decision: 'stands' | 'wrong'; reason: string; at: Date; by: string },
) =>
  tx.many(sql<{ no: number; accountId: string | null }>`update windowstaff.doubt d
    set decision = ${said.decision}, reason = ${said.reason}, decided_at = ${said.at}, decided_by = ${said.by} from windowstaff.member m
    where m.id = d.member_id and d.decided_at is null
      and (d.id = ${doubt.id} or (${said.decision} = 'wrong' and d.question_id = ${doubt.questionId}))
    returning d.no, m.account_id`);

type Named = DoubtRow & { name: string; code: string; stem: string };
const named =
  sql.raw(`select d.*, m.name, q.code, q.stem from windowstaff.doubt d join windowstaff.member m on m.id = d.member_id
  join windowstaff.question q on q.id = d.question_id`);
export const findDoubt = (reader: Reader, id: string) => reader.maybe(sql<Named>`${named} where d.id = ${id}`);
export async function listDoubts(
  reader: Reader,
  { outletId, open }: { outletId: string; open?: boolean | undefined },
  limit: number,
  offset: number,
) {
  const state = open === undefined ? sql`true` : open ? sql`d.decided_at is null` : sql`d.decided_at is not null`;
  const where = sql`d.outlet_id = ${outletId} and ${state}`;
  const order = sql.raw('(p.decided_at is not null), p.at desc, p.id');
  const found = await reader.many(sql<Named & { total: number }>`
    select n.total, p.* from (select count(*) as total from windowstaff.doubt d where ${where}) n
      left join lateral (select p.* from (${named} where ${where}) p order by ${order} limit ${limit} offset ${offset}) p on true order by ${order}`);
  const { total } = found[0]!;
  return { rows: found.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])), total };
}
