/** HTTP for circulars. */
import { deliverFile } from '#modules/documents';
import { getPlace } from '#modules/hall';
import type { Ground } from '#platform/ground';
import type { Handlers } from '#platform/http';
import { getCircular, makeCircular, openCircular } from './make-circular.ts';
import type { circularOperations, CircularLine } from './operations.ts';
import { listCirculars, type CircularCounts } from './store.ts';

const lineOf = ({ id, year, serial, outletId, fromOn, toOn, findings, closed, madeAt, madeByName, hash }: CircularCounts): CircularLine => ({
  id, year, serial, outletId, from: fromOn, to: toOn, findings, closed, madeAt: madeAt.toISOString(), madeBy: madeByName, hash,
}); // prettier-ignore

export function circularRoutes(ground: Ground): Handlers<typeof circularOperations> {
  const { db } = ground;
  return {
    makeCircular: async ({ params, body, actor }) => {
      await getPlace(db, params.id);
      const { id, outletId } = await makeCircular(ground, actor, params.id, body);
      return lineOf((await listCirculars(db, { outletId, id }, 1, 0)).rows[0]!);
    },
    listCirculars: async ({ params, query }) => {
      await getPlace(db, params.id);
      const { limit = 50, offset = 0, ...filter } = query;
      const { rows, total, all } = await listCirculars(db, { ...filter, outletId: params.id }, limit, offset);
      return { rows: rows.map(lineOf), total, all };
    },
    openCircular: async ({ params, query, reply }) => {
      const row = await getCircular(ground, params.id);
      const { language = 'zh-CN' } = query;
      const bytes = await openCircular(row, language);
      const name = `${language === 'en' ? 'circular' : '通报'}-${row.year}-${row.serial}.pdf`;
      deliverFile(reply, { type: 'application/pdf', name, tag: `${row.hash}-${language}`, download: false });
      return void (await reply.send(Buffer.from(bytes)));
    },
  };
}
