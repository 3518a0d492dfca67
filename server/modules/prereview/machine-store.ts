/** SQL of how far the machine may go, and of the switch that stops it. */
import { prepared, type Reader, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { ownConstraints } from '#platform/problems';
import { prereviewProblems } from './problems.ts';
import { levels, type Level } from './level.ts';
import { usual } from './sample.ts';

ownConstraints({ setting_pkey: () => prereviewProblems.changedMeanwhile() });

/** The scope of the switch for the whole district. */
export const wholeDistrict = '00000000-0000-0000-0000-000000000000';

export interface SettingRow {
  itemId: string;
  no: number;
  departmentId: string;
  itemName: string;
  level: Level;
  share: number;
  reason: string;
  at: Date;
  byName: string;
}
export interface SwitchRow {
  scope: string;
  stopped: boolean;
  reason: string;
  at: Date;
  byName: string;
}

const lastOf = prepared<SettingRow>('select * from prereview.setting where item_id = $1 order by no desc limit 1');
const lastOfMany = prepared<Pick<SettingRow, 'itemId' | 'level'>>(
  'select distinct on (item_id) item_id, level from prereview.setting where item_id = any($1) order by item_id, no desc',
);
const insertRow = prepared(
  `insert into prereview.setting (item_id, no, department_id, item_name, level, share, reason, at, by_name)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
// An act holds the district's row while it is written: a stop waits for it, and nothing begins behind a stop.
const held = prepared<{ scope: string; stopped: boolean }>(
  'select scope, stopped from prereview.switch where scope = any($1) order by scope for share',
);
const taken = prepared<{ scope: string }>('select scope from prereview.switch where scope = $1 for update');
const turn = prepared<SwitchRow>(
  `insert into prereview.switch (scope, stopped, reason, at, by_name) values ($1, $2, $3, $4, $5)
   on conflict (scope) do update set stopped = excluded.stopped, reason = excluded.reason, at = excluded.at, by_name = excluded.by_name
   returning *`,
);
// A district that was emptied has no row: nobody has stopped anything, and the lock needs one.
const ensure = prepared(
  `insert into prereview.switch (scope, stopped, reason, at, by_name) values ($1, false, '', '-infinity', '')
   on conflict (scope) do nothing`,
);
const note = prepared(
  'insert into prereview.switch_change (id, scope, stopped, reason, at, by_name, account_id) values ($1, $2, $3, $4, $5, $6, $7)',
);
const allSwitches = prepared<SwitchRow>(
  `select scope, stopped, reason, greatest(at, '1970-01-01') as at, by_name from prereview.switch
    where stopped or scope = $1 order by scope limit 500`,
);

export const findSetting = (reader: Reader, itemId: string) => reader.maybe(lastOf(itemId));
/** The levels of items; those that nobody has set advise. */
export async function levelsOf(reader: Reader, itemIds: readonly string[]): Promise<Map<string, Level>> {
  const rows = itemIds.length > 0 ? await reader.many(lastOfMany([...itemIds])) : [];
  return new Map(rows.map(({ itemId, level }) => [itemId, level]));
}
export function insertSetting(tx: Tx, row: SettingRow): void {
  tx.write(insertRow(row.itemId, row.no, row.departmentId, row.itemName, row.level, row.share, row.reason, row.at, row.byName)); // prettier-ignore
}
export const listSwitches = (reader: Reader) => reader.many(allSwitches(wholeDistrict));

/** The machine may not go on: the case is a person's. Nobody asked, so nobody is answered. */
export class LeftToPerson extends Error {}

/**
 * Asks within an act's transaction whether the machine may still go this far, and holds the answer until the act is durable. Throws
 * `LeftToPerson`. Returns the share that is checked again.
 */
export async function demandMachine(tx: Tx, itemId: string, departmentId: string, level: Level): Promise<number> {
  tx.write(ensure(wholeDistrict));
  const [switches, setting] = await Promise.all([
    tx.many(held([wholeDistrict, departmentId])),
    tx.maybe(lastOf(itemId)),
  ]);
  if (switches.some(({ stopped }) => stopped)) throw new LeftToPerson('stopped');
  if (levels.indexOf(setting?.level ?? usual.level) < levels.indexOf(level)) throw new LeftToPerson('level');
  return setting?.share ?? usual.share;
}

/** Waits until no act of the machine is under way; none begins before the transaction ends. */
export const holdMachine = async (tx: Tx): Promise<void> => {
  tx.write(ensure(wholeDistrict));
  await tx.maybe(taken(wholeDistrict));
};

/** Turns the switch: when this is committed, no act of the machine is under way and none follows. */
export async function turnSwitch(tx: Tx, row: SwitchRow, accountId: string | null): Promise<SwitchRow> {
  await holdMachine(tx);
  const turned = await tx.one(turn(row.scope, row.stopped, row.reason, row.at, row.byName));
  tx.write(note(newId(), row.scope, row.stopped, row.reason, row.at, row.byName, accountId));
  return turned;
}
