/** How far the machine may go, and stopping it. */
import { getItem, getVersionInForce } from '#modules/catalogue';
import { lastRules } from '#modules/rules';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { findSetting, holdMachine, insertSetting, turnSwitch, wholeDistrict, type SwitchRow } from './machine-store.ts';
import { prereviewProblems } from './problems.ts';
import type { Level } from './level.ts';

/** Says how far the machine may go with an item. Throws `noRules`, `notImmediate`, `changedMeanwhile`. */
export async function setLevel(
  ground: Ground,
  actor: Actor,
  itemId: string,
  asked: { level: Level; share: number; reason: string },
): Promise<void> {
  const { departmentId } = await getItem(ground.db, itemId);
  const at = ground.clock.now();
  const item = await getVersionInForce(ground, itemId, shanghaiDay(at));
  const rules = await lastRules(ground.db, itemId);
  if (!item || !rules || rules.body.tables.length === 0) throw prereviewProblems.noRules();
  if (asked.level === 'decide' && !item.body.immediate) throw prereviewProblems.notImmediate();
  await ground.db.transaction(async (tx) => {
    await holdMachine(tx);
    const no = ((await findSetting(tx, itemId))?.no ?? 0) + 1;
    const itemName = item.body.plainName ?? item.body.name;
    insertSetting(tx, { itemId, no, departmentId, itemName, ...asked, at, byName: actor.name });
  });
}

/** Stops the machine or lets it act again; once this returns, what it says holds. */
export const turnMachine = (
  ground: Ground,
  actor: Actor,
  asked: { departmentId?: string | undefined; stopped: boolean; reason: string },
): Promise<SwitchRow> =>
  ground.db.transaction((tx) =>
    turnSwitch(
      tx,
      {
        scope: asked.departmentId ?? wholeDistrict,
        stopped: asked.stopped,
        reason: asked.reason,
        at: ground.clock.now(),
        byName: actor.name,
      },
      actor.accountId,
    ),
  );
