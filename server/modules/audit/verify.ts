/** Checking every history against its hashes, its seals, the course of a case, and the file outside the database. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { checkCase, type CaseFile, type Finding, type Leaf, type StoredAction } from './check-case.ts';
import { compareFile, SealChain } from './check-seals.ts';
import { readSealFile } from './seal-file.ts';
import { freeze } from './seal-store.ts';
import { countActions, noteVerification, numbersOf, readPending, streamActions, streamCases, streamLeaves, streamSeals } from './verify-store.ts'; // prettier-ignore

/** Findings that are kept in full; of more only the number is told. */
const mostFindings = 10_000;
/** Findings that are kept with the record of the check. */
const mostRecorded = 50;

export interface Verified {
  cases: number;
  actions: number;
  seals: number;
  /** Actions that wait for the next seal. */
  pending: number;
  /** How many, also of those that are not listed. */
  found: number;
  findings: Finding[];
  seconds: number;
}

type Progress = (actions: number, of: number) => void;

/** Goes through everything as it is at one instant, beside a running service. Changes nothing but leaves a record of itself. */
export async function verify(
  ground: Ground,
  options: { accountId?: string | null; onProgress?: Progress } = {},
): Promise<Verified> {
  const began = performance.now();
  const result: Verified = { cases: 0, actions: 0, seals: 0, pending: 0, found: 0, findings: [], seconds: 0 };
  const report = (findings: readonly Finding[]): void => {
    result.found += findings.length;
    result.findings.push(...findings.slice(0, mostFindings - result.findings.length));
  };
  await ground.db.transaction(async (tx) => {
    freeze(tx);
    const chain = await checkSeals(tx);
    result.seals = chain.seals.size;
    // Read after the instant that is looked at, so that it has every line of a seal that is seen.
    const inFile = compareFile(chain.seals, await readSealFile(ground));
    const known = new Set(chain.findings.map(({ kind, seal }) => `${kind} ${seal}`));
    report([...chain.findings, ...inFile.filter(({ kind, seal }) => !known.has(`${kind} ${seal}`))]);
    await checkCases(tx, result, report, options.onProgress);
  });
  await nameGone(ground, result.findings);
  result.seconds = (performance.now() - began) / 1000;
  await record(ground, result, options.accountId ?? null);
  return result;
}

async function checkSeals(tx: Tx): Promise<SealChain> {
  const chain = new SealChain();
  for await (const { leaves, ...seal } of streamSeals(tx)) chain.add(seal, leaves);
  return chain;
}

async function checkCases(
  tx: Tx,
  result: Verified,
  report: (findings: readonly Finding[]) => void,
  onProgress: Progress = () => {},
): Promise<void> {
  const pending = new Set((await readPending(tx)).map(({ caseId, seq }) => `${caseId} ${seq}`));
  result.pending = pending.size;
  const of = await countActions(tx);
  for await (const file of caseFiles(tx, pending)) {
    if (file.line) result.cases += 1;
    result.actions += file.actions.length;
    report(checkCase(file));
    if (result.cases % 100 === 0) {
      onProgress(result.actions, of);
      // Others get their turn: a check of a million actions runs beside the day's work.
      await breathe();
    }
  }
}

/** One file for each case that has a line, an action or a leaf: three streams, all in the order of the case's id. */
async function* caseFiles(tx: Tx, pending: ReadonlySet<string>): AsyncGenerator<CaseFile> {
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

/** A case that is gone still has a number in what was announced of it. */
async function nameGone(ground: Ground, findings: Finding[]): Promise<void> {
  const nameless = findings.filter(({ caseId, caseNumber }) => caseId && !caseNumber).slice(0, 1_000);
  if (nameless.length === 0) return;
  const numbers = await numbersOf(
    ground.db,
    nameless.map(({ caseId }) => caseId!),
  );
  for (const finding of nameless) {
    const number = numbers.get(finding.caseId!);
    if (number) finding.caseNumber = number;
  }
}

async function record(ground: Ground, result: Verified, accountId: string | null): Promise<void> {
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
    }),
  );
}
