/** Saying what was found, what was done about it, and telling of what is late: state, history and messages in one transaction. */
import { calendarsOf, dueOn, shanghaiDay } from '#modules/deadlines';
import { attachFiles, findFiles } from '#modules/documents';
import { tell } from '#modules/notices';
import { findDepartment, findWindow } from '#modules/offices';
import { postHolders } from '#modules/people';
import { isAsSaid } from '#platform/canonical';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { takeNumber } from '#platform/numbers';
import type { Actor } from '#platform/permissions';
import { houseRule } from '../attendance/store.ts';
import { floorChanged } from '../events.ts';
import type { Severity } from '../house-rule.ts';
import { floorProblems } from '../problems.ts';
import { zonesOf } from '../rounds/wardens.ts';
import { afterStep, isCorrectedBy, recheckDays, type FindingSource, type FindingStep } from './finding.ts';
import type { Finding, FindingLine } from './operations.ts';
import { findFinding, findStep, insertFinding, insertStep, lockFinding, readSteps, saveFinding, takeOverdue, type FindingRow } from './store.ts'; // prettier-ignore

/** The kind of subject to which photos of findings belong. */
export const photosOf = 'floorFinding';

export interface Raised {
  actionId: string;
  source: FindingSource;
  severity: Severity;
  body: string;
  zone: string;
  windowId?: string;
  departmentId?: string;
  fileIds?: string[];
}

const dueAfter = (ground: Ground, today: string, value: number): string =>
  dueOn({ from: today, limit: { value, unit: 'workingDay' }, calendar: calendarsOf(ground).latest.calendar }).date;

/** Throws `floor.noFinding`. */
export async function getFinding(ground: Ground, id: string): Promise<FindingRow> {
  const row = await findFinding(ground.db, id);
  if (!row) throw floorProblems.noFinding();
  return row;
}

/**
 * Stores a finding; the same `actionId` of the same account in the same words is the same one. `on` is the round on which it was found, and
 * what is stored in the same transaction. Throws `windowNotHere`, `noSuchZone`, `noSuchDepartment`, `actRepeated`.
 */
export async function raiseFinding(
  ground: Ground,
  actor: Actor,
  outletId: string,
  said: Raised,
  on?: { originId: string; also: (tx: Tx) => Promise<void> },
): Promise<FindingRow> {
  const { db, clock } = ground;
  const at = clock.now();
  const today = shanghaiDay(at);
  const { source, severity, windowId = null, fileIds = [] } = said;
  const [known, begun, rule, window, department] = await Promise.all([
    findFinding(db, said.actionId),
    findStep(db, said.actionId),
    houseRule(db, outletId),
    windowId ? findWindow(db, windowId) : undefined,
    said.departmentId ? findDepartment(db, said.departmentId) : undefined,
  ]);
  const found = {
    outletId,
    zone: window?.zone ?? said.zone,
    windowId,
    departmentId: said.departmentId ?? window?.departmentId ?? null,
    source,
    severity,
    body: said.body.trim(),
    raisedBy: actor.accountId!,
    originId: on?.originId ?? null,
  };
  if (known && begun && isAsSaid(known, found) && isAsSaid(begun, { kind: 'raise', fileIds })) return known;
  if (known) throw floorProblems.actRepeated();
  if (windowId && window?.outletId !== outletId) throw floorProblems.windowNotHere();
  // What is seen on a round is seen at its points, as they were called when it began.
  if (!on && !windowId && said.zone !== '' && !(await zonesOf(ground, outletId)).includes(said.zone))
    throw floorProblems.noSuchZone();
  if (said.departmentId && (!department || department.retiredAt)) throw floorProblems.noSuchDepartment();
  const serial = await takeNumber(db, `finding/${today.slice(0, 4)}`, 10);
  const row: FindingRow = {
    id: said.actionId,
    number: `XC${today.slice(0, 4)}-${String(serial).padStart(4, '0')}`,
    ...found,
    state: 'open',
    seq: 1,
    dueOn: dueAfter(ground, today, rule.correctionDays[severity]),
    raisedAt: at,
  };
  await db.transaction(async (tx) => {
    insertFinding(tx, row);
    await addStep(tx, actor, row, { actionId: said.actionId, kind: 'raise', body: '', fileIds, at, late: false }); // prettier-ignore
    await on?.also(tx);
    await tellWho(ground, tx, row, 'floorFinding', today);
  });
  return row;
}

async function addStep(
  tx: Tx,
  actor: Actor,
  row: FindingRow,
  step: { actionId: string; kind: 'raise' | FindingStep; body: string; fileIds: string[]; at: Date; late: boolean },
): Promise<void> {
  const { fileIds, at } = step;
  await attachFiles(tx, { fileIds, ownerId: actor.accountId!, subjectKind: photosOf, subjectId: row.id, at });
  insertStep(tx, { id: newId(), findingId: row.id, seq: row.seq, toState: row.state, accountId: actor.accountId!, byName: actor.name, dueOn: row.dueOn, ...step }); // prettier-ignore
  emit(tx, floorChanged, row.id, { outletId: row.outletId, part: 'inspection', everybody: true });
}

/** A step on a finding; the same `actionId` in the same words is the same step. Throws `wrongStep`, `ownCorrection`, `actRepeated`. */
export async function stepFinding(
  ground: Ground,
  actor: Actor,
  { id, outletId }: FindingRow,
  kind: FindingStep,
  said: { actionId: string; body: string; fileIds?: string[] },
): Promise<FindingRow> {
  const at = ground.clock.now();
  const today = shanghaiDay(at);
  const rule = await houseRule(ground.db, outletId);
  return ground.db.transaction(async (tx) => {
    const row = await lockFinding(tx, id);
    if (!row) throw floorProblems.noFinding();
    const known = await findStep(tx, said.actionId);
    const done = { kind, body: said.body.trim(), fileIds: said.fileIds ?? [] };
    if (known && isAsSaid(known, { ...done, findingId: id, accountId: actor.accountId! })) return row;
    if (known) throw floorProblems.actRepeated();
    const state = afterStep(row.state, kind);
    if (!state) throw floorProblems.wrongStep({ state: row.state, step: kind });
    if (kind !== 'correct' && isCorrectedBy(await readSteps(tx, id), actor.accountId))
      throw floorProblems.ownCorrection();
    const days = { correct: recheckDays, reopen: rule.correctionDays[row.severity], pass: undefined }[kind];
    const moved: FindingRow = { ...row, state, seq: row.seq + 1, dueOn: days === undefined ? null : dueAfter(ground, today, days) }; // prettier-ignore
    saveFinding(tx, moved);
    const late = row.dueOn !== null && today > row.dueOn;
    await addStep(tx, actor, moved, { actionId: said.actionId, ...done, at, late }); // prettier-ignore
    if (kind !== 'pass') await tellWho(ground, tx, moved, 'floorFinding', today);
    return moved;
  });
}

/** Who has to act now hears of it: the department, or the office where none is named and where it looks again. */
async function tellWho(ground: Ground, tx: Tx, row: FindingRow, template: 'floorFinding' | 'floorOverdue', today: string): Promise<void> {
  const { departmentId, state, number, body, dueOn: due } = row;
  const forOffice = state === 'corrected' || departmentId === null;
  const holders = await postHolders(tx, departmentId ? [departmentId] : [], [], today);
  const accounts = holders
    .filter(({ role, departmentId: of }) => (forOffice || template === 'floorOverdue') && role === 'office' ? true : !forOffice && role === 'head' && of === departmentId)
    .map(({ accountId, standInId }) => standInId ?? accountId);
  const facts = { itemName: body.slice(0, 40), caseNumber: number, ...(due ? { dueOn: due } : {}) };
  tell(ground, tx, [...new Set(accounts)].map((accountId) => ({ accountId, subjectId: null, template, facts })));
} // prettier-ignore

/** Tells once of each finding whose day is over. Returns how many; safe to run twice. */
export const tellOverdue = (ground: Ground): Promise<number> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const today = shanghaiDay(at);
    const late = await takeOverdue(tx, today, at, 200);
    for (const row of late) await tellWho(ground, tx, row, 'floorOverdue', today);
    return late.length;
  });

export const lineOf = (row: FindingRow, today: string): FindingLine => ({
  id: row.id,
  number: row.number,
  outletId: row.outletId,
  zone: row.zone,
  windowId: row.windowId,
  departmentId: row.departmentId,
  source: row.source,
  severity: row.severity,
  body: row.body,
  state: row.state,
  dueOn: row.dueOn,
  overdue: row.dueOn !== null && today > row.dueOn,
  raisedAt: row.raisedAt.toISOString(),
  roundId: row.originId,
});

/** All of it as this account sees it, with the photos of each step. */
export async function wholeOf(ground: Ground, row: FindingRow, { accountId }: Actor): Promise<Finding> {
  const steps = await readSteps(ground.db, row.id);
  const files = await findFiles(
    ground.db,
    steps.flatMap(({ fileIds }) => fileIds),
  );
  return {
    ...lineOf(row, shanghaiDay(ground.clock.now())),
    correctedByMe: row.state === 'corrected' && isCorrectedBy(steps, accountId),
    steps: steps.map(({ kind, at, byName, body, dueOn: due, late, fileIds }) => ({
      kind,
      at: at.toISOString(),
      by: byName,
      body,
      dueOn: due,
      late,
      files: files
        .filter(({ id }) => fileIds.includes(id))
        .map(({ ownerId: _, subjectKind: _kind, subjectId: _id, createdAt, ...file }) => ({ ...file, createdAt: createdAt.toISOString() })), // prettier-ignore
    })),
  };
}
