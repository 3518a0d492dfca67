/** A zone as it is seen now: how long people wait and usually do, and what is likely to come. Pure. */
import { isHigh, saidPercent } from '../house-rule.ts';
import { fewestDays } from '../usual/comparable.ts';
import { usualWait } from '../usual/usual.ts';
import { HallOutlook, leftAlone, usualOf } from './hall-outlook.ts';
import type { Scene } from './scene.ts';

/** What is told of a zone. Waits are mean minutes; null where nobody waits or nothing is known. */
export interface ZoneSeen {
  zone: string;
  errandIds: readonly string[];
  waiting: number;
  /** Of those who were called in the last half hour; while nobody was, of those who wait. */
  wait: number | null;
  usual: number | null;
  /** Of those who come in the next half hour, if nothing is done. */
  next: number | null;
  nextUsual: number | null;
  /** In percent, as it is shown; null where there is nothing to compare, or usually nobody waits. */
  excess: number | null;
  windows: number;
  /** How many wait for something that no window does now. */
  left: number;
  /** Waiting is too long, or about to be; or somebody waits so long already whom no window can call. */
  high: boolean;
  known: boolean;
}

const meanOf = (values: readonly number[]): number | null => {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};

/** All zones of the hall, acted out together: a window that serves several (无差别综窗, or lent) takes whoever came first of all of them. */
export function seeHall(scene: Scene): ZoneSeen[] {
  const outlook = new HallOutlook(scene, '');
  return scene.zones.map((zone) => toldOf(scene, zone, outlook.course(zone)));
}

/** `course`: the mean wait of those who come in each five minutes from now on, the first with those who wait already. */
function toldOf(scene: Scene, zone: string, course: readonly number[]): ZoneSeen {
  const { now, at, rule, waited } = scene;
  const errandIds = scene.errands.filter((errand) => errand.zone === zone).map(({ id }) => id);
  const waiting = scene.live.filter((ticket) => ticket.waiting && errandIds.includes(ticket.errandId));
  const left = leftAlone(scene, errandIds);
  const waits = ({ since }: { since: Date }): number => (at.getTime() - since.getTime()) / 60_000;
  const history = usualOf(scene, errandIds);
  let [called, seconds] = [0, 0];
  for (const id of errandIds) {
    called += waited.get(id)?.called ?? 0;
    seconds += waited.get(id)?.seconds ?? 0;
  }
  const wait = called > 0 ? seconds / called / 60 : meanOf(waiting.map(waits));
  const usual = usualWait(history, now - 30, now);
  // Who waits already has waited: the half hour begins with the next who come.
  const next = meanOf(course.slice(1, 7));
  const nextUsual = usualWait(history, now, now + 30);
  return {
    zone,
    errandIds,
    waiting: waiting.length,
    wait,
    usual,
    next,
    nextUsual,
    excess: saidPercent(wait, usual),
    windows: scene.windows.filter(({ state, duty }) => state !== 'closed' && duty.some((id) => errandIds.includes(id)))
      .length,
    left: left.length,
    high:
      isHigh(wait, usual, rule) || isHigh(next, nextUsual, rule) || left.some((one) => waits(one) >= rule.leastMinutes),
    known: history.days >= fewestDays,
  };
}
