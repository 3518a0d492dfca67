/** Helps as they are shown: to who asked, to who helps, in the list of those who wait, in the record. */
import { findOutlet } from '#modules/offices';
import type { Ground } from '#platform/ground';
import { isAway, patience } from './help.ts';
import { iceServersFor, type IceSettings } from './ice-servers.ts';
import { countNow, findSeat, listSeats } from './line-store.ts';
import { countBefore, findHelpOf, listWaiting, type Help } from './store.ts';
import type { HelpLine, HelpSeen, HelpTaken, HelpWaiting } from './shapes.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const bothOf = ({ id, state, way, sign, itemName, itemNameEn, askedAt, takenAt, epoch, outcome }: Help) =>
  ({ id, state, way, sign, itemName, itemNameEn, askedAt: askedAt.toISOString(), takenAt: iso(takenAt), epoch, outcome }); // prettier-ignore

export async function seeHelp(ground: Ground, ice: IceSettings, help: Help): Promise<HelpSeen> {
  const at = ground.clock.now();
  const [ahead, { onDuty }] = await Promise.all([
    help.state === 'waiting' ? countBefore(ground.db, help, at) : null,
    countNow(ground.db, at),
  ]);
  return {
    ...bothOf(help),
    ahead,
    onDuty,
    clerkName: help.clerkName || null,
    again: help.state === 'waiting' && help.takenAt !== null,
    level: help.level,
    iceServers: help.state === 'talking' ? iceServersFor(ice, `${help.id}.asker`, at) : [],
  };
}

export async function seeTaken(ground: Ground, ice: IceSettings, help: Help): Promise<HelpTaken> {
  const { askerName, door, language, priority, itemId, caseId, outletId } = help;
  const outlet = outletId ? await findOutlet(ground.db, outletId) : undefined;
  return {
    ...bothOf(help),
    askerName,
    door,
    outletName: outlet?.name ?? '',
    outletNameEn: outlet?.nameEn ?? '',
    language,
    priority,
    itemId,
    caseId,
    iceServers: help.state === 'talking' ? iceServersFor(ice, `${help.id}.clerk`, ground.clock.now()) : [],
  };
}

const waitingShown = 50;

export async function readSeat(ground: Ground, ice: IceSettings, accountId: string) {
  const at = ground.clock.now();
  const [own, seats, current, waiting] = await Promise.all([
    findSeat(ground.db, accountId),
    listSeats(ground.db, at),
    findHelpOf(ground.db, accountId),
    listWaiting(ground.db, waitingShown),
  ]);
  // Somebody who left the page open on another day is not there.
  const there = own && at.getTime() - own.seenAt.getTime() < patience * 1000 ? own : undefined;
  return {
    state: there?.state ?? null,
    signs: own?.signs ?? false,
    current: current ? await seeTaken(ground, ice, current) : null,
    waiting: waiting.rows.map((help) => waitingOf(help, accountId, at)),
    waitingTotal: waiting.total,
    colleagues: seats.flatMap(({ accountId: id, name, signs, free, state }) =>
      id === accountId || state !== 'open' ? [] : [{ accountId: id, name, signs, free }],
    ),
  };
}

const waitingOf = (help: Help, accountId: string, at: Date): HelpWaiting => {
  const { id, way, sign, itemName, itemNameEn, door, priority, askedAt } = help;
  const forMe = help.forClerkId === accountId;
  return { id, way, sign, itemName, itemNameEn, door, priority, askedAt: askedAt.toISOString(), away: isAway(help, 'asker', at), forMe }; // prettier-ignore
};

export const lineOf = (help: Help): HelpLine => {
  const { id, door, way, state, itemName, itemNameEn, caseId, askerName, clerkName, talkedSeconds, outcome, level } = help; // prettier-ignore
  const times = { askedAt: help.askedAt.toISOString(), takenAt: iso(help.takenAt), endedAt: iso(help.endedAt) };
  return { id, door, way, state, itemName, itemNameEn, caseId, askerName, clerkName, ...times, talkedSeconds, outcome, level }; // prettier-ignore
};
