/** Databases that somebody else runs: their owners are no superusers. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDatabase } from '#server/prepare';
import { Database, sql } from './db.ts';
import { applicationRole, MigrationProblem } from './migrate.ts';
import { startCluster, type Cluster } from './postgres/cluster.ts';

let cluster: Cluster;
beforeAll(async () => void (cluster = await startCluster({ ephemeral: true })));
afterAll(() => cluster.stop());

const addressOf = (user: string, database: string): string => {
  const address = new URL(cluster.connectionString);
  address.pathname = `/${database}`;
  if (user) Object.assign(address, { username: user, password: 'trial' });
  return address.href;
};

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf('', 'postgres') });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const makeOwner = (name: string): Promise<void> =>
  asSuperuser(
    `create role ${name} login createrole password 'trial'`,
    `create database ${name} owner ${name} encoding 'UTF8' locale 'C.UTF-8' template template0`,
  );

/** The role under which the application stands on this database. */
async function roleOn(connectionString: string): Promise<string> {
  const db = new Database({ connectionString, role: applicationRole });
  try {
    return (await db.one(sql<{ role: string }>`select current_user as role`)).role;
  } finally {
    await db.close();
  }
}

test('an owner who may make roles makes the application’s and can act under it', async () => {
  await makeOwner('first_owner');
  const address = addressOf('first_owner', 'first_owner');
  expect((await prepareDatabase(address)).length).toBeGreaterThan(10);
  expect(await roleOn(address)).toBe(applicationRole);
  expect(await prepareDatabase(address)).toEqual([]);
});

test('where another owner has made the role, it says what a superuser has to do, and then goes on', async () => {
  await makeOwner('second_owner');
  const address = addressOf('second_owner', 'second_owner');
  const refused = await prepareDatabase(address).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(MigrationProblem);
  const command = /"(grant .*? to "second_owner")"/.exec((refused as Error).message)?.[1];
  await asSuperuser(command!);
  await prepareDatabase(address);
  expect(await roleOn(address)).toBe(applicationRole);
});
