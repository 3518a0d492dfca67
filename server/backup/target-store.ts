/** SQL on the database into which a backup is to go, or into which one went only half. */
import pg from 'pg';
import { connectOwner, queueSchema } from './backup-store.ts';
import { BackupProblem } from './problem.ts';

const mark = 'yichuang_restore_unfinished';
const half = (): BackupProblem =>
  new BackupProblem(
    'A restore into this database did not come to its end, and what is there is not whole: make an empty database, and restore again.',
  );

async function marked(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query('select 1 from pg_namespace where nspname = $1', [mark]);
  return rows.length > 0;
}

/** For whoever opens a database: throws when a restore into it has not come to its end. */
export async function refuseUnfinishedDatabase(client: pg.ClientBase): Promise<void> {
  if (await marked(client)) throw half();
}

async function on<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connectOwner(url);
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/** Throws unless nothing of ours is in the database. */
export const refuseFullDatabase = (url: string, schemas: readonly string[]): Promise<void> =>
  on(url, async (client) => {
    if (await marked(client)) throw half();
    const { rows } = await client.query<{ name: string }>(
      'select nspname as name from pg_namespace where nspname = any($1) order by 1 limit 1',
      [[...schemas, queueSchema]],
    );
    if (rows.length > 0)
      throw new BackupProblem(
        `The database is not empty (it has a schema "${rows[0]!.name}"): make an empty one with ENCODING 'UTF8', and set DATABASE_URL to it.`,
      );
  });

export const markDatabase = (url: string): Promise<unknown> =>
  on(url, (client) => client.query(`create schema ${mark}`));
export const unmarkDatabase = (url: string): Promise<unknown> =>
  on(url, (client) => client.query(`drop schema ${mark}`));

/** Takes back what a failed restore has made. The mark goes last. */
export const clearDatabase = (url: string, schemas: readonly string[]): Promise<void> =>
  on(url, async (client) => {
    for (const name of [...schemas, queueSchema, 'published', mark])
      await client.query(`drop schema if exists ${pg.escapeIdentifier(name)} cascade`);
  });
