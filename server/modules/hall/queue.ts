/** The queue in memory, by the same rule as the one in the database: for simulations, and to compare the two. */

import TinyQueue from 'tinyqueue';

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

/** The first of a heap that still waits; tickets that left are dropped when they come up. */
function top<T extends Waiting>(heap: TinyQueue<T> | undefined, isThere: (ticket: T) => boolean): T | undefined {
  while (heap && heap.length > 0 && !isThere(heap.peek()!)) heap.pop();
  return heap?.peek();
}

/** Tickets that wait in one hall on one day. Entering and calling cost the logarithm of their number. */
export class Queue<T extends Waiting> {
  #heaps = new Map<string, TinyQueue<T>>();
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
    if (!heap) this.#heaps.set(key, (heap = new TinyQueue<T>([], inOrder)));
    heap.push(ticket);
    this.#there.set(ticket.id, ticket);
  }

  /** Whether it waits as this very ticket: not one with the same id that came back later. */
  has(ticket: T): boolean {
    return this.#there.get(ticket.id) === ticket;
  }

  /** Nobody waits any more. */
  clear(): void {
    this.#heaps.clear();
    this.#there.clear();
  }

  /** A ticket waits no more; false when it did not. */
  leave(id: string): boolean {
    return this.#there.delete(id);
  }

  /** Whom the window would call; undefined when nobody waits for what it does. */
  first({ windowId, errandIds }: Caller): T | undefined {
    const isThere = (ticket: T): boolean => this.has(ticket);
    let best = top(this.#heaps.get(windowId), isThere);
    for (const errandId of errandIds) {
      const next = top(this.#heaps.get(errandId), isThere);
      if (next && (!best || inOrder(next, best) < 0)) best = next;
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
