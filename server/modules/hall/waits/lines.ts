/** People in line in one run of a forecast: lists of numbers that are used anew in each run, which is what makes it quick. */
export class Lines {
  /** By person, in the order in which they were added. */
  readonly rank: number[] = [];
  readonly errand: number[] = [];
  /** The minute at which they leave if nobody has called them. */
  readonly leavesAt: number[] = [];
  readonly missedBefore: number[] = [];
  readonly party: number[] = [];
  #lines: number[][];
  #heads: Int32Array;

  constructor(lines: number) {
    this.#lines = Array.from({ length: lines }, () => []);
    this.#heads = new Int32Array(lines);
  }

  clear(): void {
    this.#heads.fill(0);
    for (const line of this.#lines) line.length = 0;
    for (const list of [this.rank, this.errand, this.leavesAt, this.missedBefore, this.party]) list.length = 0;
  }

  /** Somebody new, who stands nowhere yet; gives their number. */
  add(errand: number, rank: number, leavesAt: number, missedBefore: number): number {
    this.errand.push(errand);
    this.leavesAt.push(leavesAt);
    this.missedBefore.push(missedBefore);
    this.party.push(1);
    return this.rank.push(rank) - 1;
  }

  /** Into a line, before those of a higher rank. */
  stand(who: number, line: number): void {
    const places = this.#lines[line]!;
    const head = this.#heads[line]!;
    let place = places.push(who) - 1;
    for (; place > head && this.rank[places[place - 1]!]! > this.rank[who]!; place--)
      places[place] = places[place - 1]!;
    places[place] = who;
  }

  /** The first of a line that has not left; -1 when there is nobody. */
  head(line: number, at: number): number {
    const places = this.#lines[line]!;
    let head = this.#heads[line]!;
    while (head < places.length && this.leavesAt[places[head]!]! < at) head += 1;
    this.#heads[line] = head;
    return head < places.length ? places[head]! : -1;
  }

  /** Takes out the first, as `head` found it. */
  take(line: number): void {
    this.#heads[line]! += 1;
  }
}
