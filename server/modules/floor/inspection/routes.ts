/** HTTP for findings. */
import { allowReading } from '#modules/documents';
import { getPlace } from '#modules/hall';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Ask, Handlers } from '#platform/http';
import { ledBy } from '../attendance/routes.ts';
import type { FindingStep } from './finding.ts';
import { getFinding, lineOf, photosOf, raiseFinding, stepFinding, wholeOf } from './findings.ts';
import type { inspectionOperations } from './operations.ts';
import { countFindings, findFinding, listFindings } from './store.ts';

export function inspectionRoutes(ground: Ground): Handlers<typeof inspectionOperations> {
  const { db, clock } = ground;
  const today = (): string => shanghaiDay(clock.now());
  // Photos may be seen by whoever may see the finding.
  allowReading(photosOf, async (reader, id) => {
    const row = await findFinding(reader, id);
    return row && { owners: [row.raisedBy], departments: [row.departmentId] };
  });
  type Stepping = Pick<Ask, 'actor' | 'allow'> & { params: { id: string }; body: { actionId: string; body: string; fileIds?: string[] } }; // prettier-ignore
  const step =
    (kind: FindingStep) =>
    async ({ params, body, actor, allow }: Stepping) => {
      const row = await getFinding(ground, params.id);
      allow({ departments: [row.departmentId] });
      return wholeOf(ground, await stepFinding(ground, actor, row, kind, body));
    };
  return {
    raiseFinding: async ({ params, body, actor, allow }) => {
      await getPlace(db, params.id);
      allow({ outlets: [params.id] });
      // Of a patrol or a check is what was noted on its round.
      return wholeOf(ground, await raiseFinding(ground, actor, params.id, { ...body, source: 'other' }));
    },
    listFindings: async ({ params, query, actor, allow }) => {
      const within = ledBy(actor);
      allow({ departments: within ?? [] });
      await getPlace(db, params.id);
      const { limit = 50, offset = 0, ...filter } = query;
      const { rows, total } = await listFindings(db, { ...filter, outletId: params.id, within }, today(), limit, offset); // prettier-ignore
      return { rows: rows.map((row) => lineOf(row, today())), total };
    },
    countFindings: async ({ params, actor, allow }) => {
      const within = ledBy(actor);
      allow({ departments: within ?? [] });
      await getPlace(db, params.id);
      return {
        asOf: clock.now().toISOString(),
        ...(await countFindings(db, { outletId: params.id, within }, today())),
      };
    },
    getFinding: async ({ params, allow }) => {
      const row = await getFinding(ground, params.id);
      allow({ owners: [row.raisedBy], departments: [row.departmentId] });
      return wholeOf(ground, row);
    },
    correctFinding: step('correct'),
    passFinding: step('pass'),
    reopenFinding: step('reopen'),
  };
}
