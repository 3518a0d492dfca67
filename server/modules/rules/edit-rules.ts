/** Preparing the rules of an item, and putting them into force. */
import { getItem, getVersionInForce, type ItemVersion } from '#modules/catalogue';
import { shanghaiDay } from '#platform/clock';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { rulesChanged } from './events.ts';
import { checkRules } from './judging/check-rules.ts';
import { knownFields } from './judging/known-fields.ts';
import type { RuleSet } from './judging/rule-set.ts';
import { rulesProblems } from './problems.ts';
import { deleteDraft, findDraft, findLastVersion, insertVersion, lockDraft, saveDraft, type RulesDraft } from './store.ts'; // prettier-ignore

/** The item as it is in force today, whose form the rules ask. Throws `general.notFound`, `noItemInForce`. */
export async function itemOf(ground: Ground, itemId: string): Promise<ItemVersion> {
  await getItem(ground.db, itemId);
  const item = await getVersionInForce(ground, itemId, shanghaiDay(ground.clock.now()));
  if (!item) throw rulesProblems.noItemInForce();
  return item;
}

const nameOf = ({ body }: ItemVersion): string => body.plainName ?? body.name;

/** Saves the draft; `revision` is the one that was read. Throws `changedMeanwhile` with who and when. */
export const saveRules = (
  ground: Ground,
  actor: Actor,
  item: ItemVersion,
  asked: { body: RuleSet; revision: number },
): Promise<RulesDraft> =>
  ground.db.transaction(async (tx) => {
    const { itemId, departmentId } = item;
    const saved = await saveDraft(tx, {
      itemId,
      departmentId,
      itemName: nameOf(item),
      body: asked.body,
      revision: asked.revision,
      changedAt: ground.clock.now(),
      changedBy: actor.name,
    });
    if (!saved) {
      const there = await findDraft(tx, itemId);
      throw rulesProblems.changedMeanwhile(there ? { revision: there.revision, by: there.changedBy, at: there.changedAt.toISOString() } : {}); // prettier-ignore
    }
    emit(tx, rulesChanged, itemId, { act: 'save', version: 0, departmentId });
    return saved;
  });

/** Throws the draft away. Throws `noDraft`. */
export const dropRules = (ground: Ground, item: ItemVersion): Promise<void> =>
  ground.db.transaction(async (tx) => {
    if (!(await deleteDraft(tx, item.itemId))) throw rulesProblems.noDraft();
    emit(tx, rulesChanged, item.itemId, { act: 'drop', version: 0, departmentId: item.departmentId });
  });

/**
 * Publishes the draft: what is handed in from this moment on is judged by it, running cases keep theirs. Throws `noDraft`,
 * `changedMeanwhile`, and `notReady` with the report: which test row, which gap, which contradiction.
 */
export const publishRules = (
  ground: Ground,
  actor: Actor,
  item: ItemVersion,
  asked: { revision: number; note: string },
): Promise<{ version: number }> =>
  ground.db.transaction(async (tx) => {
    const { itemId, departmentId } = item;
    const draft = await lockDraft(tx, itemId);
    if (!draft) throw rulesProblems.noDraft();
    if (draft.revision !== asked.revision) throw rulesProblems.changedMeanwhile({ revision: draft.revision, by: draft.changedBy }); // prettier-ignore
    const now = ground.clock.now();
    const report = checkRules(draft.body, knownFields(item.body), now);
    if (!report.ready) {
      throw rulesProblems.notReady({
        faults: report.faults,
        tests: report.tables.flatMap(({ tableId, tests }) => tests.filter(({ passed }) => !passed).map((test) => ({ tableId, ...test }))), // prettier-ignore
        gaps: report.tables.flatMap(({ tableId, analysis }) => (analysis.looked ? analysis.gaps.map(({ cells, example }) => ({ tableId, cells, example })) : [])), // prettier-ignore
        contradictions: report.tables.flatMap(({ tableId, analysis }) => (analysis.looked ? analysis.overlaps.filter(({ contradictory }) => contradictory).map(({ cells, example, rules }) => ({ tableId, cells, example, rules })) : [])), // prettier-ignore
      });
    }
    const version = ((await findLastVersion(tx, itemId))?.version ?? 0) + 1;
    insertVersion(tx, {
      itemId,
      version,
      departmentId,
      itemName: nameOf(item),
      body: draft.body,
      note: asked.note,
      publishedAt: now,
      publishedBy: actor.name,
      accountId: actor.accountId,
    });
    await deleteDraft(tx, itemId);
    emit(tx, rulesChanged, itemId, { act: 'publish', version, departmentId });
    return { version };
  });
