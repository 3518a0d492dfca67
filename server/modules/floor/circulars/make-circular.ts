/** Making a circular: what was found is read once and frozen with all that is said of it. */
import { addDays } from '#modules/deadlines';
import { openReport, sayDate } from '#modules/documents';
import { getOutlet, listDepartments } from '#modules/offices';
import { canonical, isAsSaid } from '#platform/canonical';
import { shanghaiDay, startOfDay } from '#platform/clock';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { hashOf } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { floorChanged } from '../events.ts';
import type { FindingSource } from '../inspection/finding.ts';
import { floorProblems } from '../problems.ts';
import { templateVersion, writeCircular, type CircularData, type Language } from './circular.ts';
import { findCircular, findingsToSum, insertCircular, roundsToSum, serialBefore, type CircularRow } from './store.ts';

/** Findings that one circular names at most: more are no reading for anybody. */
const mostFindings = 200;

/** Throws `floor.noCircular`. */
export async function getCircular(ground: Ground, id: string): Promise<CircularRow> {
  const row = await findCircular(ground.db, id);
  if (!row) throw floorProblems.noCircular();
  return row;
}

/**
 * Makes the next circular of the year from what stands in none yet. Throws `wrongDays`, `nothingToSum`, `tooManyToSum`, `actRepeated`, and
 * `summedMeanwhile` when somebody else made one at the same moment.
 */
export async function makeCircular(
  ground: Ground,
  actor: Actor,
  outletId: string,
  asked: { actionId: string; from: string; to: string; sources: FindingSource[]; demand: string },
): Promise<CircularRow> {
  const { db, district } = ground;
  const { from, to, sources } = asked;
  const demand = asked.demand.trim();
  const done = await findCircular(db, asked.actionId);
  // Of which sources was asked, only what was found says.
  const isSame = done && isAsSaid(done, { outletId, fromOn: from, toOn: to, madeBy: actor.accountId! });
  if (isSame && done.data.demand === demand) return done;
  if (done) throw floorProblems.actRepeated();
  const at = ground.clock.now();
  if (from > to || to > shanghaiDay(at)) throw floorProblems.wrongDays();
  const span = { outletId, from: startOfDay(from), until: startOfDay(addDays(to, 1)) };
  const year = Number(shanghaiDay(at).slice(0, 4));
  const [found, rounds, outlet, departments, before] = await Promise.all([
    findingsToSum(db, span, sources, mostFindings + 1),
    roundsToSum(db, span, sources),
    getOutlet(db, outletId),
    listDepartments(db, { retired: true }),
    serialBefore(db, outletId, year),
  ]);
  if (found.length === 0) throw floorProblems.nothingToSum();
  if (found.length > mostFindings) throw floorProblems.tooManyToSum({ most: mostFindings });
  const nameOf = new Map(departments.map(({ id, name, nameEn }) => [id, { 'zh-CN': name, en: nameEn || name }]));
  const data: CircularData = {
    hall: { 'zh-CN': outlet.name, en: outlet.nameEn || outlet.name },
    issuer: { 'zh-CN': district.name, en: district.nameEn },
    from,
    to,
    ...rounds,
    findings: found.map(({ number, zone, source, severity, body, state, departmentId, dueOn, raisedAt }) => ({ number, zone, source, severity, body, state, department: (departmentId && nameOf.get(departmentId)) || null, dueOn, raisedOn: shanghaiDay(raisedAt) })), // prettier-ignore
    demand,
  };
  const bare = { year, serial: before + 1, templateVersion, data };
  const hash = hashOf(canonical({ ...bare, madeAt: at.toISOString() }));
  const row: CircularRow = { ...bare, id: asked.actionId, outletId, fromOn: from, toOn: to, hash, madeAt: at, madeBy: actor.accountId!, madeByName: actor.name }; // prettier-ignore
  await db.transaction((tx) => {
    insertCircular(
      tx,
      row,
      found.map(({ id }) => id),
    );
    emit(tx, floorChanged, row.id, { outletId, part: 'inspection', everybody: true });
  });
  return row;
}

/** A circular as PDF, from what was frozen and from nothing else. */
export const openCircular = (row: CircularRow, language: Language): Promise<Uint8Array> =>
  openReport(writeCircular(row, sayDate(shanghaiDay(row.madeAt)), language));
