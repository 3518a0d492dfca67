/** All SQL of matters and their parts. Life events are in `event-store.ts`, consultations in `consultation-store.ts`. */
import type { RawBuilder } from 'kysely';
import { inserting, prepared, sql, type Reader, type Tx } from '#platform/db';
import { isSameSecret } from '#platform/ids';
import { ownConstraints } from '#platform/problems';
import type { Part } from '#modules/cases';
import type { Post } from '#platform/permissions';
import type { Policy } from './life-event.ts';
import type { Fate, Outcome } from './matter.ts';
import { matterProblems } from './problems.ts';

export interface MatterRow {
  id: string;
  number: string;
  trackCode: string;
  eventId: string;
  eventVersion: number;
  eventName: string;
  leadDepartmentId: string;
  policy: Policy;
  personId: string | null;
  organisationId: string | null;
  agentId: string | null;
  applicantName: string;
  door: Part['door'];
  outletId: string | null;
  state: 'open' | 'decided' | 'ended';
  outcome: Outcome | null;
  submittedAt: Date;
  startedOn: string | null;
  extendedDays: number;
  decidedAt: Date | null;
  endedAt: Date | null;
  /** Since when all agree while something still keeps a part from being decided. */
  readyAt: Date | null;
  seq: number;
}
/** Who agreed to a part, and what the decision will say. */
export interface Agreement {
  name: string;
  role: Post['role'];
  opinion?: string;
  conditions?: string;
}
export interface MemberRow {
  matterId: string;
  key: string;
  position: number;
  itemId: string;
  itemVersion: number;
  itemName: string;
  departmentId: string;
  after: string[];
  fate: Fate;
  caseId: string | null;
  caseNumber: string | null;
  caseState: string | null;
  /** The member because of which it ended. */
  why: string | null;
  openedAt: Date | null;
  decidedAt: Date | null;
  endedAt: Date | null;
  agreedAt: Date | null;
  agreedBy: string | null;
  agreement: Agreement | null;
}
export const stepKinds = [
  'apply',
  'open',
  'agree',
  'takeBackAgreement',
  'decide',
  'stop',
  'drop',
  'withdraw',
  'extend',
  'conclude',
  'end',
] as const;
export interface StepRow {
  matterId: string;
  seq: number;
  id: string;
  kind: (typeof stepKinds)[number];
  at: Date;
  accountId: string | null;
  facts: Record<string, unknown>;
}

ownConstraints({ step_id_key: () => matterProblems.actionReused() });

/** All but the content, which only the opening of later parts reads. */
const columns = [
  'id', 'number', 'track_code', 'event_id', 'event_version', 'event_name', 'lead_department_id', 'policy', 'person_id', 'organisation_id',
  'agent_id', 'applicant_name', 'door', 'outlet_id', 'state', 'outcome', 'submitted_at', 'started_on', 'extended_days', 'decided_at', 'ended_at', 'ready_at', 'seq',
] as const; // prettier-ignore
const listed = columns.map((column) => `m.${column}`).join(', ');
const memberColumns = [
  'matter_id', 'key', 'position', 'item_id', 'item_version', 'item_name', 'department_id', 'after', 'fate', 'case_id', 'case_number', 'case_state',
  'why', 'opened_at', 'decided_at', 'ended_at', 'agreed_at', 'agreed_by', 'agreement',
] as const; // prettier-ignore
const keyOf = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const valuesOf = (row: object, names: readonly string[]): unknown[] =>
  names.map((name) => (row as Record<string, unknown>)[keyOf(name)]);

const insertMatterRow = inserting('matters.matter', [...columns, 'content']);
const insertMemberRow = inserting('matters.member', memberColumns);
const insertStepRow = inserting('matters.step', ['matter_id', 'seq', 'id', 'kind', 'at', 'account_id', 'facts']);
const byId = prepared<MatterRow>(`select ${listed} from matters.matter m where m.id = $1`);
const lockById = prepared<MatterRow>(`select ${listed} from matters.matter m where m.id = $1 for update`);
const byNumber = prepared<MatterRow>(`select ${listed} from matters.matter m where m.number = $1`);
const byStep = prepared<MatterRow & { doneKind: string }>(
  `select ${listed}, s.kind as done_kind from matters.step s join matters.matter m on m.id = s.matter_id where s.id = $1`,
);
const membersById = prepared<MemberRow>('select * from matters.member where matter_id = $1 order by position limit 20');
const membersByMatters = prepared<MemberRow>(
  'select * from matters.member where matter_id = any($1::uuid[]) order by matter_id, position',
);
const stepsById = prepared<StepRow>('select * from matters.step where matter_id = $1 order by seq limit 500');
const byReady = prepared<{ id: string }>(
  'select id from matters.matter where ready_at is not null order by ready_at limit 200',
);
const policyOfCase = prepared<Pick<MatterRow, 'policy' | 'state' | 'eventId' | 'eventVersion'> & { key: string }>(
  'select m.policy, m.state, m.event_id, m.event_version, p.key from matters.member p join matters.matter m on m.id = p.matter_id where p.case_id = $1',
);
const memberOfCase = prepared<MemberRow>('select * from matters.member where case_id = $1');
const mattersOfCases = prepared<{ matterId: string }>(
  'select distinct matter_id from matters.member where case_id = any($1::uuid[]) order by matter_id',
);
const contentById = prepared<{ content: Record<string, Part> }>('select content from matters.matter where id = $1');
const moveMatter = prepared(
  `update matters.matter set state = $2, outcome = $3, started_on = $4, extended_days = $5, decided_at = $6, ended_at = $7, seq = $8, ready_at = $9 where id = $1`,
);
const moveMember = prepared(
  `update matters.member set fate = $3, case_id = $4, case_number = $5, case_state = $6, why = $7, opened_at = $8, decided_at = $9,
     ended_at = $10, department_id = $11, agreed_at = $12, agreed_by = $13, agreement = $14 where matter_id = $1 and key = $2`,
);

/** `content` holds each member's part by its key. */
export function insertMatter(tx: Tx, row: MatterRow, content: Record<string, Part>): void {
  tx.write(insertMatterRow([...valuesOf(row, columns), JSON.stringify(content)]));
}
export const insertMember = (tx: Tx, row: MemberRow): void => tx.write(insertMemberRow(valuesOf(row, memberColumns)));
export const insertStep = (tx: Tx, row: StepRow): void =>
  tx.write(insertStepRow([row.matterId, row.seq, row.id, row.kind, row.at, row.accountId, JSON.stringify(row.facts)]));
export const updateMatter = (tx: Tx, row: MatterRow): void =>
  tx.write(
    moveMatter(
      row.id,
      row.state,
      row.outcome,
      row.startedOn,
      row.extendedDays,
      row.decidedAt,
      row.endedAt,
      row.seq,
      row.readyAt,
    ),
  );
export const updateMember = (tx: Tx, row: MemberRow): void =>
  tx.write(
    moveMember(row.matterId, row.key, row.fate, row.caseId, row.caseNumber, row.caseState, row.why, row.openedAt, row.decidedAt, row.endedAt, row.departmentId,
      row.agreedAt, row.agreedBy, row.agreement && JSON.stringify(row.agreement)),
  ); // prettier-ignore

export async function getMatterRow(reader: Reader, id: string): Promise<MatterRow> {
  const row = await reader.maybe(byId(id));
  if (!row) throw matterProblems.notFound();
  return row;
}
export const findMatterRow = (reader: Reader, id: string) => reader.maybe(byId(id));
/** Takes the matter for this act; others that move it wait. */
export async function lockMatter(tx: Tx, id: string): Promise<MatterRow> {
  const row = await tx.maybe(lockById(id));
  if (!row) throw matterProblems.notFound();
  return row;
}
export const findMatterByStep = (reader: Reader, actionId: string) => reader.maybe(byStep(actionId));
/** By the code of its receipt: the number finds it, the ending proves the receipt. */
export async function findMatterByTrackCode(reader: Reader, code: string): Promise<MatterRow | undefined> {
  const row = await reader.maybe(byNumber(code.slice(0, Math.max(0, code.lastIndexOf('-'))).toUpperCase()));
  return row && isSameSecret(row.trackCode, code) ? row : undefined;
}
export const membersOf = (reader: Reader, matterId: string): Promise<MemberRow[]> => reader.many(membersById(matterId));
export const membersOfAll = (reader: Reader, matterIds: readonly string[]): Promise<MemberRow[]> =>
  matterIds.length === 0 ? Promise.resolve([]) : reader.many(membersByMatters(matterIds));
export const stepsOf = (reader: Reader, matterId: string): Promise<StepRow[]> => reader.many(stepsById(matterId));
/** Matters to which all agree and that something still keeps from being decided, those that wait longest first. */
export const findReady = (reader: Reader) => reader.many(byReady());
/** The policy of the matter that a case is a part of. */
export const findPolicyOfCase = (reader: Reader, caseId: string) => reader.maybe(policyOfCase(caseId));
export const findMemberOfCase = (reader: Reader, caseId: string) => reader.maybe(memberOfCase(caseId));
/** The matters of which these cases are parts, in a fixed order, so that two who lock them never wait for each other. */
export const findMattersOfCases = async (reader: Reader, caseIds: readonly string[]): Promise<string[]> =>
  (await reader.many(mattersOfCases(caseIds))).map(({ matterId }) => matterId);
export const partsOf = async (reader: Reader, matterId: string): Promise<Record<string, Part>> =>
  (await reader.one(contentById(matterId))).content;

/** Nearly everybody has one department: then an index gives the order as well. */
export const isOneOf = (column: RawBuilder<unknown>, ids: readonly string[]): RawBuilder<unknown> =>
  ids.length === 1 ? sql`${column} = ${ids[0]!}::uuid` : sql`${column} = any(${[...ids]}::uuid[])`;

export interface MatterFilter {
  /** Lead departments of the reader; undefined: all. */
  within?: readonly string[] | undefined;
  /** Whose they are: the person, and organisations that the person acts for. */
  of?: { personId: string; organisationIds: readonly string[] } | undefined;
  open?: boolean | undefined;
  eventId?: string | undefined;
}

/** A page of matters, the newest first, with the count of the same read. */
export async function listMatters(reader: Reader, filter: MatterFilter, limit: number, offset: number) {
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (filter.within) all.push(isOneOf(sql`m.lead_department_id`, filter.within));
  if (filter.of)
    all.push(
      sql`(m.person_id = ${filter.of.personId} or m.agent_id = ${filter.of.personId} or m.organisation_id = any(${[...filter.of.organisationIds]}::uuid[]))`,
    );
  if (filter.open !== undefined) all.push(filter.open ? sql`m.state <> 'ended'` : sql`m.state = 'ended'`);
  if (filter.eventId) all.push(sql`m.event_id = ${filter.eventId}`);
  const where = sql.join(all, sql` and `);
  const rows = await reader.many(sql<MatterRow & { total: number }>`
    select n.total, p.* from (select count(*) as total from matters.matter m where ${where}) n
      left join lateral (select ${sql.raw(listed)} from matters.matter m where ${where}
        order by m.submitted_at desc, m.id limit ${limit} offset ${offset}) p on true order by p.submitted_at desc, p.id`);
  const { total } = rows[0]!;
  return { rows: rows.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])), total };
}
