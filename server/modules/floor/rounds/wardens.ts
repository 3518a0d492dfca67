/** Planning who looks after a zone, handing it over, and setting the way of patrols. */
import { zonesIn } from '#modules/hall';
import { tell } from '#modules/notices';
import { listWindows } from '#modules/offices';
import { nameOfAccounts, postsNow } from '#modules/people';
import { isAsSaid } from '#platform/canonical';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { demandSpan } from '../attendance/read-attendance.ts';
import { floorChanged } from '../events.ts';
import { floorProblems } from '../problems.ts';
import { halfBegins, halfEnds } from './half-day.ts';
import type { Warden } from './operations.ts';
import type { Half } from './round.ts';
import { findHand, findWarden, insertHand, listPoints, lockWarden, pointsElsewhere, savePoints, saveWardens, setWarden, wardensAt, wardensBetween, type PointRow, type WardenRow } from './warden-store.ts'; // prettier-ignore

/** The zones of a hall: those of its windows, in the order of their numbers. */
export async function zonesOf(ground: Ground, outletId: string): Promise<string[]> {
  const windows = await listWindows(ground.db, { outletId });
  return zonesIn(windows);
}

/** Names of staff who have a post now. Throws `floor.noSuchStaff`. */
export async function staffNames(
  ground: Ground,
  accountIds: readonly string[],
  at: Date,
): Promise<Map<string, string>> {
  const [names, posts] = await Promise.all([
    nameOfAccounts(ground.db, accountIds),
    Promise.all(accountIds.map((id) => postsNow(ground.db, id, at))),
  ]);
  if (names.size < accountIds.length || posts.some((own) => own.length === 0)) throw floorProblems.noSuchStaff();
  return names;
}

/** Plans half-days to come; what was planned for them is planned anew. Throws `noSuchZone`, `noSuchStaff`, `halfOver`, `handOverInstead`. */
export async function planWardens(
  ground: Ground,
  actor: Pick<Actor, 'name'>,
  outletId: string,
  asked: { zone: string; accountId: string; days: string[]; halves: Half[] },
): Promise<number> {
  const at = ground.clock.now();
  const { zone, accountId, days } = asked;
  const spans = days.flatMap((day) => asked.halves.map((half) => ({ day, half })));
  if (spans.some(({ day, half }) => halfEnds(day, half) <= at)) throw floorProblems.halfOver();
  const [zones, names] = await Promise.all([zonesOf(ground, outletId), staffNames(ground, [accountId], at)]);
  if (!zones.includes(zone)) throw floorProblems.noSuchZone();
  const rows = spans.map((span): WardenRow => ({ id: newId(), outletId, zone, ...span, accountId, name: names.get(accountId)! })); // prettier-ignore
  await ground.db.transaction(async (tx) => {
    const there = await wardensAt(tx, outletId, zone, days);
    const begun = there.find(({ day, half, accountId: whose }) => whose !== accountId && asked.halves.includes(half) && halfBegins(day, half) <= at); // prettier-ignore
    if (begun) throw floorProblems.handOverInstead({ name: begun.name });
    saveWardens(tx, rows, at, actor.name);
    emit(tx, floorChanged, outletId, { outletId, part: 'turns', everybody: true });
  });
  return rows.length;
}

/** Throws `floor.noWarden`. */
export async function getWarden(ground: Ground, id: string): Promise<WardenRow> {
  const row = await findWarden(ground.db, id);
  if (!row) throw floorProblems.noWarden();
  return row;
}

/** Hands a zone over; whoever takes it hears of it. Throws `noSuchStaff`, `sameWarden`, `halfOver`, `actRepeated`. */
export async function handOverWarden(
  ground: Ground,
  actor: Actor,
  { id, outletId }: WardenRow,
  said: { actionId: string; accountId: string; note: string },
): Promise<void> {
  const at = ground.clock.now();
  const name = (await staffNames(ground, [said.accountId], at)).get(said.accountId)!;
  await ground.db.transaction(async (tx) => {
    const row = await lockWarden(tx, id);
    if (!row) throw floorProblems.noWarden();
    const known = await findHand(tx, said.actionId);
    const hand = { wardenId: id, toAccountId: said.accountId, note: said.note.trim(), byAccountId: actor.accountId! };
    if (known && isAsSaid(known, hand)) return;
    if (known) throw floorProblems.actRepeated();
    if (halfEnds(row.day, row.half) <= at) throw floorProblems.halfOver();
    if (row.accountId === said.accountId) throw floorProblems.sameWarden();
    setWarden(tx, id, said.accountId, name);
    const from = { fromAccountId: row.accountId, fromName: row.name };
    insertHand(tx, { id: said.actionId, ...hand, ...from, toName: name, at, byName: actor.name });
    tell(ground, tx, [{ accountId: said.accountId, subjectId: null, template: 'floorWarden', facts: { itemName: row.zone, dueOn: row.day, note: hand.note.slice(0, 60) } }]); // prettier-ignore
    emit(tx, floorChanged, id, { outletId, part: 'turns', everybody: true });
  });
}

/** Wardens of some days. Throws `floor.spanTooLong`. */
export async function readWardens(
  ground: Ground,
  outletId: string,
  span: { from: string; to: string },
  id: string | null = null,
): Promise<Warden[]> {
  demandSpan(span);
  const rows = await wardensBetween(ground.db, outletId, span.from, span.to, id);
  return rows.map(({ id: own, zone, day, half, accountId, name, patrols, hands }) => ({ id: own, zone, day, half, accountId, name, patrols, hands })); // prettier-ignore
}

/** Sets the way of patrols. Throws `floor.noPoint` for a point of another hall. */
export async function setPoints(ground: Ground, outletId: string, points: readonly PointRow[]): Promise<PointRow[]> {
  const ids = points.map(({ id }) => id);
  await ground.db.transaction(async (tx) => {
    const elsewhere = await pointsElsewhere(tx, outletId, ids);
    if (elsewhere.length > 0 || new Set(ids).size < ids.length) throw floorProblems.noPoint();
    savePoints(tx, outletId, points);
    emit(tx, floorChanged, outletId, { outletId, part: 'inspection', everybody: true });
  });
  return listPoints(ground.db, outletId);
}
