/** What a backup and a restore need to know of seals: which of them it has, and where sealing goes on in another database. */
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { actionTrail, nextSeal, type Sealed } from './merkle.ts';
import { writeSealFile } from './seal-file.ts';
import { findLastSeal, insertSeal, mayICloseSeal } from './seal-store.ts';

/** Of the text of a seal file, the lines that speak of seals up to `seq`. Lines that are no seals stay: a check must find them. */
export const sealsUpTo = (text: string, seq: number): string =>
  text
    .split(/(?<=\n)/)
    .filter((line) => !(Number(/"seq":(\d+)/.exec(line)?.[1]) > seq))
    .join('');

/**
 * Says that histories up to (tx, id) in the stream of events are sealed. A restored database counts its transactions anew, so that the
 * place of its last seal means nothing there; a seal over nothing carries the new place, in the chain and in the file like every other.
 */
export async function moveSeals(
  ground: Pick<Ground, 'db' | 'dataFolder' | 'clock'>,
  tx: string,
  id: number,
): Promise<void> {
  await ground.db.transaction((within) => appendEmpty(within, ground.clock.now(), tx, id));
  await writeSealFile(ground);
}

async function appendEmpty(within: Tx, at: Date, tx: string, id: number): Promise<void> {
  if (!(await mayICloseSeal(within))) throw new Error('somebody seals a database that is being restored');
  const nothing: Sealed = { trail: actionTrail, caseIds: [], seqs: [], keys: [], names: [], leaves: [] };
  const span = { fromTx: tx, fromId: id, toTx: tx, toId: id };
  insertSeal(within, nextSeal(await findLastSeal(within), span, at, nothing), nothing);
}
