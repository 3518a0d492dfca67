/** All SQL of questions. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { Forget } from '#platform/forgetting';
import { countEach, readPage, storableDay } from '#platform/lists';
import { ownConstraints } from '#platform/problems';
import { firstaskedProblems } from './problems.ts';
import { sets, usualRule, type Door, type HouseRule, type Kind, type SetOf, type State } from './question.ts';

/** A question as it stands. */
export interface QuestionRow {
  id: string;
  number: string;
  code: string;
  door: Door;
  outletId: string | null;
  firstId: string;
  firstName: string;
  firstDepartmentId: string | null;
  topic: string;
  askerName: string;
  askerPhone: string;
  state: State;
  seq: number;
  departmentId: string | null;
  colleagueId: string | null;
  handOvers: number;
  final: boolean;
  askedAt: Date;
  askedOn: string;
  changedAt: Date;
  dueAt: Date | null;
  acknowledgedAt: Date | null;
  answeredAt: Date | null;
  answer: string;
  late: boolean;
  toldAt: Date | null;
  forgottenAt: Date | null;
}
export interface StepRow {
  id: string;
  questionId: string;
  seq: number;
  kind: Kind;
  state: State;
  at: Date;
  accountId: string;
  saidBy: string;
  body: string;
  departmentId: string | null;
  colleagueName: string | null;
  late: boolean;
}

ownConstraints({
  question_pkey: () => firstaskedProblems.actionReused(),
  step_pkey: () => firstaskedProblems.actionReused(),
  step_of_question: () => firstaskedProblems.wrongStep(),
});

const byId = prepared<QuestionRow>('select * from firstasked.question where id = $1');
const byCode = prepared<QuestionRow>('select * from firstasked.question where code = $1');
const locked = prepared<QuestionRow>('select * from firstasked.question where id = $1 for update');
const stepById = prepared<StepRow>('select * from firstasked.step where id = $1');
const steps = prepared<StepRow>('select * from firstasked.step where question_id = $1 order by seq limit 200');
const ruleRow = prepared<HouseRule>(
  'select acknowledge_minutes, answer_days, hand_overs from firstasked.house_rule where id = 1',
);
const insert = prepared(
  `insert into firstasked.question (id, number, code, door, outlet_id, first_id, first_name, first_department_id, topic, asker_name, asker_phone,
     state, seq, department_id, colleague_id, hand_overs, final, asked_at, asked_on, changed_at, due_at, acknowledged_at, answered_at, answer, late)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`,
);
const move = prepared(
  `update firstasked.question set state = $2, seq = $3, department_id = $4, colleague_id = $5, hand_overs = $6, final = $7, changed_at = $8,
     due_at = $9, acknowledged_at = $10, answered_at = $11, answer = $12, late = $13, told_at = null where id = $1`,
);
const insertLine = prepared(
  `insert into firstasked.step (id, question_id, seq, kind, state, at, account_id, said_by, body, department_id, colleague_name, late)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

export const findQuestion = (reader: Reader, id: string) => reader.maybe(byId(id));
export const findStep = (reader: Reader, id: string) => reader.maybe(stepById(id));
export const readSteps = (reader: Reader, id: string) => reader.many(steps(id));
async function surely(found: Promise<QuestionRow | undefined>): Promise<QuestionRow> {
  const row = await found;
  if (!row) throw firstaskedProblems.notFound();
  return row;
}
/** These throw `firstasked.notFound`. */
export const getQuestion = (reader: Reader, id: string) => surely(findQuestion(reader, id));
export const getByCode = (reader: Reader, code: string) => surely(reader.maybe(byCode(code.trim().toLowerCase())));
export const lockQuestion = (tx: Tx, id: string) => surely(tx.maybe(locked(id)));

export const houseRule = async (reader: Reader): Promise<HouseRule> => (await reader.maybe(ruleRow())) ?? usualRule;
export const saveHouseRule = (tx: Tx, rule: HouseRule, at: Date, by: string): void =>
  tx.write(sql`
    insert into firstasked.house_rule (id, acknowledge_minutes, answer_days, hand_overs, changed_at, changed_by)
      values (1, ${rule.acknowledgeMinutes}, ${rule.answerDays}, ${rule.handOvers}, ${at}, ${by})
    on conflict (id) do update set acknowledge_minutes = excluded.acknowledge_minutes, answer_days = excluded.answer_days,
      hand_overs = excluded.hand_overs, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);

export const insertQuestion = (tx: Tx, q: QuestionRow): void =>
  tx.write(
    insert(q.id, q.number, q.code, q.door, q.outletId, q.firstId, q.firstName, q.firstDepartmentId, q.topic, q.askerName, q.askerPhone, q.state, q.seq, q.departmentId, q.colleagueId, q.handOvers, q.final, q.askedAt, q.askedOn, q.changedAt, q.dueAt, q.acknowledgedAt, q.answeredAt, q.answer, q.late),
  ); // prettier-ignore
/** Writes what a step changes; with it the word that it is overdue is forgotten. */
export const saveMove = (tx: Tx, q: QuestionRow): void =>
  tx.write(
    move(q.id, q.state, q.seq, q.departmentId, q.colleagueId, q.handOvers, q.final, q.changedAt, q.dueAt, q.acknowledgedAt, q.answeredAt, q.answer, q.late),
  ); // prettier-ignore
export const insertStep = (tx: Tx, s: StepRow): void =>
  tx.write(
    insertLine(s.id, s.questionId, s.seq, s.kind, s.state, s.at, s.accountId, s.saidBy, s.body, s.departmentId, s.colleagueName, s.late),
  ); // prettier-ignore

/** Questions whose last instant has passed and of which nobody was told yet; told from now on. */
export const markOverdue = (tx: Tx, at: Date, limit: number) =>
  tx.many(sql<QuestionRow>`
    update firstasked.question set told_at = ${at} where id in (
      select id from firstasked.question where due_at < ${at} and told_at is null order by due_at limit ${limit} for update skip locked)
    returning *`);

/** Takes away who asked what was answered before. Most say no name: there is nothing to forget. */
export const emptyAskers: Forget = async (tx, before, at, limit) =>
  (
    await tx.many(sql`
      update firstasked.question set asker_name = '', asker_phone = '', forgotten_at = ${at}
        where id in (
          select id from firstasked.question where (asker_name <> '' or asker_phone <> '') and answered_at < ${before}
            order by answered_at limit ${limit} for update skip locked) returning id`)
  ).length;

export interface QuestionFilter {
  /** What the reader may see; undefined: all. */
  within?: { departments: readonly string[]; accountId: string } | undefined;
  from?: string | undefined;
  to?: string | undefined;
  departmentId?: string | undefined;
  door?: Door | undefined;
}

/** What a figure counts and its list shows: the same words. */
const conditionOf = (set: SetOf, at: Date) =>
  ({
    all: sql`true`,
    onTheSpot: sql`q.state = 'answered'`,
    handedOver: sql`q.state <> 'answered'`,
    inTime: sql`(q.acknowledged_at is not null and not q.late)`,
    late: sql`(q.late or q.due_at < ${at})`,
    open: sql`q.due_at is not null`,
    overdue: sql`q.due_at < ${at}`,
  })[set];

function conditionsOf(f: QuestionFilter) {
  const all = [sql`true`];
  if (f.within)
    all.push(
      sql`(q.department_id = any(${[...f.within.departments]}::uuid[]) or (q.state = 'returned' and q.first_department_id = any(${[...f.within.departments]}::uuid[]))
        or q.first_id = ${f.within.accountId} or q.colleague_id = ${f.within.accountId})`,
    );
  if (f.from) all.push(sql`q.asked_on >= ${storableDay(f.from)}::date`);
  if (f.to) all.push(sql`q.asked_on <= ${storableDay(f.to)}::date`);
  if (f.departmentId) all.push(sql`q.department_id = ${f.departmentId}`);
  if (f.door) all.push(sql`q.door = ${f.door}`);
  return sql.join(all, sql` and `);
}

/** A page, newest first, with the count of the same read. */
export async function listQuestions(
  reader: Reader,
  filter: QuestionFilter,
  set: SetOf,
  at: Date,
  limit: number,
  offset: number,
) {
  // prettier-ignore
  const where = sql`${conditionsOf(filter)} and ${conditionOf(set, at)}`;
  return readPage<QuestionRow>(reader, {
    table: 'firstasked.question',
    as: 'q',
    where,
    order: sql`q.asked_on desc, q.id desc`,
    limit,
    offset,
  });
}

/** All figures by department. */
export const countQuestions = (reader: Reader, filter: QuestionFilter, at: Date) =>
  reader.many(sql<Record<SetOf, number> & { departmentId: string | null }>`
    select q.department_id, ${countEach(sets, (set) => conditionOf(set, at))}
      from firstasked.question q where ${conditionsOf(filter)} group by q.department_id limit 500`); // prettier-ignore
