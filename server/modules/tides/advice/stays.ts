/** Whether what is under way goes on when its time is over. Pure. */
import { worthStaying } from '../advise.ts';
import { termsOf } from '../house-rule.ts';
import { strandedBy } from '../watch/choose.ts';
import { HallOutlook } from '../watch/hall-outlook.ts';
import type { Scene, SceneWindow } from '../watch/scene.ts';
import type { AdviceRow } from './advice-store.ts';

/** No opening is made longer than this by itself, in minutes. */
const longest = 180;

/** Whether an advice that nobody answered is over: nobody has to sweep it for that. */
export const isLate = ({ state, lapseAt }: Pick<AdviceRow, 'state' | 'lapseAt'>, at: Date): boolean =>
  state === 'open' && at >= lapseAt;

/** Whether the window does still what the advice has given it. */
export const doesAsAdvised = ({ kind, errandIds }: AdviceRow, { duty }: SceneWindow): boolean =>
  kind !== 'open' && duty.length === errandIds.length && duty.every((id) => errandIds.includes(id));

/** Whether what is advised has come about, by whatever way: the window is open, or does its new duty. */
export const isFollowed = (advice: AdviceRow, window: SceneWindow | undefined): boolean =>
  window !== undefined && (advice.kind === 'open' ? window.state !== 'closed' : doesAsAdvised(advice, window));

function isWorthIt(scene: Scene, { zone }: AdviceRow, { id, duty }: SceneWindow): boolean {
  const hall = new HallOutlook(scene, zone, [duty], id);
  return worthStaying(hall.outlook, hall.groupsOf(duty), scene.now, termsOf(scene.rule));
}

/**
 * An opened window stays while each step of its time is worth the price; one that was switched or lent, while people wait for its own work
 * whom no other window could call.
 */
export function staysOn(scene: Scene, advice: AdviceRow, window: SceneWindow): boolean {
  const open = (scene.at.getTime() - advice.beganAt!.getTime()) / 60_000;
  if (advice.kind === 'open') return open < longest && isWorthIt(scene, advice, window);
  return doesAsAdvised(advice, window) && strandedBy(scene, window, advice.beforeIds).length > 0;
}
