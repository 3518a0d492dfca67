/** SQL of projects, their steps and their log. Types are in `type-store.ts`, simulated approvals in `simulation/`, policies in `policy/`. */
import { inserting, prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import type { ToldFacts } from './policy/policy.ts';
import { projectProblems } from './problems.ts';
import type { StageKey } from './project-type.ts';
import type { LogKind } from './steward/menu.ts';

export interface ProjectRow {
  id: string;
  number: string;
  typeId: string;
  typeVersion: number;
  organisationId: string;
  organisationName: string;
  name: string;
  address: string;
  investmentFen: number;
  facts: ToldFacts;
  plannedFrom: string;
  stewardId: string;
  stewardContact: string;
  state: 'open' | 'done' | 'abandoned';
  seq: number;
  openedAt: Date;
  endedAt: Date | null;
}
export interface StepRow {
  projectId: string;
  key: string;
  position: number;
  stage: StageKey;
  itemId: string;
  itemName: string;
  itemNameEn: string | null;
  departmentId: string;
  after: string[];
  plannedPreparesFrom: string;
  plannedHandsInOn: string;
  plannedDecidedOn: string;
}
export interface LogRow {
  projectId: string;
  seq: number;
  id: string;
  kind: LogKind;
  at: Date;
  accountId: string | null;
  facts: Record<string, unknown>;
}
export interface StepCase {
  caseId: string;
  projectId: string;
  stepKey: string;
}

ownConstraints({
  log_id_key: () => projectProblems.actionReused(),
  log_pkey: () => projectProblems.changedMeanwhile(),
  step_case_pkey: () => projectProblems.caseLinked(),
});

const columns = [
  'id', 'number', 'type_id', 'type_version', 'organisation_id', 'organisation_name', 'name', 'address', 'investment_fen', 'facts', 'planned_from',
  'steward_id', 'steward_contact', 'state', 'seq', 'opened_at', 'ended_at',
] as const; // prettier-ignore
const listed = columns.map((column) => `p.${column}`).join(', ');
const stepColumns = [
  'project_id', 'key', 'position', 'stage', 'item_id', 'item_name', 'item_name_en', 'department_id', 'after', 'planned_prepares_from', 'planned_hands_in_on',
  'planned_decided_on',
] as const; // prettier-ignore
const keyOf = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const valuesOf = (row: object, names: readonly string[]): unknown[] =>
  names.map((name) => (row as Record<string, unknown>)[keyOf(name)]);

const insertProjectRow = inserting('projects.project', columns);
const insertStepRow = inserting('projects.step', stepColumns);
const insertCaseRow = inserting('projects.step_case', ['case_id', 'project_id', 'step_key', 'at']);
const insertLogRow = inserting('projects.log', ['project_id', 'seq', 'id', 'kind', 'at', 'account_id', 'facts']);
const byId = prepared<ProjectRow>(`select ${listed} from projects.project p where p.id = $1`);
const byIds = prepared<ProjectRow>(`select ${listed} from projects.project p where p.id = any($1::uuid[])`);
const lockById = prepared<ProjectRow>(`select ${listed} from projects.project p where p.id = $1 for update`);
const byAct = prepared<ProjectRow & { doneKind: LogKind }>(
  `select ${listed}, l.kind as done_kind from projects.log l join projects.project p on p.id = l.project_id where l.id = $1`,
);
const stepsByProjects = prepared<StepRow>(
  'select * from projects.step where project_id = any($1::uuid[]) order by project_id, position',
);
const casesByProjects = prepared<StepCase>(
  'select case_id, project_id, step_key from projects.step_case where project_id = any($1::uuid[]) order by at, case_id',
);
const linkedOf = prepared<{ caseId: string }>('select case_id from projects.step_case where case_id = any($1::uuid[])');
const logById = prepared<LogRow>('select * from projects.log where project_id = $1 order by seq desc limit $2');
const menuLog = prepared<LogRow>(
  `select distinct on (facts->>'key') * from projects.log where project_id = $1 and kind in ('tick', 'untick')
    order by facts->>'key', seq desc`,
);
const moveProject = prepared(
  `update projects.project set steward_id = $2, steward_contact = $3, state = $4, seq = $5, ended_at = $6, facts = $7 where id = $1`,
);
const waitingFor = prepared<{ projectId: string; key: string }>(
  `select s.project_id, s.key from projects.step s join projects.project p on p.id = s.project_id
    where p.organisation_id = $1 and p.state = 'open' and s.item_id = $2 and p.opened_at <= $3
      and not exists (select 1 from projects.step_case c where c.project_id = s.project_id and c.step_key = s.key) limit 2`,
);

export function insertProject(tx: Tx, row: ProjectRow): void {
  tx.write(insertProjectRow(valuesOf({ ...row, facts: JSON.stringify(row.facts) }, columns)));
}
export const insertStep = (tx: Tx, row: StepRow): void => tx.write(insertStepRow(valuesOf(row, stepColumns)));
export const insertStepCase = (tx: Tx, row: StepCase, at: Date): void =>
  tx.write(insertCaseRow([row.caseId, row.projectId, row.stepKey, at]));
export const insertLog = (tx: Tx, row: LogRow): void =>
  tx.write(insertLogRow([row.projectId, row.seq, row.id, row.kind, row.at, row.accountId, JSON.stringify(row.facts)]));
export const updateProject = (tx: Tx, row: ProjectRow): void =>
  tx.write(
    moveProject(row.id, row.stewardId, row.stewardContact, row.state, row.seq, row.endedAt, JSON.stringify(row.facts)),
  );

export async function getProject(reader: Reader, id: string): Promise<ProjectRow> {
  const row = await reader.maybe(byId(id));
  if (!row) throw projectProblems.notFound();
  return row;
}
export const projectsByIds = (reader: Reader, ids: readonly string[]): Promise<ProjectRow[]> =>
  reader.many(byIds([...ids]));
/** Takes the project for this act; others that move it wait. */
export async function lockProject(tx: Tx, id: string): Promise<ProjectRow> {
  const row = await tx.maybe(lockById(id));
  if (!row) throw projectProblems.notFound();
  return row;
}
export const findByAct = (reader: Reader, actionId: string) => reader.maybe(byAct(actionId));
export const stepsOfProjects = (reader: Reader, ids: readonly string[]): Promise<StepRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : reader.many(stepsByProjects([...ids]));
export const casesOfProjects = (reader: Reader, ids: readonly string[]): Promise<StepCase[]> =>
  ids.length === 0 ? Promise.resolve([]) : reader.many(casesByProjects([...ids]));
/** Which of these cases belong to a step of any project. */
export const linkedAmong = async (reader: Reader, caseIds: readonly string[]): Promise<Set<string>> =>
  new Set((await reader.many(linkedOf([...caseIds]))).map(({ caseId }) => caseId));
/** The log, the newest first. */
export const logOf = (reader: Reader, projectId: string, limit: number): Promise<LogRow[]> =>
  reader.many(logById(projectId, limit));
/** The last word on each entry of the menu. */
export const ticksOf = (reader: Reader, projectId: string): Promise<LogRow[]> => reader.many(menuLog(projectId));
/** Steps of a company's open projects that wait for a case of this item; two at most: more than one is for a person to choose. */
export const stepsWaitingFor = (reader: Reader, organisationId: string, itemId: string, at: Date) =>
  reader.many(waitingFor(organisationId, itemId, at));

export interface ProjectFilter {
  /** Whose they are on the company's side. */
  organisationIds?: readonly string[] | undefined;
  /** Stewards, and departments that have a step; undefined: all. */
  within?: { accountId: string; departmentIds: readonly string[] } | undefined;
  state?: ProjectRow['state'] | undefined;
  stewardId?: string | undefined;
  find?: string | undefined;
}

/** A page of projects, the newest first, with the count of the same read. */
export async function listProjects(reader: Reader, filter: ProjectFilter, limit: number, offset: number) {
  const all = [sql`true`];
  if (filter.organisationIds) all.push(sql`p.organisation_id = any(${[...filter.organisationIds]}::uuid[])`);
  if (filter.within) {
    const { accountId, departmentIds } = filter.within;
    all.push(
      sql`(p.steward_id = ${accountId} or exists (select 1 from projects.step s where s.project_id = p.id and s.department_id = any(${[...departmentIds]}::uuid[])))`,
    );
  }
  if (filter.state) all.push(sql`p.state = ${filter.state}`);
  if (filter.stewardId) all.push(sql`p.steward_id = ${filter.stewardId}`);
  if (filter.find) {
    const like = `%${filter.find.replace(/[\\%_]/g, '\\$&')}%`;
    all.push(sql`(p.name like ${like} or p.organisation_name like ${like} or p.number = ${filter.find})`);
  }
  const where = sql.join(all, sql` and `);
  const rows = await reader.many(sql<ProjectRow & { total: number }>`
    select n.total, q.* from (select count(*) as total from projects.project p where ${where}) n
      left join lateral (select ${sql.raw(listed)} from projects.project p where ${where}
        order by p.opened_at desc, p.id limit ${limit} offset ${offset}) q on true order by q.opened_at desc, q.id`);
  const { total } = rows[0]!;
  return { rows: rows.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])), total };
}
