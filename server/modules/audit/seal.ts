/** Sealing: what became final since the last seal goes into the next one. Never in the transaction of an act. */
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { leafOf, nextSeal, type SealLine, type Span } from './merkle.ts';
import { writeSealFile } from './seal-file.ts';
import { findLastSeal, freeze, insertSeal, mayICloseSeal, missingQuery, readAnnounced, rowsOf } from './seal-store.ts';

/** Actions of one seal at most: hashing them takes about ten milliseconds, in which nothing else runs. */
const batch = 5_000;

/** Stands for the hash of an action that was announced and is not there: verification will say that it is missing. */
const gone = 'gone';

/** Seals what is new and brings the file up to date. Returns how many actions were sealed. */
export async function sealNew(ground: Ground): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await ground.db.transaction((tx) => sealAnnounced(ground, tx));
    sealed += count;
    if (count < batch) break;
  }
  await writeSealFile(ground);
  return sealed;
}

async function sealAnnounced(ground: Ground, tx: Tx): Promise<number> {
  if (!(await mayICloseSeal(tx))) return 0;
  const last = await findLastSeal(tx);
  // A database that was restored into another server counts its transactions anew: there the old place means nothing.
  const { toTx, toId } = last && !last.foreign ? last : { toTx: '0', toId: 0 };
  const events = await readAnnounced(tx, toTx, toId, batch);
  const end = events.at(-1);
  if (!end) return 0;
  close(ground, tx, last, { fromTx: toTx, fromId: toId, toTx: end.tx, toId: end.id }, events);
  return events.length;
}

function close(
  ground: Ground,
  tx: Tx,
  last: SealLine | undefined,
  span: Span,
  actions: readonly { caseId: string; seq: number; hash: string | null }[],
): void {
  const leaves = actions.map(({ caseId, seq, hash }) => leafOf(caseId, seq, hash ?? gone));
  insertSeal(tx, nextSeal(last, span, ground.clock.now(), leaves), actions, leaves);
}

/**
 * Seals actions that were stored without being announced: whoever loads many cases at once calls this at the end. Looks at all
 * actions, so it is nothing for every day.
 */
export async function sealMissing(ground: Ground, onProgress: (actions: number) => void = () => {}): Promise<number> {
  let sealed = 0;
  const store = async (actions: Unsealed[]): Promise<void> => {
    for (;;) {
      const done = await ground.db.transaction(async (tx) => {
        if (!(await mayICloseSeal(tx))) return false;
        const last = await findLastSeal(tx);
        const { toTx, toId } = last ?? { toTx: '0', toId: 0 };
        close(ground, tx, last, { fromTx: toTx, fromId: toId, toTx, toId }, actions);
        return true;
      });
      if (done) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    sealed += actions.length;
    onProgress(sealed);
  };
  // Read at one instant in a transaction that writes nothing, and stored in short ones beside it.
  await ground.db.transaction(async (reading) => {
    freeze(reading);
    let actions: Unsealed[] = [];
    for await (const action of rowsOf<Unsealed>(reading, 'missing', missingQuery)) {
      actions.push(action);
      if (actions.length < batch) continue;
      await store(actions);
      actions = [];
    }
    if (actions.length > 0) await store(actions);
  });
  await writeSealFile(ground);
  return sealed;
}

interface Unsealed {
  caseId: string;
  seq: number;
  hash: string;
}
