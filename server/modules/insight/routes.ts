/** HTTP for the figures: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { nameOfAccounts } from '#modules/people';
import type { Ground } from '#platform/ground';
import { serve, type Ask } from '#platform/http';
import { insightContract, type FigureFilter } from './contract.ts';
import { exportCases } from './export-cases.ts';
import { readExports } from './figure-store.ts';
import { may } from './may.ts';
import { wantedOf, withinOf } from './period.ts';
import { listBehind, readFigures, readGrouped } from './read-figures.ts';
import { countersBelow } from './places.ts';

export function routes(app: FastifyInstance, ground: Ground): void {
  /** Asks whether the actor may, and says what is wanted within their reach. */
  const reach = async ({ actor, allow }: Pick<Ask, 'actor' | 'allow'>, { townId, ...filter }: FigureFilter) => {
    const within = withinOf(actor);
    allow({ departments: filter.departmentId ? [filter.departmentId] : (within ?? []) });
    const town = townId ? await countersBelow(ground, townId) : undefined;
    return wantedOf(filter, within, ground.clock.now(), town);
  };
  serve(app, 'insight', insightContract, may, {
    getFigures: async (ask) => readFigures(ground, await reach(ask, ask.query)),
    getGroups: async (ask) => readGrouped(ground, await reach(ask, ask.query), ask.query.by),
    listCases: async (ask) => {
      const { set, limit = 50, offset = 0, ...filter } = ask.query;
      return listBehind(ground, ask.actor, set, await reach(ask, filter), { limit, offset });
    },
    exportCases: async (ask) => {
      const { set, format, language = 'zh-CN', ...filter } = ask.body;
      const file = await exportCases(ground, ask.actor, set, await reach(ask, filter), { format, language });
      ask.reply.headers({
        'content-type': file.type,
        'content-disposition': `attachment; filename="export.${format}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      ask.reply.send(file.bytes);
    },
    listExports: async ({ query }) => {
      const { rows, total } = await readExports(ground.db, query.limit ?? 50, query.offset ?? 0);
      const names = await nameOfAccounts(ground.db, [...new Set(rows.map(({ accountId }) => accountId))]);
      return {
        rows: rows.map(({ caseSet, at, ...row }) => ({
          ...row,
          set: caseSet,
          at: at.toISOString(),
          accountName: names.get(row.accountId) ?? null,
        })),
        total,
      };
    },
  });
}
