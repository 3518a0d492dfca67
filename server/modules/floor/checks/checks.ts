/** Drawing an unannounced check, beginning it, giving it up. What was fixed before is stored before and never changed. */
import { randomInt } from 'node:crypto';
import { addDays } from '#modules/deadlines';
import { presenceBetween } from '#modules/hall';
import { tell } from '#modules/notices';
import { listWindows } from '#modules/offices';
import { postsNow } from '#modules/people';
import { canonical, isAsSaid } from '#platform/canonical';
import { shanghaiDay, startOfDay } from '#platform/clock';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { hashOf } from '#platform/ids';
import { takeNumber } from '#platform/numbers';
import { rolesOf, type Actor } from '#platform/permissions';
import { turnsBetween } from '../attendance/store.ts';
import { floorChanged } from '../events.ts';
import { floorProblems } from '../problems.ts';
import type { RoundPoint } from '../rounds/round.ts';
import { newRound } from '../rounds/rounds.ts';
import { insertRound } from '../rounds/store.ts';
import { staffNames } from '../rounds/wardens.ts';
import { drawn } from './draw.ts';
import type { Check, CheckLine } from './operations.ts';
import { mayKnow, stateOf } from './states.ts';
import { findCheck, insertCheck, insertStep, type CheckRow, type KnownCheck } from './store.ts';

/** A reader, as the rule of who may know of a check sees them. */
export const readerOf = (actor: Actor) => ({
  accountId: actor.accountId!,
  office: rolesOf(actor).includes('office'),
  auditor: rolesOf(actor).includes('auditor'),
});

/** Throws `floor.noCheck` for who may not know of it, as if there were none. */
export async function getCheck(ground: Ground, actor: Actor, id: string): Promise<KnownCheck> {
  const row = await findCheck(ground.db, id);
  const state = row && stateOf(row, shanghaiDay(ground.clock.now()));
  if (!row || !state || !mayKnow({ ...row, state }, readerOf(actor))) throw floorProblems.noCheck();
  return row;
}

export interface Wanted {
  actionId: string;
  day: string;
  wanted: number;
  team: string[];
  look: string;
  basis: string;
}

/** So many days back, to the draw, a window at which somebody sat is theirs. */
const ownDays = 7;

/**
 * The windows among which is drawn: those in service, without those of the departments of the team, those where it has turns that day, and those
 * at which one of them sits or sat within the week: nobody inspects themselves, also where no turns are planned.
 */
async function populationFor(ground: Ground, outletId: string, { day, team }: Wanted) {
  const { db, clock } = ground;
  const at = clock.now();
  const from = startOfDay(addDays(shanghaiDay(at), -ownDays));
  const [windows, posts, turns, sat] = await Promise.all([
    listWindows(db, { outletId }),
    Promise.all(team.map((id) => postsNow(db, id, at))),
    turnsBetween(db, outletId, day, day, null),
    Promise.all(team.map((accountId) => presenceBetween(db, { outletId, from, until: new Date(at.getTime() + 1), accountId }))), // prettier-ignore
  ]);
  const departments = new Set(posts.flat().map(({ departmentId }) => departmentId));
  const planned = turns.filter(({ accountId }) => team.includes(accountId));
  const own = new Set([...planned, ...sat.flat()].map(({ windowId }) => windowId));
  return windows
    .filter(({ id, departmentId }) => !own.has(id) && (departmentId === null || !departments.has(departmentId)))
    .map(({ id, number, zone, name }) => ({ id, number, zone, name }))
    .toSorted((one, other) => one.id.localeCompare(other.id));
}

/**
 * Draws a check and writes the draw down. `seed` is chance, unless a loader gives one. No event: those who are checked are not to notice that
 * there is something; the team is told. Throws `checkDayOver`, `noSuchStaff`, `tooFewWindows`, `actRepeated`.
 */
export async function drawCheck(
  ground: Ground,
  actor: Actor,
  outletId: string,
  asked: Wanted,
  seed: number = randomInt(2 ** 31),
): Promise<CheckRow> {
  const { day, wanted, team: teamIds } = asked;
  const said = { outletId, day, wanted, teamIds, look: asked.look.trim(), basis: asked.basis.trim(), drawnBy: actor.accountId! }; // prettier-ignore
  const known = await findCheck(ground.db, asked.actionId);
  if (known && isAsSaid(known, said)) return known;
  if (known) throw floorProblems.actRepeated();
  const at = ground.clock.now();
  if (day < shanghaiDay(at)) throw floorProblems.checkDayOver();
  const [names, population] = await Promise.all([
    staffNames(ground, asked.team, at),
    populationFor(ground, outletId, asked),
  ]);
  if (population.length < wanted) throw floorProblems.tooFewWindows({ there: population.length });
  const ids = population.map(({ id }) => id);
  const serial = await takeNumber(ground.db, `check/${day.slice(0, 4)}`, 1);
  const fixed = {
    number: `FX${day.slice(0, 4)}-${String(serial).padStart(4, '0')}`,
    day,
    seed,
    population,
    wanted,
    picked: drawn(seed, ids, wanted),
    team: asked.team.map((accountId) => ({ accountId, name: names.get(accountId)! })),
    look: said.look,
    basis: said.basis,
  };
  const hash = hashOf(canonical({ ...fixed, outletId, drawnAt: at.toISOString() }));
  const row: CheckRow = { ...fixed, ...said, id: asked.actionId, hash, drawnAt: at, drawnByName: actor.name };
  await ground.db.transaction((tx) => {
    insertCheck(tx, row);
    const facts = { caseNumber: row.number, dueOn: day };
    tell(ground, tx, asked.team.map((accountId) => ({ accountId, subjectId: null, template: 'floorCheck', facts }))); // prettier-ignore
  });
  return row;
}

/** Begins a check on its day; returns the round. The same `actionId` is the same round. Throws `checkNotToday`, `checkGone`. */
export async function beginCheck(ground: Ground, actor: Actor, check: KnownCheck, actionId: string): Promise<string> {
  if (check.stepId === actionId && check.roundId) return check.roundId;
  if (check.kind) throw floorProblems.checkGone();
  const at = ground.clock.now();
  const { id, outletId, day, look, population, picked, teamIds } = check;
  if (day !== shanghaiDay(at)) throw floorProblems.checkNotToday({ day });
  const way = population
    .filter((window) => picked.includes(window.id))
    .toSorted((one, other) => one.number.localeCompare(other.number))
    .map((window): RoundPoint => ({ id: window.id, zone: window.zone, name: `${window.number} ${window.name}`.trim(), look, windowId: window.id })); // prettier-ignore
  const round = await newRound(ground, actor, { id: actionId, outletId, kind: 'check', zone: '', walkers: teamIds, points: way }); // prettier-ignore
  await ground.db.transaction((tx) => {
    insertRound(tx, round);
    insertStep(tx, { id: actionId, checkId: id, kind: 'begin', roundId: round.id, reason: '', at, accountId: actor.accountId!, byName: actor.name }); // prettier-ignore
    emit(tx, floorChanged, id, { outletId, part: 'inspection', everybody: true });
  });
  return round.id;
}

/** Gives a check up that has not begun. The same `actionId` with the same reason is the same act. Throws `checkGone`, `actRepeated`. */
export async function cancelCheck(
  ground: Ground,
  actor: Actor,
  check: KnownCheck,
  said: { actionId: string; reason: string },
): Promise<void> {
  const reason = said.reason.trim();
  if (check.stepId === said.actionId && !isAsSaid(check, { kind: 'cancel', reason })) throw floorProblems.actRepeated();
  if (check.stepId === said.actionId) return;
  if (check.kind) throw floorProblems.checkGone();
  await ground.db.transaction((tx) => {
    insertStep(tx, { id: said.actionId, checkId: check.id, kind: 'cancel', roundId: null, reason, at: ground.clock.now(), accountId: actor.accountId!, byName: actor.name }); // prettier-ignore
  });
}

export const checkLineOf = (row: KnownCheck, today: string): CheckLine => ({
  id: row.id,
  number: row.number,
  outletId: row.outletId,
  day: row.day,
  state: stateOf(row, today),
  windows: row.wanted,
  team: row.team.map(({ name }) => name),
  findings: row.findings,
});

/** All of it, with the draw done again. */
export function wholeCheck(ground: Ground, row: KnownCheck, actor: Actor): Check {
  const windows = row.population.map(({ id, number, zone }) => ({ id, number, zone }));
  const ids = windows.map(({ id }) => id);
  return {
    ...checkLineOf(row, shanghaiDay(ground.clock.now())),
    mine: { team: row.teamIds.includes(actor.accountId!), drawer: row.drawnBy === actor.accountId },
    basis: row.basis,
    look: row.look,
    drawnBy: row.drawnByName,
    drawnAt: row.drawnAt.toISOString(),
    seed: row.seed,
    hash: row.hash,
    repeats: canonical(drawn(row.seed, ids, row.wanted)) === canonical(row.picked),
    population: windows,
    picked: windows.filter(({ id }) => row.picked.includes(id)),
    roundId: row.roundId,
    step: row.kind
      ? { kind: row.kind, by: row.stepBy!, at: row.stepAt!.toISOString(), reason: row.reason ?? '' }
      : null,
  };
}
