/** SQL of sealing. */
import { caseStepped } from '#modules/cases';
import { prepared, type Prepared, type Reader, type Tx } from '#platform/db';
import type { SealLine } from './merkle.ts';

const lineColumns = `seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, from_tx::text as from_tx, from_id,
  to_tx::text as to_tx, to_id, count, root, prev_hash, hash`;

const tryLock = prepared<{ mine: boolean }>('select pg_try_advisory_xact_lock(727201021) as mine');
const last = prepared<SealLine & { foreign: boolean }>(
  `select ${lineColumns}, to_tx > pg_snapshot_xmax(pg_current_snapshot()) as foreign from audit.seal order by seq desc limit 1`,
);
const linesAfter = prepared<SealLine>(`select ${lineColumns} from audit.seal where seq > $1 order by seq limit 1000`);
const insert = prepared(
  `insert into audit.seal (seq, at, from_tx, from_id, to_tx, to_id, count, root, prev_hash, hash, case_ids, seqs, leaves)
   values ($1, $2, $3::xid8, $4, $5::xid8, $6, $7, $8, $9, $10, $11, $12, $13)`,
);
// In the order in which platform.event is read, and no further than the line below which no transaction can still commit.
const announced = prepared<Announced>(
  `select e.tx::text as tx, e.id, e.subject as case_id, (e.facts ->> 'seq')::int as seq, a.hash
     from platform.event e left join published.case_action a on a.case_id = e.subject and a.seq = (e.facts ->> 'seq')::int
    where (e.tx, e.id) > ($1::xid8, $2::bigint) and e.tx < pg_snapshot_xmin(pg_current_snapshot()) and e.name = '${caseStepped.name}'
    order by e.tx, e.id limit $3`,
);
const pendingCount = prepared<{ count: number }>(
  `select count(*) from platform.event e where e.name = '${caseStepped.name}'
      and (e.tx, e.id) > (coalesce((select to_tx from audit.seal order by seq desc limit 1), '0'),
                          coalesce((select to_id from audit.seal order by seq desc limit 1), 0))`,
);

/** An action that was announced; without a hash when it was gone before it could be sealed. */
export interface Announced {
  tx: string;
  id: number;
  caseId: string;
  seq: number;
  hash: string | null;
}

/** True when this transaction may seal: one at a time, so that the chain has no forks. */
export const mayICloseSeal = async (tx: Tx): Promise<boolean> => (await tx.one(tryLock())).mine;
export const findLastSeal = (reader: Reader) => reader.maybe(last());
export const readSealLines = (reader: Reader, afterSeq: number) => reader.many(linesAfter(afterSeq));
export const readAnnounced = (reader: Reader, tx: string, id: number, limit: number) =>
  reader.many(announced(tx, id, limit));
/** Actions that wait for the next seal. */
export const countPending = async (reader: Reader): Promise<number> => (await reader.one(pendingCount())).count;

export function insertSeal(
  tx: Tx,
  seal: SealLine,
  actions: readonly { caseId: string; seq: number }[],
  leaves: readonly Buffer[],
): void {
  const { seq, at, fromTx, fromId, toTx, toId, count, root, prevHash, hash } = seal;
  const caseIds = actions.map(({ caseId }) => caseId);
  const seqs = actions.map((action) => action.seq);
  tx.write(insert(seq, at, fromTx, fromId, toTx, toId, count, root, prevHash, hash, caseIds, seqs, [...leaves]));
}

/** Statements that are not worth a name: cursors live as long as one transaction. */
const once = <Row = never>(text: string): Prepared<Row> => ({ name: '', text, values: [] });

/** Opens a view of everything as it is at one instant. It writes nothing, so it holds nobody else's horizon back. */
export const freeze = (tx: Tx): void => {
  tx.write(once('set transaction isolation level repeatable read read only'));
  tx.write(once('set local statement_timeout = 0'));
};

/** The rows of a query piece by piece, in constant memory. The name must be unique in the transaction. */
export async function* rowsOf<Row>(tx: Tx, name: string, query: string, piece = 1_000): AsyncGenerator<Row> {
  tx.write(once(`declare ${name} no scroll cursor for ${query}`));
  for (;;) {
    const rows = await tx.many(once<Row>(`fetch ${piece} from ${name}`));
    yield* rows;
    if (rows.length < piece) return;
  }
}

/** Every leaf of every seal, by case and action. */
export const leavesQuery = `select u.case_id, u.seq, encode(u.leaf, 'hex') as leaf, s.seq as seal
  from audit.seal s cross join lateral unnest(s.case_ids, s.seqs, s.leaves) as u (case_id, seq, leaf) order by u.case_id, u.seq, s.seq`;

/** Every seal with its leaves in one piece. */
export const sealsQuery = `select ${lineColumns},
  (select coalesce(string_agg(l, '' order by n), '') from unnest(leaves) with ordinality as x (l, n)) as leaves from audit.seal order by seal.seq`;

/** Actions that are announced and wait for the next seal. */
export const pendingQuery = `select e.subject as case_id, (e.facts ->> 'seq')::int as seq from platform.event e where e.name = '${caseStepped.name}'
  and (e.tx, e.id) > (coalesce((select to_tx from audit.seal order by seq desc limit 1), '0'), coalesce((select to_id from audit.seal order by seq desc limit 1), 0))`;

/** Actions that no seal holds and that none will: they were stored without being announced. */
export const missingQuery = `select a.case_id, a.seq, a.hash from published.case_action a
  where not exists (select 1 from (select unnest(case_ids) as case_id, unnest(seqs) as seq from audit.seal) s where s.case_id = a.case_id and s.seq = a.seq)
    and not exists (select 1 from (${pendingQuery}) p where p.case_id = a.case_id and p.seq = a.seq)
  order by a.case_id, a.seq`;
