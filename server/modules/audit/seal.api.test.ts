/** Sealing: every action once, whatever happens meanwhile; and that the application itself cannot touch what is sealed. */
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { step } from '#server/testing-cases';
import { sealFile } from './seal-file.ts';
import { sealMissing, sealNew } from './seal.ts';
import { readTrails } from './trails-store.ts';
import { auditedDistrict, sealAll } from './testing/audited.ts';
import { verify } from './verify.ts';

const a = auditedDistrict();

const refuse = () => step(a.app, a.d, a.other.id, 'refuseAcceptance');
const listed = async (trail: string) =>
  (
    await a.app.ground.db.one<{ count: number }>(
      sql`select coalesce(sum(count), 0)::int as count from audit.seal where trail = ${trail}`,
    )
  ).count;

describe('sealing', () => {
  it('holds every action once, chained, and writes the same lines outside', async () => {
    const result = await verify(a.app.ground);
    expect(result).toMatchObject({ cases: 6, seals: a.count, pending: 0, found: 0 });
    // What each case was opened with is sealed beside its actions.
    expect(await listed('cases.action')).toBe(result.actions + result.cases);
    const { documents } = await a.app.ground.db.one<{ documents: number }>(
      sql`select count(*) as documents from documents.document`,
    );
    expect(documents).toBeGreaterThan(10);
    expect(await listed('documents.document')).toBe(documents);
    expect(a.seals.trimEnd().split('\n').length).toBe(a.count);
    expect((await stat(sealFile(a.app.ground))).mode & 0o777).toBe(0o600);
    expect(await sealNew(a.app.ground)).toBe(0);
  });

  it('seals every trail that a module has', async () => {
    const { trails } = await a.app.ground.db.one<{ trails: string[] }>(
      sql`select array_agg(table_name order by table_name) as trails from platform.append_only_table where not may_update`,
    );
    const known = (await readTrails(a.app.ground.db)).map(({ name }) => name);
    expect([...known, 'cases.action', 'platform.event', 'audit.seal', 'audit.verification', 'audit.search'].sort()).toEqual(trails); // prettier-ignore
    expect(known).toEqual(expect.arrayContaining(['documents.service', 'payments.movement', 'people.sign_in']));
  });

  it('lets new acts wait for the next seal', async () => {
    await refuse();
    expect(await verify(a.app.ground)).toMatchObject({ pending: 1, found: 0 });
    // The action and its document.
    expect(await sealAll(a.app)).toBe(2);
    expect(await verify(a.app.ground)).toMatchObject({ pending: 0, found: 0, seals: a.count + 2 });
  });

  it('misses no action of a transaction that commits late', async () => {
    const late = await a.app.ground.db.pool.connect();
    try {
      await late.query('begin');
      await late.query('select pg_current_xact_id()');
      await refuse();
      const before = await listed('cases.action');
      // The slow one might still commit with an event before this one's: the seal waits for it.
      await sealNew(a.app.ground);
      expect(await listed('cases.action')).toBe(before);
      await late.query('commit');
      await sealAll(a.app);
      expect(await listed('cases.action')).toBe(before + 1);
      expect(await verify(a.app.ground)).toMatchObject({ pending: 0, found: 0 });
    } finally {
      late.release();
    }
  });

  it('seals a document that commits long after its identity was made', async () => {
    const id = newId();
    await refuse();
    await sealAll(a.app);
    await a.owner.run(
      `insert into documents.document select $1, kind, 'late', department_id, subject_kind, subject_id, recipient_id, data, template_version, hash, 'late', issued_at
         from documents.document limit 1`,
      [id],
    );
    expect(await verify(a.app.ground)).toMatchObject({ found: 0 });
    expect(await sealAll(a.app)).toBe(1);
    expect(await verify(a.app.ground)).toMatchObject({ found: 0 });
  });

  it('is done by one process at a time', async () => {
    await refuse();
    await sealAll(a.app);
    const before = await listed('cases.action');
    await step(a.app, a.d, a.other.id, 'note');
    const counts = await Promise.all([1, 2, 3, 4].map(() => sealAll(a.app)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await listed('cases.action')).toBe(before + 1);
    expect(await verify(a.app.ground)).toMatchObject({ found: 0 });
  });

  it('catches the file up after a crash between the two', async () => {
    await writeFile(sealFile(a.app.ground), `${a.seals.split('\n')[0]}\n{"seq":2,"at":"20`);
    const { findings } = await verify(a.app.ground);
    // The newest ones may be on their way.
    expect(findings.map(({ kind, seal }) => ({ kind, seal }))).toEqual([{ kind: 'fileIncomplete', seal: 2 }]);
    expect(findings[0]!.what).toMatch(/^seals 2 to \d+ are not in the file$/);
    await sealNew(a.app.ground);
    const lines = (await readFile(sealFile(a.app.ground), 'utf8')).trimEnd().split('\n');
    expect(lines.length).toBe(a.count + 1);
    // The torn line stays where it is and is said.
    expect(await a.found()).toEqual([{ kind: 'fileIncomplete' }]);
  });

  it('takes in what was loaded without being announced', async () => {
    for (const table of ['audit.seal', 'platform.event']) await a.owner.run(`truncate ${table}`);
    await rm(sealFile(a.app.ground));
    const before = await verify(a.app.ground);
    expect(new Set(before.findings.map(({ kind }) => kind))).toEqual(new Set(['actionUnsealed']));
    expect(await sealMissing(a.app.ground)).toBe(before.actions + before.rows);
    expect(await verify(a.app.ground)).toMatchObject({ found: 0 });
    expect(await sealMissing(a.app.ground)).toBe(0);
  });
});

describe('the application itself', () => {
  it.each(['cases.action', 'audit.seal', 'audit.verification', 'audit.search', 'platform.event'])(
    'can neither change nor delete %s',
    async (table) => {
      const column = { 'cases.action': 'hash', 'audit.seal': 'root', 'platform.event': 'name' }[table] ?? 'at';
      for (const statement of [
        `update ${table} set ${column} = ${column}`,
        `delete from ${table}`,
        `truncate ${table}`,
      ])
        await expect(a.app.ground.db.many(sql.raw(statement) as never)).rejects.toThrow(/permission denied/);
      await expect(a.app.ground.db.many(sql.raw(`alter table ${table} disable trigger all`) as never)).rejects.toThrow(
        /owner/,
      );
    },
  );

  it('can delete no case', async () => {
    await expect(a.app.ground.db.many(sql`delete from cases."case"`)).rejects.toThrow(/permission denied/);
  });
});
