/**
 * What is in force today, in memory: lists, search and booklets read from it. Loaded once, then only what changed; on a new
 * day the items whose version begins or ends.
 */
import type { Database } from '#platform/db';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { ensureFresh, listenTo } from './freshness.ts';
import { findSpans, findVersionRows, type ItemVersion } from './store.ts';
import { nextChange, spanInForce } from './versions.ts';

/** An item in force. `stamp` rises with each time that it is read anew. */
export interface Shelved extends ItemVersion {
  stamp: number;
}

export interface Shelf {
  readonly day: string;
  /** Rises with every change; what was built on an older one is behind. */
  readonly stamp: number;
  readonly items: ReadonlyMap<string, Shelved>;
  /** Items that were taken off, with the stamp of that moment. */
  readonly gone: ReadonlyMap<string, number>;
}

const atOnce = 400;

class LiveShelf implements Shelf {
  day = '';
  stamp = 0;
  readonly items = new Map<string, Shelved>();
  readonly gone = new Map<string, number>();
  /** When each item changes next; items without a plan are not in it. */
  readonly #changesOn = new Map<string, string>();
  #waiting: Set<string> | 'all' = 'all';
  #loading: Promise<void> | undefined;

  constructor(db: Database) {
    listenTo(db, (itemIds) => {
      if (itemIds === undefined || this.#waiting === 'all') this.#waiting = 'all';
      else for (const id of itemIds) this.#waiting.add(id);
    });
  }

  async ensure(db: Database, day: string): Promise<void> {
    const looking = ensureFresh(db);
    if (looking) await looking;
    // What is being loaded waits no longer, and may be what this reader has to see.
    if (this.#loading) await this.#loading;
    while (this.#waiting === 'all' || this.#waiting.size > 0 || this.day !== day) {
      this.#loading ??= this.#load(db, day).finally(() => (this.#loading = undefined));
      await this.#loading;
    }
  }

  async #load(db: Database, day: string): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    try {
      const whole = waiting === 'all' || day < this.day;
      const ids = whole ? undefined : [...waiting, ...this.#due(day)];
      const spans = Map.groupBy(await findSpans(db, ids), ({ itemId }) => itemId);
      const wanted: { itemId: string; version: number }[] = [];
      for (const [itemId, list] of spans) {
        const span = spanInForce(list, day);
        const next = nextChange(list, day);
        if (next === undefined) this.#changesOn.delete(itemId);
        else this.#changesOn.set(itemId, next);
        if (span) wanted.push({ itemId, version: span.version });
      }
      const found = new Map<string, ItemVersion>();
      // In parts, so that other requests are served between them.
      for (let i = 0; i < wanted.length; i += atOnce)
        for (const row of await findVersionRows(db, wanted.slice(i, i + atOnce))) found.set(row.itemId, row);
      this.#apply(ids ?? [...new Set([...this.items.keys(), ...spans.keys()])], found, day);
    } catch (error) {
      this.#waiting = 'all';
      throw error;
    }
  }

  #apply(ids: readonly string[], found: ReadonlyMap<string, ItemVersion>, day: string): void {
    this.stamp += 1;
    for (const id of ids) {
      const row = found.get(id);
      if (row) {
        this.items.set(id, { ...row, stamp: this.stamp });
        this.gone.delete(id);
      } else if (this.items.delete(id)) this.gone.set(id, this.stamp);
    }
    this.day = day;
  }

  #due(day: string): string[] {
    return [...this.#changesOn].flatMap(([itemId, on]) => (on <= day ? [itemId] : []));
  }
}

const shelves = new WeakMap<Database, LiveShelf>();

/** Ids of the items in force with this somewhere in their names, legal or plain. */
export async function itemsNamed(ground: Ground, text: string): Promise<string[]> {
  const sought = text.toLowerCase();
  const { items } = await shelfOf(ground);
  return [...items.values()].flatMap(({ itemId, body: { name, plainName = '' } }) =>
    name.toLowerCase().includes(sought) || plainName.toLowerCase().includes(sought) ? [itemId] : [],
  );
}

/** The items in force that can be applied for at a kiosk, at most a hundred. */
export async function itemsAtKiosk(ground: Ground): Promise<ItemVersion[]> {
  const { items } = await shelfOf(ground);
  return [...items.values()].filter(({ body }) => body.atKiosk === true).slice(0, 100);
}

/** The shelf of today. Costs no SQL while nothing changed. */
export async function shelfOf(ground: Ground): Promise<Shelf> {
  let shelf = shelves.get(ground.db);
  if (!shelf) shelves.set(ground.db, (shelf = new LiveShelf(ground.db)));
  await shelf.ensure(ground.db, shanghaiDay(ground.clock.now()));
  return shelf;
}
