/** SQL of checking: everything at one instant, in order, piece by piece. */
import type { Line } from '#modules/cases';
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { Finding, Leaf, StoredAction } from './check-case.ts';
import type { SealLine } from './merkle.ts';
import { leavesQuery, pendingQuery, rowsOf, sealsQuery } from './seal-store.ts';

const casesQuery = `select * from published.case_whole order by id`;
const actionsQuery = `select a.*, a.at <> date_trunc('milliseconds', a.at) as finer from published.case_action a order by a.case_id, a.seq`;

export const streamCases = (tx: Tx) => rowsOf<Line>(tx, 'every_case', casesQuery, 500);
export const streamActions = (tx: Tx) => rowsOf<StoredAction>(tx, 'every_action', actionsQuery);
export const streamLeaves = (tx: Tx) => rowsOf<Leaf>(tx, 'every_leaf', leavesQuery);
export const streamSeals = (tx: Tx) => rowsOf<StoredSeal>(tx, 'every_seal', sealsQuery, 20);
export const readPending = (tx: Tx) => tx.many(prepared<{ caseId: string; seq: number }>(pendingQuery)());
export const countActions = async (tx: Tx): Promise<number> =>
  (await tx.one(sql<{ count: number }>`select count(*) as count from published.case_action`)).count;

/** A seal as it is stored: its leaves one after the other, 32 bytes each, and the hash of its list as it is now. */
export interface StoredSeal extends SealLine {
  leaves: Buffer;
  listed: string;
}

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
  /** Of the last seal that was seen. */
  lastHash: string | null;
}

export const noteVerification = (tx: Tx, run: Verification): void =>
  tx.write(sql`insert into audit.verification (id, at, account_id, seconds, cases, actions, seals, findings, first_findings, last_hash)
    values (${run.id}, ${run.at}, ${run.accountId}, ${run.seconds}, ${run.cases}, ${run.actions}, ${run.seals}, ${run.findings},
            ${JSON.stringify(run.firstFindings)}, ${run.lastHash})`);

/** How far the chain of seals reached whenever it was checked before. */
export const readEarlier = (reader: Reader) =>
  reader.many(
    sql<{ at: Date; seals: number; lastHash: string }>`
      select distinct on (seals, last_hash) at, seals, last_hash from audit.verification
       where last_hash is not null order by seals, last_hash, at`,
  );

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
    trail: string;
    count: number;
    root: string;
    hash: string;
    total: number;
  }>`
    select seq, at, trail, count, root, hash, count(*) over () as total from audit.seal order by seq desc limit ${limit} offset ${offset}`);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
