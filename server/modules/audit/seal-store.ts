/** SQL of sealing: the chain of seals, and the actions that go into them. The other trails are in `trails-store.ts`. */
import { caseStepped, type Opening } from '#modules/cases';
import { prepared, type Prepared, type Reader, type Tx } from '#platform/db';
import { actionTrail, type Sealed, type SealLine } from './merkle.ts';

const lineColumns = `seq, trail, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, from_tx::text as from_tx, from_id,
  to_tx::text as to_tx, to_id, count, root, list, prev_hash, hash`;

const tryLock = prepared<{ mine: boolean }>('select pg_try_advisory_xact_lock(727201021) as mine');
const last = prepared<SealLine>(`select ${lineColumns} from audit.seal order by seq desc limit 1`);
/**
 * The place in the stream of events up to which actions are sealed. A database that was restored into another server counts its
 * transactions anew: there the old place means nothing, and everything is sealed once more.
 */
export const sealedUpTo = `select to_tx, to_id from audit.seal
  where trail = '${actionTrail}' and to_tx <= pg_snapshot_xmax(pg_current_snapshot()) order by seq desc limit 1`;
const place = prepared<{ toTx: string; toId: number }>(`select to_tx::text as to_tx, to_id from (${sealedUpTo}) p`);
const linesAfter = prepared<SealLine>(`select ${lineColumns} from audit.seal where seq > $1 order by seq limit 1000`);
const insert = prepared(
  `insert into audit.seal (seq, at, from_tx, from_id, to_tx, to_id, count, root, prev_hash, hash, case_ids, seqs, leaves, trail, list, keys, names, to_key)
   values ($1, $2, $3::xid8, $4, $5::xid8, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
);
// In the order in which platform.event is read, and no further than the line below which no transaction can still commit.
const announced = prepared<Announced>(
  `select e.tx::text as tx, e.id, e.subject as case_id, (e.facts ->> 'seq')::int as seq, a.hash
     from platform.event e left join published.case_action a on a.case_id = e.subject and a.seq = (e.facts ->> 'seq')::int
    where (e.tx, e.id) > ($1::xid8, $2::bigint) and e.tx < pg_snapshot_xmin(pg_current_snapshot()) and e.name = '${caseStepped.name}'
    order by e.tx, e.id limit $3`,
);
// Without what corrections and sending on have moved since.
const openings = prepared<Opening>(
  `select id, number, track_code, item_id, item_version, item_name, door, outlet_id, person_id, organisation_id, agent_id, submitted_at,
     coalesce((select (facts ->> 'from')::uuid from published.case_action where case_id = c.id and kind = 'sendOn' order by seq limit 1),
              department_id) as department_id,
     coalesce((select facts ->> 'was' from published.case_action where case_id = c.id and kind = 'correct' and facts ? 'was' order by seq limit 1),
              applicant_name) as applicant_name
     from published.case_whole c where id = any($1)`,
);

/** Actions that are announced and wait for the next seal. */
export const pendingQuery = `select e.subject as case_id, (e.facts ->> 'seq')::int as seq from platform.event e where e.name = '${caseStepped.name}'
  and (e.tx, e.id) > (coalesce((select to_tx from (${sealedUpTo}) p), '0'), coalesce((select to_id from (${sealedUpTo}) p), 0))`;
const pendingCount = prepared<{ count: number }>(`select count(*) from (${pendingQuery}) p`);

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
export const findPlace = async (reader: Reader) => (await reader.maybe(place())) ?? { toTx: '0', toId: 0 };
export const readSealLines = (reader: Reader, afterSeq: number) => reader.many(linesAfter(afterSeq));
export const readAnnounced = (reader: Reader, tx: string, id: number, limit: number) =>
  reader.many(announced(tx, id, limit));
/** What cases were opened with. */
export const readOpenings = (reader: Reader, caseIds: readonly string[]) => reader.many(openings(caseIds));
/** Actions that wait for the next seal. */
export const countPending = async (reader: Reader): Promise<number> => (await reader.one(pendingCount())).count;

export function insertSeal(tx: Tx, seal: SealLine, sealed: Sealed): void {
  const { seq, at, fromTx, fromId, toTx, toId, count, root, prevHash, hash, trail, list } = seal;
  const { caseIds, seqs, keys, names, leaves } = sealed;
  const toKey = keys.reduce((most, key) => (key > most ? key : most), '');
  tx.write(insert(seq, at, fromTx, fromId, toTx, toId, count, root, prevHash, hash, caseIds, seqs, leaves, trail, list, keys, names, toKey)); // prettier-ignore
}

/** Statements that are not worth a name: cursors live as long as one transaction. */
export const once = <Row = never>(text: string, ...values: unknown[]): Prepared<Row> => ({ name: '', text, values });

/** Opens a view of everything as it is at one instant. It writes nothing, so it holds nobody else's horizon back. */
export const freeze = (tx: Tx): void => {
  tx.write(once('set transaction isolation level repeatable read read only'));
  tx.write(once('set local statement_timeout = 0'));
  // Sorts and joins over everything: this much each, and the disk beyond it.
  tx.write(once("set local work_mem = '64MB'"));
  tx.write(once('set local enable_nestloop = off'));
  // Rows are hashed as text, in which instants follow the session's zone.
  tx.write(once("set local timezone = 'UTC'"));
};

/** The rows of a query piece by piece, in constant memory. The name must be unique in the transaction. */
export async function* rowsOf<Row>(tx: Tx, name: string, query: string, piece = 1_000): AsyncGenerator<Row> {
  tx.write(once(`declare ${name} no scroll cursor for ${query}`));
  const fetch = () => {
    const coming = tx.many(once<Row>(`fetch ${piece} from ${name}`));
    // Its failure is met by whoever takes it.
    coming.catch(() => {});
    return coming;
  };
  // The next piece is on its way while this one is looked at.
  for (let coming = fetch(); ;) {
    const rows = await coming;
    if (rows.length === piece) coming = fetch();
    yield* rows;
    if (rows.length < piece) return;
  }
}

/** Every leaf of every seal over histories, by case and action. */
export const leavesQuery = `select u.case_id, u.seq, u.name, encode(u.leaf, 'hex') as leaf, s.seq as seal
  from audit.seal s cross join lateral unnest(s.case_ids, s.seqs, s.names, s.leaves) as u (case_id, seq, name, leaf)
  where s.trail = '${actionTrail}' order by u.case_id, u.seq, s.seq`;

/** Every seal with its leaves in one piece, and the hash of its list as it is now. */
export const sealsQuery = `select ${lineColumns},
  (select coalesce(string_agg(l, '' order by n), '') from unnest(leaves) with ordinality as x (l, n)) as leaves,
  encode(sha256(convert_to(concat_ws(E'\\n', array_to_string(case_ids, ','), array_to_string(seqs, ','), array_to_string(keys, ','),
    array_to_string(names, ',')), 'UTF8')), 'hex') as listed from audit.seal order by seal.seq`;

/** Actions that no seal holds and that none will: they were stored without being announced. */
export const missingQuery = `select a.case_id, a.seq, a.hash from published.case_action a
  where not exists (select 1 from (select unnest(case_ids) as case_id, unnest(seqs) as seq from audit.seal) s where s.case_id = a.case_id and s.seq = a.seq)
    and not exists (select 1 from (${pendingQuery}) p where p.case_id = a.case_id and p.seq = a.seq)
  order by a.case_id, a.seq`;
