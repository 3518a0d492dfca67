/** What every editor does: write a version, keep it in the history, tell the others, or say who was quicker. */
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
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

/** What every office keeps beside what it is. */
interface Kept {
  id: string;
  version: number;
  retiredAt: Date | null;
  changedAt: Date;
  changedBy: string;
}

/** SQL of one kind of office. `update` answers nothing when the version is not the one that is stored. */
interface Shelf<Row> {
  insert(tx: Tx, rows: readonly Row[]): void;
  update(tx: Tx, row: Row): Promise<Row | undefined>;
  get(tx: Tx, id: string): Promise<Row>;
}

/** The three acts on one kind of office; `check` throws what forbids the act, in its transaction. */
export function editorOf<Row extends Kept>(kind: 'department' | 'outlet' | 'window', shelf: Shelf<Row>) {
  const write = async (tx: Tx, actor: Actor, act: Change['act'], next: Row): Promise<Row> => {
    const row = await wrote(shelf.update(tx, next), () => shelf.get(tx, next.id));
    recordChange(tx, actor, kind, act, row);
    return row;
  };
  return {
    create: (
      { db, clock }: Ground,
      actor: Actor,
      fresh: Omit<Row, keyof Kept>,
      check: (tx: Tx) => Promise<void> = async () => {},
    ): Promise<Row> =>
      db.transaction(async (tx) => {
        await check(tx);
        const kept: Kept = { id: newId(), version: 1, retiredAt: null, changedAt: clock.now(), changedBy: actor.name };
        const row = { ...fresh, ...kept } as Row;
        shelf.insert(tx, [row]);
        recordChange(tx, actor, kind, 'create', row);
        return row;
      }),
    /** Throws `offices.changedMeanwhile` with the office as somebody else wrote it. */
    edit: (
      { db, clock }: Ground,
      actor: Actor,
      row: Row,
      edit: Partial<Row> & { version: number },
      check: (tx: Tx) => Promise<void> = async () => {},
    ): Promise<Row> =>
      db.transaction(async (tx) => {
        await check(tx);
        return write(tx, actor, 'update', { ...row, ...edit, changedAt: clock.now(), changedBy: actor.name });
      }),
    /** Out of service, or back. Throws `offices.changedMeanwhile`. */
    retire: (
      { db, clock }: Ground,
      actor: Actor,
      row: Row,
      { version, retired }: { version: number; retired: boolean },
      check: (tx: Tx) => Promise<void>,
      then: (tx: Tx, at: Date) => Promise<void> = async () => {},
    ): Promise<Row> =>
      db.transaction(async (tx) => {
        await check(tx);
        const at = clock.now();
        const next = { ...row, version, retiredAt: retired ? at : null, changedAt: at, changedBy: actor.name };
        const written = await write(tx, actor, retired ? 'retire' : 'restore', next);
        await then(tx, at);
        return written;
      }),
  };
}
