/** What messages say of a hall. */
import { findOutlet } from '#modules/offices';
import type { Reader } from '#platform/db';

/** Its name in both languages, as the templates of notices want it. */
export async function hallFacts(reader: Reader, outletId: string): Promise<{ hall: string; hallEn: string }> {
  const outlet = await findOutlet(reader, outletId);
  return { hall: outlet?.name ?? '', hallEn: outlet?.nameEn || outlet?.name || '' };
}

/** Reads something once for each of the keys that occur. */
export async function onceEach<K, V>(keys: Iterable<K>, read: (key: K) => Promise<V>): Promise<Map<K, V>> {
  return new Map(await Promise.all([...new Set(keys)].map(async (key) => [key, await read(key)] as const)));
}
