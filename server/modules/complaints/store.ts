/** All SQL of complaints. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { Forget } from '#platform/forgetting';
import { countEach, readPage, storableDay } from '#platform/lists';
import { ownConstraints } from '#platform/problems';
import { sets, usualRule, type Door, type HouseRule, type Kind, type SetOf, type State } from './complaint.ts';
import { complaintProblems } from './problems.ts';

/** A complaint as it stands. */
export interface ComplaintRow {
  id: string;
  number: string;
  code: string;
  door: Door;
  takenById: string | null;
  takenByName: string;
  outletId: string | null;
  windowId: string | null;
  windowNumber: string | null;
  ticketId: string | null;
  ticketNumber: string | null;
  aboutId: string | null;
  aboutName: string | null;
  departmentId: string | null;
  body: string;
  name: string;
  phone: string;
  personId: string | null;
  accountId: string | null;
  state: State;
  seq: number;
  handlerId: string | null;
  handlerName: string | null;
  madeAt: Date;
  madeOn: string;
  changedAt: Date;
  dueOn: string | null;
  answeredAt: Date | null;
  answeredById: string | null;
  answer: string;
  satisfied: boolean | null;
  reopened: boolean;
  late: boolean;
  toldAt: Date | null;
  question: string;
  statement: string;
  forgottenAt: Date | null;
}
export interface StepRow {
  id: string;
  complaintId: string;
  seq: number;
  kind: Kind;
  state: State;
  at: Date;
  accountId: string | null;
  saidBy: string;
  body: string;
  late: boolean;
}

ownConstraints({
  complaint_pkey: () => complaintProblems.actionReused(),
  step_pkey: () => complaintProblems.actionReused(),
  step_of_complaint: () => complaintProblems.wrongStep(),
  complaint_not_by_oneself: () => complaintProblems.mustNotHandle(),
});

const byId = prepared<ComplaintRow>('select * from complaints.complaint where id = $1');
const byCode = prepared<ComplaintRow>('select * from complaints.complaint where code = $1');
const locked = prepared<ComplaintRow>('select * from complaints.complaint where id = $1 for update');
const stepById = prepared<StepRow>('select * from complaints.step where id = $1');
const steps = prepared<StepRow>('select * from complaints.step where complaint_id = $1 order by seq limit 200');
const ruleRow = prepared<HouseRule>('select answer_days, silent_days from complaints.house_rule where id = 1');
const insert = prepared(
  `insert into complaints.complaint (id, number, code, door, taken_by_id, taken_by_name, outlet_id, window_id, window_number, ticket_id,
     ticket_number, about_id, about_name, department_id, body, name, phone, person_id, account_id, state, seq, made_at, made_on, changed_at, due_on,
     answer, reopened, late, question, statement)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 'received', 1, $20, $21, $20, $22, '', false,
     false, '', '')`,
);
const move = prepared(
  `update complaints.complaint set state = $2, seq = $3, about_id = $4, about_name = $5, department_id = $6, handler_id = $7, handler_name = $8,
     changed_at = $9, due_on = $10, answered_at = $11, answered_by_id = $12, answer = $13, satisfied = $14, reopened = $15, late = $16,
     told_at = $17, question = $18, statement = $19 where id = $1`,
);
const insertLine = prepared(
  `insert into complaints.step (id, complaint_id, seq, kind, state, at, account_id, said_by, body, late)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

export const findComplaint = (reader: Reader, id: string) => reader.maybe(byId(id));
export const findStep = (reader: Reader, id: string) => reader.maybe(stepById(id));
export const readSteps = (reader: Reader, id: string) => reader.many(steps(id));
async function surely(found: Promise<ComplaintRow | undefined>): Promise<ComplaintRow> {
  const row = await found;
  if (!row) throw complaintProblems.notFound();
  return row;
}
/** These throw `complaints.notFound`. */
export const getComplaint = (reader: Reader, id: string) => surely(findComplaint(reader, id));
export const getByCode = (reader: Reader, code: string) => surely(reader.maybe(byCode(code.trim().toLowerCase())));
export const lockComplaint = (tx: Tx, id: string) => surely(tx.maybe(locked(id)));

export const houseRule = async (reader: Reader): Promise<HouseRule> => (await reader.maybe(ruleRow())) ?? usualRule;
export const saveHouseRule = (tx: Tx, rule: HouseRule, at: Date, by: string): void =>
  tx.write(sql`
    insert into complaints.house_rule (id, answer_days, silent_days, changed_at, changed_by)
      values (1, ${rule.answerDays}, ${rule.silentDays}, ${at}, ${by})
    on conflict (id) do update set answer_days = excluded.answer_days, silent_days = excluded.silent_days,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`);

export const insertComplaint = (tx: Tx, c: ComplaintRow): void =>
  tx.write(
    insert(c.id, c.number, c.code, c.door, c.takenById, c.takenByName, c.outletId, c.windowId, c.windowNumber, c.ticketId, c.ticketNumber, c.aboutId, c.aboutName, c.departmentId, c.body, c.name, c.phone, c.personId, c.accountId, c.madeAt, c.madeOn, c.dueOn),
  ); // prettier-ignore
export const saveMove = (tx: Tx, c: ComplaintRow): void =>
  tx.write(
    move(c.id, c.state, c.seq, c.aboutId, c.aboutName, c.departmentId, c.handlerId, c.handlerName, c.changedAt, c.dueOn, c.answeredAt, c.answeredById, c.answer, c.satisfied, c.reopened, c.late, c.toldAt, c.question, c.statement),
  ); // prettier-ignore
export const insertStep = (tx: Tx, s: StepRow): void =>
  tx.write(insertLine(s.id, s.complaintId, s.seq, s.kind, s.state, s.at, s.accountId, s.saidBy, s.body, s.late));

/** Complaints whose answer is overdue and of which nobody was told yet; told from now on. */
export const markOverdue = (tx: Tx, today: string, at: Date, limit: number) =>
  tx.many(sql<ComplaintRow>`
    update complaints.complaint set told_at = ${at} where id in (
      select id from complaints.complaint where due_on < ${today}::date and state <> 'answered' and told_at is null
        order by due_on limit ${limit} for update skip locked) returning *`);
/** Answered ones of which whoever complained has said nothing in time. */
export const silentBefore = (tx: Tx, today: string, limit: number) =>
  tx.many(sql<ComplaintRow>`
    select * from complaints.complaint where due_on < ${today}::date and state = 'answered' order by due_on limit ${limit} for update skip locked`);

/** Takes away whatever leads to who complained from what was closed before: the ticket names its holder too. */
export const emptyComplainers: Forget = async (tx, before, at, limit) =>
  (
    await tx.many(sql`
      update complaints.complaint set name = '', phone = '', person_id = null, account_id = null, ticket_id = null, ticket_number = null,
          forgotten_at = ${at}
        where id in (
          select id from complaints.complaint where forgotten_at is null and state = 'closed' and changed_at < ${before}
            order by changed_at limit ${limit} for update skip locked) returning id`)
  ).length;

export interface ComplaintFilter {
  /** Departments whose complaints the reader may see; undefined: all. */
  within?: readonly string[] | undefined;
  /** Accounts whose own they are not to see: theirs, and of those for whom they stand in. */
  notAbout?: readonly string[] | undefined;
  /** Asked of this account. */
  askedOf?: string | undefined;
  accountId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  departmentId?: string | undefined;
  outletId?: string | undefined;
}

/** What a figure counts and its list shows: the same words. */
const conditionOf = (set: SetOf, today: string) =>
  ({
    all: sql`true`,
    open: sql`c.state in ('received', 'handling', 'reopened')`,
    overdue: sql`(c.state in ('received', 'handling', 'reopened') and c.due_on < ${today}::date)`,
    inTime: sql`(c.state in ('answered', 'closed') and not c.late)`,
    late: sql`(c.late or (c.state in ('received', 'handling', 'reopened') and c.due_on < ${today}::date))`,
    satisfied: sql`c.satisfied is true`,
    dissatisfied: sql`c.satisfied is false`,
    silent: sql`(c.state = 'closed' and c.satisfied is null)`,
    reopened: sql`c.reopened`,
  })[set];

function conditionsOf(f: ComplaintFilter) {
  const all = [sql`true`];
  if (f.within) all.push(sql`c.department_id = any(${[...f.within]}::uuid[])`);
  if (f.notAbout) all.push(sql`(c.about_id is null or c.about_id <> all(${[...f.notAbout]}::uuid[]))`);
  if (f.askedOf) all.push(sql`(c.about_id = ${f.askedOf} and c.question <> '')`);
  if (f.accountId) all.push(sql`c.account_id = ${f.accountId}`);
  if (f.from) all.push(sql`c.made_on >= ${storableDay(f.from)}::date`);
  if (f.to) all.push(sql`c.made_on <= ${storableDay(f.to)}::date`);
  if (f.departmentId) all.push(sql`c.department_id = ${f.departmentId}`);
  if (f.outletId) all.push(sql`c.outlet_id = ${f.outletId}`);
  return sql.join(all, sql` and `);
}

/** A page, newest first, with the count of the same read. */
export async function listComplaints(
  reader: Reader,
  filter: ComplaintFilter,
  set: SetOf,
  today: string,
  limit: number,
  offset: number,
) {
  // prettier-ignore
  const where = sql`${conditionsOf(filter)} and ${conditionOf(set, today)}`;
  return readPage<ComplaintRow>(reader, {
    table: 'complaints.complaint',
    as: 'c',
    where,
    order: sql`c.made_on desc, c.id desc`,
    limit,
    offset,
  });
}

/** All figures by department. */
export const countComplaints = (reader: Reader, filter: ComplaintFilter, today: string) =>
  reader.many(sql<Record<SetOf, number> & { departmentId: string | null }>`
    select c.department_id, ${countEach(sets, (set) => conditionOf(set, today))}
      from complaints.complaint c where ${conditionsOf(filter)} group by c.department_id limit 500`); // prettier-ignore
