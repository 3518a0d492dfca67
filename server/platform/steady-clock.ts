/**
 * Whether the clock of this machine can be trusted with what cannot be undone, such as sending everybody in a hall home. A clock that was set, by hand or by a
 * wrong time server, shows itself against the machine's own count of time, and against the database's clock where that is another machine.
 */
import { sql } from './db.ts';
import type { Ground } from './ground.ts';

const minutes = 60_000;
/** By so much a clock may be off: time servers move it by seconds. */
const most = 2 * minutes;
/** Time for somebody to notice a jump and set the clock right, or for people to go on working by the new time. */
export const steadyFor = 30 * minutes;

interface Sources {
  /** Milliseconds since 1970 by the clock that people set. */
  wall: () => number;
  /** Milliseconds since some instant, by a count that nobody sets. */
  count: () => number;
}

/** Looks at both from time to time. */
export class ClockWatch {
  #sources: Sources;
  #last: { wall: number; count: number };
  #jumpedAt: number | undefined;

  constructor(sources: Sources = { wall: Date.now, count: () => performance.now() }) {
    this.#sources = sources;
    this.#last = this.#look();
  }

  #look(): { wall: number; count: number } {
    return { wall: this.#sources.wall(), count: this.#sources.count() };
  }

  /** Whether the clock has not jumped for half an hour. */
  isSteady(): boolean {
    const now = this.#look();
    const jump = now.wall - this.#last.wall - (now.count - this.#last.count);
    this.#last = now;
    if (Math.abs(jump) > most) this.#jumpedAt = now.count;
    return this.#jumpedAt === undefined || now.count - this.#jumpedAt >= steadyFor;
  }
}

/**
 * What asks, before each sweep that ends things by the time of day, whether to do it now. Says in the log why not; the next sweep asks again.
 */
export function trustingClock(
  { db, log }: Pick<Ground, 'db' | 'log'>,
  watch = new ClockWatch(),
): () => Promise<boolean> {
  return async () => {
    if (!watch.isSteady()) {
      log.error(
        {},
        'The clock of this machine was set: nothing is ended by it until it has gone steadily for half an hour',
      );
      return false;
    }
    const { at } = await db.one(sql<{ at: Date }>`select clock_timestamp() as at`);
    if (Math.abs(Date.now() - at.getTime()) <= most) return true;
    log.error(
      { database: at },
      'The clock of this machine and that of the database differ by minutes: nothing is ended until they agree',
    );
    return false;
  };
}
