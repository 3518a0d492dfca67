/**
 * Live: tells browsers that something changed, so that they read again what they show. Only the name of the event and the
 * id of its subject go out, and only to those whom its facts name: `ownerId` a resident (`ownerOnly`: nobody else, whatever their posts), `departmentId` its staff, `publicAt` whoever
 * listens to that place, without an account.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { closed, contract, Id } from './contract.ts';
import { isUnavailable, prepared, type Database } from './db.ts';
import { serve } from './http.ts';
import { nobody, rolesOf, type Actor, type PermissionRow } from './permissions.ts';
import { general } from './problems.ts';
import { Streams } from './streams.ts';

interface Row {
  tx: string;
  id: number;
  name: string;
  subject: string;
  facts: {
    ownerId?: string | null;
    ownerOnly?: boolean;
    departmentId?: string | null;
    everybody?: boolean;
    publicAt?: string;
  };
}

// The id behind all ids is the largest that a number in JavaScript holds exactly: a larger one comes back as another.
const lastPlace = prepared<Place>(
  `select coalesce((pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text, '0') as tx, 9007199254740991 as id`,
);
// `order by tx` alone would mean the text above it, in which 1000 comes before 999.
const readOn = prepared<Row>(
  `select e.tx::text as tx, e.id, e.name, e.subject, e.facts from platform.event e
    where (e.tx, e.id) > ($1::xid8, $2::bigint) and e.tx < pg_snapshot_xmin(pg_current_snapshot()) order by e.tx, e.id limit 2000`,
);

/** Roles that answer for the whole district and so hear of everything. */
const overseers = new Set(['office', 'admin', 'auditor']);

/** Whether somebody who is signed in hears of an event with such facts. */
export function hears(actor: Actor, facts: Row['facts']): boolean {
  if (facts.everybody) return true;
  if (facts.ownerId && (facts.ownerId === actor.personId || facts.ownerId === actor.accountId)) return true;
  if (facts.ownerOnly) return false;
  if (rolesOf(actor).some((role) => overseers.has(role))) return true;
  return facts.departmentId != null && actor.posts.some((post) => post.departmentId === facts.departmentId);
}

const liveContract = contract({
  live: { method: 'GET', path: '/live', summary: 'A stream of what changed, as server-sent events', reply: 'file' },
  livePublic: {
    method: 'GET',
    path: '/live/public',
    summary: 'A stream of what changed at a place and is public there, as server-sent events',
    description: 'For screens and pages without an account. Whoever is refused asks from time to time instead.',
    query: closed({ at: Id }),
    reply: 'file',
    problems: ['general.busy'],
  },
});
const livePermissions: Record<keyof typeof liveContract, PermissionRow> = {
  live: { resident: ['any'], shared: true },
  livePublic: { anyone: ['any'] },
};

/** Streams without an account that are held open at once: a stranger must not be able to open them without end. */
const publicAtMost = 4_000;

interface Listener {
  actor: Actor;
  /** The place to which somebody listens without an account. */
  publicAt: string | undefined;
}

const hearsIt = ({ actor, publicAt }: Listener, facts: Row['facts']): boolean =>
  publicAt === undefined ? hears(actor, facts) : facts.publicAt === publicAt;

/** Behind which event one has read. */
interface Place {
  tx: string;
  id: number | string;
}

export class Live {
  #db: Database;
  #listeners = new Streams<Listener>(2000);
  #timer: NodeJS.Timeout | undefined;
  #place: Place | undefined;
  #asked: Promise<Place> | undefined;
  #onError: (error: unknown) => void;
  #looking = false;

  constructor(db: Database, onError: (error: unknown) => void) {
    this.#db = db;
    this.#onError = onError;
  }

  serve(http: FastifyInstance): void {
    serve(http, 'platform', liveContract, livePermissions, {
      live: ({ actor, reply }) => this.#listen(reply, { actor, publicAt: undefined }),
      livePublic: ({ query, reply }) => {
        if (this.#publicCount >= publicAtMost) throw general.busy();
        this.#listen(reply, { actor: nobody, publicAt: query.at });
      },
    });
    this.#listeners.endWith(http, () => clearInterval(this.#timer));
  }

  get #publicCount(): number {
    let count = 0;
    for (const { publicAt } of this.#listeners) if (publicAt !== undefined) count += 1;
    return count;
  }

  #listen(reply: FastifyReply, who: Listener): void {
    const listener = this.#listeners.open(reply, who);
    if (listener) void this.#greet(listener);
  }

  /**
   * Says from when on the listener hears everything. What happened between the reading of the page and this moment it has not
   * heard, so the page reads once more.
   */
  async #greet(listener: { reply: FastifyReply }): Promise<void> {
    try {
      await this.#begin();
      this.#listeners.say(listener, 'event: ready\ndata: {}\n\n');
    } catch (error) {
      // Without a greeting the page would believe what it shows: it asks again after the interruption.
      listener.reply.raw.destroy();
      if (!isUnavailable(error)) this.#onError(error);
    }
  }

  start(every = 300): void {
    let beats = 0;
    this.#timer = setInterval(() => {
      beats += 1;
      if (beats % 50 === 0) this.#listeners.beat();
      void this.#look();
    }, every);
    this.#timer.unref();
  }

  /**
   * The place from which is read on. Asked for once, whoever needs it first: of two answers the later one would lie behind what was
   * announced after somebody had been told that they hear everything.
   */
  async #begin(): Promise<Place> {
    if (this.#place) return this.#place;
    this.#asked ??= this.#db.one(lastPlace()).finally(() => (this.#asked = undefined));
    const first = await this.#asked;
    return (this.#place ??= first);
  }

  /** Without listeners nothing is read, and the place is taken anew when the first one comes. */
  async #look(): Promise<void> {
    if (this.#looking) return;
    if (this.#listeners.size === 0) {
      this.#place = undefined;
      return;
    }
    this.#looking = true;
    try {
      const place = await this.#begin();
      const rows = await this.#db.many(readOn(place.tx, place.id));
      const last = rows.at(-1);
      if (last) this.#place = last;
      if (rows.length > 0) this.#tell(rows);
    } catch (error) {
      if (!isUnavailable(error)) this.#onError(error);
    } finally {
      this.#looking = false;
    }
  }

  #tell(rows: readonly Row[]): void {
    for (const listener of this.#listeners) {
      const lines = rows
        .filter((row) => hearsIt(listener, row.facts))
        .map(({ name, subject }) => JSON.stringify({ name, subject }));
      if (lines.length > 0) this.#listeners.say(listener, lines.map((line) => `data: ${line}\n\n`).join(''));
    }
  }
}
