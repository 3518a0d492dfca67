/** Meddling with the database as its owner would, and putting it back: for tests of what finds it. */
import pg from 'pg';
import { beginning, hashAction, type Action } from '#modules/cases';
import { actionTrail, hashSeal, leafOf, rootOf, beforeFirst, type SealLine } from '../merkle.ts';

const tables = [
  'cases."case"',
  'cases.action',
  'documents.document',
  'documents.service',
  'offices.change',
  'audit.seal',
  'audit.verification',
  'platform.event',
];
const copyOf = (table: string): string => `kept.${table.replace(/\W/g, '_')}`;

export interface Owner {
  run(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  /** Puts everything back as it was when this was opened. */
  restore(): Promise<void>;
  actionsOf(caseId: string): Promise<Action[]>;
  /** Writes the history of a case again, with hashes that fit, and its line with it. */
  rewrite(caseId: string, change: (action: Action) => Action): Promise<void>;
  /** Writes all seals again so that they fit the actions as they are now. */
  reseal(): Promise<void>;
  close(): Promise<void>;
}

/** Connects as a superuser whose writes no trigger sees. */
export async function openOwner(connectionString: string): Promise<Owner> {
  const client = new pg.Client({ connectionString, types: { getTypeParser: (oid: number, format?: string) => (oid === 20 ? Number : pg.types.getTypeParser(oid, format as 'text')) } as never }); // prettier-ignore
  await client.connect();
  const run = (text: string, values: unknown[] = []) => client.query(text, values);
  await run('set session_replication_role = replica');
  await run('create schema kept');
  for (const table of tables) await run(`create table ${copyOf(table)} as table ${table}`);

  const camel = (row: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
        value,
      ]),
    );
  const actionsOf = async (caseId: string): Promise<Action[]> =>
    (await run('select * from cases.action where case_id = $1 order by seq', [caseId])).rows.map(camel) as never;

  return {
    run,
    actionsOf,
    restore: async () => {
      for (const table of tables) {
        await run(`truncate ${table} cascade`);
        await run(
          `insert into ${table} ${table === 'platform.event' ? 'overriding system value' : ''} table ${copyOf(table)}`,
        );
      }
    },
    rewrite: async (caseId, change) => {
      let prevHash = beginning;
      for (const action of await actionsOf(caseId)) {
        const changed = { ...change(action), prevHash };
        prevHash = hashAction(changed);
        await run(
          `update cases.action set facts = $3, kind = $4, from_state = $5, to_state = $6, at = $7, account_id = $8, prev_hash = $9, hash = $10
            where case_id = $1 and seq = $2`,
          [caseId, action.seq, JSON.stringify(changed.facts), changed.kind, changed.fromState, changed.toState, changed.at, changed.accountId, changed.prevHash, prevHash],
        ); // prettier-ignore
      }
      await run('update cases."case" set head_hash = $2 where id = $1', [caseId, prevHash]);
    },
    reseal: async () => {
      let prevHash = beforeFirst;
      const { rows } = await run(
        `select *, from_tx::text as from_tx, to_tx::text as to_tx from audit.seal order by seq`,
      );
      for (const row of rows) {
        const old = camel(row) as unknown as SealLine & { caseIds: string[]; seqs: number[] };
        const ids = String(old.caseIds).replace(/[{}]/g, '').split(',');
        const leaves: Buffer[] = (row as { leaves: Buffer[] }).leaves;
        for (const [i, caseId] of old.trail === actionTrail ? ids.entries() : []) {
          const found = await run('select hash from cases.action where case_id = $1 and seq = $2', [
            caseId,
            old.seqs[i],
          ]);
          if (found.rows[0]) leaves[i] = leafOf(caseId, old.seqs[i]!, found.rows[0].hash);
        }
        const seal = { ...old, at: (old.at as unknown as Date).toISOString(), root: rootOf(leaves), prevHash };
        prevHash = hashSeal(seal);
        await run('update audit.seal set root = $2, prev_hash = $3, hash = $4, leaves = $5 where seq = $1', [
          seal.seq,
          seal.root,
          seal.prevHash,
          prevHash,
          leaves,
        ]);
      }
    },
    close: () => client.end(),
  };
}
