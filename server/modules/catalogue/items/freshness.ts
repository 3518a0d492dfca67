/**
 * How what is kept in memory stays true: one number in the database rises with every act that changes what is published. It
 * is looked at once in two seconds at most, and at once after an act of this process; in between nothing is asked.
 */
import type { Database } from '#platform/db';
import { findChangedSince, getRevision } from './store.ts';

/** Real time, not the clock of the district: what another process published is seen after so many milliseconds. */
const lookEvery = 2_000;

let touched = 0;
/** Says that this process has just published something: the next reader looks. Called on commit. */
export const touch = (): void => {
  touched += 1;
};

/** Told which items changed since it was told last; undefined when it has to forget everything. */
type Listener = (itemIds: readonly string[] | undefined) => void;

class Freshness {
  #known: number | undefined;
  #lookedAt = -Infinity;
  #touchedSeen = 0;
  #looking: Promise<void> | undefined;
  readonly listeners = new Set<Listener>();
  readonly #db: Database;
  constructor(db: Database) {
    this.#db = db;
  }

  /** Returns when what is in memory is as the database was, two seconds ago at the earliest. */
  ensure(): Promise<void> | undefined {
    if (this.#touchedSeen === touched) {
      // Another reader has begun the look for the latest act. Until it is back, memory is from before that act, however
      // lately the look before it was.
      if (this.#looking) return this.#looking;
      if (performance.now() - this.#lookedAt < lookEvery) return undefined;
    }
    // Whoever touched while a look was under way needs the next one.
    const before = this.#looking ?? Promise.resolve();
    this.#touchedSeen = touched;
    const looking = before.catch(() => {}).then(() => this.#look());
    this.#looking = looking;
    const done = () => {
      if (this.#looking === looking) this.#looking = undefined;
    };
    looking.then(done, done);
    return looking;
  }

  async #look(): Promise<void> {
    const at = performance.now();
    try {
      const now = await getRevision(this.#db.aside);
      if (this.#known === undefined || now < this.#known) for (const tell of this.listeners) tell(undefined);
      else if (now > this.#known) {
        const changed = await findChangedSince(this.#db.aside, this.#known, now);
        for (const tell of this.listeners) tell(changed.map(({ id }) => id));
      }
      this.#known = now;
      this.#lookedAt = at;
    } catch (error) {
      this.#touchedSeen = -1;
      throw error;
    }
  }
}

const ofDatabase = new WeakMap<Database, Freshness>();
const freshnessOf = (db: Database): Freshness => {
  let freshness = ofDatabase.get(db);
  if (!freshness) ofDatabase.set(db, (freshness = new Freshness(db)));
  return freshness;
};

/** Before something kept in memory is used. Undefined when nothing has to be waited for. */
export const ensureFresh = (db: Database): Promise<void> | undefined => freshnessOf(db).ensure();

/** Has what is kept for a database told what changed. */
export const listenTo = (db: Database, listener: Listener): void => void freshnessOf(db).listeners.add(listener);
