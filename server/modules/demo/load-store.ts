/**
 * The SQL of loading: what a restore from a backup would write, row by row with COPY, in one transaction on a connection of its own under
 * the owner of the database. Histories are not acts: no events, no locks, and the trails are filled as they would have been.
 */
import pg from 'pg';
import { entryColumns } from '#modules/lockers';
import { sql, type Reader, type Tx } from '#platform/db';
import type { Ground } from '#platform/ground';

/** What a cell can be; dates go as instants, objects as JSON. */
type Cell = string | number | boolean | Date | null | object;
export type Row = readonly Cell[];

/** The tables that histories fill, with their columns in the order of the rows. */
export const tables = {
  case: 'cases."case" (id, number, track_code, item_id, item_version, item_name, department_id, outlet_id, door, person_id, organisation_id, agent_id, applicant_name, state, holder_id, seq, head_hash, submitted_at, accepted_at, decided_at, ended_at, outcome, target_on, fatal_on, due_rule, due_provisional, due_from, next_at, fee_state, rated, clock_events, paused_since, forecast_on, decided_due, wants, calendar_no, hearing, expires_on, warned)',
  action: 'cases.action (case_id, seq, id, kind, from_state, to_state, at, account_id, role, place_id, facts, prev_hash, hash)',
  undertaking: 'cases.undertaking (id, case_id, material_id, material_name, kind, state, made_on, due_on, person_id, organisation_id, department_id, sampled, remind_at, next_at, ended_at)',
  promiseRecord: 'cases.promise_record (id, undertaking_id, case_id, person_id, organisation_id, entered_at, what, barred_until)',
  document: 'documents.document (id, kind, number, department_id, subject_kind, subject_id, recipient_id, data, template_version, hash, verify_code, issued_at)',
  service: 'documents.service (id, document_id, way, served_on, account_id, received_by, proof, review_until, action_until, provisional, created_at)',
  file: 'documents.file (id, owner_id, sha256, stored_sha256, size, media_type, name, key, width, height, pages, created_at, subject_kind, subject_id, attached_at)',
  fee: 'payments.fee_order (id, subject_id, department_id, payer_id, items, facts, total_fen, paid_fen, refunded_fen, state, receipt_id, created_at, settled_at)',
  movement: 'payments.movement (id, order_id, kind, amount_fen, method, provider_ref, account_id, reason, at)',
  refundDone: 'payments.refund_done (movement_id, provider_id, at)',
  rating: 'ratings.rating (id, case_id, case_number, item_id, item_name, department_id, outlet_id, door, level, reasons, comment, via, account_id, at, on_day)',
  handling: 'ratings.handling (rating_id, state, changed_at)',
  entry: `lockers.entry (${entryColumns})`,
  entryAct: 'lockers.act (id, entry_id, act, at, account_id, reason)',
  notice: 'notices.notice (id, person_id, account_id, subject_id, template, facts, created_at, read_at)',
  ladder: 'warnings.ladder (id, department_id, version, body, saved_at, saved_by)',
  watch: 'warnings.watch (case_id, department_id, since, next_at, calendar_no)',
  warning: 'warnings.warning (id, case_id, department_id, due_rule, due_from, about, due_on, days, outcome, ladder_id, told, at)',
} as const; // prettier-ignore
export type Table = keyof typeof tables;

const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (letter) => escapes[letter]!) : text;

function cellText(cell: Cell): string {
  if (typeof cell === 'string') return escaped(cell);
  if (cell === null) return '\\N';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (cell instanceof Date) return cell.toISOString();
  return escaped(JSON.stringify(cell));
}

/** Rows in the text format of COPY. */
export function copyText(rows: readonly Row[]): string {
  let text = '';
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) text += i === 0 ? cellText(row[0]!) : `\t${cellText(row[i]!)}`;
    text += '\n';
  }
  return text;
}

interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** `pg` speaks COPY and offers no call for it: what it hands its queries is answered here. */
class CopyIn {
  readonly done: Promise<void>;
  #settle!: { resolve: () => void; reject: (error: Error) => void };
  readonly #text: string;
  readonly #data: string;

  constructor(text: string, data: string) {
    this.#text = text;
    this.#data = data;
    this.done = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
  }
  submit(connection: CopyConnection): void {
    connection.query(this.#text);
  }
  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(Buffer.from(this.#data));
    connection.endCopyFrom();
  }
  handleCommandComplete(): void {}
  handleReadyForQuery(): void {
    this.#settle.resolve();
  }
  handleError(error: Error): void {
    this.#settle.reject(error);
  }
}

/** A connection of the owner: the role of the application may not analyse, empty tables, or leave indexes for later. */
export async function connectOwner(ground: Pick<Ground, 'db'>): Promise<pg.Client> {
  const { connectionString } = ground.db.pool.options;
  const client = new pg.Client({
    ...(connectionString ? { connectionString } : {}),
    application_name: 'yichuang-demo',
  });
  // A connection that ends says so to whoever asks on it; nobody asking, that is no reason to end the process.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Copies rows into a table. */
export async function copyRows(client: pg.Client, table: Table, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const copy = new CopyIn(`copy ${tables[table]} from stdin`, copyText(rows));
  client.query(copy as unknown as pg.Submittable);
  await copy.done;
}

/** What was loaded, or begun. */
export interface Loaded {
  seed: number;
  asOf: string;
  begunAt: Date;
  endedAt: Date | null;
  counts: Record<string, number>;
}

export const findLoaded = (reader: Reader): Promise<Loaded | undefined> =>
  reader.maybe(sql<Loaded>`select seed, as_of, begun_at, ended_at, counts from demo.loaded`);

export const markBegun = (tx: Tx, plan: { seed: number; asOf: string }, at: Date): void =>
  tx.write(sql`insert into demo.loaded (seed, as_of, begun_at) values (${plan.seed}, ${plan.asOf}, ${at})`);

/** The end of loading, when nothing is left to be done. */
export const markEnded = (client: pg.Client, at: Date, counts: Record<string, number>): Promise<unknown> =>
  client.query('update demo.loaded set ended_at = $1, counts = $2', [at, JSON.stringify(counts)]);

/** Whether somebody works in this district already. */
export const isEmpty = async (reader: Reader): Promise<boolean> =>
  (
    await reader.one(
      sql<{ empty: boolean }>`select not exists (select from offices.department)
        and not exists (select from people.account) and not exists (select from cases."case") as empty`,
    )
  ).empty;

/** Lets the series of display numbers go on after the last one that was given. */
export const advanceNumbers = (client: pg.Client, last: ReadonlyMap<string, number>): Promise<unknown> =>
  client.query(
    `insert into platform.number_block as b (series, next) select series, last + 1 from unnest($1::text[], $2::bigint[]) as n(series, last)
     on conflict (series) do update set next = greatest(b.next, excluded.next)`,
    [[...last.keys()], [...last.values()]],
  );

/** Tables that are never emptied: what migrations wrote, and how far reactions have read. */
const kept = ['catalogue.revision', 'platform.migration', 'platform.append_only_table', 'platform.reaction'];

/** Empties the whole district. For demo mode alone: nothing asks whose rows they are. */
export async function emptyDistrict(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname <> all (array['pg_catalog', 'information_schema', 'pg_toast', 'public'])
        and n.nspname not like 'graphile%' and n.nspname not like 'pg\\_%'`,
  );
  const names = rows.map(({ name }) => name).filter((name) => !kept.includes(name));
  await client.query(`truncate ${names.join(', ')}`);
}

/** Forgets what the acts of loading have announced: their messages would come months late. */
export const forgetEvents = (client: pg.Client): Promise<unknown> =>
  client.query(
    "delete from platform.event where name like 'cases.%' or name like 'matters.%' or name like 'projects.%' or name like 'improvements.%' or name like 'prereview.%' or name like 'hall.%' or name like 'remotehelp.%'", // prettier-ignore
  );

/** Lets the planner know what is there now. */
export const analyse = (client: pg.Client): Promise<unknown> => client.query('analyze');

/**
 * What PostgreSQL does by itself in the hours after so much was written: mark pages that everybody may see, so that an index alone answers,
 * and sum up block ranges, of which it is told of too many at once.
 */
export const tidy = async (client: pg.Client): Promise<unknown> => {
  await client.query('set statement_timeout = 0');
  return client.query('vacuum (analyze)');
};

/** One loading at a time, whoever begins it; the lock ends with the connection. */
export const lockLoading = (client: pg.Client): Promise<unknown> => client.query('select pg_advisory_lock(727201002)');

/** Whether another process of ours is connected: one that was there before this one began. */
export async function otherServers(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
      where datname = current_database() and application_name = 'yichuang' and backend_start < now() - make_interval(secs => $1)`,
    [process.uptime()],
  );
  return rows[0]!.n > 0;
}

/** Begins the transaction of the histories. It is one, so that a crash leaves none; and it may take minutes. */
export async function beginCases(client: pg.Client): Promise<void> {
  await client.query('begin');
  await client.query('set local statement_timeout = 0');
  await client.query("set local work_mem = '64MB'");
  // Tables that were just emptied look small to the planner, and the look at the action before would read all of them for each row.
  await client.query('set local enable_seqscan = off');
}
