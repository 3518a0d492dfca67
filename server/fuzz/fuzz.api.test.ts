/**
 * Every operation of the OpenAPI document, 10 bodies each or 5 requests where it takes none, and 3,000 with `npm run fuzz`: nothing is ever
 * answered with a 5xx, every refusal is a Problem, and what was refused has stored nothing. `FUZZ_SEED` repeats a run, `FUZZ_ONLY=cases.` a part of it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealNew, verify } from '#modules/audit';
import { openSession, sessionCookie } from '#modules/people';
import { sql } from '#platform/db';
import { openTestApp, type TestApp } from '#server/testing';
import { runCase } from '../testing-cases.ts';
import { smallDistrict, type SmallDistrict } from '../testing-district.ts';
import { Draw, type Known } from './draw.ts';
import { describedIn, requestFor, type Described, type Request } from './requests.ts';

const given = process.env.FUZZ_EACH;
/** The long form draws anew each time; the short one asks the same each time, so that a change is blamed for what it broke alone. */
const seed = Number(process.env.FUZZ_SEED ?? (given ? Date.now() % 2 ** 31 : 661245983));
/** What takes no body has little that can be wrong: an id and a few words of a query. */
const eachOf = ({ body, multipart }: Described): number => Number(given ?? (body || multipart ? 10 : 5));

let app: TestApp;
let district: SmallDistrict;
let known: Known;
let operations: Described[];
/** Committed transactions that may have written something. */
let committed: string[] = [];
let tables: string[];
const cookies = new Map<string, string>();

beforeAll(async () => {
  console.log(`fuzz: FUZZ_SEED=${seed}`);
  // Replies are checked against their contracts as well: one that does not keep to it is a 500 here.
  app = await openTestApp({ logLevel: 'silent' });
  app.ground.log.error = () => {};
  district = await smallDistrict(app);
  const cases: string[] = [];
  for (const kinds of [[], ['accept'], ['accept', 'grant'], ['accept', 'grant', 'issue', 'deliver']] as const)
    for (let i = 0; i < 5; i++) cases.push((await runCase(app, district, kinds, { actionId: crypto.randomUUID() })).id);
  await app.relay.drain();
  known = await whatIsKnown(cases);
  tables = (
    await app.ground.db.many<{ name: string }>(
      sql`select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables where schemaname <> 'graphile_worker'`,
    )
  ).map(({ name }) => name);
  noteTransactions();
  operations = describedIn((await app.http.inject('/api/openapi.json')).json())
    // A stream of news has no end that one could wait for.
    .filter(({ id }) => !id.startsWith('platform.live') && !id.startsWith('remotehelp.listen'))
    .filter(({ id }) => id.startsWith(process.env.FUZZ_ONLY ?? ''))
    .toSorted((a, b) => Number(endsMuch(a)) - Number(endsMuch(b)));
});
afterAll(() => app.close());

/** What takes away from others what they need comes last. */
const endsMuch = ({ id }: Described): boolean =>
  /disable|retire|withdrawItem|resetPassword|endPost|signOutEverywhere/.test(id);

async function whatIsKnown(cases: string[]): Promise<Known> {
  const idsOf = async (table: string, limit = 20): Promise<string[]> =>
    (await app.ground.db.many<{ id: string }>(sql`select id from ${sql.raw(table)} limit ${limit}`)).map(
      ({ id }) => id,
    );
  const accounts = await idsOf('people.account');
  return {
    ids: {
      case: cases,
      subject: cases,
      item: [district.food, district.proof],
      department: [district.market, district.security],
      outlet: [district.hall],
      person: [district.person, district.otherPerson],
      organisation: [district.company],
      account: accounts,
      staff: accounts,
      document: await idsOf('documents.document'),
      notice: await idsOf('notices.notice'),
      post: await idsOf('people.post'),
    },
    texts: [
      '0571-88000001',
      '09:00',
      '17:30',
      'Yunxi-2026-window',
      '业务',
      'E12345678',
      'hall',
      '100',
      '陈小满',
      '小满面馆',
      'hot',
      'business',
      'layout',
      'shopName',
      'area',
      '80',
      'chen',
      'E12345678',
      '19900001234',
      '330199',
      'food',
      '面馆',
      'M10 20l0.1 0L30 40',
      'a',
      'zh-CN',
      '2026',
    ],
  };
}

/** Notes every transaction that may have written, at the place where all of them pass. */
function noteTransactions(): void {
  const { db } = app.ground;
  const transaction = db.transaction.bind(db);
  db.transaction = async (act) => {
    let xid: string | null = null;
    const result = await transaction(async (tx) => {
      const made = await act(tx);
      ({ xid } = await tx.one(sql<{ xid: string | null }>`select pg_current_xact_id_if_assigned()::xid::text as xid`));
      return made;
    });
    if (xid !== null) committed.push(xid);
    return result;
  };
}

/** Tables in which these transactions have left rows: one that only locked some has left none. */
async function tablesWith(xids: readonly string[]): Promise<string[]> {
  if (xids.length === 0) return [];
  const found = await app.ground.db.many<{ name: string }>(
    sql.raw(
      tables
        .map((name) => `(select '${name}' as name from ${name} where xmin::text in ('${xids.join("','")}') limit 1)`)
        .join(' union all '),
    ),
  );
  return found.map(({ name }) => name);
}

/** A session, opened anew when the last one was ended. */
async function cookieOf(accountId: string): Promise<string> {
  let token = cookies.get(accountId);
  // Somebody who was disabled on the way comes as a stranger from then on.
  if (!token) {
    token = await openSession(app.ground, accountId, { secondFactor: true }).catch(() => 'nobody');
    cookies.set(accountId, token);
  }
  return `${sessionCookie}=${token}`;
}

/** Attempts that are kept although they are refused: wrong passwords and codes count, look-ups leave a trail. */
const keepsAttempts = /^people\.(signIn|giveSecondFactor|recover|askRecovery|changePassword|register|lookUp|unmask)/;

/** What is wrong with an answer; undefined when nothing is. */
function complaint(
  operation: Described,
  answer: NonNullable<Awaited<ReturnType<typeof send>>>,
  kept: readonly string[],
): string | undefined {
  const { statusCode: status, headers, body } = answer;
  if (status >= 500) return `answered ${status}: ${body.slice(0, 200)}`;
  if (status < 400) return undefined;
  if (!/^application\/problem\+json\b/.test(String(headers['content-type'])))
    return `${status} as ${String(headers['content-type'])}: ${body.slice(0, 200)}`;
  const problem = JSON.parse(body) as { code?: unknown; status?: unknown };
  if (typeof problem.code !== 'string' || problem.status !== status) return `${status} with ${body.slice(0, 200)}`;
  if (kept.length > 0) return `${status} ${problem.code}, but something was stored in ${kept.join()}`;
  return undefined;
}

const send = async (request: Request, accountId: string | null) =>
  app.http.inject({
    method: request.method as 'GET',
    url: request.url,
    headers: { ...request.headers, ...(accountId ? { cookie: await cookieOf(accountId) } : {}) },
    ...(request.payload === undefined ? {} : { payload: request.payload }),
  });

const brief = ({ method, url, headers, payload }: Request): string =>
  `${method} ${url.slice(0, 300)} ${JSON.stringify(headers)} ${payload === undefined ? '' : JSON.stringify(payload.toString()).slice(0, 600)}`;

test(`nothing that is sent breaks anything (seed ${seed})`, { timeout: 3_600_000 }, async () => {
  const draw = new Draw(seed);
  const { resident, other, clerk, examiner, head, otherHead, office, admin, auditor } = district;
  const actors = [
    null,
    resident,
    resident,
    other,
    clerk,
    examiner,
    head,
    head,
    otherHead,
    office,
    office,
    admin,
    auditor,
  ];
  const wrong = new Map<string, string>();
  for (const operation of operations) {
    const statuses = new Map<number, number>();
    cookies.clear();
    const began = performance.now();
    let usual: string | null = draw.of(actors);
    const each = eachOf(operation);
    for (let i = 0; i < each; i++) {
      // What is slow by its nature (a password is hashed) is not asked all of them.
      if (i >= 40 && !given && performance.now() - began > 1_000) break;
      const actor = draw.chance(0.7) ? usual : draw.of(actors);
      // What takes long when it works (a booklet is typeset, a password hashed) has worked often enough after a while.
      const spare = (statuses.get(200) ?? 0) + (statuses.get(204) ?? 0) > 8 && performance.now() - began > 800;
      const request = requestFor(draw, operation, known, spare);
      committed = [];
      const answer = await Promise.race([send(request, actor), sleep(30_000, undefined, { ref: false })]);
      if (!answer) {
        wrong.set(`${operation.id}: no answer`, brief(request));
        continue;
      }
      const status = answer.statusCode;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      // Most requests come from somebody who may ask.
      if ((status === 401 || status === 403) && actor === usual) usual = draw.of(actors);
      if (status === 401 && actor) cookies.delete(actor);
      const kept = status < 400 || keepsAttempts.test(operation.id) ? [] : await tablesWith(committed);
      const found = complaint(operation, answer, kept);
      if (found) wrong.set(`${operation.id}: ${found.replace(/"requestId":"\w+"/, '')}`, brief(request));
      // Who tries too often is told to wait: here time goes faster.
      app.clock.advance(1_000);
    }
    if (process.env.FUZZ_SHOW)
      console.log(operation.id, Object.fromEntries(statuses), `${Math.round(performance.now() - began)} ms`);
  }
  expect([...wrong].map(([what, request]) => `${what}\n    ${request}`).slice(0, 40)).toEqual([]);
});

test('everything still fits together, and the service is alive', async () => {
  await app.relay.drain();
  await sealNew(app.ground);
  const { findings } = await verify(app.ground);
  expect(findings).toEqual([]);
  const { stuck } = await app.ground.db.one<{ stuck: number }>(sql`select count(*) as stuck from platform.stuck_event`);
  expect(stuck).toBe(0);
  expect((await app.http.inject('/api/ready')).statusCode).toBe(200);
  expect(({} as { admin?: unknown }).admin).toBeUndefined();
});
