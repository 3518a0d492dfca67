/** HTTP for bulletins: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { deliverFile } from '#modules/documents';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { rolesOf, type Actor } from '#platform/permissions';
import { bulletinsContract, type BulletinLine } from './contract.ts';
import { makeBulletin, openEdition } from './make-bulletin.ts';
import { may } from './may.ts';
import { sayAsOf, summaryOf } from './sentences.ts';
import { getEdition, listEditions, type EditionRow } from './store.ts';

/** The departments whose bulletins the actor may read; undefined: all, and the district's. */
const withinOf = (actor: Actor): string[] | undefined =>
  rolesOf(actor).some((role) => role === 'office' || role === 'auditor')
    ? undefined
    : actor.posts.flatMap(({ role, departmentId }) =>
        (role === 'head' || role === 'examiner') && departmentId ? [departmentId] : [],
      );

type Line = Omit<EditionRow, 'data' | 'files'> & { data: Pick<EditionRow['data'], 'scope' | 'partial'> };
const lineOf = ({ id, month, departmentId, edition, asOf, madeByName, hash, data }: Line): BulletinLine => ({
  id,
  month,
  departmentId,
  scope: data.scope,
  edition,
  asOf: asOf.toISOString(),
  partial: data.partial,
  madeBy: madeByName,
  hash,
});

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export function routes(app: FastifyInstance, ground: Ground): void {
  serve(app, 'bulletins', bulletinsContract, may, {
    listBulletins: async ({ query, actor, allow }) => {
      const within = withinOf(actor);
      allow({ departments: query.departmentId ? [query.departmentId] : (within ?? []) });
      const { limit, offset, ...filter } = query;
      const { rows, total } = await listEditions(ground.db, { ...filter, within }, limit ?? 50, offset ?? 0);
      return { rows: rows.map(lineOf), total };
    },
    makeBulletin: async ({ body, actor, allow }) => {
      allow({ departments: body.departmentId ? [body.departmentId] : [] });
      return lineOf(await makeBulletin(ground, actor, body));
    },
    getBulletin: async ({ params, allow }) => {
      const row = await getEdition(ground.db, params.id);
      allow({ departments: [row.departmentId] });
      const { month, data, asOf, templateVersion } = row;
      const at = asOf.toISOString();
      return {
        ...lineOf(row),
        figures: data.figures,
        summary: {
          'zh-CN': summaryOf(month, data, sayAsOf(at, 'zh-CN'), 'zh-CN', templateVersion),
          en: summaryOf(month, data, sayAsOf(at, 'en'), 'en', templateVersion),
        },
        changes: data.changes,
      };
    },
    openBulletin: async ({ params, query, allow, reply }) => {
      const row = await getEdition(ground.db, params.id);
      allow({ departments: [row.departmentId] });
      const { format, language = 'zh-CN' } = query;
      const bytes = await openEdition(row, format, language);
      const name = `${row.data.scope[language]}-${row.month}-${row.edition}.${format}`;
      deliverFile(reply, { type: types[format], name, tag: row.files[`${language}.${format}`]!, download: format === 'docx' }); // prettier-ignore
      reply.send(Buffer.from(bytes));
    },
    compareBulletins: async ({ params, allow }) => {
      const [here, there] = await Promise.all([
        getEdition(ground.db, params.id),
        getEdition(ground.db, params.otherId),
      ]);
      // Both must be open to the reader: each is asked for by itself.
      allow({ departments: [here.departmentId] });
      allow({ departments: [there.departmentId] });
      const said = new Map(there.data.figures.map((figure) => [figure.id, figure.here]));
      const rows = here.data.figures.map(({ id, kind, unit, name, here: measured }) => {
        const other = said.get(id) ?? null;
        const differs = other?.numerator !== measured.numerator || other.denominator !== measured.denominator;
        return { figure: id, kind, unit, name, here: measured, there: other, differs };
      });
      return { here: lineOf(here), there: lineOf(there), rows };
    },
  });
}
