/** What this district lets others take in for it. */
import { getVersionInForce, type ItemVersion } from '#modules/catalogue';
import { getDepartment } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { exchangeProblems } from './problems.ts';
import { insertOffered, listOffered } from './piece-store.ts';

/** Those that are in force today. */
async function inForce(ground: Ground): Promise<{ item: ItemVersion; since: Date }[]> {
  const day = shanghaiDay(ground.clock.now());
  const offered = await listOffered(ground.db);
  const found = await Promise.all(
    offered.map(async ({ itemId, since }) => ({ item: await getVersionInForce(ground, itemId, day), since })),
  );
  return found.flatMap(({ item, since }) => (item ? [{ item, since }] : []));
}

/** As they are told to a partner. */
export async function itemsOffered(ground: Ground) {
  const items = await inForce(ground);
  const ids = [...new Set(items.map(({ item }) => item.departmentId))];
  const departments = await Promise.all(ids.map((id) => getDepartment(ground.db, id)));
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  return items.map(({ item: { itemId, version, departmentId, body } }) => ({
    itemId,
    version,
    department: names.get(departmentId) ?? '',
    body,
  }));
}

/** The office's own list. */
export const offeredLines = async (ground: Ground) =>
  (await inForce(ground)).map(({ item, since }) => ({
    itemId: item.itemId,
    name: item.body.name,
    since: since.toISOString(),
  }));

/** Throws `itemNotOpen`, `tooManyOffered`. */
export async function offerItem(ground: Ground, by: string, itemId: string): Promise<void> {
  const now = ground.clock.now();
  if (!(await getVersionInForce(ground, itemId, shanghaiDay(now)))) throw exchangeProblems.itemNotOpen();
  if ((await listOffered(ground.db)).length >= 200) throw exchangeProblems.tooManyOffered();
  await ground.db.transaction(async (tx) => insertOffered(tx, itemId, now, by));
}
