/** The two arms: how a loop is driven against the product and against the yardstick. */
import { randomUUID } from 'node:crypto';
import { Client, type Reply } from './client.ts';

export const stepNames = ['create', 'accept', 'decide', 'deliver', 'read'] as const;
export type StepName = (typeof stepNames)[number];
export type Timings = Record<StepName, number[]>;

/** One loop of one client. Throws with the answer when a step is not answered as it must be. */
export interface Arm {
  name: 'ours' | 'yardstick';
  /** `say` is told the milliseconds of each step. */
  loop(client: Client, worker: number, say: (step: StepName, ms: number) => void): Promise<string>;
}

export class Refused extends Error {
  reply: Reply;
  constructor(step: string, reply: Reply) {
    super(`${step} was answered ${reply.status}: ${JSON.stringify(reply.body).slice(0, 300)}`);
    this.reply = reply;
  }
}

async function timed(
  step: StepName,
  say: (step: StepName, ms: number) => void,
  act: () => Promise<Reply>,
): Promise<Reply> {
  const began = performance.now();
  const reply = await act();
  say(step, performance.now() - began);
  if (reply.status !== 200) throw new Refused(step, reply);
  return reply;
}

const answers = { shopName: '云溪小满面馆', area: 86, address: '云溪区文一路 100 号', phone: '19900001234' };

export interface Cookies {
  residents: string[];
  clerk: string[];
  head: string[];
}

/** The product with everything on: sessions, permissions, rules, history chain, documents, notices, limits. */
export function ourArm(itemId: string, cookies: Cookies): Arm {
  let turn = 0;
  return {
    name: 'ours',
    loop: async (client, _worker, say) => {
      turn += 1;
      // Loops are spread over many people: limits count by account, and no real clerk types a hundred cases a second.
      const resident = cookies.residents[turn % cookies.residents.length]!;
      const clerk = cookies.clerk[turn % cookies.clerk.length]!;
      const head = cookies.head[turn % cookies.head.length]!;
      const created = await timed('create', say, () =>
        client.send('POST', '/api/cases', resident, {
          actionId: randomUUID(),
          itemId,
          applicant: {},
          answers,
          situations: {},
          materials: [],
          delivery: { way: 'electronic' },
          signature: { way: 'confirmed' },
        }),
      );
      const id = created.body.id as string;
      const act = (path: string, cookie: string, body: object = {}) =>
        client.send('POST', `/api/cases/${id}/${path}`, cookie, { actionId: randomUUID(), ...body });
      await timed('accept', say, () => act('accept', clerk));
      await timed('decide', say, () => act('grant', head, { opinion: '符合条件', issueNow: true }));
      await timed('deliver', say, () => act('deliver', clerk, { way: 'electronic' }));
      const read = await timed('read', say, () => client.send('GET', `/api/cases/${id}`, resident));
      if ((read.body.case as { state: string }).state !== 'closed') throw new Refused('read', read);
      return id;
    },
  };
}

export const yardstickArm: Arm = {
  name: 'yardstick',
  loop: async (client, _worker, say) => {
    const created = await timed('create', say, () => client.send('POST', '/cases', undefined, { answers }));
    const id = created.body.id as string;
    const act = (path: string, body: object) => client.send('POST', `/cases/${id}/${path}`, undefined, body);
    await timed('accept', say, () => act('accept', {}));
    await timed('decide', say, () => act('grant', { opinion: '符合条件' }));
    await timed('deliver', say, () => act('deliver', { way: 'electronic' }));
    const read = await timed('read', say, () => client.send('GET', `/cases/${id}`, undefined));
    if ((read.body.case as { state: string }).state !== 'closed') throw new Refused('read', read);
    return id;
  },
};

export interface Round {
  loops: number;
  seconds: number;
  perSecond: number;
  timings: Timings;
}

/** Closed loops of so many clients for so many seconds: each client begins its next loop when the last one is done. */
export async function drive(arm: Arm, port: number, clients: number, seconds: number): Promise<Round> {
  const client = new Client(port, clients);
  const timings: Timings = { create: [], accept: [], decide: [], deliver: [], read: [] };
  const began = performance.now();
  const end = began + seconds * 1000;
  let loops = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, worker) => {
      while (performance.now() < end) {
        await arm.loop(client, worker, (step, ms) => timings[step].push(ms));
        loops += 1;
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  client.close();
  return { loops, seconds: took, perSecond: loops / took, timings };
}
