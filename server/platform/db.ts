/**
 * The database: Kysely writes the SQL (its builder where types help, its `sql` template where SQL reads better), `pg` carries
 * it. What a transaction writes is sent without waiting for each answer, so that an act costs two round trips: one to
 * read under lock, one to write and commit.
 */
import pg from 'pg';
import { flyAlone } from './flight.ts';
import { general, problemOfDatabaseError, Problem } from './problems.ts';
import { statementOf, type Runnable } from './statements.ts';
import { Asking, Journey, traced, Tx, type Reader } from './tx.ts';

export { sql } from 'kysely';
export { Tx, type Reader } from './tx.ts';
export { inserting, prepared, tablesOf, updating, type Prepared, type Runnable } from './statements.ts';

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
  if (isUnavailable(error)) return general.unavailable({}, error).after(2);
  // Class 22, data exception: text that PostgreSQL cannot hold (U+0000, half a surrogate pair), a date that does not exist.
  const state = (error as { code?: unknown } | null)?.code;
  if (typeof state === 'string' && /^22(P0[25]|0[0-9A-Z]{2})$/.test(state))
    return general.invalid({ reason: 'a value cannot be stored' }, error);
  // 53100 disk full, 53200 out of memory: nothing was stored, and an operator must act.
  const code = (error as { code?: unknown } | null)?.code;
  if (code === '53100' || code === '53200') return general.unavailable({}, error).after(30);
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

  /** Runs `act` in one transaction and commits. Whatever it throws rolls everything back. One that only writes has nothing to wait for. */
  async transaction<T>(act: (tx: Tx) => Promise<T> | T): Promise<T> {
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
