/** SQL of ladders and of what went wrong with them. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import type { Ladder } from './ladder.ts';
import { warningProblems } from './problems.ts';

/** A version of a ladder. */
export interface LadderRow {
  id: string;
  /** Null: of the district. */
  departmentId: string | null;
  version: number;
  /** As it was stored; null: follows the district again, or what comes with the product. */
  body: unknown;
  savedAt: Date;
  savedBy: string;
}

ownConstraints({ ladder_version_key: () => warningProblems.changedMeanwhile() });

const inForce = prepared<LadderRow>(
  `select distinct on (department_id) id, department_id, version, body, saved_at, saved_by from warnings.ladder
    order by department_id, version desc limit 2000`,
);
/** The newest version of each ladder. */
export const findLadders = (reader: Reader): Promise<LadderRow[]> => reader.many(inForce());

export const findVersions = (reader: Reader, departmentId: string | null, limit: number): Promise<LadderRow[]> =>
  reader.many(
    sql<LadderRow>`select id, department_id, version, body, saved_at, saved_by from warnings.ladder
      where department_id is not distinct from ${departmentId}::uuid order by version desc limit ${limit}`,
  );

export const insertLadder = (tx: Tx, row: LadderRow & { body: Ladder | null }): void =>
  tx.write(
    sql`insert into warnings.ladder (id, department_id, version, body, saved_at, saved_by)
      values (${row.id}, ${row.departmentId}, ${row.version}, ${row.body && JSON.stringify(row.body)}::jsonb, ${row.savedAt}, ${row.savedBy})`,
  );

/** The cases that follow a ladder are looked at again: those of the department, or with null all. */
export const lookAgain = (tx: Tx, departmentId: string | null, at: Date): void =>
  tx.write(
    sql`update warnings.watch set next_at = ${at} where ${departmentId}::uuid is null or department_id = ${departmentId}::uuid`,
  );

export type FaultKind = 'unreadable' | 'postEmpty' | 'failed';
export interface NewFault {
  id: string;
  departmentId: string | null;
  kind: FaultKind;
  detail: string;
}
export interface FaultRow extends NewFault {
  firstAt: Date;
  lastAt: Date;
  times: number;
  settledAt: Date | null;
}

const noteFaults = prepared<{ id: string }>(
  `insert into warnings.fault as f (id, department_id, kind, detail, first_at, last_at, times)
   select id, "departmentId", kind, detail, $2, $2, 1
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "departmentId" uuid, kind text, detail text)
       on conflict (department_id, kind, detail) where settled_at is null do update set last_at = $2, times = f.times + 1
   returning f.id`,
);
/** Notes faults; returns the ids of those that were not known. */
export async function saveFaults(tx: Tx, faults: readonly NewFault[], at: Date): Promise<Set<string>> {
  const noted = new Set((await tx.many(noteFaults(JSON.stringify(faults), at))).map(({ id }) => id));
  return new Set(faults.map(({ id }) => id).filter((id) => noted.has(id)));
}

/** Open faults first, the newest of each first. */
export async function listFaults(
  reader: Reader,
  page: { open: boolean | undefined; limit: number; offset: number },
): Promise<{ rows: FaultRow[]; total: number }> {
  const where = page.open === undefined ? sql`true` : page.open ? sql`settled_at is null` : sql`settled_at is not null`;
  const found = await reader.many(sql<FaultRow & { total: number }>`
    select n.total, p.* from (select count(*)::int as total from warnings.fault where ${where}) n
      left join lateral (select id, department_id, kind, detail, first_at, last_at, times, settled_at from warnings.fault where ${where}
        order by settled_at is not null, last_at desc, id limit ${page.limit} offset ${page.offset}) p on true`);
  return {
    total: found[0]?.total ?? 0,
    rows: found.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])),
  };
}

/** Says that a fault was put right; undefined when there is none open of this id. */
export const settleFault = (tx: Tx, id: string, by: string, at: Date): Promise<{ id: string } | undefined> =>
  tx.maybe(
    sql<{
      id: string;
    }>`update warnings.fault set settled_at = ${at}, settled_by = ${by} where id = ${id} and settled_at is null returning id`,
  );

/** A new ladder of a department settles what was wrong with the one before. */
export const settleFaultsOf = (tx: Tx, departmentId: string | null, by: string, at: Date): void =>
  tx.write(
    sql`update warnings.fault set settled_at = ${at}, settled_by = ${by}
      where settled_at is null and department_id is not distinct from ${departmentId}::uuid`,
  );
