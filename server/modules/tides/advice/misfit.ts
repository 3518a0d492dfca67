/** Whether what was advised minutes ago still fits when somebody wants to follow it. Pure. */
import { termsOf } from '../house-rule.ts';
import type { Misfit } from '../states.ts';
import { helpSaves, strandedBy, whoComes, type MaySit } from '../watch/choose.ts';
import { HallOutlook } from '../watch/hall-outlook.ts';
import type { Scene, SceneWindow } from '../watch/scene.ts';
import { seeHall } from '../watch/see-zone.ts';
import type { AdviceRow } from './advice-store.ts';

/** Part of what it had to save to be advised that it must still save: the figures were made minutes ago. */
const stillWorth = 0.5;

/** Who could open the window, the best first. */
export const peopleOf = ({ clerkId, clerkName, others }: AdviceRow): AdviceRow['others'] => [
  { accountId: clerkId, name: clerkName },
  ...others,
];

/** An opening as somebody would be asked for it now: the first who can come, and the others behind; undefined where nobody can. Nothing is acted out. */
export function askable(scene: Scene, maySit: MaySit, advice: AdviceRow): AdviceRow | undefined {
  const [first, ...others] = whoComes(scene, maySit, advice, peopleOf(advice));
  return first && { ...advice, clerkId: first.accountId, clerkName: first.name, others };
}

/** Why it no longer fits; null when it does. */
export function misfitOf(scene: Scene, advice: AdviceRow, maySit: MaySit): Misfit | null {
  const window = scene.windows.find(({ id }) => id === advice.windowId);
  return advice.kind === 'open' ? openingMisfit(scene, advice, window, maySit) : helpMisfit(scene, advice, window);
}

const zoneOf = (scene: Scene, advice: AdviceRow) => seeHall(scene).find(({ zone }) => zone === advice.zone);

function openingMisfit(
  scene: Scene,
  advice: AdviceRow,
  window: SceneWindow | undefined,
  maySit: MaySit,
): Misfit | null {
  if (!window || window.state !== 'closed') return 'windowTaken';
  if (!askable(scene, maySit, advice)) return 'nobodyFree';
  const seen = zoneOf(scene, advice);
  // Its last errand was retired meanwhile.
  if (!seen) return 'calm';
  if (seen.high) return null;
  const { delay, shortest, price } = termsOf(scene.rule);
  const from = scene.now + delay;
  const takes = advice.errandIds.filter((id) => seen.errandIds.includes(id));
  const hall = new HallOutlook(scene, advice.zone, [takes]);
  const saves = hall.saves({ opened: [{ from, to: from + shortest, groups: hall.groupsOf(takes) }] });
  return saves < stillWorth * price * shortest ? 'calm' : null;
}

/**
 * A window that helps out is weighed as it was when it was chosen, with what its own people lose; also while the zone is as full as it was, for
 * its own may have filled up since.
 */
function helpMisfit(scene: Scene, advice: AdviceRow, window: SceneWindow | undefined): Misfit | null {
  if (window?.state !== 'open' || window.clerk?.accountId !== advice.clerkId) return 'clerkLeft';
  const { kind, zone, errandIds, beforeIds } = advice;
  const { duty } = window;
  if (duty.length !== beforeIds.length || !beforeIds.every((id) => duty.includes(id))) return 'dutyChanged';
  if (strandedBy(scene, window, errandIds).length > 0) return 'stranding';
  const seen = zoneOf(scene, advice);
  if (!seen) return 'calm';
  // A loan is for what it does not do yet, and so it was weighed.
  const takes = kind === 'lend' ? errandIds.filter((id) => !duty.includes(id)) : errandIds;
  const saves = helpSaves(scene, new HallOutlook(scene, zone, [takes]), { kind, window, takes });
  if (saves >= stillWorth * termsOf(scene.rule).lending) return null;
  return seen.high ? 'notWorth' : 'calm';
}
