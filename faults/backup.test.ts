/** A backup is taken while people work, and put into another place: everything that was acknowledged before is there, once, and goes on. */
import { createHash } from 'node:crypto';
import {
  appendFile,
  copyFile,
  mkdtemp,
  open,
  readFile,
  readdir,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql, type Database } from '#platform/db';
import { startCluster } from '#platform/postgres/cluster';
import { schemaSources } from '#server/app';
import { restoreBackup } from '#server/backup/restore-backup';
import { expectActsOnce, expectCaughtUp, expectChains, expectToldOnce } from './audit.ts';
import { Load, type Act } from './load.ts';
import { command, long, placeAt, setStage, type Place, type Server, type Stage, programs } from './stage.ts';

let stage: Stage;
let folder: string;
let server: Server;
let load: Load;
/** What had been acknowledged when the backup began. */
let before: Act[];
let archive: string;
let secret: string;
const password = 'Yunxi-2026-window';

/** SHA-256 of every file below a folder, by path. */
async function filesIn(root: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    found[path.relative(root, file)] = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  }
  return found;
}

async function upload(port: number, cookie: string): Promise<string> {
  const form = new FormData();
  const { default: sharp } = await import('sharp');
  const picture = { create: { width: 64, height: 48, channels: 3 as const, background: '#c33' } };
  form.set('file', new Blob([await sharp(picture).jpeg().toBuffer()], { type: 'image/jpeg' }), '证件.jpg');
  const reply = await fetch(`http://127.0.0.1:${port}/api/files`, { method: 'POST', headers: { cookie }, body: form });
  const body = (await reply.json()) as { id: string };
  expect(reply.status, JSON.stringify(body)).toBe(200);
  return body.id;
}

/** Posts JSON; returns the body, and the cookie that was set. */
async function post(port: number, address: string, body: object | undefined, cookie = '') {
  const reply = await fetch(`http://127.0.0.1:${port}/api${address}`, {
    method: 'POST',
    headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const said = (await reply.json()) as Record<string, unknown>;
  expect(reply.status, JSON.stringify(said)).toBe(200);
  return { said, cookie: reply.headers.getSetCookie()[0]?.split(';')[0] ?? cookie };
}

/** Signs in with password and second factor, whose secret is sealed with the key of the installation. */
async function signIn(port: number): Promise<void> {
  const { cookie } = await post(port, '/people/sessions', { name: 'keeper', password });
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await post(port, '/people/second-factor/codes', { code }, cookie);
}

beforeAll(async () => {
  stage = await setStage();
  folder = await mkdtemp(path.join(tmpdir(), 'yichuang 备份 '));
  const made = command(stage.env, ['admin', 'create', '--name', 'keeper', '--password-stdin'], password);
  expect(await made).toMatchObject({ code: 0 });
  server = await stage.start();
  const { cookie } = await post(server.port, '/people/sessions', { name: 'keeper', password });
  secret = (await post(server.port, '/people/second-factor', undefined, cookie)).said.secret as string;
  await upload(server.port, stage.cookies.residents[0]!);
  load = new Load(stage, server);
  load.begin(8);
  await load.reaches(long ? 20_000 : 150);
  before = load.acts.filter(({ acknowledged }) => acknowledged).map((act) => ({ ...act }));
  const taken = await command(stage.env, ['backup', folder, '--json']);
  expect(taken).toMatchObject({ code: 0 });
  archive = (JSON.parse(taken.output) as { file: string }).file;
  await load.finish();
  expect(load.unexpected).toEqual([]);
});
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

/** The place holds what the backup promised, and work goes on there as if nothing had been. */
async function expectRestored(place: Place): Promise<void> {
  const again = await place.start();
  await place.look(async (db) => {
    await expectActsOnce(db, before, load.acts);
    await expectChains(db);
    await expectCaughtUp(db);
    await expectToldOnce(db);
  });
  await signIn(again.port);
  const more = new Load(stage, again);
  more.begin(4);
  await more.reaches(40);
  await more.finish();
  expect(more.unexpected).toEqual([]);
  await place.look(async (db) => {
    await expectActsOnce(db, [...before, ...more.acts], [...load.acts, ...more.acts]);
    await expectChains(db);
    await expectCaughtUp(db);
    await expectToldOnce(db);
    await expectSealedOnce(db);
  });
  expect(await command(place.env, ['audit', 'seal'])).toMatchObject({ code: 0 });
  const verified = await command(place.env, ['audit', 'verify', '--json']);
  expect(JSON.parse(verified.output)).toMatchObject({ ok: true, findings: [], pending: 0 });
  expect(await again.stop()).toMatchObject({ code: 0 });
}

/** Sealing went on where it had been: no action is in two seals. */
async function expectSealedOnce(db: Database): Promise<void> {
  const { twice } = await db.one<{ twice: number }>(sql`
    select count(*) - count(distinct (c, s)) as twice
      from audit.seal, lateral unnest(case_ids, seqs) as u (c, s) where trail = 'cases.action'`);
  expect(twice).toBe(0);
}

test('into a new folder: acts, effects, files, keys and seals are there, and work goes on', async () => {
  const place = placeAt(stage, path.join(folder, '新 place'));
  const restored = await command(place.env, ['restore', archive]);
  expect(restored).toMatchObject({ code: 0 });
  expect(restored.output).toMatch(/Everything is as it was at/);
  for (const part of ['files', 'secrets'])
    expect(await filesIn(path.join(place.data, part))).toEqual(await filesIn(path.join(stage.data, part)));
  expect((await stat(path.join(place.data, 'secrets'))).mode & 0o777).toBe(0o700);
  await expectRestored(place);
  const second = await command(place.env, ['restore', archive]);
  expect(second).toMatchObject({ code: 1, output: '' });
  expect(second.errors).toMatch(/is not empty: restore into an empty one/);
  await place.close();
});

test('into an outside database, and only into an empty one', async () => {
  const cluster = await startCluster({ ephemeral: true });
  try {
    const place = placeAt(stage, path.join(folder, 'outside'), cluster.connectionString);
    // A server that has counted further than ours ever did: places in the stream must not follow its numbers either.
    await place.look((db) => burnTransactions(db, 20_000));
    expect(await command(place.env, ['restore', archive])).toMatchObject({ code: 0 });
    // What work goes on with is the same as in a folder: looked at here with the long faults alone.
    if (long) await expectRestored(place);
    else await place.look((db) => expectActsOnce(db, before, load.acts));
    const other = placeAt(stage, path.join(folder, 'other'), cluster.connectionString);
    const refused = await command(other.env, ['restore', archive]);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.errors).toMatch(/The database is not empty .*DATABASE_URL/);
    await place.close();
  } finally {
    await cluster.stop();
  }
});

const burnTransactions = (db: Database, many: number) =>
  db.many(
    sql`do ${sql.raw(`$$ begin for i in 1..${many} loop begin create temp table t${''} (); raise exception 'x'; exception when others then null; end; end loop; end $$`)}`,
  );

test('what is not whole is refused before anything is made', async () => {
  const place = placeAt(stage, path.join(folder, 'never'));
  const copy = path.join(folder, 'copy.tar');
  const refuse = async (words: RegExp, file = copy) => {
    const { data: dataFolder } = place;
    await expect(restoreBackup({ file, dataFolder, databaseUrl: undefined, sources: schemaSources })).rejects.toThrow(
      words,
    );
    await expect(stat(place.data)).rejects.toThrow('ENOENT');
  };
  const { size } = await stat(archive);
  await copyFile(archive, copy);
  const file = await open(copy, 'r+');
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.floor(size / 2));
  await file.write(Buffer.from([buffer[0]! ^ 1]), 0, 1, Math.floor(size / 2));
  await file.close();
  await refuse(/damaged|no backup/);
  await copyFile(archive, copy);
  await truncate(copy, Math.floor(size * 0.7));
  await refuse(/not a whole/);
  await writeFile(copy, 'PK');
  await refuse(/no backup|not a whole/);
  await appendFile(copy, Buffer.alloc(4096));
  await refuse(/no backup|not a whole/);
  await refuse(/There is no file/, path.join(folder, 'nothing.tar'));
});

test('a restore that is killed is never taken for a whole one', async () => {
  const place = placeAt(stage, path.join(folder, 'half'));
  const restoring = place.run([programs.yichuang, 'restore', archive]);
  const mark = path.join(place.data, 'RESTORE-UNFINISHED');
  while (!(await stat(mark).catch(() => undefined))) await sleep(5);
  await sleep(200);
  await restoring.kill();
  for (const again of [place.fail(), command(place.env, ['restore', archive]), command(place.env, ['stuck'])]) {
    const ended = await again;
    expect(ended.code).toBe(1);
    expect(ended.errors).toMatch(/did not come to its end.*empty that folder/);
  }
  await place.close();
});

test('a backup leaves no half file and overwrites none', async () => {
  const before = await readdir(folder);
  for (const [target, words] of [
    [archive, /is there already/],
    [path.join(folder, 'no such', 'folder', 'b.tar'), /make its folder first/],
  ] as const) {
    const ended = await command(stage.env, ['backup', target]);
    expect(ended.code).toBe(1);
    expect(ended.errors.trim().split('\n').at(-1)).toMatch(words);
  }
  expect(await readdir(folder)).toEqual(before);
});
