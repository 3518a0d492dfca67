/**
 * The line down. Everybody who listens to this process is asked for in one statement four times a second: with several server processes
 * the two sides may be at different ones, so what is said goes over the database. It holds nothing but who listens.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isUnavailable } from '#platform/db';
import type { Ground } from '#platform/ground';
import { general } from '#platform/problems';
import { Streams } from '#platform/streams';
import { isAway, type Side } from './help.ts';
import { signalsAfter, standings, takeLine, touch, type Signal, type Standing } from './line-store.ts';
import { helpProblems } from './problems.ts';

interface Listener {
  helpId: string;
  side: Side;
  tab: string;
  /** Who must still hold the help; undefined for the asker. */
  clerkId: string | undefined;
  /** Whether who listens may still: of a clerk, whose session or post may have ended since the stream was opened. */
  may?: () => Promise<boolean>;
  after: number;
  told: string;
}

const listenAtMost = 2000;
const every = 250;
/** Looks between two notes that those who listen are there: ten seconds. */
const noteEvery = 40;

export class Switchboard {
  #ground: Ground;
  #listeners = new Streams<Listener>(1000);
  #timer: NodeJS.Timeout | undefined;
  #looking = false;
  #looks = 0;

  constructor(app: FastifyInstance, ground: Ground) {
    this.#ground = ground;
    this.#listeners.endWith(app, () => clearInterval(this.#timer));
  }

  /** Opens the stream of a side; the tab has the line from now on. `after` is the last signal that it has heard. */
  async listen(reply: FastifyReply, who: Omit<Listener, 'told'>): Promise<void> {
    if (this.#listeners.size >= listenAtMost) throw general.busy().after(5);
    const { db, clock } = this.#ground;
    // With another clerk since it was read: nothing of theirs is touched.
    if (!(await db.transaction((tx) => takeLine(tx, who.helpId, who, clock.now())))) throw helpProblems.noHelp();
    if (!this.#listeners.open(reply, { ...who, told: '' })) return;
    this.#timer ??= setInterval(() => void this.#look(), every).unref();
    void this.#look();
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
      const noting = this.#looks++ % noteEvery === 0;
      // Before they are noted as there: a clerk whose session has ended is lost like one whose line was cut, and the help goes to another.
      if (noting) await this.#letGo();
      const now = [...this.#listeners];
      if (noting) {
        await db.transaction((tx) => {
          for (const side of ['asker', 'clerk'] as const) {
            const ids = now.filter((one) => one.side === side).map(({ helpId }) => helpId);
            if (ids.length > 0) touch(tx, side, ids, clock.now());
          }
        });
        this.#listeners.beat();
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

  async #letGo(): Promise<void> {
    for (const listener of this.#listeners) if (listener.may && !(await listener.may())) this.#listeners.end(listener);
  }

  #tell(listener: Listener & { reply: FastifyReply }, found: readonly Standing[], signals: readonly Signal[]): void {
    const { helpId, side, tab, clerkId } = listener;
    const help = found.find(({ id }) => id === helpId);
    const write = (event: string, data: unknown): void =>
      this.#listeners.say(listener, `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    const end = (): void => this.#listeners.end(listener);
    if (!help) return end();
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
