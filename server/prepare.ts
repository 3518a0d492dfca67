/** Brings a database to the shape that this version needs: jobs, platform, modules. */
import { applicationRole, migrate } from '#platform/migrate';
import { migrateJobs } from '#platform/jobs';
import { schemaSources } from './app.ts';

/** Returns the names of the migrations that were applied. */
export async function prepareDatabase(connectionString: string): Promise<string[]> {
  const applied = await migrate(connectionString, schemaSources);
  await migrateJobs(connectionString, applicationRole);
  return applied;
}
