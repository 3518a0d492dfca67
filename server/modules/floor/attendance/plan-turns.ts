/** Planning who is to be where when, and what a superior says of a turn. */
import { findOutlet, findWindow } from '#modules/offices';
import { nameOfAccounts, postsNow } from '#modules/people';
import { isAsSaid } from '#platform/canonical';
import { instantOn, shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { floorChanged } from '../events.ts';
import { floorProblems } from '../problems.ts';
import type { Amended } from './marks.ts';
import { deleteTurn, findAmendment, findTurn, insertAmendment, insertTurns, lockPlanning, overlapping, type TurnRow } from './store.ts'; // prettier-ignore

export interface Planned {
  accountIds: string[];
  windowId?: string;
  days: string[];
  spans: { starts: string; ends: string }[];
}

/** Throws `floor.turnsOverlap` where somebody is to be somewhere else then, in this hall or another: it says what is there. */
async function demandFree(tx: Tx, outletId: string, rows: readonly TurnRow[]): Promise<void> {
  const there = await overlapping(tx, rows);
  if (!there) return;
  const { name, day, starts, ends } = there;
  const [outlet, window] = await Promise.all([
    there.outletId === outletId ? undefined : findOutlet(tx, there.outletId),
    there.windowId === null ? undefined : findWindow(tx, there.windowId),
  ]);
  const where = {
    ...(outlet ? { outlet: outlet.name, outletEn: outlet.nameEn || outlet.name } : {}),
    ...(window ? { window: window.number } : {}),
  };
  throw floorProblems.turnsOverlap({ name, day, starts, ends, ...where });
}

/**
 * Plans turns and counts those that are new: the same again plans nothing. What is over already on the first day is not planned, as nobody
 * could come any more and everybody would be absent; `over` counts it.
 * Throws `floor.dayOver`, `turnsOver`, `wrongSpan`, `windowNotHere`, `noSuchStaff`, `turnsOverlap`.
 */
export async function planTurns(
  ground: Ground,
  actor: Pick<Actor, 'name'>,
  outletId: string,
  asked: Planned,
): Promise<{ planned: number; over: number }> {
  const { db, clock } = ground;
  const at = clock.now();
  const today = shanghaiDay(at);
  if (asked.days.some((day) => day < today)) throw floorProblems.dayOver();
  const spans = asked.spans.toSorted((one, other) => one.starts.localeCompare(other.starts));
  if (spans.some(({ starts, ends }, i) => starts >= ends || ends > (spans[i + 1]?.starts ?? '24:00')))
    throw floorProblems.wrongSpan();
  const window = asked.windowId ? await findWindow(db, asked.windowId) : undefined;
  if (asked.windowId && window?.outletId !== outletId) throw floorProblems.windowNotHere();
  const names = await nameOfAccounts(db, asked.accountIds);
  const posts = await Promise.all(asked.accountIds.map((id) => postsNow(db, id, at)));
  if (names.size < asked.accountIds.length || posts.some((own) => own.length === 0)) throw floorProblems.noSuchStaff();
  const all = asked.days.flatMap((day) =>
    asked.accountIds.flatMap(
      (accountId) =>
      spans.map(({ starts, ends }): TurnRow => ({ id: newId(), outletId, accountId, name: names.get(accountId)!, windowId: asked.windowId ?? null, day, starts, ends })), // prettier-ignore
    ),
  );
  const rows = all.filter(({ day, ends }) => instantOn(day, ends) > at);
  if (rows.length === 0) throw floorProblems.turnsOver();
  return ground.db.transaction(async (tx) => {
    lockPlanning(tx);
    await demandFree(tx, outletId, rows);
    const planned = await insertTurns(tx, rows, at, actor.name);
    if (planned > 0) emit(tx, floorChanged, outletId, { outletId, part: 'turns', everybody: true });
    return { planned, over: all.length - rows.length };
  });
}

/** Throws `floor.noTurn`. */
export async function getTurn(ground: Ground, id: string): Promise<TurnRow> {
  const turn = await findTurn(ground.db, id);
  if (!turn) throw floorProblems.noTurn();
  return turn;
}

/** Takes a turn away that has not begun. Throws `floor.turnBegun`. */
export async function removeTurn(ground: Ground, turn: TurnRow): Promise<void> {
  if (instantOn(turn.day, turn.starts) <= ground.clock.now()) throw floorProblems.turnBegun();
  await ground.db.transaction(async (tx) => {
    deleteTurn(tx, turn.id);
    emit(tx, floorChanged, turn.outletId, { outletId: turn.outletId, part: 'turns', everybody: true });
  });
}

/** What a superior says of a turn. Throws `floor.ownTurn`, `turnNotBegun`, `actRepeated`. */
export async function amendTurn(
  ground: Ground,
  actor: Actor,
  turn: TurnRow,
  said: { actionId: string; mark: Amended; reason: string },
): Promise<void> {
  const at = ground.clock.now();
  const { accountId, day, starts, outletId } = turn;
  if (accountId === actor.accountId) throw floorProblems.ownTurn();
  if (instantOn(day, starts) > at) throw floorProblems.turnNotBegun();
  const amended = {
    accountId,
    day,
    starts,
    mark: said.mark,
    reason: said.reason.trim(),
    byAccountId: actor.accountId!,
  };
  const done = await findAmendment(ground.db, said.actionId);
  if (done && isAsSaid(done, amended)) return;
  if (done) throw floorProblems.actRepeated();
  await ground.db.transaction(async (tx) => {
    insertAmendment(tx, { id: newId(), actionId: said.actionId, ...amended, at, byName: actor.name });
    emit(tx, floorChanged, turn.id, { outletId, part: 'turns', everybody: true });
  });
}
