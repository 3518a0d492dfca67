/** Whether what is under way goes on when its time is over. Pure. */
import { adviseStaying } from '../advise.ts';
import { termsOf } from '../house-rule.ts';
import { strandedBy } from '../watch/choose.ts';
import type { Scene, SceneWindow } from '../watch/scene.ts';
import { among, seedWords, type ZoneSeen } from '../watch/see-zone.ts';
import type { AdviceRow } from './advice-store.ts';

/** No opening is made longer than this by itself, in minutes. */
const longest = 180;

/** Whether the window does still what the advice has given it. */
export const doesAsAdvised = ({ kind, errandIds }: AdviceRow, { duty }: SceneWindow): boolean =>
  kind !== 'open' && duty.length === errandIds.length && duty.every((id) => errandIds.includes(id));

function isWorthIt(scene: Scene, { zone, sight }: ZoneSeen, window: SceneWindow): boolean {
  const until = <One extends { windowId?: string; to: number }>(one: One): One =>
    one.windowId === window.id ? { ...one, to: scene.now } : one;
  const { busy, spells, ...rest } = among(sight);
  const closing = { ...rest, busy: busy.map(until), spells: spells.filter(({ windowId }) => windowId !== window.id) };
  return adviseStaying(closing, termsOf(scene.rule), 1, ...seedWords(scene, zone)) > 0;
}

/**
 * An opened window stays while each step of its time is worth the price; one that was switched or lent, while people wait for its own work
 * whom no other window could call.
 */
export function staysOn(scene: Scene, advice: AdviceRow, seen: ZoneSeen | undefined, window: SceneWindow): boolean {
  const open = (scene.at.getTime() - advice.beganAt!.getTime()) / 60_000;
  if (advice.kind === 'open') return seen !== undefined && open < longest && isWorthIt(scene, seen, window);
  return doesAsAdvised(advice, window) && strandedBy(scene, window, advice.beforeIds).length > 0;
}
