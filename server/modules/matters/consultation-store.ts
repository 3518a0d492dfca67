/** All SQL of consultations. */
import type { RawBuilder } from 'kysely';
import { inserting, prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import type { ConsultationState } from './consultation.ts';
import type { Policy } from './life-event.ts';
import { matterProblems } from './problems.ts';
import type { Given } from './shapes.ts';
import { isOneOf } from './store.ts';

export interface ConsultationRow {
  id: string;
  caseId: string;
  caseNumber: string;
  itemName: string;
  fromDepartmentId: string;
  toDepartmentId: string;
  question: string;
  given: Given;
  days: number;
  askedOn: string;
  dueOn: string;
  nextAt: Date | null;
  silenceIsConsent: boolean;
  policy: Policy | null;
  state: ConsultationState;
  answer: string | null;
  documentNumber: string;
  askedAt: Date;
  askedBy: string;
  answeredAt: Date | null;
  answeredBy: string | null;
  escalatedAt: Date | null;
}

ownConstraints({ consultation_pkey: () => matterProblems.actionReused() });

const columns = [
  'id', 'case_id', 'case_number', 'item_name', 'from_department_id', 'to_department_id', 'question', 'given', 'days', 'asked_on', 'due_on',
  'next_at', 'silence_is_consent', 'policy', 'state', 'answer', 'document_number', 'asked_at', 'asked_by', 'answered_at', 'answered_by', 'escalated_at',
] as const; // prettier-ignore
const insertRow = inserting('matters.consultation', columns);
const keyOf = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const byId = prepared<ConsultationRow>('select * from matters.consultation where id = $1');
const lockById = prepared<ConsultationRow>('select * from matters.consultation where id = $1 for update');
const byCase = prepared<ConsultationRow>(
  'select * from matters.consultation where case_id = $1 order by asked_at, id limit 100',
);
const standsOfCase = prepared<{ state: ConsultationState; policy: Policy | null }>(
  'select state, policy from matters.consultation where case_id = $1 limit 100',
);
const over = prepared<{ id: string }>(
  'select id from matters.consultation where next_at <= $1 order by next_at limit 200',
);
const move = prepared(
  `update matters.consultation set state = $2, answer = $3, answered_at = $4, answered_by = $5, next_at = $6, due_on = $7, escalated_at = $8
    where id = $1`,
);

export const insertConsultation = (tx: Tx, row: ConsultationRow): void =>
  tx.write(
    insertRow(
      columns.map((column) =>
        column === 'given' ? JSON.stringify(row.given) : (row as unknown as Record<string, unknown>)[keyOf(column)],
      ),
    ),
  );
export const updateConsultation = (tx: Tx, row: ConsultationRow): void =>
  tx.write(move(row.id, row.state, row.answer, row.answeredAt, row.answeredBy, row.nextAt, row.dueOn, row.escalatedAt));
export async function getConsultation(reader: Reader, id: string): Promise<ConsultationRow> {
  const row = await reader.maybe(byId(id));
  if (!row) throw matterProblems.noSuchConsultation();
  return row;
}
export const findConsultation = (reader: Reader, id: string) => reader.maybe(byId(id));
export async function lockConsultation(tx: Tx, id: string): Promise<ConsultationRow> {
  const row = await tx.maybe(lockById(id));
  if (!row) throw matterProblems.noSuchConsultation();
  return row;
}
export const consultationsOf = (reader: Reader, caseId: string) => reader.many(byCase(caseId));
export const standsOf = (reader: Reader, caseId: string) => reader.many(standsOfCase(caseId));
/** Unanswered, with their time over. */
export const findOver = (reader: Reader, at: Date) => reader.many(over(at));

/** A page: what these departments were asked, or all; the most urgent first, with the count of the same read. */
export async function listConsultations(
  reader: Reader,
  filter: { within?: readonly string[] | undefined; open?: boolean | undefined; overdueOn?: string | undefined },
  limit: number,
  offset: number,
) {
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (filter.within) all.push(isOneOf(sql`q.to_department_id`, filter.within));
  if (filter.open !== undefined) all.push(filter.open ? sql`q.state = 'asked'` : sql`q.state <> 'asked'`);
  if (filter.overdueOn) all.push(sql`q.state = 'asked' and q.due_on < ${filter.overdueOn}::date`);
  const where = sql.join(all, sql` and `);
  // Of what is open alone there is a smaller index, without the first part of the order.
  const isOpen = filter.open === true || filter.overdueOn !== undefined;
  const order = isOpen ? sql`due_on, asked_at desc, id` : sql`(state = 'asked') desc, due_on, asked_at desc, id`;
  const rows = await reader.many(sql<ConsultationRow & { total: number }>`
    select n.total, p.* from (select count(*) as total from matters.consultation q where ${where}) n
      left join lateral (select q.* from matters.consultation q where ${where} order by ${order} limit ${limit} offset ${offset}) p on true
     order by ${order}`);
  const { total } = rows[0]!;
  return { rows: rows.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])), total };
}
