/**
 * Work that happens later or outside the act: sending an SMS, nightly sweeps. Carried by graphile-worker in the same
 * database. Never on the hot path: a job added in each act costs four fifths of the throughput, an event row costs a tenth.
 */
import { Logger, parseCronItems, run, runMigrations, type CronItem, type Runner } from 'graphile-worker';
import pg from 'pg';
import { isUnavailable, sql, type Database, type Tx } from './db.ts';
import { migrationLock } from './migrate.ts';

/** A kind of job with the shape of its payload (ids only, no personal data). */
export interface JobType<Payload> {
  readonly name: string;
  /** How often it is tried before an operator is asked; the pauses grow exponentially. */
  readonly attempts: number;
  readonly __payload?: Payload;
}

export const defineJob = <Payload extends Record<string, unknown>>(name: string, attempts = 12): JobType<Payload> => ({
  name,
  attempts,
});

/** What runs a kind of job. Must be safe to run twice: the last attempt may have died after its effect. */
export interface JobHandler {
  readonly name: string;
  run(payload: never): Promise<void>;
}

export const handleJob = <Payload>(
  type: JobType<Payload>,
  handler: (payload: Payload) => Promise<void>,
): JobHandler => ({
  name: type.name,
  run: handler as (payload: never) => Promise<void>,
});

/** A job that runs by the clock (`match` is a cron pattern in UTC). Missed runs of a day are made up for, once. */
export interface Schedule {
  readonly job: string;
  readonly match: string;
}

/** Enqueues jobs in the transaction, all with one statement. `key` replaces an earlier job that has not begun. */
export function enqueue<Payload>(
  tx: Tx,
  type: JobType<Payload>,
  jobs: readonly { payload: Payload; runAt?: Date; key?: string }[],
): void {
  if (jobs.length === 0) return;
  const rows = jobs.map(({ payload, runAt, key }) => ({
    identifier: type.name,
    payload,
    run_at: runAt ?? null,
    job_key: key ?? null,
    max_attempts: type.attempts,
  }));
  tx.write(
    sql`select 1 from graphile_worker.add_jobs((
      select array_agg(row(r.identifier, r.payload, null, r.run_at, r.max_attempts::smallint, r.job_key, null, null)::graphile_worker.job_spec)
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r(identifier text, payload json, run_at timestamptz, job_key text, max_attempts int)), ${true})`,
  );
}

/** Makes graphile-worker's own tables and lets the application's role add jobs. Run by the owner of the database. */
export async function migrateJobs(connectionString: string, applicationRole: string): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'yichuang-migrate' });
  // A connection that ends says so to whoever asks on it; nobody asking, that is no reason to end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    // Two servers that grant at once would change the same rows of PostgreSQL's own tables, which it refuses.
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await runMigrations({ connectionString, logger: quietLogger(() => {}) });
    await client.query(`
      grant usage on schema graphile_worker to ${applicationRole};
      grant select, insert, update, delete on all tables in schema graphile_worker to ${applicationRole};
      grant usage, select on all sequences in schema graphile_worker to ${applicationRole};
      grant execute on all functions in schema graphile_worker to ${applicationRole};
      -- Its tables have row security without a policy, so that only their owner gets in.
      do $$ declare t record; begin
        for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity
            and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = '${applicationRole}')
        loop
          execute format('create policy ${applicationRole} on graphile_worker.%I for all to ${applicationRole} using (true) with check (true)', t.relname);
        end loop;
      end $$;`);
  } finally {
    await client.end();
  }
}

/** Its own log is for its developers; what goes wrong in a job reaches ours through `onError`. */
const quietLogger = (onError: (job: string, error: unknown) => void): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') onError('graphile-worker', new Error(message));
  });

export interface Worker {
  stop(): Promise<void>;
}

/**
 * The pool as the job runner sees it. It notes the end of a job without waiting for the answer, tries again only after the errors that it
 * knows, and lets every other one end the process (graphile-worker 0.18, `completeJob` and `failJob` in worker.ts). A database that is
 * away for a moment is such an error to it: here it gets the code of one that it knows, and notes the end of the job once it is back.
 */
function patient(pool: pg.Pool): pg.Pool {
  const known = (error: unknown): unknown =>
    isUnavailable(error)
      ? Object.assign(new Error((error as Error).message, { cause: error }), { code: '57P03' })
      : error;
  const on = <T extends object>(target: T, own: Partial<Record<PropertyKey, unknown>>): T =>
    new Proxy(target, {
      get(_, key) {
        if (key in own) return own[key];
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  const fails = async <T>(asked: Promise<T>): Promise<T> =>
    asked.catch((error: unknown) => {
      throw known(error);
    });
  const connect = (callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | void => {
    if (callback) return pool.connect(callback);
    return fails(pool.connect()).then((client) =>
      on(client, { query: (query: string, values?: unknown[]) => fails(client.query(query, values)) }),
    );
  };
  return on(pool, { connect, query: (query: string, values?: unknown[]) => fails(pool.query(query, values)) });
}

/** Starts working on jobs until it is stopped; a stop waits for what has begun. Should the runner end by itself, it is started again. */
export async function startWorker(
  db: Database,
  handlers: readonly JobHandler[],
  schedules: readonly Schedule[],
  onError: (job: string, error: unknown) => void,
): Promise<Worker> {
  const cron: CronItem[] = schedules.map(({ job, match }) => ({
    task: job,
    match,
    options: { backfillPeriod: 86_400_000 },
  }));
  const begin = (): Promise<Runner> =>
    run({
      pgPool: patient(db.pool),
      concurrency: 2,
      pollInterval: 1_000,
      noHandleSignals: true,
      logger: quietLogger(onError),
      parsedCronItems: parseCronItems(cron),
      taskList: Object.fromEntries(
        handlers.map((handler) => [
          handler.name,
          async (payload: unknown) => {
            try {
              await handler.run(payload as never);
            } catch (error) {
              onError(handler.name, error);
              throw error;
            }
          },
        ]),
      ),
    });
  let runner: Runner | undefined;
  let stopping = false;
  const watch = (begun: Runner): void => {
    runner = begun;
    const again = (error?: unknown): void => {
      runner = undefined;
      if (stopping) return;
      onError('graphile-worker', error ?? new Error('the job runner ended by itself and is started again'));
      setTimeout(() => void (stopping || begin().then(watch, again)), 1_000).unref();
    };
    begun.promise.then(again, again);
  };
  watch(await begin());
  return {
    stop: async () => {
      stopping = true;
      await runner?.stop();
    },
  };
}
