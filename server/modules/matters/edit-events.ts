/** The service office prepares and publishes life events. */
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { countVersions, dropDraft, insertVersion, lockEvent, setWithdrawn, writeDraft } from './event-store.ts';
import type { LifeEventBody } from './life-event.ts';
import { matterProblems } from './problems.ts';
import { checkEvent } from './read-events.ts';

/** Keeps what is being prepared. Throws `changedMeanwhile` when somebody else has saved since, `codeTaken`. */
export async function saveDraft(
  ground: Ground,
  id: string,
  draft: { code: string; revision: number; body: LifeEventBody },
): Promise<void> {
  await ground.db.transaction(async (tx) => {
    const written = await writeDraft(tx, {
      id,
      code: draft.code,
      draft: draft.body,
      revision: draft.revision,
      at: ground.clock.now(),
    });
    if (!written) throw matterProblems.changedMeanwhile();
  });
}

/** Publishes the draft. Throws `eventFaulty` with every fault, `dayPassed`, `changedMeanwhile`, `noDraft`. */
export const publishEvent = (
  ground: Ground,
  actor: Actor,
  id: string,
  asked: { revision: number; inForceFrom: string },
): Promise<number> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    if (asked.inForceFrom < shanghaiDay(at)) throw matterProblems.dayPassed();
    const event = await lockEvent(tx, id);
    if (!event.draft) throw matterProblems.noDraft();
    if (event.draftRevision !== asked.revision) throw matterProblems.changedMeanwhile();
    const { faults } = await checkEvent(ground, event.draft, false);
    if (faults.length > 0) throw matterProblems.eventFaulty({ faults });
    const version = (await countVersions(tx, id)) + 1;
    insertVersion(tx, {
      id,
      version,
      body: event.draft,
      inForceFrom: asked.inForceFrom,
      at,
      accountId: actor.accountId,
    });
    dropDraft(tx, id, at);
    return version;
  });

/** Takes an event back from a day on, or puts it in force again. Matters under way go on. Throws `dayPassed`. */
export const withdrawEvent = (ground: Ground, id: string, fromDay: string | null): Promise<void> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    if (fromDay !== null && fromDay < shanghaiDay(at)) throw matterProblems.dayPassed();
    await lockEvent(tx, id);
    setWithdrawn(tx, id, fromDay, at);
  });
