/** The version of an item that a case stands on. On the hot path of every application: no SQL while the memory is warm. */
import { LRUCache } from 'lru-cache';
import type { Database } from '#platform/db';
import type { Ground } from '#platform/ground';
import { general } from '#platform/problems';
import { ensureFresh, listenTo } from './freshness.ts';
import { findSpans, findVersionRow, type ItemVersion } from './store.ts';
import { spanInForce, type VersionSpan } from './versions.ts';

interface Memory {
  /** By item: forgotten when the item changes. */
  spans: LRUCache<string, readonly VersionSpan[]>;
  /** By item and version: published versions never change. */
  versions: LRUCache<string, ItemVersion>;
}

const memories = new WeakMap<Database, Memory>();

function memoryOf(db: Database): Memory {
  let memory = memories.get(db);
  if (memory) return memory;
  // A full item with materials and form is about 10 kB in memory: 50 MB at most.
  const made: Memory = (memory = { spans: new LRUCache({ max: 50_000 }), versions: new LRUCache({ max: 5_000 }) });
  memories.set(db, memory);
  listenTo(db, (itemIds) => {
    if (itemIds) for (const id of itemIds) made.spans.delete(id);
    else made.spans.clear();
  });
  return memory;
}

/** The version of the item in force on a day of Asia/Shanghai; undefined when there is none, or no such item. */
export async function getVersionInForce(ground: Ground, itemId: string, day: string): Promise<ItemVersion | undefined> {
  const { db } = ground;
  const { spans } = memoryOf(db);
  const looking = ensureFresh(db);
  if (looking) await looking;
  let known = spans.get(itemId);
  if (!known) {
    known = await findSpans(db.aside, [itemId]);
    // An item that does not exist is not remembered: anybody could fill the memory with invented ids.
    if (known.length > 0) spans.set(itemId, known);
  }
  const span = spanInForce(known, day);
  return span && getVersion(ground, itemId, span.version);
}

/** A published version; throws `general.notFound`. */
export async function getVersion(ground: Ground, itemId: string, version: number): Promise<ItemVersion> {
  const { versions } = memoryOf(ground.db);
  const key = `${itemId}/${version}`;
  let found = versions.get(key);
  if (!found) {
    found = await findVersionRow(ground.db.aside, itemId, version);
    if (!found) throw general.notFound();
    versions.set(key, found);
  }
  return found;
}
