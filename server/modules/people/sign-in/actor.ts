/** Who sends a request. Runs for each request, so a session that was just read is not read again for some seconds. */
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { shanghaiDay } from '#platform/clock';
import type { Database, Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { hashOf, newSecret } from '#platform/ids';
import { nobody, type Actor } from '#platform/permissions';
import { general } from '#platform/problems';
import { secretIn } from './cookie.ts';
import { seenEvery, sessionEnds } from './sessions.ts';
import { addSession, findSession, noteSeen, type SessionRow } from './store.ts';

/** How long another process may go on with what this one has changed. */
const freshFor = 15_000;

interface Known {
  actor: Actor;
  staff: boolean;
  shared: boolean;
  createdAt: Date;
  lastSeenAt: Date;
  stayedAt: Date | null;
  /** By the ground's clock, which tests move: posts begin and end by it. */
  readAt: number;
  /** That of the cache when it was read. */
  generation: number;
}

interface Cache {
  known: LRUCache<string, Known>;
  reading: Map<string, Promise<Known | undefined>>;
  /** Rises with each change, so that a read that began before the change is not kept after it. */
  generation: number;
  /** What was read in an earlier generation is forgotten. Emptying the cache takes time for its size, not for what is in it. */
  forgottenBefore: number;
}

const caches = new WeakMap<Database, Cache>();
/** The caches of all databases of this process: a transaction does not say to which it belongs, and there is rarely a second. */
const open = new Set<WeakRef<Cache>>();

function cacheOf(db: Database): Cache {
  let cache = caches.get(db);
  if (!cache) {
    cache = {
      known: new LRUCache({ max: 20_000, ttl: freshFor }),
      reading: new Map(),
      generation: 0,
      forgottenBefore: 0,
    };
    caches.set(db, cache);
    open.add(new WeakRef(cache));
  }
  return cache;
}

/**
 * Forgets actors once the transaction is durable: those of one account when its sessions changed, all when a post or an absence
 * did, which reaches stand-ins too.
 */
export function forgetActors(tx: Tx, accountId?: string): void {
  tx.onCommit(() => {
    for (const reference of open) {
      const cache = reference.deref();
      if (cache) forget(cache, accountId);
      else open.delete(reference);
    }
  });
}

function forget(cache: Cache, accountId: string | undefined): void {
  cache.generation += 1;
  cache.reading.clear();
  if (accountId === undefined) cache.forgottenBefore = cache.generation;
  else
    for (const [hash, { actor }] of cache.known.entries()) if (actor.accountId === accountId) cache.known.delete(hash);
}

/**
 * Administration needs the second factor, and a password that somebody else chose must be changed first: until then the
 * session is an ordinary one, whatever posts the account has. `me` tells what is still to be done. On a device of many people nobody
 * has a post: what staff may see is not for a screen in a public hall.
 */
function actorFrom(row: SessionRow): Actor {
  const posts = [...(row.posts ?? []), ...(row.standIns ?? [])];
  return {
    accountId: row.accountId,
    personId: row.personId,
    name: row.name,
    posts:
      row.mustChangePassword || row.shared ? [] : posts.filter((post) => post.role !== 'admin' || row.secondFactor),
    sessionId: row.id,
    secondFactor: row.secondFactor,
    ...(row.shared ? { shared: true } : {}),
  };
}

async function read(ground: Ground, cache: Cache, hash: string): Promise<Known | undefined> {
  const { generation } = cache;
  const at = ground.clock.now();
  const row = await findSession(ground.db, hash, shanghaiDay(at));
  if (!row) return undefined;
  const known: Known = {
    actor: actorFrom(row),
    staff: (row.posts ?? row.standIns) !== null,
    shared: row.shared,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    stayedAt: row.stayedAt,
    readAt: at.getTime(),
    generation,
  };
  if (cache.generation === generation) cache.known.set(hash, known);
  return known;
}

/** Who sends this request; `nobody` without a session that lives. */
export async function actorOf(ground: Ground, request: FastifyRequest): Promise<Actor> {
  const secret = secretIn(request.headers.cookie);
  return secret === undefined ? nobody : actorOfSecret(ground, secret);
}

const endOf = (known: Known): number =>
  sessionEnds(known.staff, known.createdAt, known.lastSeenAt, known.shared, known.stayedAt);

export async function actorOfSecret(ground: Ground, secret: string): Promise<Actor> {
  const cache = cacheOf(ground.db);
  const hash = hashOf(secret);
  const now = ground.clock.now().getTime();
  let known = cache.known.get(hash);
  const old = (of: Known) => of.generation < cache.forgottenBefore || Math.abs(now - of.readAt) >= freshFor;
  // One that seems to have ended may have been lengthened in another process since it was read.
  if (!known || old(known) || endOf(known) <= now) {
    let reading = cache.reading.get(hash);
    if (!reading) {
      reading = read(ground, cache, hash).finally(() => {
        if (cache.reading.get(hash) === reading) cache.reading.delete(hash);
      });
      cache.reading.set(hash, reading);
    }
    known = await reading;
  }
  if (!known || endOf(known) <= now) return nobody;
  if (now - known.lastSeenAt.getTime() >= seenEvery) {
    known.lastSeenAt = new Date(now);
    const noted = noteSeen(ground.db, known.actor.sessionId!, known.lastSeenAt).catch((error: unknown) =>
      ground.log.warn({ err: error }, 'a session could not be noted as seen'),
    );
    // Nobody waits for it, and a loss ends an idle session a minute early; but at a kiosk it ends after minutes, and is asked about in the same breath.
    if (known.shared) await noted;
  }
  return known.actor;
}

/** Opens a session and returns its secret, for the cookie; throws `general.notFound` for an account that cannot sign in. */
export async function openSession(
  ground: Ground,
  accountId: string,
  options: { secondFactor?: boolean } = {},
): Promise<string> {
  const secret = newSecret();
  const opened = await addSession(
    ground.db,
    hashOf(secret),
    accountId,
    ground.clock.now(),
    options.secondFactor ?? false,
  );
  if (!opened) throw general.notFound();
  return secret;
}
