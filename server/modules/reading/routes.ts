/** Reading over HTTP. */
import type { FastifyInstance } from 'fastify';
import { openFile } from '#modules/documents';
import { brake } from '#platform/brake';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { readingContract, type FileReading } from './contract.ts';
import { may } from './may.ts';
import { readingProblems } from './problems.ts';
import { problemOf, readFile } from './read-file.ts';
import { closeReading } from './read-picture.ts';
import { findLatestReading, type ReadingRow } from './store.ts';

/** A person with a folder of certificates; each takes seconds of a core. */
const readBrake = brake(40, 4);

const shown = ({ fileId, result, at }: ReadingRow): FileReading => ({
  ...result!,
  fileId,
  fields: result!.fields.map((field) => ({
    ...field,
    box: field.box?.map(([x, y]) => [x, y] as [number, number]) ?? null,
  })),
  at: at.toISOString(),
});

export function routes(app: FastifyInstance, ground: Ground): void {
  // A process that ends while a network looks at a page would not end cleanly.
  app.addHook('onClose', closeReading);
  serve(app, 'reading', readingContract, may, {
    readFile: async ({ params, body, actor, allow }) => {
      const { file, ties } = await openFile(ground, params.id, actor);
      allow(ties);
      readBrake(ground, actor.accountId!);
      return shown(await readFile(ground, file, body.kind));
    },
    getReading: async ({ params, actor, allow }) => {
      const { file, ties } = await openFile(ground, params.id, actor);
      allow(ties);
      const row = await findLatestReading(ground.db, file.id);
      if (!row) throw readingProblems.notRead();
      if (row.problem !== null) throw problemOf(row.problem);
      return shown(row);
    },
  });
}
