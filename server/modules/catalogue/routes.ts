/** Reading what is in force: search, lists, guides, the directory, booklets. */
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { printBooklet } from './booklets/print.ts';
import { expectedBytes } from './booklets/content.ts';
import { readBooklet } from './booklets/read-content.ts';
import { catalogueContract } from './contract.ts';
import { editing } from './editing-routes.ts';
import { readDirectory, readGuide } from './items/guide.ts';
import { departmentsById, filterItems, lineOf, readOverview, scopesOf } from './items/lines.ts';
import { listManaged } from './items/list-managed.ts';
import { getVersion } from './items/read-version.ts';
import { shelfOf } from './items/shelf.ts';
import { may } from './may.ts';
import { indexOf, searchItems } from './search/live-index.ts';
import { prepareQuickFind, quickFind } from './search/quick-find.ts';

export function routes(app: FastifyInstance, ground: Ground): void {
  // Building the index takes a second or two: before the first request, where somebody listens for one. The end waits for it: it reads.
  let building: Promise<void> | undefined;
  app.addHook('onListen', () => {
    building = indexOf(ground).then(
      (index) => prepareQuickFind(index.items()),
      (error: unknown) => ground.log.warn({ err: error }, 'the search index could not be built yet'),
    );
  });
  app.addHook('onClose', () => building);
  serve(app, 'catalogue', catalogueContract, may, {
    searchItems: async ({ query }) => {
      const [hits, shelf, departments] = await Promise.all([
        searchItems(ground, query.q, query.limit ?? 20),
        shelfOf(ground),
        departmentsById(ground),
      ]);
      return {
        rows: hits.flatMap(({ item: { itemId }, score, why }) => {
          const item = shelf.items.get(itemId);
          return item ? [{ ...lineOf(item, departments.get(item.departmentId)), score, why }] : [];
        }),
      };
    },
    quickFind: async ({ query }) => {
      const [index, shelf, departments] = await Promise.all([
        indexOf(ground),
        shelfOf(ground),
        departmentsById(ground),
      ]);
      const scopeOf = query.outletId ? await scopesOf(ground, query.outletId, shelf) : () => null;
      const found = quickFind(index.items(), query.q, query.outletId ? 200 : (query.limit ?? 12));
      const rows = found.flatMap(({ itemId, met }) => {
        const item = shelf.items.get(itemId);
        const scope = item && scopeOf(item);
        return item && scope !== undefined ? [{ ...lineOf(item, departments.get(item.departmentId), scope), met }] : [];
      });
      return { rows: rows.slice(0, query.limit ?? 12) };
    },
    listItems: async ({ query: { limit = 50, offset = 0, ...filter } }) => {
      const [found, departments] = await Promise.all([filterItems(ground, filter), departmentsById(ground)]);
      return {
        rows: found
          .slice(offset, offset + limit)
          .map(({ item, scope }) => lineOf(item, departments.get(item.departmentId), scope)),
        total: found.length,
      };
    },
    listManaged: ({ query: { limit = 50, offset = 0, ...filter }, actor }) =>
      listManaged(ground, actor, filter, { limit, offset }),
    overview: () => readOverview(ground),
    getGuide: ({ params, query }) => readGuide(ground, params.id, query),
    getItemVersion: async ({ params }) => {
      const { itemId, code, version, departmentId, inForceFrom, body } = await getVersion(
        ground,
        params.id,
        params.version,
      );
      return { itemId, code, version, departmentId, inForceFrom, body };
    },
    directory: async ({ query: { limit = 100, offset = 0, ...asked } }) => {
      const entries = await readDirectory(ground, asked);
      return { rows: entries.slice(offset, offset + limit), total: entries.length };
    },
    printBooklet: async ({ query, reply }) => {
      const booklet = await readBooklet(ground, query);
      reply
        .type('application/pdf')
        .header(
          'content-disposition',
          `inline; filename*=UTF-8''${encodeURIComponent(`${booklet.title} ${booklet.subtitle}.pdf`)}`,
        )
        // It is sent while it is drawn, so its length is not known: this is for a bar of progress.
        .header('x-expected-bytes', expectedBytes(booklet))
        .send(await printBooklet(booklet));
    },
    ...editing(ground),
  });
}
