/** Checking every history against its hashes, its seals, the course of a case, and the file outside the database. */
import { setImmediate as breathe } from 'node:timers/promises';
import { getVersion, type ItemVersion } from '#modules/catalogue';
import type { Line } from '#modules/cases';
import { calendarsOf } from '#modules/deadlines';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { Problem } from '#platform/problems';
import { checkCase, type CaseFile, type Finding, type Leaf, type StoredAction } from './check-case.ts';
import { SealChain } from './check-seals.ts';
import { readSealLinesOf, sealFile } from './seal-file.ts';
import { freeze } from './seal-store.ts';
import { countRows, findToKey, namesOfKeys, readTrails, streamDiffering, type Trail } from './trails-store.ts';
import { findingOf, freshAfter, isQuick, ownerOf } from './trails.ts';
import { countActions, noteVerification, readEarlier, readPending, streamActions, streamCases, streamLeaves, streamSeals } from './verify-store.ts'; // prettier-ignore

/** Findings that are kept in full; of more only the number is told. */
const mostFindings = 10_000;
/** Findings that are kept with the record of the check. */
const mostRecorded = 50;

export interface Verified {
  cases: number;
  actions: number;
  /** Rows of other trails: documents, their service, movements of money, ... */
  rows: number;
  seals: number;
  /** Actions that wait for the next seal. */
  pending: number;
  /** How many, also of those that are not listed. */
  found: number;
  findings: Finding[];
  seconds: number;
}

type Progress = (done: number, of: number) => void;

export interface VerifyOptions {
  accountId?: string | null;
  /** A copy of the seal file that was kept elsewhere, to compare with as well. */
  copy?: string;
  onProgress?: Progress;
}

/** Goes through everything as it is at one instant, beside a running service. Changes nothing but leaves a record of itself. */
export async function verify(ground: Ground, options: VerifyOptions = {}): Promise<Verified> {
  const began = performance.now();
  const result: Verified = {
    cases: 0,
    actions: 0,
    rows: 0,
    seals: 0,
    pending: 0,
    found: 0,
    findings: [],
    seconds: 0,
  };
  const lastHash = await ground.db.transaction(async (tx) => {
    freeze(tx);
    const check = new Check(ground, tx, result, options.onProgress);
    await check.count();
    const hash = await check.seals(options.copy);
    await check.cases();
    await check.trails();
    return hash;
  });
  await nameOwners(ground, result.findings);
  result.seconds = (performance.now() - began) / 1000;
  await record(ground, result, options.accountId ?? null, lastHash);
  return result;
}

/** One check, in one frozen transaction. */
class Check {
  readonly #ground: Ground;
  readonly #tx: Tx;
  readonly #result: Verified;
  readonly #onProgress: Progress;
  #trails: { trail: Trail; rows: number }[] = [];
  #actions = 0;
  #of = 0;

  constructor(ground: Ground, tx: Tx, result: Verified, onProgress: Progress = () => {}) {
    this.#ground = ground;
    this.#tx = tx;
    this.#result = result;
    this.#onProgress = onProgress;
  }

  #report(findings: readonly Finding[]): void {
    const { found, findings: kept } = this.#result;
    this.#result.found = found + findings.length;
    kept.push(...findings.slice(0, mostFindings - kept.length));
  }

  /** How much there is to do. */
  async count(): Promise<void> {
    this.#actions = await countActions(this.#tx);
    for (const trail of await readTrails(this.#tx))
      this.#trails.push({ trail, rows: await countRows(this.#tx, trail) });
    this.#of = this.#trails.reduce((sum, { rows }) => sum + rows, this.#actions);
  }

  /** The chain, what earlier checks saw of it, and the files. Returns the hash of the last seal when the chain is whole. */
  async seals(copy: string | undefined): Promise<string | null> {
    const chain = new SealChain();
    for await (const { leaves, listed, ...seal } of streamSeals(this.#tx)) chain.add(seal, leaves, listed);
    // Read after the instant that is looked at, so that it has every line of a seal that is seen.
    await chain.compareFile(readSealLinesOf(sealFile(this.#ground)), false);
    if (copy) await chain.compareFile(readSealLinesOf(copy), true);
    for (const earlier of await readEarlier(this.#tx)) chain.compareEarlier(earlier);
    this.#result.seals = chain.count;
    this.#report(chain.findings());
    return chain.last.hash;
  }

  async cases(): Promise<void> {
    const result = this.#result;
    const pending = new Set((await readPending(this.#tx)).map(({ caseId, seq }) => `${caseId} ${seq}`));
    result.pending = pending.size;
    let n = 0;
    for await (const file of caseFiles(this.#tx, pending)) {
      if (file.line) result.cases += 1;
      result.actions += file.actions.length;
      this.#report(
        checkCase({
          ...file,
          item: file.line && (await this.#itemOf(file.line)),
          calendars: calendarsOf(this.#ground),
        }),
      );
      if (++n % 100 !== 0) continue;
      this.#onProgress(result.actions, this.#of);
      // Others get their turn: a check of a million cases runs beside the day's work.
      await breathe();
    }
  }

  /** The version of the item on which a case stands; undefined when it is gone. */
  async #itemOf({ itemId, itemVersion }: Line): Promise<ItemVersion | undefined> {
    try {
      return await getVersion(this.#ground, itemId, itemVersion);
    } catch (error) {
      if (error instanceof Problem) return undefined;
      throw error;
    }
  }

  async trails(): Promise<void> {
    for (const [i, { trail, rows }] of this.#trails.entries()) {
      const after = isQuick(trail) ? freshAfter(await findToKey(this.#tx, trail), Date.now()) : '';
      for await (const row of streamDiffering(this.#tx, trail, `trail_${i}`)) {
        const finding = findingOf(trail, row, after);
        if (finding) this.#report([finding]);
      }
      this.#result.rows += rows;
      this.#onProgress(this.#actions + this.#result.rows, this.#of);
    }
  }
}

/** One file for each case that has a line, an action or a leaf: three streams, all in the order of the case's id. */
async function* caseFiles(tx: Tx, pending: ReadonlySet<string>): AsyncGenerator<Omit<CaseFile, 'item' | 'calendars'>> {
  const lines = new Ahead(streamCases(tx), ({ id }) => id);
  const actions = new Ahead(streamActions(tx), ({ caseId }) => caseId);
  const leaves = new Ahead(streamLeaves(tx), ({ caseId }) => caseId);
  for (;;) {
    const keys = [await lines.key(), await actions.key(), await leaves.key()].filter((key) => key !== undefined);
    if (keys.length === 0) return;
    const id = keys.reduce((least, key) => (key < least ? key : least));
    const [line] = await lines.take(id);
    yield {
      id,
      line,
      actions: await actions.take<StoredAction>(id),
      leaves: await leaves.take<Leaf>(id),
      pending: (seq) => pending.has(`${id} ${seq}`),
    };
  }
}

/** A stream of which the next row can be looked at. */
class Ahead<Row> {
  readonly #rows: AsyncGenerator<Row>;
  readonly #keyOf: (row: Row) => string;
  #next: Row | undefined;
  #ended = false;

  constructor(rows: AsyncGenerator<Row>, keyOf: (row: Row) => string) {
    this.#rows = rows;
    this.#keyOf = keyOf;
  }

  /** The key of the next row; undefined at the end. */
  async key(): Promise<string | undefined> {
    if (this.#next === undefined && !this.#ended) {
      const { value, done } = await this.#rows.next();
      if (done) this.#ended = true;
      else this.#next = value as Row;
    }
    return this.#next === undefined ? undefined : this.#keyOf(this.#next);
  }

  /** All rows with this key. */
  async take<R extends Row>(key: string): Promise<R[]> {
    const taken: R[] = [];
    while ((await this.key()) === key) {
      taken.push(this.#next as R);
      this.#next = undefined;
    }
    return taken;
  }
}

/** A row that only says to which other one it belongs is called after that: the service of a document after the document. */
async function nameOwners(ground: Ground, findings: Finding[]): Promise<void> {
  const owned = findings.filter((finding) => ownerOf(finding)).slice(0, 1_000);
  if (owned.length === 0) return;
  const names = await namesOfKeys(
    ground.db,
    owned.map((finding) => ownerOf(finding)!),
  );
  for (const finding of owned) {
    const owner = ownerOf(finding)!;
    const name = names.get(owner);
    if (!name) continue;
    finding.name = name;
    finding.what = finding.what.replace(`of ${owner}`, `of ${name}`);
  }
}

async function record(
  ground: Ground,
  result: Verified,
  accountId: string | null,
  lastHash: string | null,
): Promise<void> {
  const { seconds, cases, actions, seals, found, findings } = result;
  await ground.db.transaction(async (tx) =>
    noteVerification(tx, {
      id: newId(),
      at: ground.clock.now(),
      accountId,
      seconds,
      cases,
      actions,
      seals,
      findings: found,
      firstFindings: findings.slice(0, mostRecorded),
      lastHash,
    }),
  );
}
