/** A hall in its morning rush: people take tickets, windows call and serve, all by way of whichever server answers, and each act is sent until it is acknowledged. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Reply } from '../bench/cases/client.ts';
import type { BenchHall } from '../bench/queue/hall.ts';

/** What somebody was told, by the act with which it was asked for. */
export interface Told {
  actionId: string;
  what: 'take' | 'call' | 'serve' | 'finish';
  path: string;
  cookie: string;
  body: object;
  /** The ticket of the answer; null when nobody waited. */
  ticketId: string | null;
}

export class Rush {
  /** Every answer that was acknowledged. */
  readonly told: Told[] = [];
  /** Answers that nobody should ever get. */
  readonly unexpected: string[] = [];
  /** How often an act had to be sent again. */
  repeated = 0;
  readonly #hall: BenchHall;
  readonly #ports: readonly number[];
  readonly #clients = new Map<number, Client>();
  #people: Promise<void>[] = [];
  #windows: Promise<void>[] = [];
  #comeNoMore = false;

  constructor(hall: BenchHall, ports: readonly number[]) {
    this.#hall = hall;
    this.#ports = ports;
  }

  /** So many doors at which people take tickets, and so many windows. */
  begin(doors: number, windows: number): void {
    for (let i = 0; i < doors; i++) this.#people.push(this.#door(i));
    for (let i = 0; i < windows; i++) this.#windows.push(this.#window(i));
  }

  /** How many were called so far. */
  get called(): number {
    return this.told.filter(({ what, ticketId }) => what === 'call' && ticketId).length;
  }

  async reaches(calls: number, ms = 120_000): Promise<void> {
    for (const deadline = Date.now() + ms; this.called < calls; await sleep(20))
      if (Date.now() > deadline || this.unexpected.length > 0)
        throw new Error(`${this.called} of ${calls} are called: ${this.unexpected.join('; ')}`);
  }

  /** One more ticket for this errand. */
  async take(errandId: string): Promise<void> {
    const { outletId, clerks } = this.#hall;
    await this.#act('take', `/api/hall/places/${outletId}/tickets`, clerks.at(-1)!.cookie, { errandId }, 0);
  }

  /** Nobody comes any more; the windows work until nobody waits. */
  async finish(): Promise<void> {
    this.#comeNoMore = true;
    await Promise.all(this.#people);
    await Promise.all(this.#windows);
    for (const client of this.#clients.values()) client.close();
  }

  async #door(i: number): Promise<void> {
    const { outletId, clerks, errandIds } = this.#hall;
    // Somebody at the information desk; the clerks of the windows behind those that call.
    const { cookie } = clerks[clerks.length - 1 - i]!;
    for (let turn = i; !this.#comeNoMore; turn++) {
      const errandId = errandIds[turn % errandIds.length]!;
      if (!(await this.#act('take', `/api/hall/places/${outletId}/tickets`, cookie, { errandId }, turn))) return;
      await sleep(40);
    }
  }

  async #window(i: number): Promise<void> {
    const { cookie, windowId } = this.#hall.clerks[i * 3]!;
    const signedIn = await this.#send(i, `/api/hall/windows/${windowId}/shift`, cookie, undefined);
    if (signedIn?.status !== 200) return void this.unexpected.push(`signing in was answered ${signedIn?.status}`);
    for (let turn = i; ; turn++) {
      const over = this.#comeNoMore && (await Promise.all(this.#people).then(() => true));
      const called = await this.#act('call', '/api/hall/desk/call', cookie, {}, turn);
      if (!called) return;
      const id = called.ticketId;
      if (id === null) {
        if (over) return;
        await sleep(60);
        continue;
      }
      for (const [what, path] of [
        ['serve', 'service'],
        ['finish', 'finish'],
      ] as const)
        // prettier-ignore
        if (!(await this.#act(what, `/api/hall/desk/tickets/${id}/${path}`, cookie, {}, turn))) return;
    }
  }

  /** Sends an act until it is acknowledged, each time to another server; undefined when it was answered as it must never be. */
  async #act(what: Told['what'], path: string, cookie: string, asked: object, turn: number): Promise<Told | undefined> {
    const actionId = randomUUID();
    const body = { actionId, ...asked };
    for (let attempt = 0, deadline = Date.now() + 60_000; Date.now() < deadline; attempt++) {
      const reply = await this.#send(turn + attempt, path, cookie, body);
      if (reply?.status === 200) {
        const told = { actionId, what, path, cookie, body, ticketId: ticketOf(reply) };
        this.told.push(told);
        return told;
      }
      this.repeated += 1;
      // Told to come again, also by the brake for one account; or nobody knows whether it was done.
      if (reply && reply.status !== 503 && reply.status !== 429) {
        this.unexpected.push(`${what} was answered ${reply.status}: ${JSON.stringify(reply.body).slice(0, 300)}`);
        return undefined;
      }
      await sleep(100);
    }
    this.unexpected.push(`${what} was not acknowledged within a minute`);
    return undefined;
  }

  /** Sends what was acknowledged once more, and says which were answered otherwise than then. */
  async askAgain(some: readonly Told[]): Promise<string[]> {
    const otherwise: string[] = [];
    for (const [i, { path, cookie, body, what, ticketId }] of some.entries()) {
      const reply = await this.#send(i, path, cookie, body);
      if (reply?.status !== 200 || ticketOf(reply) !== ticketId)
        otherwise.push(`${what} of ${ticketId} now ${reply?.status} ${JSON.stringify(reply?.body).slice(0, 200)}`);
      await sleep(60);
    }
    for (const client of this.#clients.values()) client.close();
    return otherwise;
  }

  async #send(turn: number, path: string, cookie: string, body: object | undefined): Promise<Reply | undefined> {
    const port = this.#ports[turn % this.#ports.length]!;
    let client = this.#clients.get(port);
    if (!client) this.#clients.set(port, (client = new Client(port, 64)));
    try {
      return await client.send('POST', path, cookie, body);
    } catch {
      return undefined;
    }
  }
}

/** Giving out a ticket answers with the ticket itself, an act at a window with what became of one. */
function ticketOf({ body }: Reply): string | null {
  const { id, ticket } = body as { id?: string; ticket?: { id: string } | null };
  return id ?? ticket?.id ?? null;
}
