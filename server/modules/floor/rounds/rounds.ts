/** Beginning a round, saying what was seen at a point, ending it. A telephone that lost its connection sends the same act again. */
import { shanghaiDay } from '#platform/clock';
import { isAsSaid } from '#platform/canonical';
import { emit } from '#platform/events';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { takeNumber } from '#platform/numbers';
import type { Actor } from '#platform/permissions';
import { Problem } from '#platform/problems';
import { floorChanged } from '../events.ts';
import type { Severity } from '../house-rule.ts';
import { raiseFinding } from '../inspection/findings.ts';
import { floorProblems } from '../problems.ts';
import { halfAt } from './half-day.ts';
import type { Round, RoundLine } from './operations.ts';
import { leftOf, resultAt, seenWithin, type Result, type RoundKind, type RoundPoint } from './round.ts';
import { endRound, findMark, findRound, insertMark, insertRound, lockRound, readMarks, type MarkRow, type RoundCounts, type RoundRow } from './store.ts'; // prettier-ignore
import { listPoints } from './warden-store.ts';

/** Throws `floor.noRound`. */
export async function getRound(ground: Ground, id: string): Promise<RoundRow> {
  const row = await findRound(ground.db, id);
  if (!row) throw floorProblems.noRound();
  return row;
}

/** A round that begins now, not stored yet. */
export async function newRound(
  ground: Ground,
  actor: Actor,
  round: { id: string; outletId: string; kind: RoundKind; zone: string; walkers: string[]; points: RoundPoint[] },
): Promise<RoundRow> {
  const at = ground.clock.now();
  const day = shanghaiDay(at);
  const serial = await takeNumber(ground.db, `round/${day.slice(0, 4)}`, 10);
  const number = `XL${day.slice(0, 4)}-${String(serial).padStart(4, '0')}`;
  return { ...round, number, day, half: halfAt(at), accountId: actor.accountId!, byName: actor.name, startedAt: at, endedAt: null, note: null }; // prettier-ignore
}

/** Begins a patrol; the same `actionId` of the same account for the same zone is the same one. Throws `noPoints`, `roundOpen`, `actRepeated`. */
export async function startPatrol(
  ground: Ground,
  actor: Actor,
  outletId: string,
  asked: { actionId: string; zone?: string },
): Promise<RoundRow> {
  const zone = asked.zone ?? '';
  const known = await findRound(ground.db, asked.actionId);
  if (known && isAsSaid(known, { kind: 'patrol', outletId, zone, accountId: actor.accountId! })) return known;
  if (known) throw floorProblems.actRepeated();
  const points = (await listPoints(ground.db, outletId)).filter((point) => zone === '' || point.zone === zone);
  if (points.length === 0) throw floorProblems.noPoints();
  const way = points.map((point): RoundPoint => ({ ...point, windowId: null }));
  const row = await newRound(ground, actor, { id: asked.actionId, outletId, kind: 'patrol', zone, walkers: [actor.accountId!], points: way }); // prettier-ignore
  await ground.db.transaction((tx) => {
    insertRound(tx, row);
    emit(tx, floorChanged, row.id, { outletId, part: 'inspection', everybody: true });
  });
  return row;
}

export interface Seen {
  actionId: string;
  pointId: string;
  /** ISO 8601, by the clock of the telephone. */
  seenAt?: string;
  finding?: { severity: Severity; body: string; departmentId?: string; fileIds?: string[] };
}

/**
 * Stores what was seen at a point; with a finding, both in one transaction. The same `actionId` is the same act, when the same was seen.
 * Throws `roundOver`, `noPoint`, `actRepeated`, and what `raiseFinding` throws.
 */
export async function markPoint(ground: Ground, actor: Actor, round: RoundRow, said: Seen): Promise<void> {
  const known = await findMark(ground.db, said.actionId);
  try {
    await keepMark(ground, actor, round, said, known);
  } catch (error) {
    // The same act at the same moment: one of the two was first.
    const isThere = !known && error instanceof Problem && (await findMark(ground.db, said.actionId));
    if (!isThere) throw error;
    await markPoint(ground, actor, round, said);
  }
}

async function keepMark(ground: Ground, actor: Actor, round: RoundRow, said: Seen, known?: MarkRow): Promise<void> {
  const { actionId: id, pointId, finding } = said;
  const result: Result = finding ? 'finding' : 'ok';
  const mark = { roundId: round.id, pointId, result, findingId: finding ? id : null, accountId: actor.accountId! };
  const seenBy = (at: Date): Date => seenWithin(round.startedAt, at, said.seenAt === undefined ? undefined : new Date(said.seenAt)); // prettier-ignore
  if (known && !isAsSaid(known, { ...mark, seenAt: seenBy(known.at) })) throw floorProblems.actRepeated();
  // Whether it is the same finding too, `raiseFinding` says.
  if (known && !finding) return;
  const point = round.points.find((one) => one.id === pointId);
  if (!point) throw floorProblems.noPoint();
  const at = ground.clock.now();
  const note = async (tx: Tx): Promise<void> => {
    const now = await lockRound(tx, round.id);
    if (!now || now.endedAt) throw floorProblems.roundOver();
    insertMark(tx, { id, ...mark, seenAt: seenBy(at), at, byName: actor.name });
    emit(tx, floorChanged, round.id, { outletId: round.outletId, part: 'inspection', everybody: true });
  };
  if (!finding) return ground.db.transaction(note);
  const { windowId, zone, name } = point;
  const found = { ...finding, body: windowId ? finding.body : `${name}：${finding.body.trim()}` };
  await raiseFinding(
    ground,
    actor,
    round.outletId,
    { actionId: id, source: round.kind, zone, ...found, ...(windowId ? { windowId } : {}) },
    { originId: round.id, also: note },
  );
}

/** Ends a round; one that has ended stays as it is. Throws `floor.pointsLeft` when nobody looked at a point and no reason is given. */
export async function finishRound(ground: Ground, { id, outletId }: RoundRow, said: string): Promise<void> {
  await ground.db.transaction(async (tx) => {
    const row = await lockRound(tx, id);
    if (!row || row.endedAt) return;
    const note = said.trim();
    const left = leftOf(row.points, await readMarks(tx, id));
    if (left.length > 0 && note === '') throw floorProblems.pointsLeft({ left: left.length });
    endRound(tx, id, ground.clock.now(), note);
    emit(tx, floorChanged, id, { outletId, part: 'inspection', everybody: true });
  });
}

export const roundLineOf = (
  { accountId: _, byName, walkers, note: _note, startedAt, endedAt, ...row }: RoundCounts,
  reader: Actor,
): RoundLine => ({
  ...row,
  by: byName,
  startedAt: startedAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
  mine: walkers.includes(reader.accountId!),
});

/** All of it, with what was seen at each point. */
export async function wholeRound(ground: Ground, id: string, actor: Actor): Promise<Round> {
  const row = await getRound(ground, id);
  const marks = await readMarks(ground.db, id);
  const way = row.points.map((point) => {
    const here = marks.filter(({ pointId }) => pointId === point.id);
    const result = resultAt(point.id, marks) ?? null;
    const last = here.findLast((mark) => mark.result === result);
    const { zone, name, look, windowId } = point;
    return { id: point.id, zone, name, look, windowId, result, seenAt: last?.seenAt.toISOString() ?? null, by: last?.byName ?? null, findingIds: here.flatMap(({ findingId }) => findingId ?? []) }; // prettier-ignore
  });
  const findings = marks.filter(({ findingId }) => findingId !== null).length;
  const marked = way.filter(({ result }) => result !== null).length;
  return {
    ...roundLineOf({ ...row, points: row.points.length, marked, findings }, actor),
    note: row.note,
    way,
  };
}
