/** Sealing: what became final since the last seal goes into the next one. Never in the transaction of an act. */
import { hashOpening } from '#modules/cases';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { actionTrail, leafOf, nextSeal, openingSeq, type Sealed, type SealLine, type Span } from './merkle.ts';
import { writeSealFile } from './seal-file.ts';
import { findLastSeal, findPlace, freeze, insertSeal, mayICloseSeal, missingQuery, readAnnounced, readOpenings, rowsOf } from './seal-store.ts'; // prettier-ignore
import { findToKey, readFresh, readTrails, streamUnsealed, type Trail, type TrailRow } from './trails-store.ts';
import { freshAfter, hourlyMinutes, isQuick } from './trails.ts';

/** Things of one seal at most: hashing them takes about ten milliseconds, in which nothing else runs. */
const batch = 5_000;

/** Stands for the hash of an action that was announced and is not there: verification will say that it is missing. */
const gone = 'gone';

/** Appends seals to the chain, within one transaction. */
class Sealer {
  readonly #tx: Tx;
  readonly #at: Date;
  #last: SealLine | undefined;

  private constructor(tx: Tx, at: Date, last: SealLine | undefined) {
    this.#tx = tx;
    this.#at = at;
    this.#last = last;
  }
  /** Undefined while another process is sealing. */
  static async open(ground: Ground, tx: Tx): Promise<Sealer | undefined> {
    if (!(await mayICloseSeal(tx))) return undefined;
    return new Sealer(tx, ground.clock.now(), await findLastSeal(tx));
  }
  close(span: Span, sealed: Sealed): void {
    this.#last = nextSeal(this.#last, span, this.#at, sealed);
    insertSeal(this.#tx, this.#last, sealed);
  }
}

/** Seals what is new and brings the file up to date. Returns how many actions and rows were sealed. */
export async function sealNew(ground: Ground): Promise<number> {
  const trails = (await readTrails(ground.db)).filter(isQuick);
  let sealed = 0;
  for (;;) {
    const { count, more } = await ground.db.transaction((tx) => sealOnce(ground, tx, trails));
    sealed += count;
    if (!more) break;
  }
  await writeSealFile(ground);
  return sealed;
}

async function sealOnce(ground: Ground, tx: Tx, trails: readonly Trail[]): Promise<{ count: number; more: boolean }> {
  const sealer = await Sealer.open(ground, tx);
  if (!sealer) return { count: 0, more: false };
  const { toTx, toId } = await findPlace(tx);
  const events = await readAnnounced(tx, toTx, toId, batch);
  const end = events.at(-1);
  if (end) sealer.close({ fromTx: toTx, fromId: toId, toTx: end.tx, toId: end.id }, await actionsSealed(tx, events));
  const rows = await rowsFresh(sealer, tx, trails);
  return { count: events.length + rows.count, more: events.length === batch || rows.more };
}

/** Seals rows whose keys say that they are new. */
async function rowsFresh(
  sealer: Sealer,
  tx: Tx,
  trails: readonly Trail[],
  minutes?: number,
): Promise<{ count: number; more: boolean }> {
  let [count, more] = [0, false];
  for (const trail of trails) {
    const rows = await readFresh(tx, trail, freshAfter(await findToKey(tx, trail), Date.now(), minutes), batch);
    if (rows.length > 0) sealer.close(nowhere, rowsSealed(trail, rows));
    count += rows.length;
    more ||= rows.length === batch;
  }
  return { count, more };
}

/** Of what has no place in the stream of events. */
const nowhere: Span = { fromTx: '0', fromId: 0, toTx: '0', toId: 0 };

interface SealedAction {
  caseId: string;
  seq: number;
  hash: string | null;
}

/** Actions, and before each case's first one what the case was opened with. */
async function actionsSealed(tx: Tx, actions: readonly SealedAction[]): Promise<Sealed> {
  const begun = actions.filter(({ seq }) => seq === 1).map(({ caseId }) => caseId);
  const found = begun.length > 0 ? await readOpenings(tx, begun) : [];
  const openings = new Map(found.map((opening) => [opening.id, opening]));
  const sealed: Sealed = { trail: actionTrail, caseIds: [], seqs: [], keys: [], names: [], leaves: [] };
  const add = (caseId: string, seq: number, name: string, hash: string): void => {
    sealed.caseIds.push(caseId);
    sealed.seqs.push(seq);
    sealed.names.push(name);
    sealed.leaves.push(leafOf(caseId, seq, hash));
  };
  for (const { caseId, seq, hash } of actions) {
    const opening = seq === 1 ? openings.get(caseId) : undefined;
    if (opening) add(caseId, openingSeq, opening.number, hashOpening(opening));
    add(caseId, seq, '', hash ?? gone);
  }
  return sealed;
}

const rowsSealed = (trail: Trail, rows: readonly TrailRow[]): Sealed => ({
  trail: trail.name,
  caseIds: [],
  seqs: [],
  keys: rows.map(({ key }) => key),
  names: rows.map(({ name }) => name),
  leaves: rows.map(({ leaf }) => leaf),
});

/** Seals in a transaction of its own, as soon as nobody else does. */
async function sealWhenFree(ground: Ground, close: (sealer: Sealer, tx: Tx) => Promise<void>): Promise<void> {
  for (;;) {
    const done = await ground.db.transaction(async (tx) => {
      const sealer = await Sealer.open(ground, tx);
      if (sealer) await close(sealer, tx);
      return sealer !== undefined;
    });
    if (done) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function* inBatches<Row>(rows: AsyncGenerator<Row>): AsyncGenerator<Row[]> {
  let gathered: Row[] = [];
  for await (const row of rows) {
    gathered.push(row);
    if (gathered.length < batch) continue;
    yield gathered;
    gathered = [];
  }
  if (gathered.length > 0) yield gathered;
}

/**
 * Seals the rows of trails whose keys say nothing of their age, and what came late to the others. Looks through the former whole:
 * for once an hour.
 */
export async function sealSlow(ground: Ground): Promise<number> {
  const trails = await readTrails(ground.db);
  const sealed = await sealUnsealed(
    ground,
    trails.filter((trail) => !isQuick(trail)),
  );
  await sealWhenFree(
    ground,
    async (sealer, tx) => void (await rowsFresh(sealer, tx, trails.filter(isQuick), hourlyMinutes)),
  );
  await writeSealFile(ground);
  return sealed;
}

async function sealUnsealed(
  ground: Ground,
  trails: readonly Trail[],
  onSealed: (count: number) => void = () => {},
): Promise<number> {
  let count = 0;
  // Read at one instant in a transaction that writes nothing, and stored in short ones beside it.
  for (const trail of trails)
    await ground.db.transaction(async (reading) => {
      freeze(reading);
      for await (const rows of inBatches(streamUnsealed(reading, trail, 'unsealed'))) {
        await sealWhenFree(ground, async (sealer) => sealer.close(nowhere, rowsSealed(trail, rows)));
        count += rows.length;
        onSealed(rows.length);
      }
    });
  return count;
}

/**
 * Seals what was stored without being announced: whoever loads many cases at once calls this at the end. Looks at all actions and at
 * all rows of all trails, so it is nothing for every day.
 */
export async function sealMissing(ground: Ground, onProgress: (sealed: number) => void = () => {}): Promise<number> {
  let count = 0;
  const onSealed = (more: number): void => onProgress((count += more));
  await ground.db.transaction(async (reading) => {
    freeze(reading);
    for await (const actions of inBatches(rowsOf<SealedAction>(reading, 'missing', missingQuery))) {
      await sealWhenFree(ground, async (sealer, tx) => {
        const { toTx, toId } = await findPlace(tx);
        sealer.close({ fromTx: toTx, fromId: toId, toTx, toId }, await actionsSealed(tx, actions));
      });
      onSealed(actions.length);
    }
  });
  await sealUnsealed(ground, await readTrails(ground.db), onSealed);
  await writeSealFile(ground);
  return count;
}
