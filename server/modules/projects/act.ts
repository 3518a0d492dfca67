/** How something is done to a project: locked, looked whether it was done before, written into the log, announced. */
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor, Ties } from '#platform/permissions';
import { Problem } from '#platform/problems';
import { projectMoved } from './events.ts';
import { projectProblems } from './problems.ts';
import type { LogKind } from './steward/menu.ts';
import {
  findByAct,
  insertLog,
  lockProject,
  stepsOfProjects,
  updateProject,
  type ProjectRow,
  type StepRow,
} from './store.ts';

export interface Who {
  actor: Actor;
  allow(ties: Ties): void;
}

export interface Done<R> {
  /** What the log says of it. */
  facts: Record<string, unknown>;
  changes?: Partial<ProjectRow>;
  reply: R;
}

/** Adds a line to the log in the transaction, and moves the project's line with it. Returns the row after it. */
export function logIn(
  tx: Tx,
  row: ProjectRow,
  line: { id: string; kind: LogKind; at: Date; accountId: string | null; facts: Record<string, unknown> },
  changes: Partial<ProjectRow> = {},
): ProjectRow {
  const moved = { ...row, ...changes, seq: row.seq + 1 };
  insertLog(tx, { projectId: row.id, seq: moved.seq, ...line });
  updateProject(tx, moved);
  emit(tx, projectMoved, row.id, {
    kind: line.kind,
    number: row.number,
    ownerId: moved.stewardId,
    organisationId: row.organisationId,
  });
  return moved;
}

/**
 * Does something to an open project in one transaction. The same `actionId` does it once: the second time `again` answers. What `plan`
 * throws leaves nothing. `ahead` is what can be checked without a transaction.
 */
export async function actOn<R, A = undefined>(
  ground: Ground,
  actor: Actor,
  projectId: string,
  act: { actionId: string; kind: LogKind },
  plan: (tx: Tx, row: ProjectRow, now: Date, ahead: A) => Promise<Done<R>> | Done<R>,
  again: (row: ProjectRow) => Promise<R> | R,
  ahead?: () => Promise<A>,
): Promise<R> {
  const before = await findByAct(ground.db, act.actionId);
  if (before) return repeated(before, projectId, act, again);
  try {
    const prepared = (await ahead?.()) as A;
    return await ground.db.transaction(async (tx) => {
      const now = ground.clock.now();
      const row = await lockProject(tx, projectId);
      if (row.state !== 'open') throw projectProblems.projectEnded();
      const { facts, changes, reply } = await plan(tx, row, now, prepared);
      logIn(tx, row, { id: act.actionId, kind: act.kind, at: now, accountId: actor.accountId, facts }, changes);
      return reply;
    });
  } catch (error) {
    // Another request with the same act was quicker: its answer is this one's.
    if (!(error instanceof Problem)) throw error;
    const done = await findByAct(ground.db, act.actionId);
    if (!done) throw error;
    return repeated(done, projectId, act, again);
  }
}

function repeated<R>(
  done: ProjectRow & { doneKind: LogKind },
  projectId: string,
  act: { kind: LogKind },
  again: (row: ProjectRow) => Promise<R> | R,
): Promise<R> | R {
  if (done.id !== projectId || done.doneKind !== act.kind) throw projectProblems.actionReused();
  return again(done);
}

/** A step of the project by its key. Throws `projects.noSuchStep`. */
export async function getStep(ground: Ground, projectId: string, key: string): Promise<StepRow> {
  const found = (await stepsOfProjects(ground.db, [projectId])).find((step) => step.key === key);
  if (!found) throw projectProblems.noSuchStep();
  return found;
}
