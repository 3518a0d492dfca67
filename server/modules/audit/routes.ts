/** HTTP for the auditor. */
import type { FastifyInstance } from 'fastify';
import { nameOfAccounts } from '#modules/people';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { enqueue } from '#platform/jobs';
import { auditContract } from './contract.ts';
import { verifying } from './jobs.ts';
import { may } from './may.ts';
import { countPending } from './seal-store.ts';
import { searchTrail } from './search-trail.ts';
import { readSearches } from './trail-store.ts';
import { readSeals, readVerifications } from './verify-store.ts';

export function routes(app: FastifyInstance, ground: Ground): void {
  const named = (ids: readonly (string | null)[]) =>
    nameOfAccounts(
      ground.db,
      ids.filter((id) => id !== null),
    );
  serve(app, 'audit', auditContract, may, {
    listSeals: async ({ query }) => {
      const [{ rows, total }, pending] = await Promise.all([
        readSeals(ground.db, query.limit ?? 50, query.offset ?? 0),
        countPending(ground.db),
      ]);
      return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), total, pending };
    },
    listVerifications: async ({ query }) => {
      const { rows, total } = await readVerifications(ground.db, query.limit ?? 20, query.offset ?? 0);
      const names = await named(rows.map(({ accountId }) => accountId));
      return {
        rows: rows.map(({ accountId, at, ...row }) => ({
          ...row,
          at: at.toISOString(),
          accountName: (accountId && names.get(accountId)) || null,
        })),
        total,
      };
    },
    startVerification: async ({ actor }) => {
      // Under one name: asking twice is one check.
      await ground.db.transaction(async (tx) =>
        enqueue(tx, verifying, [{ payload: { accountId: actor.accountId! }, key: verifying.name }]),
      );
    },
    searchTrail: ({ query: { limit = 50, offset = 0, ...filter }, actor }) =>
      searchTrail(ground, actor, filter, { limit, offset }),
    listSearches: async ({ query }) => {
      const { rows, total } = await readSearches(ground.db, query.limit ?? 50, query.offset ?? 0);
      const names = await named(rows.map(({ accountId }) => accountId));
      return {
        rows: rows.map((row) => ({
          ...row,
          at: row.at.toISOString(),
          accountName: names.get(row.accountId) ?? null,
        })),
        total,
      };
    },
  });
}
