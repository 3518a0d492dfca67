/** SQL of checking: everything at one instant, in order, piece by piece. */
import { caseStepped } from '#modules/cases';
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { CaseLine, Finding, Leaf, StoredAction } from './check-case.ts';
import type { SealLine } from './merkle.ts';
import { leavesQuery, pendingQuery, rowsOf, sealsQuery } from './seal-store.ts';

const casesQuery = `select id, number, state, seq, head_hash, submitted_at, ended_at from published."case" order by id`;
const actionsQuery = `select a.*, a.at <> date_trunc('milliseconds', a.at) as finer from published.case_action a order by a.case_id, a.seq`;

export const streamCases = (tx: Tx) => rowsOf<CaseLine>(tx, 'every_case', casesQuery);
export const streamActions = (tx: Tx) => rowsOf<StoredAction>(tx, 'every_action', actionsQuery);
export const streamLeaves = (tx: Tx) => rowsOf<Leaf>(tx, 'every_leaf', leavesQuery);
export const streamSeals = (tx: Tx) => rowsOf<SealLine & { leaves: Buffer }>(tx, 'every_seal', sealsQuery, 20);
export const readPending = (tx: Tx) => tx.many(prepared<{ caseId: string; seq: number }>(pendingQuery)());
export const countActions = async (tx: Tx): Promise<number> =>
  (await tx.one(sql<{ count: number }>`select count(*) as count from published.case_action`)).count;

/** Numbers of cases that are gone, as far as their events still say them. */
export const numbersOf = async (reader: Reader, caseIds: readonly string[]): Promise<Map<string, string>> => {
  const rows = await reader.many(sql<{ id: string; number: string }>`
    select distinct subject as id, facts ->> 'number' as number from platform.event
     where name = ${caseStepped.name} and subject = any(${[...caseIds]}::uuid[])`);
  return new Map(rows.map(({ id, number }) => [id, number]));
};

export interface Verification {
  id: string;
  at: Date;
  accountId: string | null;
  seconds: number;
  cases: number;
  actions: number;
  seals: number;
  findings: number;
  firstFindings: Finding[];
}

export const noteVerification = (tx: Tx, run: Verification): void =>
  tx.write(sql`insert into audit.verification (id, at, account_id, seconds, cases, actions, seals, findings, first_findings)
    values (${run.id}, ${run.at}, ${run.accountId}, ${run.seconds}, ${run.cases}, ${run.actions}, ${run.seals}, ${run.findings},
            ${JSON.stringify(run.firstFindings)})`);

/** Checks, the last one first. */
export async function readVerifications(reader: Reader, limit: number, offset: number) {
  const rows = await reader.many(sql<Verification & { total: number }>`
    select v.*, count(*) over () as total from audit.verification v order by at desc, id desc limit ${limit} offset ${offset}`);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** Seals, the last one first. */
export async function readSeals(reader: Reader, limit: number, offset: number) {
  const rows = await reader.many(sql<{
    seq: number;
    at: Date;
    count: number;
    root: string;
    hash: string;
    total: number;
  }>`
    select seq, at, count, root, hash, count(*) over () as total from audit.seal order by seq desc limit ${limit} offset ${offset}`);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
