/** What every editor does: write a version, keep it in the history, tell the others, or say who was quicker. */
import type { Tx } from '#platform/db';
import { emit, type EventType } from '#platform/events';
import type { Actor } from '#platform/permissions';
import { departmentChanged, hoursChanged, outletChanged, windowChanged, type OfficeFacts } from './events.ts';
import { officesProblems } from './problems.ts';
import { addChange, type Change } from './store.ts';

const events: Record<Change['kind'], EventType<OfficeFacts>> = {
  department: departmentChanged,
  outlet: outletChanged,
  window: windowChanged,
  hours: hoursChanged,
};

/** Puts a version that was just written into the history and announces it. */
export function recordChange(
  tx: Tx,
  actor: Actor,
  kind: Change['kind'],
  act: Change['act'],
  row: { id: string; version: number; changedAt: Date; departmentId?: string | null },
): void {
  addChange(tx, {
    at: row.changedAt,
    accountId: actor.accountId,
    changedBy: actor.name,
    kind,
    subjectId: row.id,
    act,
    version: row.version,
    nowIs: row,
  });
  const departmentId = kind === 'department' ? row.id : (row.departmentId ?? null);
  emit(tx, events[kind], row.id, { act, departmentId, everybody: true });
}

/** The row that was written, or 409 with what the other wrote, so that the screen can show both. */
export async function wrote<Row>(written: Promise<Row | undefined>, current: () => Promise<Row>): Promise<Row> {
  const row = await written;
  if (row === undefined) throw officesProblems.changedMeanwhile({ current: await current() });
  return row;
}
