/** Places as the figures see them: each counter, and the town or hall to which it belongs. */
import { listOutlets, type Outlet } from '#modules/offices';
import type { Ground } from '#platform/ground';
import { noOutlet } from './case-day.ts';

/** The place at the top: a village's town, a hall itself. A chain that leads in a circle ends where it began. */
function topOf(outlet: Outlet, byId: ReadonlyMap<string, Outlet>): string {
  const seen = new Set<string>();
  let here = outlet;
  while (here.kind !== 'town' && here.parentId && !seen.has(here.id)) {
    seen.add(here.id);
    const above = byId.get(here.parentId);
    // A town stands below the hall and is counted for itself.
    if (!above || (here.kind !== 'village' && above.kind === 'hall')) break;
    here = above;
  }
  return here.id;
}

/** For each counter the town or hall for which it counts. A few hundred places, retired ones too. */
export async function townsOf(ground: Ground): Promise<Map<string, string>> {
  const outlets = await listOutlets(ground.db, { retired: true });
  const byId = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  return new Map(outlets.map((outlet) => [outlet.id, topOf(outlet, byId)]));
}

/** The counters that count for a town or hall. */
export const countersBelow = async (ground: Ground, townId: string): Promise<string[]> => [
  ...new Set([townId, ...[...(await townsOf(ground))].flatMap(([id, town]) => (town === townId ? [id] : []))]),
];

/** The names of all places, and what is said where there was none. */
export async function placeNames(ground: Ground): Promise<Map<string, { name: string; nameEn: string | null }>> {
  const outlets = await listOutlets(ground.db, { retired: true });
  return new Map([
    [noOutlet, { name: '不经窗口', nameEn: 'By no counter' }],
    ...outlets.map(({ id, name, nameEn }) => [id, { name, nameEn: nameEn || null }] as const),
  ]);
}

/** Rows of counters added up to rows of their towns: every number is summed. */
export function addUp<Row extends { key: string }>(rows: readonly Row[], townOf: ReadonlyMap<string, string>): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const key = townOf.get(row.key) ?? row.key;
    const sum = sums.get(key);
    if (!sum) sums.set(key, { ...row, key });
    else
      for (const [name, value] of Object.entries(row))
        if (typeof value === 'number')
          (sum as Record<string, unknown>)[name] = ((sum as Record<string, unknown>)[name] as number) + value;
  }
  return [...sums.values()];
}
