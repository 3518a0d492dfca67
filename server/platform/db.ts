/**
 * The database: Kysely writes the SQL (its builder where types help, its `sql` template where SQL reads better), `pg` carries
 * it. What a transaction writes is sent without waiting for each answer, so that an act costs two round trips: one to
 * read under lock, one to write and commit.
 */
import pg from 'pg';
import { Flight, flyAlone, type Statement } from './flight.ts';
import { general, problemOfDatabaseError, Problem } from './problems.ts';
import { changeAll, statementOf, type Change, type Runnable } from './statements.ts';

export { sql } from 'kysely';
export { inserting, prepared, tablesOf, updating, type Prepared, type Runnable } from './statements.ts';

/** What can be asked of a database, inside a transaction or outside. */
export interface Reader {
  many<Row>(query: Runnable<Row>): Promise<Row[]>;
  maybe<Row>(query: Runnable<Row>): Promise<Row | undefined>;
  /** The one row that must be there; its absence is a fault of ours. */
  one<Row>(query: Runnable<Row>): Promise<Row>;
}

abstract class Asking implements Reader {
  abstract many<Row>(query: Runnable<Row>): Promise<Row[]>;
  async maybe<Row>(query: Runnable<Row>): Promise<Row | undefined> {
    return (await this.many(query))[0];
  }
  async one<Row>(query: Runnable<Row>): Promise<Row> {
    const row = (await this.many(query))[0];
    if (row === undefined) throw new Error('a row that must exist was not there');
    return row;
  }
}

const begin: Statement = { name: 'begin', text: 'begin', values: [] };
const commit: Statement = { name: 'commit', text: 'commit', values: [] };
const rollback: Statement = { name: 'rollback', text: 'rollback', values: [] };
/** Statements in one flight at most, so that a load of thousands does not lie in memory twice. */
const seats = 100;

/** A connection on which statements that are asked in the same breath travel together; one flight is in the air at a time. */
class Journey extends Asking {
  protected readonly client: pg.PoolClient;
  protected next = new Flight();
  protected inAir: Promise<void> | undefined;
  #hurry = false;
  #ended = false;

  constructor(client: pg.PoolClient) {
    super();
    this.client = client;
  }

  async many<Row>(query: Runnable<Row>): Promise<Row[]> {
    // What goes on after a neighbour has failed must not speak on a connection that is somebody else's by now.
    if (this.#ended) throw new Error('this was asked after the end of the transaction');
    const answer = this.next.board(statementOf(query));
    queueMicrotask(() => this.depart());
    try {
      return (await answer).rows as Row[];
    } catch (error) {
      throw traced(error);
    }
  }

  protected depart(): void {
    if (this.inAir) {
      this.#hurry = true;
      return;
    }
    const flight = this.next;
    if (flight.size === 0) return;
    this.next = new Flight();
    this.inAir = flight.fly(this.client).then(() => {
      this.inAir = undefined;
      if (!this.#hurry) return;
      this.#hurry = false;
      this.depart();
    });
  }

  /** @internal Gives up what was not sent, and waits for what was. */
  async end(broken: boolean): Promise<void> {
    this.#ended = true;
    this.#hurry = false;
    this.next.cancel(new Error('the transaction was given up'));
    if (!broken) await this.inAir;
  }
}

/** A transaction in progress. All that is written through it happens, or none of it. */
export class Tx extends Journey {
  #begun = false;
  #changes: Change[] = [];
  #failed: unknown;
  #after: (() => void)[] = [];

  constructor(client: pg.PoolClient) {
    super(client);
    this.#send(begin);
  }

  override async many<Row>(query: Runnable<Row>): Promise<Row[]> {
    this.#flush();
    this.#begun = true;
    try {
      return await super.many(query);
    } catch (error) {
      // A write sent earlier may have failed first; its error is the real one.
      throw this.#failed ?? error;
    }
  }

  /** Sends a statement without waiting for its answer. Its failure fails the next read or the commit. */
  write(query: Runnable<unknown> | Change): void {
    if ('to' in query) {
      const { mergeable, table } = query.to;
      if (!mergeable && this.#changes.some(({ to }) => to.table === table)) this.#flush();
      this.#changes.push(query);
      return;
    }
    // In the order in which they were written: this one may build on rows that were gathered before it.
    this.#flush();
    this.#send(statementOf(query));
  }

  /** Sends the changes that were gathered. */
  #flush(): void {
    if (this.#changes.length === 0) return;
    const changes = this.#changes;
    this.#changes = [];
    this.#send(changeAll(changes));
  }

  #send(statement: Statement): void {
    this.next.board(statement).catch((error: unknown) => (this.#failed ??= error));
    if (this.next.size < seats) return;
    this.#begun = true;
    this.depart();
  }

  /** Runs once the transaction is durable; never when it was rolled back. For waking things up, not for effects that matter. */
  onCommit(wake: () => void): void {
    this.#after.push(wake);
  }

  /** @internal */
  async finish(): Promise<void> {
    this.#flush();
    // Nothing was asked and nothing was written.
    if (!this.#begun && this.next.size === 1) return;
    const committed = this.next.board(commit);
    this.#begun = true;
    this.depart();
    const answer = await committed.catch((error: unknown) => {
      throw this.#failed ?? error;
    });
    if (this.#failed !== undefined) throw this.#failed;
    // A transaction with a failed statement answers ROLLBACK to COMMIT without an error.
    if (answer.tag !== 'COMMIT') throw new Error('the transaction was rolled back by the database');
    for (const wake of this.#after) wake();
  }

  /** @internal */
  async abandon(broken: boolean): Promise<void> {
    await this.end(broken);
    if (this.#begun && !broken) await flyAlone(this.client, rollback).catch(() => {});
  }
}

/** With the way from here in its stack: where an answer comes in says nothing of who asked. */
function traced(error: unknown): unknown {
  if (error instanceof Error) Error.captureStackTrace(error);
  return error;
}

export interface DatabaseOptions {
  connectionString: string;
  /** Connections at most. More than about four per core of the database only adds waiting. */
  poolSize?: number;
  /** Milliseconds after which a statement is cancelled; 0 for none. */
  statementTimeout?: number;
  /** Role taken on each connection: the one without update or delete on trails. */
  role?: string;
  onIdleError?: (error: Error) => void;
}

/** SQLSTATE classes that mean "the database is not there now": connection trouble and shutting down. */
const gone = /^(08|57P0|53300)/;
const goneCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'ENOTFOUND']);

/** Whether an error means that the database is out of reach, so that the same request may work in a moment. */
export function isUnavailable(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && (gone.test(code) || goneCodes.has(code))) return true;
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/.test(
      error.message,
    )
  );
}

/** Translates what the database threw into what the caller can act on; leaves everything else as it is. */
export function translate(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const meant = problemOfDatabaseError(error);
  if (meant) return meant;
  if (isUnavailable(error))
    return new Problem('general.unavailable', 503, general.unavailable().message, { cause: error, retryAfter: 2 });
  // Class 22, data exception: text that PostgreSQL cannot hold (U+0000, half a surrogate pair), a date that does not exist.
  const state = (error as { code?: unknown } | null)?.code;
  if (typeof state === 'string' && /^22(P0[25]|0[0-9A-Z]{2})$/.test(state))
    return general.invalid({ reason: 'a value cannot be stored' }, error);
  // 53100 disk full, 53200 out of memory: nothing was stored, and an operator must act.
  const code = (error as { code?: unknown } | null)?.code;
  if (code === '53100' || code === '53200')
    return new Problem('general.unavailable', 503, general.unavailable().message, { cause: error, retryAfter: 30 });
  return error;
}

/** A statement that is a transaction of its own. */
async function alone<Row>(pool: pg.Pool, query: Runnable<Row>): Promise<Row[]> {
  const statement = statementOf(query);
  let client: pg.PoolClient | undefined;
  let broken = false;
  try {
    client = await pool.connect();
    return (await flyAlone(client, statement)).rows as Row[];
  } catch (error) {
    broken = isUnavailable(error);
    throw translate(traced(error));
  } finally {
    client?.release(broken);
  }
}

class Aside extends Asking {
  #pool: pg.Pool;
  constructor(pool: pg.Pool) {
    super();
    this.#pool = pool;
  }
  many<Row>(query: Runnable<Row>): Promise<Row[]> {
    return alone(this.#pool, query);
  }
}

export class Database extends Asking {
  readonly pool: pg.Pool;
  /**
   * One connection more, for short statements of their own that are needed in the middle of a transaction (a block of
   * numbers): were they to wait for the pool, transactions that fill the pool would wait for themselves.
   */
  readonly aside: Reader;
  readonly #asidePool: pg.Pool;
  #closing = false;

  constructor(options: DatabaseOptions) {
    super();
    // Connections say goodbye after their pool has ended; that they do is no news then.
    const onIdleError = (error: Error): void => {
      if (!this.#closing) options.onIdleError?.(error);
    };
    const settings = {
      connectionString: options.connectionString,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
      application_name: 'yichuang',
      // A statement that runs longer than this is a mistake of ours; it must not hold a connection for ever.
      options: `-c statement_timeout=${options.statementTimeout ?? 30_000}${options.role ? ` -c role=${options.role}` : ''}`,
    } as pg.PoolConfig;
    this.pool = new pg.Pool({ ...settings, max: options.poolSize ?? 12 });
    this.#asidePool = new pg.Pool({ ...settings, max: 1 });
    this.aside = new Aside(this.#asidePool);
    this.#asidePool.on('error', onIdleError);
    this.pool.on('error', onIdleError);
    // A connection that is in use reports its end to whoever uses it; without this it would end the process as well.
    this.pool.on('connect', (client) => client.on('error', onIdleError));
  }

  many<Row>(query: Runnable<Row>): Promise<Row[]> {
    return alone(this.pool, query);
  }

  /**
   * Asks several things on one connection, so that what is asked in the same breath (`Promise.all`) costs one round trip. For
   * reading only: a statement that fails takes those behind it along.
   */
  async together<T>(ask: (reader: Reader) => Promise<T>): Promise<T> {
    let client: pg.PoolClient;
    try {
      client = await this.pool.connect();
    } catch (error) {
      throw translate(error);
    }
    const journey = new Journey(client);
    let broken = false;
    try {
      return await ask(journey);
    } catch (error) {
      broken = isUnavailable(error);
      throw translate(error);
    } finally {
      await journey.end(broken);
      client.release(broken);
    }
  }

  /** Runs `act` in one transaction and commits. Whatever it throws rolls everything back. */
  async transaction<T>(act: (tx: Tx) => Promise<T>): Promise<T> {
    let client: pg.PoolClient;
    try {
      client = await this.pool.connect();
    } catch (error) {
      throw translate(error);
    }
    const tx = new Tx(client);
    let broken: boolean | Error = false;
    try {
      const result = await act(tx);
      await tx.finish();
      return result;
    } catch (error) {
      broken = isUnavailable(error);
      await tx.abandon(broken);
      throw translate(error);
    } finally {
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all([this.pool.end(), this.#asidePool.end()]);
  }
}
