/** HTTP for findings. */
import { allowReading } from '#modules/documents';
import { getPlace } from '#modules/hall';
import { shanghaiDay } from '#platform/clock';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { Ask, Handlers } from '#platform/http';
import { ledBy } from '../attendance/routes.ts';
import type { FindingStep } from './finding.ts';
import { getFinding, lineOf, photosOf, raiseFinding, stepFinding, wholeOf } from './findings.ts';
import type { inspectionOperations } from './operations.ts';
import type { Actor } from '#platform/permissions';
import { countFindings, eyesOf, findFinding, listFindings, type FindingRow, type Within } from './store.ts';

export function inspectionRoutes(ground: Ground): Handlers<typeof inspectionOperations> {
  const { db, clock } = ground;
  const today = (): string => shanghaiDay(clock.now());
  const tiesOf = async (reader: Reader, row: FindingRow) => ({
    owners: await eyesOf(reader, row.id, today()),
    departments: [row.departmentId],
  });
  /** Whose findings the actor may see: everybody their own, a head those of the department too. */
  const withinOf = (actor: Actor, allow: Ask['allow']): Within | undefined => {
    const departments = ledBy(actor);
    allow({ owners: [actor.accountId], departments: departments ?? [] });
    return departments && { departments, accountId: actor.accountId! };
  };
  // Photos may be seen by whoever may see the finding.
  allowReading(photosOf, async (reader, id) => {
    const row = await findFinding(reader, id);
    return row && tiesOf(reader, row);
  });
  type Stepping = Pick<Ask, 'actor' | 'allow'> & { params: { id: string }; body: { actionId: string; body: string; fileIds?: string[] } }; // prettier-ignore
  const step =
    (kind: FindingStep) =>
    async ({ params, body, actor, allow }: Stepping) => {
      const row = await getFinding(ground, params.id);
      allow({ departments: [row.departmentId] });
      return wholeOf(ground, await stepFinding(ground, actor, row, kind, body), actor);
    };
  return {
    raiseFinding: async ({ params, body, actor, allow }) => {
      await getPlace(db, params.id);
      allow({ outlets: [params.id] });
      // Of a patrol or a check is what was noted on its round.
      return wholeOf(ground, await raiseFinding(ground, actor, params.id, { ...body, source: 'other' }), actor);
    },
    listFindings: async ({ params, query, actor, allow }) => {
      const within = withinOf(actor, allow);
      await getPlace(db, params.id);
      const { limit = 50, offset = 0, ...filter } = query;
      const { rows, total } = await listFindings(db, { ...filter, outletId: params.id, within }, today(), limit, offset); // prettier-ignore
      return { rows: rows.map((row) => lineOf(row, today())), total };
    },
    countFindings: async ({ params, actor, allow }) => {
      const within = withinOf(actor, allow);
      await getPlace(db, params.id);
      return {
        asOf: clock.now().toISOString(),
        ...(await countFindings(db, { outletId: params.id, within }, today())),
      };
    },
    getFinding: async ({ params, actor, allow }) => {
      const row = await getFinding(ground, params.id);
      allow(await tiesOf(db, row));
      return wholeOf(ground, row, actor);
    },
    correctFinding: step('correct'),
    passFinding: step('pass'),
    reopenFinding: step('reopen'),
  };
}
