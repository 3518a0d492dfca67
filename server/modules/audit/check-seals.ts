/** What is wrong with the chain of seals, and with the file beside it. Pure; holds 33 bytes of each seal. */
import type { Finding } from './check-case.ts';
import { beforeFirst, hashSeal, rootOf, type SealLine } from './merkle.ts';

type Kind = Finding['kind'];
type Phrase = (seals: string, one: boolean) => string;

const phrases = {
  gone: ['sealDeleted', (seals, one) => `${seals} ${one ? 'is' : 'are'} gone`],
  goneButInFile: ['sealDeleted', (seals, one) => `${seals} ${one ? 'stands' : 'stand'} in the file and not in the database`], // prettier-ignore
  leaves: ['sealChanged', (seals) => `${seals}: the leaves do not give the root`],
  list: ['sealChanged', (seals) => `${seals}: the list of what is sealed is another one`],
  hash: ['sealChanged', (seals, one) => `${seals} ${one ? 'does' : 'do'} not say what the hash says`],
  unchained: ['sealForged', (seals, one) => `${seals} ${one ? 'does' : 'do'} not follow the one before`],
  notAsInFile: ['sealForged', (seals, one) => `${seals} in the database ${one ? 'is not the one' : 'are not those'} in the file`], // prettier-ignore
  notInFile: ['fileIncomplete', (seals, one) => `${seals} ${one ? 'is' : 'are'} not in the file`],
  lineChanged: ['fileChanged', (seals, one) => `${one ? 'the line' : 'the lines'} of ${seals} in the file ${one ? 'does' : 'do'} not say what the hash says`], // prettier-ignore
} satisfies Record<string, [Kind, Phrase]>;
type Fault = keyof typeof phrases;

/** Of one fault; whoever has so many needs no more of them. */
const mostRanges = 5_000;

/** Gathers what is wrong with seals, so that neighbours with the same fault become one finding. */
class Faults {
  readonly #of = new Map<Fault, [number, number][]>();

  add(fault: Fault, seal: number): void {
    this.addRange(fault, seal, seal);
  }
  /** What is said of a seal first counts: what a second look adds to it says nothing new. */
  addRange(fault: Fault, first: number, last: number): void {
    const [kind] = phrases[fault];
    const isKnown = [...this.#of].some(
      ([other, ranges]) => phrases[other][0] === kind && ranges.some(([from, to]) => from <= first && last <= to),
    );
    const ranges = this.#of.get(fault) ?? [];
    if (isKnown || ranges.length >= mostRanges) return;
    this.#of.set(fault, ranges);
    const before = ranges.at(-1);
    if (before && first === before[1] + 1) before[1] = last;
    else ranges.push([first, last]);
  }
  findings(): Finding[] {
    return [...this.#of].flatMap(([fault, ranges]) =>
      ranges.map(([first, last]) => {
        const [kind, phrase] = phrases[fault];
        const one = first === last;
        return { kind, seal: first, what: phrase(one ? `seal ${first}` : `seals ${first} to ${last}`, one) };
      }),
    );
  }
}

/** Numbers that rise, each with a hash in 32 bytes: there are millions after some years. */
class Hashes {
  readonly #seqs: number[] = [];
  #bytes = Buffer.alloc(32 * 1_024);

  get count(): number {
    return this.#seqs.length;
  }
  seqAt(index: number): number {
    return this.#seqs[index]!;
  }
  /** `seq` is greater than all before it. */
  add(seq: number, hash: string): void {
    const at = this.#seqs.push(seq) * 32 - 32;
    if (at === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], at * 2);
    this.#bytes.write(hash.padEnd(64, '0'), at, 32, 'hex');
  }
  /** Where a number stands; usually none is missing. Undefined when it is not there. */
  indexOf(seq: number): number | undefined {
    if (this.#seqs[seq - 1] === seq) return seq - 1;
    let [low, high] = [0, this.#seqs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#seqs[middle]! < seq) low = middle + 1;
      else high = middle;
    }
    return this.#seqs[low] === seq ? low : undefined;
  }
  get(seq: number): string | undefined {
    const index = this.indexOf(seq);
    return index === undefined ? undefined : this.#bytes.toString('hex', index * 32, index * 32 + 32);
  }
}

/** Checks seals one after the other in their order, then the lines of files against them. */
export class SealChain {
  #expected = 1;
  #prevHash = beforeFirst;
  /** Instant of the last seals. */
  #newestAt = '';
  /** The first of the seals that were made at the same instant as the last one. */
  #newestFrom = 1;
  readonly #hashes = new Hashes();
  readonly #faults = new Faults();
  readonly #others: Finding[] = [];

  get count(): number {
    return this.#hashes.count;
  }

  /** The next seal: `leaves` one after the other, 32 bytes each, and the hash of its list as it is now. */
  add(seal: SealLine, leaves: Buffer, listed: string): void {
    const { seq } = seal;
    if (this.#expected < seq) this.#faults.addRange('gone', this.#expected, seq - 1);
    const split = Array.from({ length: leaves.length / 32 }, (_, i) => leaves.subarray(i * 32, i * 32 + 32));
    if (rootOf(split) !== seal.root || split.length !== seal.count) this.#faults.add('leaves', seq);
    else if (listed !== seal.list) this.#faults.add('list', seq);
    else if (hashSeal(seal) !== seal.hash) this.#faults.add('hash', seq);
    // After a gap the link can't be checked against what is gone.
    else if (seq === this.#expected && seal.prevHash !== this.#prevHash) this.#faults.add('unchained', seq);
    this.#hashes.add(seq, seal.hash);
    if (seal.at !== this.#newestAt) [this.#newestAt, this.#newestFrom] = [seal.at, seq];
    this.#expected = seq + 1;
    this.#prevHash = seal.hash;
  }

  /** The last seal's number and hash; its hash is null when there is none, or when seals before it are missing. */
  get last(): { seq: number; hash: string | null } {
    const seq = this.#expected - 1;
    return { seq, hash: seq > 0 && this.count === seq ? this.#prevHash : null };
  }

  /** What an earlier check saw: so many seals, and the last of them with this hash. */
  compareEarlier({ seals, lastHash, at }: { seals: number; lastHash: string; at: Date }): void {
    const now = this.#hashes.get(seals);
    if (now === lastHash) return;
    const seen = `when everything was checked on ${at.toISOString()}`;
    const other = now
      ? ({ kind: 'sealForged', what: `seal ${seals} was another one ${seen}` } as const)
      : ({ kind: 'sealDeleted', what: `there was a seal ${seals} ${seen}` } as const);
    this.#others.push({ ...other, seal: seals });
  }

  /**
   * Compares with the lines of a file. `mayEndEarly`: a copy that was taken some time ago ends where it was taken. The newest seals may
   * be on their way into the service's own file.
   */
  async compareFile(lines: AsyncIterable<SealLine | undefined>, mayEndEarly: boolean): Promise<void> {
    const written = Buffer.alloc(this.#hashes.count);
    let [n, lastWritten] = [0, 0];
    for await (const line of lines) {
      n += 1;
      if (!line) {
        this.#others.push({ kind: 'fileIncomplete', what: `line ${n} of the file is not a seal` });
        continue;
      }
      const { seq } = line;
      const index = this.#hashes.indexOf(seq);
      if (index === undefined) {
        this.#faults.add('goneButInFile', seq);
        continue;
      }
      written[index] = 1;
      lastWritten = Math.max(lastWritten, seq);
      if (this.#hashes.get(seq) !== line.hash) this.#faults.add('notAsInFile', seq);
      else if (hashSeal(line) !== line.hash) this.#faults.add('lineChanged', seq);
    }
    const end = mayEndEarly ? lastWritten : Math.max(lastWritten, this.#newestFrom - 1);
    for (const [index, isWritten] of written.entries())
      if (!isWritten && this.#hashes.seqAt(index) <= end) this.#faults.add('notInFile', this.#hashes.seqAt(index));
  }

  findings(): Finding[] {
    return [...this.#faults.findings(), ...this.#others];
  }
}
