/** HTTP for unannounced checks. */
import { getPlace } from '#modules/hall';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Handlers } from '#platform/http';
import { wholeRound } from '../rounds/rounds.ts';
import { beginCheck, cancelCheck, checkLineOf, drawCheck, getCheck, readerOf, wholeCheck } from './checks.ts';
import type { checkOperations } from './operations.ts';
import { listChecks } from './store.ts';

export function checkRoutes(ground: Ground): Handlers<typeof checkOperations> {
  const { db, clock } = ground;
  return {
    drawCheck: async ({ params, body, actor }) => {
      await getPlace(db, params.id);
      const { id } = await drawCheck(ground, actor, params.id, body);
      return wholeCheck(ground, await getCheck(ground, actor, id), actor);
    },
    listChecks: async ({ params, query, actor, allow }) => {
      allow({ owners: [actor.accountId!] });
      await getPlace(db, params.id);
      const { limit = 50, offset = 0, ...filter } = query;
      const today = shanghaiDay(clock.now());
      const found = await listChecks(db, { ...filter, outletId: params.id }, readerOf(actor), today, limit, offset);
      return { rows: found.rows.map((row) => checkLineOf(row, today)), total: found.total };
    },
    getCheck: async ({ params, actor, allow }) => {
      const row = await getCheck(ground, actor, params.id);
      allow({ owners: [...row.teamIds, row.drawnBy] });
      return wholeCheck(ground, row, actor);
    },
    beginCheck: async ({ params, body, actor, allow }) => {
      const row = await getCheck(ground, actor, params.id);
      allow({ owners: row.teamIds });
      return wholeRound(ground, await beginCheck(ground, actor, row, body.actionId), actor);
    },
    cancelCheck: async ({ params, body, actor, allow }) => {
      const row = await getCheck(ground, actor, params.id);
      allow({ owners: [...row.teamIds, row.drawnBy] });
      await cancelCheck(ground, actor, row, body);
      return wholeCheck(ground, await getCheck(ground, actor, row.id), actor);
    },
  };
}
