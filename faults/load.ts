/** People at work while things break: each act is sent until it is answered, as a browser's retry does, and written down. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Reply } from '../bench/cases/client.ts';
import type { People } from '../bench/cases/people.ts';

/** An act that some client has begun. */
export interface Act {
  actionId: string;
  kind: string;
  caseId: string | undefined;
  /** How often it was sent; the last time it was acknowledged. */
  sent: number;
  acknowledged: boolean;
}

/** Where the server is now: undefined while there is none. */
export interface Where {
  port: number | undefined;
}

const answers = { shopName: '云溪小满面馆', area: 86, address: '云溪区文一路 100 号', phone: '19900001234' };

export class Load {
  readonly acts: Act[] = [];
  /** Answers that no client should ever see. */
  readonly unexpected: string[] = [];
  /** Milliseconds of the slowest answer, whatever it was. */
  slowest = 0;
  /** Answers that told to come again, by their Retry-After. */
  readonly told: (string | undefined)[] = [];
  #where: Where;
  #people: People;
  #workers: Promise<void>[] = [];
  #over = false;
  #clients = new Map<number, Client>();

  constructor(people: People, where: Where) {
    this.#people = people;
    this.#where = where;
  }

  /** So many clients begin to work, one case after the other. */
  begin(clients: number): void {
    for (let i = 0; i < clients; i++) this.#workers.push(this.#work(i));
  }

  /** Each client finishes the case that it has begun. */
  async finish(): Promise<void> {
    this.#over = true;
    await Promise.all(this.#workers);
    for (const client of this.#clients.values()) client.close();
  }

  /** Waits until so many acts are acknowledged. */
  async reaches(many: number, ms = 60_000): Promise<void> {
    for (const deadline = Date.now() + ms; this.acknowledged < many; await sleep(10))
      if (Date.now() > deadline || this.unexpected.length > 0)
        throw new Error(`${this.acknowledged} of ${many} acts are acknowledged: ${this.unexpected.join('; ')}`);
  }

  get acknowledged(): number {
    return this.acts.filter(({ acknowledged }) => acknowledged).length;
  }

  async #work(worker: number): Promise<void> {
    const { residents, clerk, head } = this.#people.cookies;
    for (let turn = worker; !this.#over; turn += 8) {
      const [resident, clerkNow, headNow] = [residents, clerk, head].map((of) => of[turn % of.length]!) as [
        string,
        string,
        string,
      ];
      const caseId = await this.#act('submit', '/api/cases', resident, undefined, {
        itemId: this.#people.itemId,
        applicant: {},
        answers,
        situations: {},
        materials: [],
        delivery: { way: 'electronic' },
        signature: { way: 'confirmed' },
      });
      if (!caseId) return;
      const step = (kind: string, cookie: string, body: object = {}) =>
        this.#act(kind, `/api/cases/${caseId}/${kind}`, cookie, caseId, body);
      if (!(await step('accept', clerkNow))) return;
      if (!(await step('grant', headNow, { opinion: '符合条件', issueNow: true }))) return;
      if (!(await step('deliver', clerkNow, { way: 'electronic' }))) return;
    }
  }

  /** Sends an act until it is acknowledged; the same act each time. Undefined when it was answered as it must never be. */
  async #act(
    kind: string,
    path: string,
    cookie: string,
    caseId: string | undefined,
    body: object,
  ): Promise<string | undefined> {
    const act: Act = { actionId: randomUUID(), kind, caseId, sent: 0, acknowledged: false };
    this.acts.push(act);
    for (const deadline = Date.now() + 60_000; ; await sleep(100)) {
      if (Date.now() > deadline) {
        this.unexpected.push(`${kind} was not acknowledged within a minute`);
        return undefined;
      }
      if (this.#where.port === undefined) continue;
      act.sent += 1;
      const reply = await this.#send(this.#where.port, path, cookie, { actionId: act.actionId, ...body });
      if (reply?.status === 200) {
        act.acknowledged = true;
        act.caseId ??= reply.body.id as string;
        return act.caseId;
      }
      if (reply?.status === 503) this.told.push(reply.retryAfter);
      else if (reply) {
        this.unexpected.push(`${kind} was answered ${reply.status}: ${JSON.stringify(reply.body).slice(0, 300)}`);
        return undefined;
      }
    }
  }

  async #send(port: number, path: string, cookie: string, body: object): Promise<Reply | undefined> {
    let client = this.#clients.get(port);
    if (!client) this.#clients.set(port, (client = new Client(port, 64)));
    const began = performance.now();
    try {
      return await client.send('POST', path, cookie, body);
    } catch {
      return undefined; // The connection broke: nobody knows whether the act was done.
    } finally {
      this.slowest = Math.max(this.slowest, performance.now() - began);
    }
  }
}
