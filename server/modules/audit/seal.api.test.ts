/** Sealing: every action once, whatever happens meanwhile; and that the application itself cannot touch what is sealed. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sql } from '#platform/db';
import { step } from '#server/testing-cases';
import { sealFile } from './seal-file.ts';
import { sealMissing, sealNew } from './seal.ts';
import { auditedDistrict } from './testing/audited.ts';
import { verify } from './verify.ts';

const a = auditedDistrict();

describe('sealing', () => {
  it('holds every action once, chained, and writes the same lines outside', async () => {
    const result = await verify(a.app.ground);
    expect(result).toMatchObject({ cases: 6, seals: 4, pending: 0, found: 0 });
    const { count } = await a.app.ground.db.one<{ count: number }>(
      sql`select sum(count)::int as count from audit.seal`,
    );
    expect(result.actions).toBe(count);
    expect(a.seals.trimEnd().split('\n').length).toBe(4);
    expect((await stat(sealFile(a.app.ground))).mode & 0o777).toBe(0o600);
    expect(await sealNew(a.app.ground)).toBe(0);
  });

  it('lets new actions wait for the next seal', async () => {
    await step(a.app, a.d, a.other.id, 'refuseAcceptance');
    expect(await verify(a.app.ground)).toMatchObject({ pending: 1, found: 0 });
    expect(await sealNew(a.app.ground)).toBe(1);
    expect(await verify(a.app.ground)).toMatchObject({ pending: 0, found: 0, seals: 5 });
  });

  it('misses no action of a transaction that commits late', async () => {
    const late = await a.app.ground.db.pool.connect();
    await late.query('begin');
    await late.query('select pg_current_xact_id()');
    await step(a.app, a.d, a.other.id, 'refuseAcceptance');
    // The slow one might still commit with an event before this one's: the seal waits for it.
    expect(await sealNew(a.app.ground)).toBe(0);
    await late.query('commit');
    late.release();
    expect(await sealNew(a.app.ground)).toBe(1);
    expect(await verify(a.app.ground)).toMatchObject({ pending: 0, found: 0 });
  });

  it('is done by one process at a time', async () => {
    await step(a.app, a.d, a.other.id, 'refuseAcceptance');
    const counts = await Promise.all([1, 2, 3, 4].map(() => sealNew(a.app.ground)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await verify(a.app.ground)).toMatchObject({ seals: 5, found: 0 });
  });

  it('catches the file up after a crash between the two', async () => {
    await writeFile(sealFile(a.app.ground), `${a.seals.split('\n')[0]}\n{"seq":2,"at":"20`);
    expect(await a.found()).toEqual([
      { kind: 'fileIncomplete', seal: 2 },
      { kind: 'fileIncomplete', seal: 3 },
    ]);
    await sealNew(a.app.ground);
    const lines = (await readFile(sealFile(a.app.ground), 'utf8')).trimEnd().split('\n');
    expect(lines.length).toBe(5);
    // The torn line stays where it is and is said.
    expect(await a.found()).toEqual([{ kind: 'fileIncomplete' }]);
  });

  it('takes in what was loaded without being announced', async () => {
    await a.owner.run('delete from audit.seal where seq = 4');
    await a.owner.run(
      `delete from platform.event where (tx, id) > (select to_tx, to_id from audit.seal where seq = 3)`,
    );
    await writeFile(sealFile(a.app.ground), a.seals.split('\n').slice(0, 3).join('\n').concat('\n'));
    const before = await verify(a.app.ground);
    expect(new Set(before.findings.map(({ kind }) => kind))).toEqual(new Set(['actionUnsealed']));
    expect(await sealMissing(a.app.ground)).toBe(before.found);
    expect(await verify(a.app.ground)).toMatchObject({ found: 0, seals: 4 });
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
