/**
 * Events: how a module tells the others what happened without knowing them. `emit` adds one row in the act's transaction;
 * the relay reads rows in order and gives them, in batches, to each reaction. A reaction's place in the stream moves in the
 * same transaction as its effect, so it takes effect once, whatever dies in between.
 */
import type { Database, Tx } from './db.ts';
import { inserting, isUnavailable, prepared } from './db.ts';

/** A kind of event. Its facts are ids and plain facts, never personal data. */
export interface EventType<Facts> {
  readonly name: string;
  readonly __facts?: Facts;
}

/** Declares a kind of event, named `<module>.<what happened>`. */
export const defineEvent = <Facts extends Record<string, unknown>>(name: string): EventType<Facts> => ({ name });

/** One event as a reaction sees it. */
export interface Event<Facts = Record<string, unknown>> {
  name: string;
  subject: string;
  facts: Facts;
  at: Date;
}

const insertEvent = inserting('platform.event', ['name', 'subject', 'facts']);

let wake: () => void = () => {};

/** Announces an event in the transaction: it is heard if and only if the transaction commits. */
export function emit<Facts>(tx: Tx, type: EventType<Facts>, subject: string, facts: Facts): void {
  tx.write(insertEvent([type.name, subject, JSON.stringify(facts)]));
  tx.onCommit(wake);
}

/** What a module does when something happened elsewhere. Must not depend on the order of events of different subjects. */
export interface Reaction {
  /** Unique and stable: the place in the stream is stored under it. */
  readonly name: string;
  readonly to: readonly string[];
  /** Handles a batch in one transaction. */
  run(tx: Tx, events: readonly Event[]): void | Promise<void>;
}

/** Declares a reaction to one kind of event or several with the same facts. */
export function defineReaction<Facts>(
  name: string,
  to: EventType<Facts> | readonly EventType<Facts>[],
  run: (tx: Tx, events: readonly Event<Facts>[]) => void | Promise<void>,
): Reaction {
  const kinds = Array.isArray(to) ? (to as readonly EventType<Facts>[]) : [to as EventType<Facts>];
  return { name, to: kinds.map((kind) => kind.name), run: run as Reaction['run'] };
}

interface Row extends Event {
  tx: string;
  id: number;
}

/** The database is away: no event is to blame. */
const isAway = (error: unknown): boolean => isUnavailable(error) || (error as { status?: number }).status === 503;

const horizon = 'pg_snapshot_xmin(pg_current_snapshot())';
const lockPlace = prepared<{ tx: string; id: number }>(
  'select tx::text as tx, id from platform.reaction where name = $1 for update skip locked',
);
// `order by tx` alone would mean the text above it, in which 1000 comes before 999.
const readBatch = prepared<Row>(
  `select e.tx::text as tx, e.id, e.name, e.subject, e.facts, e.at from platform.event e
    where (e.tx, e.id) > ($1::xid8, $2::bigint) and e.tx < ${horizon} order by e.tx, e.id limit $3`,
);
const anyLeft = prepared<{ left: boolean }>(
  `select exists (select from platform.reaction r join platform.event e on (e.tx, e.id) > (r.tx, r.id)
                   where r.name = any($1)) as left`,
);
const movePlace = prepared('update platform.reaction set tx = $2::xid8, id = $3, at = now() where name = $1');
const addPlace = prepared('insert into platform.reaction (name) values ($1) on conflict do nothing');
const park = prepared(
  `insert into platform.stuck_event (reaction, tx, id, name, subject, facts, at, last_error, next_at)
   values ($1, $2::xid8, $3, $4, $5, $6, $7, $8, now() + interval '10 seconds') on conflict do nothing`,
);
const dueStuck = prepared<Row & { reaction: string; attempts: number }>(
  `select reaction, tx::text as tx, id, name, subject, facts, at, attempts from platform.stuck_event
    where next_at <= now() order by next_at limit 100`,
);
const unpark = prepared<{ reaction: string }>(
  'delete from platform.stuck_event where reaction = $1 and tx = $2::xid8 and id = $3 returning reaction',
);
const parkAgain = prepared(
  `update platform.stuck_event set attempts = attempts + 1, last_error = $4,
     next_at = now() + least(interval '1 hour', interval '10 seconds' * power(2, attempts))
   where reaction = $1 and tx = $2::xid8 and id = $3`,
);

export interface RelayOptions {
  /** Events handled in one transaction at most. */
  batch?: number;
  /** Milliseconds in which events gather while there are many: a batch costs little more than one event. */
  breath?: number;
  /** Milliseconds between looks when nothing woke the relay: other processes emit too. */
  idle?: number;
  onError?: (reaction: string, error: unknown) => void;
}

/** Delivers events to reactions until it is stopped. Several processes may run it: each reaction is worked by one at a time. */
export class Relay {
  #db: Database;
  #reactions: readonly Reaction[];
  #options: Required<RelayOptions>;
  #stopped = false;
  #sleep: { timer: NodeJS.Timeout; done: () => void } | undefined;
  #loop: Promise<void> | undefined;
  #lastStuckLook = 0;
  #again = false;

  constructor(db: Database, reactions: readonly Reaction[], options: RelayOptions = {}) {
    this.#db = db;
    this.#reactions = reactions;
    this.#options = { batch: 500, breath: 120, idle: 250, onError: () => {}, ...options };
  }

  /** True between `start` and `stop`. */
  get running(): boolean {
    return this.#loop !== undefined && !this.#stopped;
  }

  /** Gives each reaction its place in the stream. */
  async register(): Promise<void> {
    await this.#db.transaction(async (tx) => {
      for (const { name } of this.#reactions) tx.write(addPlace(name));
    });
  }

  async start(): Promise<void> {
    await this.register();
    wake = () => this.#wake();
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    await this.#loop;
  }

  /**
   * Handles all that is committed now. For tests, and for a clean end. Waits for events that a transaction elsewhere, even in
   * another database of the cluster, still keeps behind the horizon.
   */
  async drain(): Promise<void> {
    for (;;) {
      while (await this.#pass()) {
        // until a pass finds nothing
      }
      const { left } = await this.#db.one(anyLeft(this.#reactions.map(({ name }) => name)));
      if (!left) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  #wake(): void {
    this.#again = true;
    if (this.#sleep) {
      clearTimeout(this.#sleep.timer);
      this.#sleep.done();
    }
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#again = false;
      let busy = false;
      try {
        busy = await this.#pass();
        if (Date.now() - this.#lastStuckLook > 5_000) {
          this.#lastStuckLook = Date.now();
          await this.#retryStuck();
        }
      } catch (error) {
        this.#options.onError('relay', error);
      }
      if (this.#stopped) break;
      // A short breath gathers what comes in bursts into one batch, which is much cheaper than one event at a time.
      if (busy || this.#again) await this.#rest(this.#options.breath, false);
      else await this.#rest(this.#options.idle, true);
    }
  }

  #rest(milliseconds: number, wakeable: boolean): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#sleep = undefined;
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      if (wakeable) this.#sleep = { timer, done };
    });
  }

  /** One look for every reaction; true when any of them had something to do. */
  async #pass(): Promise<boolean> {
    let busy = false;
    for (const reaction of this.#reactions) {
      busy = (await this.#advance(reaction)) || busy;
    }
    return busy;
  }

  async #advance(reaction: Reaction): Promise<boolean> {
    try {
      return await this.#db.transaction(async (tx) => {
        const batch = await this.#next(tx, reaction);
        if (!batch) return false;
        if (batch.wanted.length > 0) await reaction.run(tx, batch.wanted);
        tx.write(movePlace(reaction.name, batch.last.tx, batch.last.id));
        return true;
      });
    } catch (error) {
      if (isAway(error)) throw error;
      this.#options.onError(reaction.name, error);
      return this.#advanceSingly(reaction);
    }
  }

  async #next(tx: Tx, reaction: Reaction) {
    const place = await tx.maybe(lockPlace(reaction.name));
    if (!place) return undefined;
    const rows = await tx.many(readBatch(place.tx, place.id, this.#options.batch));
    const last = rows.at(-1);
    return last ? { place, rows, last, wanted: rows.filter((row) => reaction.to.includes(row.name)) } : undefined;
  }

  /** After a batch failed: each event by itself, and the one that fails is set aside so that the others go on. */
  async #advanceSingly(reaction: Reaction): Promise<boolean> {
    const batch = await this.#db.transaction((tx) => this.#next(tx, reaction));
    if (!batch) return false;
    let expected: { tx: string; id: number } = batch.place;
    for (const row of batch.rows) {
      const from = expected;
      const step = (effect: (tx: Tx) => Promise<void>) =>
        this.#db.transaction(async (tx) => {
          const place = await tx.maybe(lockPlace(reaction.name));
          // Another process has gone on from here: leave the rest to it.
          if (!place || place.tx !== from.tx || place.id !== from.id) return false;
          await effect(tx);
          tx.write(movePlace(reaction.name, row.tx, row.id));
          return true;
        });
      const wanted = reaction.to.includes(row.name);
      const went = await step(async (tx) => (wanted ? reaction.run(tx, [row]) : undefined)).catch((error: unknown) => {
        if (isAway(error)) throw error;
        return step(async (tx) =>
          tx.write(
            park(
              reaction.name,
              row.tx,
              row.id,
              row.name,
              row.subject,
              JSON.stringify(row.facts),
              row.at,
              String(error),
            ),
          ),
        );
      });
      if (!went) return true;
      expected = row;
    }
    return true;
  }

  async #retryStuck(): Promise<void> {
    const stuck = await this.#db.many(dueStuck());
    for (const row of stuck) {
      const reaction = this.#reactions.find((candidate) => candidate.name === row.reaction);
      if (!reaction) continue;
      try {
        await this.#db.transaction(async (tx) => {
          // Taken by its deletion: whoever deletes the row is the one who runs it.
          if (await tx.maybe(unpark(row.reaction, row.tx, row.id))) await reaction.run(tx, [row]);
        });
      } catch (error) {
        await this.#db.transaction(async (tx) => tx.write(parkAgain(row.reaction, row.tx, row.id, String(error))));
      }
    }
  }
}
