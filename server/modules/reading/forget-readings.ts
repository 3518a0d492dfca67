/** What was read goes with its file: no more is kept of a person than the file itself (个人信息保护法 art. 19, 47). */
import { findFiles } from '#modules/documents';
import type { Ground } from '#platform/ground';
import { deleteReadings, listReadFiles } from './store.ts';

const day = 86_400_000;
/** A file that nobody attached goes after a week, one of a draft with it: older ones belong to cases, from which nothing is removed. */
const looksBack = 60 * day;
const atOnce = 500;

/** Deletes the readings of files that were removed; how many files that were. */
export async function forgetReadings(ground: Ground): Promise<number> {
  const since = new Date(ground.clock.now().getTime() - looksBack);
  let after = '00000000-0000-0000-0000-000000000000';
  let forgotten = 0;
  for (;;) {
    const ids = (await listReadFiles(ground.db, since, after, atOnce)).map(({ fileId }) => fileId);
    if (ids.length === 0) return forgotten;
    after = ids.at(-1)!;
    const there = new Set((await findFiles(ground.db, ids)).map(({ id }) => id));
    const gone = ids.filter((id) => !there.has(id));
    if (gone.length > 0) await ground.db.transaction(async (tx) => deleteReadings(tx, gone));
    forgotten += gone.length;
  }
}
