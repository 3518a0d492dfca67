/**
 * The line down. Everybody who listens to this process is asked for in one statement four times a second: with several server processes
 * the two sides may be at different ones, so what is said goes over the database. It holds nothing but who listens.
 */
import type { FastifyReply } from 'fastify';
import { isUnavailable } from '#platform/db';
import type { Ground } from '#platform/ground';
import { general } from '#platform/problems';
import { isAway, type Side } from './help.ts';
import { signalsAfter, standings, takeLine, touch, type Signal, type Standing } from './line-store.ts';

interface Listener {
  helpId: string;
  side: Side;
  tab: string;
  /** Who must still hold the help; undefined for the asker. */
  clerkId: string | undefined;
  after: number;
  told: string;
  reply: FastifyReply;
}

const listenAtMost = 2000;
const every = 250;
/** Looks between two notes that those who listen are there: ten seconds. */
const noteEvery = 40;

export class Switchboard {
  #ground: Ground;
  #listeners = new Set<Listener>();
  #timer: NodeJS.Timeout | undefined;
  #looking = false;
  #looks = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Opens the stream of a side; the tab has the line from now on. `after` is the last signal that it has heard. */
  async listen(
    reply: FastifyReply,
    who: Pick<Listener, 'helpId' | 'side' | 'tab' | 'clerkId' | 'after'>,
  ): Promise<void> {
    if (this.#listeners.size >= listenAtMost) throw general.busy().after(5);
    const { helpId, side, tab } = who;
    await this.#ground.db.transaction((tx) => takeLine(tx, helpId, side, tab, this.#ground.clock.now()));
    reply.hijack();
    // Gone meanwhile: its end has been said already, and nobody would ever take the listener away.
    if (reply.raw.destroyed) return;
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'close',
      'x-accel-buffering': 'no',
    });
    reply.raw.write('retry: 1000\n\n');
    const listener: Listener = { ...who, told: '', reply };
    this.#listeners.add(listener);
    reply.raw.on('close', () => this.#listeners.delete(listener));
    this.#timer ??= setInterval(() => void this.#look(), every).unref();
    void this.#look();
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const { reply } of this.#listeners) reply.raw.end();
    this.#listeners.clear();
  }

  async #look(): Promise<void> {
    if (this.#looking) return;
    if (this.#listeners.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    this.#looking = true;
    try {
      const { db, clock } = this.#ground;
      const now = [...this.#listeners];
      if (this.#looks++ % noteEvery === 0) {
        await db.transaction((tx) => {
          for (const side of ['asker', 'clerk'] as const) {
            const ids = now.filter((one) => one.side === side).map(({ helpId }) => helpId);
            if (ids.length > 0) touch(tx, side, ids, clock.now());
          }
        });
        for (const { reply } of now) reply.raw.write(': still here\n\n');
      }
      // First how it stands, then what was said: a signal is never older than the connection that was told before it.
      const found = await standings(db, [...new Set(now.map(({ helpId }) => helpId))]);
      const signals = await signalsAfter(
        db,
        now.map(({ helpId, side, after }) => ({ helpId, side, after })),
      );
      for (const listener of now) this.#tell(listener, found, signals);
    } catch (error) {
      if (!isUnavailable(error)) this.#ground.log.error({ err: error }, 'the lines of remote help were not looked at');
    } finally {
      this.#looking = false;
    }
  }

  #tell(listener: Listener, found: readonly Standing[], signals: readonly Signal[]): void {
    const { helpId, side, tab, clerkId, reply } = listener;
    const help = found.find(({ id }) => id === helpId);
    const write = (event: string, data: unknown): void =>
      void reply.raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    const end = (): void => {
      this.#listeners.delete(listener);
      reply.raw.end();
    };
    if (!help || reply.raw.writableLength > 1_000_000) return end();
    const other: Side = side === 'asker' ? 'clerk' : 'asker';
    const { state, seq, epoch } = help;
    const otherAway = state === 'talking' && isAway(help, other, this.#ground.clock.now());
    const told = JSON.stringify({ state, seq, epoch, otherAway });
    const mine = side === 'asker' ? help.askerTab === tab : help.clerkTab === tab && help.clerkId === clerkId;
    if (told !== listener.told) write('state', { state, seq, epoch, otherAway });
    listener.told = told;
    if (state === 'ended') return end();
    if (!mine) {
      // The help is with another clerk or in the queue again: the state has said so.
      if (side === 'asker' || help.clerkId === clerkId) write('elsewhere', {});
      return end();
    }
    for (const { id, helpId: of, toSide, epoch: at, kind, data } of signals) {
      if (of !== helpId || toSide !== side || id <= listener.after) continue;
      listener.after = id;
      if (at === epoch) write('signal', { id, epoch: at, kind, data });
    }
  }
}
