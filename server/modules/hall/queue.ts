/** The queue in memory, by the same rule as the one in the database: for simulations, and to compare the two. */

export interface Waiting {
  id: string;
  errandId: string;
  /** Made by `rankOf` or `rankOfReturn`. */
  rank: number;
  /** Set when only one window may call the ticket. */
  forWindowId: string | null;
}

/** A window as it asks for the next ticket. */
export interface Caller {
  windowId: string;
  errandIds: Iterable<string>;
}

/** The lower rank first; of equal ones the older ticket, whose id is smaller. */
export const inOrder = (one: Waiting, other: Waiting): number =>
  one.rank - other.rank || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/** A binary heap of tickets, the first to be called on top. Tickets that left are passed over when they come up. */
class Heap<T extends Waiting> {
  #rows: T[] = [];

  push(ticket: T): void {
    const rows = this.#rows;
    let at = rows.push(ticket) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (inOrder(rows[above]!, ticket) <= 0) break;
      rows[at] = rows[above]!;
      at = above;
    }
    rows[at] = ticket;
  }

  /** The first ticket that is still there. */
  top(isThere: (ticket: T) => boolean): T | undefined {
    while (this.#rows.length > 0 && !isThere(this.#rows[0]!)) this.#drop();
    return this.#rows[0];
  }

  #drop(): void {
    const rows = this.#rows;
    const last = rows.pop()!;
    if (rows.length === 0) return;
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      if (below >= rows.length) break;
      if (below + 1 < rows.length && inOrder(rows[below + 1]!, rows[below]!) < 0) below += 1;
      if (inOrder(last, rows[below]!) <= 0) break;
      rows[at] = rows[below]!;
      at = below;
    }
    rows[at] = last;
  }
}

/** Tickets that wait in one hall on one day. Entering and calling cost the logarithm of their number. */
export class Queue<T extends Waiting> {
  #heaps = new Map<string, Heap<T>>();
  #there = new Map<string, T>();

  get size(): number {
    return this.#there.size;
  }

  /** The tickets that wait, in no order. */
  [Symbol.iterator](): IterableIterator<T> {
    return this.#there.values();
  }

  /** A ticket begins to wait; the same id a second time takes the place of the first. */
  enter(ticket: T): void {
    const key = ticket.forWindowId ?? ticket.errandId;
    let heap = this.#heaps.get(key);
    if (!heap) this.#heaps.set(key, (heap = new Heap()));
    heap.push(ticket);
    this.#there.set(ticket.id, ticket);
  }

  /** A ticket waits no more; false when it did not. */
  leave(id: string): boolean {
    return this.#there.delete(id);
  }

  /** Whom the window would call; undefined when nobody waits for what it does. */
  first({ windowId, errandIds }: Caller): T | undefined {
    const isThere = (ticket: T): boolean => this.#there.get(ticket.id) === ticket;
    let best = this.#heaps.get(windowId)?.top(isThere);
    for (const errandId of errandIds) {
      const top = this.#heaps.get(errandId)?.top(isThere);
      if (top && (!best || inOrder(top, best) < 0)) best = top;
    }
    return best;
  }

  /** Takes out whom the window calls. */
  call(caller: Caller): T | undefined {
    const ticket = this.first(caller);
    if (ticket) this.#there.delete(ticket.id);
    return ticket;
  }
}
