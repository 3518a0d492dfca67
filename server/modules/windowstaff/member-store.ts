/** SQL of the files of window staff: who, which step, what they hold, what they object to. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import type { MemberState, StepKind } from './member.ts';
import { windowStaffProblems } from './problems.ts';

export interface Paper {
  criterion: string;
  fileId: string;
}
export interface MemberRow {
  id: string;
  outletId: string;
  departmentId: string | null;
  accountId: string | null;
  name: string;
  state: MemberState;
  seq: number;
  errandIds: string[];
  papers: Paper[];
  takenOver: boolean;
  sentAt: Date;
  sentBy: string | null;
  movedAt: Date;
  decidedBy: string | null;
  probationFrom: string | null;
  probationUntil: string | null;
  extensions: number;
  confirmedOn: string | null;
  endedOn: string | null;
  forgetOn: string | null;
  forgottenAt: Date | null;
}
export interface StepRow {
  id: string;
  memberId: string;
  seq: number;
  kind: StepKind;
  toState: MemberState;
  at: Date;
  accountId: string | null;
  saidBy: string;
  body: string;
  untilOn: string | null;
}
export interface ObjectionRow {
  id: string;
  memberId: string;
  stepId: string | null;
  body: string;
  at: Date;
  dueOn: string;
  answer: string | null;
  upheld: boolean | null;
  answeredAt: Date | null;
  answeredBy: string | null;
}
export interface ThingRow {
  id: string;
  memberId: string;
  name: string;
  givenAt: Date;
  givenBy: string;
  returnedAt: Date | null;
  returnedTo: string | null;
}
export interface QualificationRow {
  id: string;
  number: string;
  memberId: string;
  errandId: string;
  sittingId: string | null;
  fromOn: string;
  untilOn: string;
  givenBy: string;
  reason: string;
  withdrawnAt: Date | null;
  withdrawnWhy: string | null;
}

ownConstraints({
  member_pkey: () => windowStaffProblems.actionReused(),
  member_account_once: () => windowStaffProblems.hasFile(),
  step_pkey: () => windowStaffProblems.actionReused(),
  step_of_member: () => windowStaffProblems.wrongStep(),
  objection_pkey: () => windowStaffProblems.actionReused(),
  objection_once: () => windowStaffProblems.objectionOpen(),
  thing_pkey: () => windowStaffProblems.actionReused(),
  qualification_pkey: () => windowStaffProblems.actionReused(),
});

const byId = prepared<MemberRow>('select * from windowstaff.member where id = $1');
const locked = prepared<MemberRow>('select * from windowstaff.member where id = $1 for update');
const openOf = prepared<MemberRow>('select * from windowstaff.member where account_id = $1 and ended_on is null');
const latestOf = prepared<MemberRow>(
  'select * from windowstaff.member where account_id = $1 order by ended_on nulls first, sent_at desc limit 1',
);
const statesOf = prepared<{
  accountId: string;
  id: string;
  state: MemberState;
  name: string;
  departmentId: string | null;
}>(
  `select account_id, id, state, name, department_id from windowstaff.member where account_id = any($1::uuid[]) and ended_on is null`,
);
const stepsOf = prepared<StepRow>('select * from windowstaff.step where member_id = $1 order by seq limit 500');
const stepById = prepared<StepRow>('select * from windowstaff.step where id = $1');
const objectionsOf = prepared<ObjectionRow>('select * from windowstaff.objection where member_id = $1 order by at limit 200'); // prettier-ignore
const objectionById = prepared<ObjectionRow>('select * from windowstaff.objection where id = $1 for update');
const thingsOf = prepared<ThingRow>(
  'select * from windowstaff.thing where member_id = $1 order by given_at, id limit 200',
);
const thingById = prepared<ThingRow>('select * from windowstaff.thing where id = $1 for update');
const qualificationsOf = prepared<QualificationRow>(
  'select * from windowstaff.qualification where member_id = any($1::uuid[]) order by until_on desc, number, errand_id limit 20000',
);
const qualificationById = prepared<QualificationRow>(
  'select * from windowstaff.qualification where id = $1 for update',
);

export const findMember = (reader: Reader, id: string) => reader.maybe(byId(id));
export async function getMember(reader: Reader, id: string): Promise<MemberRow> {
  const row = await findMember(reader, id);
  if (!row) throw windowStaffProblems.noMember();
  return row;
}
/** Held until the end of the transaction. */
export async function lockMember(tx: Tx, id: string): Promise<MemberRow> {
  const row = await tx.maybe(locked(id));
  if (!row) throw windowStaffProblems.noMember();
  return row;
}
/** The file of somebody who works here or is to. */
export const findOpenFile = (reader: Reader, accountId: string) => reader.maybe(openOf(accountId));
/** The same, or the last one that has ended. */
export const findOwnFile = (reader: Reader, accountId: string) => reader.maybe(latestOf(accountId));
/** Open files by account; whoever has none is left out. */
export const openFilesOf = (reader: Reader, accountIds: readonly string[]) => reader.many(statesOf(accountIds));

const columns =
  sql.raw(`id, outlet_id, department_id, account_id, name, state, seq, errand_ids, papers, taken_over, sent_at, sent_by, moved_at,
  decided_by, probation_from, probation_until, extensions, confirmed_on, ended_on, forget_on`);
/** New files, in one statement. */
export const insertMembers = (tx: Tx, rows: readonly MemberRow[]): void =>
  tx.write(
    sql`insert into windowstaff.member (${columns})
      select id, "outletId", "departmentId", "accountId", name, state, seq, array(select jsonb_array_elements_text("errandIds")::uuid), papers,
             "takenOver", "sentAt", "sentBy", "movedAt", "decidedBy", "probationFrom", "probationUntil", extensions, "confirmedOn", "endedOn", "forgetOn"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "outletId" uuid, "departmentId" uuid, "accountId" uuid, name text,
          state text, seq int, "errandIds" jsonb, papers jsonb, "takenOver" boolean, "sentAt" timestamptz, "sentBy" uuid, "movedAt" timestamptz,
          "decidedBy" uuid, "probationFrom" date, "probationUntil" date, extensions int, "confirmedOn" date, "endedOn" date, "forgetOn" date)`,
  );
export const saveMove = (tx: Tx, row: MemberRow): void =>
  tx.write(
    sql`update windowstaff.member set account_id = ${row.accountId}, state = ${row.state}, seq = ${row.seq}, moved_at = ${row.movedAt},
          decided_by = ${row.decidedBy}, probation_from = ${row.probationFrom}, probation_until = ${row.probationUntil},
          extensions = ${row.extensions}, confirmed_on = ${row.confirmedOn}, ended_on = ${row.endedOn}, forget_on = ${row.forgetOn}
        where id = ${row.id}`,
  );
export const insertSteps = (tx: Tx, rows: readonly StepRow[]): void =>
  tx.write(
    sql`insert into windowstaff.step (id, member_id, seq, kind, to_state, at, account_id, said_by, body, until_on)
      select id, "memberId", seq, kind, "toState", at, "accountId", "saidBy", body, "untilOn"
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "memberId" uuid, seq int, kind text, "toState" text, at timestamptz,
          "accountId" uuid, "saidBy" text, body text, "untilOn" date)`,
  );
export const listSteps = (reader: Reader, memberId: string) => reader.many(stepsOf(memberId));
export const findStep = (reader: Reader, id: string) => reader.maybe(stepById(id));

export const listObjections = (reader: Reader, memberId: string) => reader.many(objectionsOf(memberId));
export const lockObjection = (tx: Tx, id: string) => tx.maybe(objectionById(id));
export const insertObjection = (tx: Tx, row: ObjectionRow): void =>
  tx.write(sql`insert into windowstaff.objection (id, member_id, step_id, body, at, due_on)
    values (${row.id}, ${row.memberId}, ${row.stepId}, ${row.body}, ${row.at}, ${row.dueOn})`);
export const saveAnswer = (tx: Tx, id: string, said: { answer: string; upheld: boolean; at: Date; by: string }): void =>
  tx.write(sql`update windowstaff.objection set answer = ${said.answer}, upheld = ${said.upheld}, answered_at = ${said.at}, answered_by = ${said.by}
    where id = ${id}`);

export const listThings = (reader: Reader, memberId: string) => reader.many(thingsOf(memberId));
export const lockThing = (tx: Tx, id: string) => tx.maybe(thingById(id));
export const insertThings = (tx: Tx, rows: readonly Omit<ThingRow, 'returnedAt' | 'returnedTo'>[]): void =>
  tx.write(sql`insert into windowstaff.thing (id, member_id, name, given_at, given_by)
    select id, "memberId", name, "givenAt", "givenBy" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, "memberId" uuid, name text, "givenAt" timestamptz, "givenBy" text)`);
export const saveReturn = (tx: Tx, id: string, at: Date, to: string): void =>
  tx.write(
    sql`update windowstaff.thing set returned_at = ${at}, returned_to = ${to} where id = ${id} and returned_at is null`,
  );

/** Of these people, those that ended latest first. */
export const listQualifications = (reader: Reader, memberIds: readonly string[]): Promise<QualificationRow[]> =>
  memberIds.length === 0 ? Promise.resolve([]) : reader.many(qualificationsOf(memberIds));
export const lockQualification = (tx: Tx, id: string) => tx.maybe(qualificationById(id));
export const insertQualifications = (
  tx: Tx,
  rows: readonly Omit<QualificationRow, 'withdrawnAt' | 'withdrawnWhy'>[],
): void =>
  tx.write(sql`insert into windowstaff.qualification (id, number, member_id, errand_id, sitting_id, from_on, until_on, given_by, reason)
    select id, number, "memberId", "errandId", "sittingId", "fromOn", "untilOn", "givenBy", reason
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, number text, "memberId" uuid, "errandId" uuid, "sittingId" uuid,
        "fromOn" date, "untilOn" date, "givenBy" text, reason text)
    on conflict on constraint qualification_of_sitting do nothing`);
export const saveWithdrawn = (tx: Tx, id: string, at: Date, why: string): void =>
  tx.write(
    sql`update windowstaff.qualification set withdrawn_at = ${at}, withdrawn_why = ${why} where id = ${id} and withdrawn_at is null`,
  );
