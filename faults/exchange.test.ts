/** Two instances exchange an application; the one that decides is killed in between: it goes over once all the same, and its course comes back. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount, givePost, idCheckDigit, openSession, sessionCookie } from '#modules/people';
import { sql } from '#platform/db';
import { Client } from '../bench/cases/client.ts';
import { groundOn, setStage, type Server, type Stage } from './stage.ts';

let here: Stage;
let there: Stage;
beforeAll(async () => {
  here = await setStage();
  there = await setStage();
});
afterAll(async () => {
  await here?.close();
  await there?.close();
});

const named = { there: { DISTRICT_CODE: '330198', DISTRICT_NAME: '青山区' }, here: {} };

/** Somebody of the service office, signed in. */
const officeOf = (stage: Stage): Promise<string> =>
  stage.look(async (db) => {
    const ground = groundOn(db, stage.data);
    const account = await db.transaction(async (tx) => {
      const id = createAccount(tx, ground.clock.now(), { loginName: 'office', name: '吴静宜', staff: true });
      givePost(tx, ground.clock.now(), id, { role: 'office' });
      return id;
    });
    return `${sessionCookie}=${await openSession(ground, account, { secondFactor: true })}`;
  });

/** Asks again until it is so: each side works by itself. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const deadline = Date.now() + 120_000; ; await sleep(200)) {
    const found = await look().catch(() => undefined);
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error('waited in vain');
  }
}

test('kill -9 of one of two instances: nothing is lost between them, and nothing comes twice', async () => {
  const a = await here.start(named.here);
  let b: Server = await there.start(named.there);
  const [atHere, atThere] = [new Client(a.port, 4), new Client(b.port, 4)];
  const [officeHere, officeThere] = [await officeOf(here), await officeOf(there)];
  const send = async (client: Client, method: string, path: string, cookie: string, body?: object) => {
    const answer = await client.send(method, `/api${path}`, cookie, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const dayFrom = new Date(Date.now() - 86_400_000).toISOString();
  const dayUntil = new Date(Date.now() + 86_400_000).toISOString();
  const befriend = async (client: Client, office: string, other: Client, otherOffice: string, port: number) => {
    const { code, name, publicKey, fingerprint } = await send(other, 'GET', '/exchange/own-key', otherOffice);
    const baseUrl = `http://127.0.0.1:${port}`;
    return send(client, 'POST', '/exchange/partners', office, { code, name, baseUrl, publicKey, fingerprint, validFrom: dayFrom, validUntil: dayUntil }); // prettier-ignore
  };
  await send(atThere, 'PUT', `/exchange/offered/${there.itemId}`, officeThere);
  await befriend(atThere, officeThere, atHere, officeHere, a.port);
  const { id: partnerId } = await befriend(atHere, officeHere, atThere, officeThere, b.port);
  await until(async () => {
    const { total } = await send(atHere, 'GET', '/exchange/items', officeHere);
    return total === 1 ? true : undefined;
  });

  const first17 = '33019919880215101';
  const takeIn = (): Promise<{ id: string }> =>
    send(atHere, 'POST', '/exchange/applications', here.cookies.clerk[0]!, {
      actionId: randomUUID(),
      partnerId,
      itemId: there.itemId,
      applicant: { name: '林知远', idNumber: first17 + idCheckDigit(first17) },
      answers: { shopName: '知远书屋', area: 60, address: '文一路 1 号', phone: '19900001234' },
      situations: {},
      materials: [],
      signature: { way: 'confirmed' },
    }) as never;
  // Some before the blow, some while it falls, some while nobody is there.
  const taken = [await takeIn(), await takeIn()];
  const during = [takeIn(), takeIn(), takeIn()];
  await b.kill();
  taken.push(...(await Promise.all(during)), await takeIn());
  const waiting = await send(atHere, 'GET', '/exchange/queue', officeHere);
  expect(waiting.total).toBeGreaterThan(0);

  b = await there.start({ ...named.there, PORT: String(b.port) });
  atThere.close();
  const again = new Client(b.port, 4);
  await send(atHere, 'POST', '/exchange/queue/retry', officeHere);
  const look = (id: string) => send(atHere, 'GET', `/exchange/applications/${id}`, officeHere);
  for (const { id } of taken)
    await until(async () => {
      const { number, state } = await look(id);
      return number && state ? true : undefined;
    });
  const cases = await there.look((db) =>
    db.many<{ id: string }>(sql`select id from cases."case" where door = 'exchange'`),
  );
  expect(cases).toHaveLength(taken.length);
  const received = await there.look((db) =>
    db.many<{ applicationId: string }>(sql`select application_id from exchange.received`),
  );
  expect(received.map(({ applicationId }) => applicationId).sort()).toEqual(taken.map(({ id }) => id).sort());

  await send(again, 'POST', `/cases/${cases[0]!.id}/accept`, there.cookies.clerk[0]!, { actionId: randomUUID() });
  await until(async () => {
    const all = await Promise.all(taken.map(({ id }) => look(id)));
    return all.some(({ state }) => state === 'accepted') ? true : undefined;
  });
  again.close();
  atHere.close();
  expect(await b.stop()).toMatchObject({ code: 0 });
  expect(await a.stop()).toMatchObject({ code: 0 });
});
