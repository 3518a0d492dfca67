/** What is wrong with the chain of seals, and with the file beside it. Pure. */
import type { Finding } from './check-case.ts';
import { beforeFirst, hashSeal, rootOf, type SealLine } from './merkle.ts';

/** Checks seals one after the other, in their order. */
export class SealChain {
  #expected = 1;
  #prevHash = beforeFirst;
  readonly seals = new Map<number, SealLine>();
  readonly findings: Finding[] = [];

  /** `leaves` one after the other, 32 bytes each. */
  add(seal: SealLine, leaves: Buffer): void {
    const { seq } = seal;
    const say = (kind: Finding['kind'], what: string) => this.findings.push({ kind, seal: seq, what });
    for (; this.#expected < seq; this.#expected++)
      this.findings.push({ kind: 'sealDeleted', seal: this.#expected, what: `seal ${this.#expected} is gone` });
    const split = Array.from({ length: leaves.length / 32 }, (_, i) => leaves.subarray(i * 32, i * 32 + 32));
    if (rootOf(split) !== seal.root || split.length !== seal.count)
      say('sealChanged', `seal ${seq}: its leaves do not give its root`);
    else if (hashSeal(seal) !== seal.hash) say('sealChanged', `seal ${seq} does not say what its hash says`);
    // After a gap the link can't be checked against what is gone.
    else if (this.#prevHash !== '' && seal.prevHash !== this.#prevHash)
      say('sealForged', `seal ${seq} does not follow seal ${seq - 1}`);
    this.seals.set(seq, seal);
    this.#expected = seq + 1;
    this.#prevHash = seal.hash;
  }
}

const same = (one: SealLine, other: SealLine): boolean =>
  one.hash === other.hash && one.root === other.root && one.count === other.count && one.at === other.at;

/** Compares the seals of the database with the lines of the file. The newest seal may be on its way into the file. */
export function compareFile(
  seals: ReadonlyMap<number, SealLine>,
  lines: readonly { seal: SealLine | undefined }[],
): Finding[] {
  const findings: Finding[] = [];
  const say = (kind: Finding['kind'], seal: number, what: string) => findings.push({ kind, seal, what });
  const written = new Set<number>();
  lines.forEach(({ seal: line }, i) => {
    if (!line) return void findings.push({ kind: 'fileIncomplete', what: `line ${i + 1} of the file is not a seal` });
    written.add(line.seq);
    const seal = seals.get(line.seq);
    if (!seal) say('sealDeleted', line.seq, `seal ${line.seq} stands in the file and not in the database`);
    else if (!same(seal, line))
      say('sealForged', line.seq, `seal ${line.seq} in the database is not the one in the file`);
  });
  const newest = Math.max(0, ...seals.keys());
  for (const seq of seals.keys())
    if (!written.has(seq) && seq !== newest) say('fileIncomplete', seq, `seal ${seq} is not in the file`);
  // Seals that were both out of order and out of the file are said once.
  return [...new Map(findings.map((finding) => [`${finding.kind} ${finding.seal} ${finding.what}`, finding])).values()];
}
