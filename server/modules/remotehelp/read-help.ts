/** Helps as they are shown: to who asked, to who helps, in the list of those who wait, in the record. */
import { findOutlet } from '#modules/offices';
import { signInAt } from '#modules/kiosks';
import { nameOfAccounts } from '#modules/people';
import type { Ground } from '#platform/ground';
import { isAway, partEndOf, patience } from './help.ts';
import { iceServersFor, type IceSettings } from './ice-servers.ts';
import { countNow, findSeat, listSeats } from './line-store.ts';
import { countRecord, lastPartOf, listRecord, type Part, type RecordFilter } from './record-store.ts';
import { countBefore, findHelpOf, listWaiting, type Help } from './store.ts';
import type { ClerkCount, HelpLine, HelpSeen, HelpTaken, HelpWaiting } from './shapes.ts';

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
  const [outlet, signIn] = await Promise.all([
    outletId ? findOutlet(ground.db, outletId) : undefined,
    help.kioskId && help.state !== 'ended' ? signInAt(ground, help.kioskId) : undefined,
  ]);
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
    signInGoodFor: signIn?.goodFor ?? null,
    iceServers: help.state === 'talking' ? iceServersFor(ice, `${help.id}.clerk`, ground.clock.now()) : [],
  };
}

const waitingShown = 50;

export async function readSeat(ground: Ground, ice: IceSettings, accountId: string) {
  const at = ground.clock.now();
  const [own, seats, current, waiting, last] = await Promise.all([
    findSeat(ground.db, accountId),
    listSeats(ground.db, at),
    findHelpOf(ground.db, accountId),
    listWaiting(ground.db, waitingShown),
    lastPartOf(ground.db, accountId),
  ]);
  // Somebody who left the page open on another day is not there.
  const there = own && at.getTime() - own.seenAt.getTime() < patience * 1000 ? own : undefined;
  return {
    state: there?.state ?? null,
    signs: own?.signs ?? false,
    current: current ? await seeTaken(ground, ice, current) : null,
    waiting: waiting.rows.map((help) => waitingOf(help, accountId, at)),
    waitingTotal: waiting.total,
    broken: current || !last ? null : brokenOff(last, at),
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

/** Seconds for which a clerk reads why a talk ended without them. */
const brokenShown = 600;

function brokenOff({ until, act, outcome, waits }: NonNullable<Awaited<ReturnType<typeof lastPartOf>>>, at: Date) {
  if (until === null || (act !== 'leave' && act !== 'lapse' && act !== 'requeue')) return null;
  // Back in the queue, and taken from it or ended since.
  if (outcome === null && !waits) return null;
  return at.getTime() - until.getTime() > brokenShown * 1000 ? null : { at: until.toISOString(), outcome };
}

const lineOf = (help: Help, parts: readonly Part[], names: ReadonlyMap<string, string>): HelpLine => {
  const { id, door, way, state, itemName, itemNameEn, caseId, askerName, talkedSeconds, outcome, level } = help; // prettier-ignore
  const times = { askedAt: help.askedAt.toISOString(), takenAt: iso(help.takenAt), endedAt: iso(help.endedAt) };
  const inIt = parts.map(({ clerkId, from, until, act, givenTo, givenToId }) => ({
    clerkId,
    clerkName: names.get(clerkId) ?? '',
    from: new Date(from).toISOString(),
    until: until && new Date(until).toISOString(),
    how: partEndOf(act, givenTo),
    toName: givenToId && (names.get(givenToId) ?? ''),
  }));
  return { id, door, way, state, itemName, itemNameEn, caseId, askerName, parts: inIt, ...times, talkedSeconds, outcome, level }; // prettier-ignore
};

/** A page of the record. Clerks are called what they are called now. */
export async function readRecord({ db }: Ground, filter: RecordFilter, limit: number, offset: number) {
  const { rows, total } = await listRecord(db, filter, limit, offset);
  const names = await nameOfAccounts(
    db,
    rows.flatMap(({ parts }) =>
      (parts ?? []).flatMap(({ clerkId, givenToId }) => [clerkId, ...(givenToId ? [givenToId] : [])]),
    ),
  );
  return { rows: rows.map((row) => lineOf(row, row.parts ?? [], names)), total };
}

/** What each clerk had part in. */
export async function countByClerk({ db, clock }: Ground, filter: RecordFilter): Promise<ClerkCount[]> {
  const counted = await countRecord(db, filter, clock.now());
  const names = await nameOfAccounts(
    db,
    counted.map(({ clerkId }) => clerkId),
  );
  return counted.map((one) => ({ ...one, clerkName: names.get(one.clerkId) ?? '' }));
}
