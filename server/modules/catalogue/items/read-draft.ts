/** Drafts and the history of an item, as editors see them. */
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { general } from '#platform/problems';
import type { Draft as DraftShape, Version } from '../shapes.ts';
import { getVersion, getVersionInForce } from './read-version.ts';
import { findDraft, findHistory, type Draft, type Item } from './store.ts';
import { stateOf } from './versions.ts';

export const draftView = (draft: Draft & { code: string; lastVersion: number }): DraftShape => ({
  itemId: draft.itemId,
  code: draft.code,
  departmentId: draft.departmentId,
  body: draft.body,
  basedOn: draft.basedOn,
  revision: draft.revision,
  lastVersion: draft.lastVersion,
  changedAt: draft.changedAt.toISOString(),
  changedBy: draft.changedBy,
});

/**
 * The draft; without one what it would begin from (revision 0): what was published last, also when it comes into force only later, so that
 * a second change does not undo the first one.
 */
export async function readDraft(ground: Ground, item: Item): Promise<DraftShape> {
  const { code, lastVersion } = item;
  const draft = await findDraft(ground.db, item.id);
  if (draft) return draftView({ ...draft, code, lastVersion });
  if (lastVersion === 0) throw general.notFound();
  const today = shanghaiDay(ground.clock.now());
  const lines = await findHistory(ground.db, item.id);
  const coming = lines.filter((line) => stateOf(line, lines, today) === 'scheduled').map(({ version }) => version);
  const from =
    coming.length > 0
      ? await getVersion(ground, item.id, Math.max(...coming))
      : ((await getVersionInForce(ground, item.id, today)) ?? (await getVersion(ground, item.id, lastVersion)));
  return draftView({
    itemId: item.id,
    code,
    lastVersion,
    departmentId: from.departmentId,
    body: from.body,
    basedOn: lastVersion,
    revision: 0,
    changedAt: from.publishedAt,
    changedBy: from.publishedBy,
  });
}

export async function readHistory(ground: Ground, itemId: string): Promise<Version[]> {
  const today = shanghaiDay(ground.clock.now());
  const lines = await findHistory(ground.db, itemId);
  return lines.map((line) => ({
    ...line,
    state: stateOf(line, lines, today),
    publishedAt: line.publishedAt.toISOString(),
    endedAt: line.endedAt?.toISOString() ?? null,
  }));
}
