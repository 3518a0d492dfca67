/** Sweeps: files that nobody attached, bytes of removed ones, bytes that a crash left without a row. Each runs twice without harm. */
import { shanghaiDay } from '#platform/clock';
import { files } from '#platform/files';
import type { Ground } from '#platform/ground';
import { listToErase, listUnknownKeys, removeUnattached, saveErased } from '../file-store.ts';
import { fileLimits } from '../limits.ts';

const day = 86_400_000;
const batch = 200;

/** What a sweep did. */
export interface Swept {
  unattached: number;
  erased: number;
  strays: number;
}

export async function sweepFiles(ground: Ground): Promise<Swept> {
  const now = ground.clock.now();
  const swept = {
    unattached: await removeOld(ground, now),
    erased: await eraseRemoved(ground, now),
    strays: await deleteStrays(ground, now),
  };
  await files(ground).clearUnfinished(now);
  return swept;
}

async function removeOld(ground: Ground, now: Date): Promise<number> {
  const before = new Date(now.getTime() - fileLimits.unattachedDays * day);
  for (let all = 0; ;) {
    const removed = await ground.db.transaction((tx) => removeUnattached(tx, before, now, batch));
    all += removed.length;
    if (removed.length < batch) return all;
  }
}

/** A day later, so that a slip can be put right by an operator. */
async function eraseRemoved(ground: Ground, now: Date): Promise<number> {
  const before = new Date(now.getTime() - day);
  for (let all = 0; ;) {
    const rows = await listToErase(ground.db, before, batch);
    for (const { id, key } of rows) {
      await files(ground).delete(key);
      await ground.db.transaction(async (tx) => saveErased(tx, id, now));
    }
    all += rows.length;
    if (rows.length < batch) return all;
  }
}

/** Bytes whose row was never written. From two to nine days ago: what is younger may be on its way. */
async function deleteStrays(ground: Ground, now: Date): Promise<number> {
  let all = 0;
  for (let back = 2; back <= 9; back++) {
    const keys = await files(ground).keysOf(shanghaiDay(new Date(now.getTime() - back * day)));
    for (let at = 0; at < keys.length; at += 1000) {
      for (const { key } of await listUnknownKeys(ground.db, keys.slice(at, at + 1000))) {
        await files(ground).delete(key);
        all += 1;
      }
    }
  }
  return all;
}
