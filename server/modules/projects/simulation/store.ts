/** SQL of simulated approvals. */
import type { Part } from '#modules/cases';
import { inserting, prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { projectProblems } from '../problems.ts';
import type { SimulationState } from './course.ts';
import type { Missing, Pins } from './pins.ts';

export interface SimulationRow {
  id: string;
  projectId: string;
  stepKey: string;
  state: SimulationState;
  missing: Missing[];
  content: Part;
  pins: Pins | null;
  again: string[] | null;
  opinion: string | null;
  proposal: 'grant' | 'refuse' | null;
  conditions: string | null;
  documentNumber: string | null;
  begunAt: Date;
  begunBy: string | null;
  examinedAt: Date | null;
  examinedBy: string | null;
  dueOn: string;
  nextAt: Date | null;
  caseId: string | null;
  endedAt: Date | null;
}

/** One that waits for a department, with what tells it apart. */
export interface WaitingRow {
  id: string;
  projectId: string;
  projectName: string;
  organisationName: string;
  itemName: string;
  itemNameEn: string | null;
  departmentId: string;
  state: SimulationState;
  begunAt: Date;
  dueOn: string;
}

ownConstraints({ simulation_of_step: () => projectProblems.simulatedAlready() });

const columns = [
  'id', 'project_id', 'step_key', 'state', 'missing', 'content', 'pins', 'again', 'opinion', 'proposal', 'conditions', 'document_number', 'begun_at',
  'begun_by', 'examined_at', 'examined_by', 'due_on', 'next_at', 'case_id', 'ended_at',
] as const; // prettier-ignore
const insertRow = inserting('projects.simulation', columns);
const byId = prepared<SimulationRow>('select * from projects.simulation where id = $1');
const lockById = prepared<SimulationRow>('select * from projects.simulation where id = $1 for update');
const ofProject = prepared<SimulationRow>(
  'select * from projects.simulation where project_id = $1 order by begun_at desc limit 100',
);
const formalOf = prepared<{ id: string; projectId: string; caseId: string }>(
  `select id, project_id, case_id from projects.simulation where case_id = any($1::uuid[]) and state = 'formal'`,
);
const due = prepared<{ id: string }>(
  'select id from projects.simulation where next_at <= $1 order by next_at limit 200',
);
const move = prepared(
  `update projects.simulation set state = $2, pins = $3, again = $4, opinion = $5, proposal = $6, conditions = $7, document_number = $8,
     examined_at = $9, examined_by = $10, next_at = $11, case_id = $12, ended_at = $13 where id = $1`,
);
const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

export function insertSimulation(tx: Tx, row: SimulationRow): void {
  tx.write(
    insertRow([
      row.id, row.projectId, row.stepKey, row.state, json(row.missing), json(row.content), json(row.pins), json(row.again), row.opinion, row.proposal,
      row.conditions, row.documentNumber, row.begunAt, row.begunBy, row.examinedAt, row.examinedBy, row.dueOn, row.nextAt, row.caseId, row.endedAt,
    ]),
  ); // prettier-ignore
}
export const updateSimulation = (tx: Tx, row: SimulationRow): void =>
  tx.write(
    move(
      row.id, row.state, json(row.pins), json(row.again), row.opinion, row.proposal, row.conditions, row.documentNumber, row.examinedAt,
      row.examinedBy, row.nextAt, row.caseId, row.endedAt,
    ),
  ); // prettier-ignore

export async function getSimulation(reader: Reader, id: string): Promise<SimulationRow> {
  const row = await reader.maybe(byId(id));
  if (!row) throw projectProblems.noSuchSimulation();
  return row;
}
export const findSimulation = (reader: Reader, id: string) => reader.maybe(byId(id));
/** A page of those that wait for these departments (undefined: for any), with the count of the same read. */
export async function waitingSimulations(
  reader: Reader,
  departmentIds: readonly string[] | undefined,
  limit: number,
  offset: number,
) {
  const where = departmentIds ? sql`st.department_id = any(${[...departmentIds]}::uuid[])` : sql`true`;
  const from = sql`projects.simulation s join projects.step st on st.project_id = s.project_id and st.key = s.step_key
    join projects.project p on p.id = s.project_id where s.state in ('begun', 'formal') and p.state = 'open' and ${where}`;
  const rows = await reader.many(sql<WaitingRow & { total: number }>`
    select n.total, q.* from (select count(*) as total from ${from}) n
      left join lateral (select s.id, s.project_id, p.name as project_name, p.organisation_name, st.item_name, st.item_name_en, st.department_id, s.state, s.begun_at,
          s.due_on from ${from} order by s.due_on, s.id limit ${limit} offset ${offset}) q on true order by q.due_on, q.id`);
  const { total } = rows[0]!;
  return { rows: rows.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])), total };
}
/** Takes it for this act. */
export async function lockSimulation(tx: Tx, id: string): Promise<SimulationRow> {
  const row = await tx.maybe(lockById(id));
  if (!row) throw projectProblems.noSuchSimulation();
  return row;
}
export const simulationsOf = (reader: Reader, projectId: string): Promise<SimulationRow[]> =>
  reader.many(ofProject(projectId));
/** Those that one of these cases is the formal case of, while it is not decided. */
export const formalOfCases = (reader: Reader, caseIds: readonly string[]) => reader.many(formalOf([...caseIds]));
/** Those whose time is over, and formal ones that may have been overtaken. */
export const dueSimulations = (reader: Reader, at: Date) => reader.many(due(at));
