/** Putting a draft into force on a day, cancelling what has not begun, withdrawing what is in force. */
import { shanghaiDay } from '#platform/clock';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { itemChanged } from '../events.ts';
import { catalogueProblems } from '../problems.ts';
import { bodyFaults } from './body-faults.ts';
import { stampOf } from './edit-draft.ts';
import { touch } from './freshness.ts';
import { bumpRevision, deleteDraft, endVersion, findDraft, findSpans, insertVersions, lockItem } from './store.ts';
import { spanInForce, wasCancelled } from './versions.ts';

/**
 * Publishes the draft as the next version, in force from a day on (today or later). `revision` is the draft that was looked at.
 * Throws `noDraft`, `changedMeanwhile`, `invalidBody` with the faults, `dayPassed`. Running cases keep theirs.
 */
export const publishItem = (
  ground: Ground,
  actor: Actor,
  itemId: string,
  asked: { revision: number; inForceFrom: string; note: string },
): Promise<{ version: number }> =>
  ground.db.transaction(async (tx) => {
    const item = await lockItem(tx, itemId);
    const draft = await findDraft(tx, itemId);
    if (!draft) throw catalogueProblems.noDraft();
    // A version that was published after the draft was begun, by an import perhaps, would be undone without a word.
    if (draft.revision !== asked.revision || draft.basedOn !== item.lastVersion)
      throw catalogueProblems.changedMeanwhile({ revision: draft.revision, lastVersion: item.lastVersion });
    const faults = bodyFaults(draft.body);
    if (faults.length > 0) throw catalogueProblems.invalidBody({ faults });
    const stamp = stampOf(ground, actor, asked.note);
    if (asked.inForceFrom < shanghaiDay(stamp.at))
      throw catalogueProblems.dayPassed({ inForceFrom: asked.inForceFrom });
    const version = item.lastVersion + 1;
    const { departmentId, body } = draft;
    insertVersions(tx, [{ itemId, version, departmentId, body, inForceFrom: asked.inForceFrom }], stamp);
    deleteDraft(tx, itemId);
    emit(tx, itemChanged, itemId, {
      act: 'publish',
      version,
      fromDay: asked.inForceFrom,
      departmentId,
      everybody: true,
    });
    bumpRevision(tx, [itemId]);
    tx.onCommit(touch);
    return { version };
  });

/** Cancels a version that has not begun; the one in force goes on. Throws `notScheduled`. */
export const cancelVersion = (
  ground: Ground,
  actor: Actor,
  itemId: string,
  version: number,
  reason: string,
): Promise<void> =>
  ground.db.transaction(async (tx) => {
    const item = await lockItem(tx, itemId);
    const stamp = stampOf(ground, actor, reason);
    const today = shanghaiDay(stamp.at);
    const span = (await findSpans(tx, [itemId])).find((one) => one.version === version);
    if (!span || span.inForceFrom <= today || span.endsOn !== null) throw catalogueProblems.notScheduled();
    endVersion(tx, itemId, version, today, stamp);
    const { departmentId } = item;
    emit(tx, itemChanged, itemId, { act: 'cancel', version, fromDay: today, departmentId, everybody: true });
    bumpRevision(tx, [itemId]);
    tx.onCommit(touch);
  });

/**
 * Withdraws an item from a day on, today or later: nobody can apply then, running cases go on. Versions that were to begin on
 * that day or after are cancelled. Throws `notInForce`, `dayPassed`.
 */
export const withdrawItem = (
  ground: Ground,
  actor: Actor,
  itemId: string,
  asked: { fromDay: string; reason: string },
): Promise<void> =>
  ground.db.transaction(async (tx) => {
    const item = await lockItem(tx, itemId);
    const stamp = stampOf(ground, actor, asked.reason);
    const today = shanghaiDay(stamp.at);
    if (asked.fromDay < today) throw catalogueProblems.dayPassed({ fromDay: asked.fromDay });
    const spans = (await findSpans(tx, [itemId])).filter((span) => !wasCancelled(span));
    const last = spanInForce(
      spans.filter((span) => span.inForceFrom <= today || span.inForceFrom < asked.fromDay),
      asked.fromDay,
    );
    if (!last || last.endsOn !== null) throw catalogueProblems.notInForce();
    endVersion(tx, itemId, last.version, asked.fromDay, stamp);
    for (const span of spans)
      if (span !== last && span.inForceFrom > today && span.inForceFrom >= asked.fromDay && span.endsOn === null)
        endVersion(tx, itemId, span.version, today, stamp);
    emit(tx, itemChanged, itemId, {
      act: 'withdraw',
      version: last.version,
      fromDay: asked.fromDay,
      departmentId: item.departmentId,
      everybody: true,
    });
    bumpRevision(tx, [itemId]);
    tx.onCommit(touch);
  });
