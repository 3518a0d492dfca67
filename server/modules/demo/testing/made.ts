/** What tests of the demo district stand on: the district and its rows, without a database. */
import { demoDistrict } from '#platform/config';
import { batchesOf } from '../cases/generate.ts';
import { matterOf } from '../cases/matters.ts';
import { worldOf, type World } from '../cases/world.ts';
import { makeDistrict, type Made } from '../load-district.ts';
import { tables, type Row, type Table } from '../load-store.ts';
import { idOf, type Plan } from '../plan.ts';

/** A working Tuesday. The long holiday of spring and that of autumn lie within the eighteen months before. */
export const testPlan: Plan = { seed: 330_199, asOf: '2026-06-30', cases: 5_000, districtCode: demoDistrict.code };

/** The district of a plan and the world in which its cases take place. */
export function makeWorld(plan: Plan): { made: Made; world: World } {
  const made = makeDistrict(plan);
  const matters = made.items.map((item) => matterOf(plan, item, idOf(plan, 'item', item.code), 1));
  return { made, world: worldOf(plan, demoDistrict, { ...made, matters }) };
}

/** All rows of a plan, by table. */
export function rowsOf(world: World): Record<Table, Row[]> {
  const all = Object.fromEntries(Object.keys(tables).map((table) => [table, [] as Row[]])) as Record<Table, Row[]>;
  for (const { rows } of batchesOf(world))
    for (const [table, some] of Object.entries(rows)) all[table as Table].push(...some);
  return all;
}

/** Rows with the names of their columns, camel case as in the code. */
export function named(table: Table, rows: readonly Row[]): Record<string, unknown>[] {
  const columns = /\((.*)\)/
    .exec(tables[table])![1]!
    .split(', ')
    .map((column) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
}
