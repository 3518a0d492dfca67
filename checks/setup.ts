/** Before all tests: one throw-away PostgreSQL with a migrated template that each test file clones. */
import type { TestProject } from 'vitest/node';
import { startCluster } from '#platform/postgres/cluster';
import { prepareDatabase } from '#server/prepare';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster({ ephemeral: true });
  const base = cluster.connectionString.replace(/\/[^/]*$/, '');
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: `${base}/postgres` });
  await client.connect();
  await client.query('create database yichuang_template');
  await client.end();
  await prepareDatabase(`${base}/yichuang_template`);
  project.provide('cluster', base);
  project.provide('template', 'yichuang_template');
  return () => cluster.stop();
}
