/** Meddling with histories, cases and seals as the owner of the database, in every way we could think of, and finding it. */
import { appendFile, readFile, stat, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashAction } from '#modules/cases';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { runCase, step, toTheEnd } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { commands } from './commands.ts';
import { auditContract as ops } from './contract.ts';
import { sealFile } from './seal-file.ts';
import { sealMissing, sealNew } from './seal.ts';
import { openOwner, type Owner } from './testing/tamper.ts';
import { verify } from './verify.ts';

let app: TestApp;
let d: SmallDistrict;
let owner: Owner;
let victim: { id: string; number: string };
let other: { id: string; number: string };
let seals: string;

beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  for (let round = 0; round < 4; round++) {
    await runCase(app, d, ['accept', 'examine']);
    if (round === 1) victim = await runCase(app, d, toTheEnd);
    if (round === 2) other = await runCase(app, d, ['askSupplement']);
    app.clock.advance(10_000);
    await sealNew(app.ground);
  }
  seals = await readFile(sealFile(app.ground), 'utf8');
  owner = await openOwner(app.connectionString);
});
afterEach(async () => {
  await owner.restore();
  await writeFile(sealFile(app.ground), seals);
});
afterAll(async () => {
  await owner.close();
  await app.close();
});

const found = async () => (await verify(app.ground)).findings.map(({ what: _, ...finding }) => finding);
const ofVictim = (kind: string, more: object = {}) => ({ kind, caseId: victim.id, caseNumber: victim.number, ...more });

describe('sealing', () => {
  it('holds every action once, chained, and writes the same lines outside', async () => {
    const result = await verify(app.ground);
    expect(result).toMatchObject({ cases: 6, seals: 4, pending: 0, found: 0 });
    const { count } = await app.ground.db.one<{ count: number }>(sql`select sum(count)::int as count from audit.seal`);
    expect(result.actions).toBe(count);
    expect(seals.trimEnd().split('\n').length).toBe(4);
    expect((await stat(sealFile(app.ground))).mode & 0o777).toBe(0o600);
    expect(await sealNew(app.ground)).toBe(0);
  });

  it('lets new actions wait for the next seal', async () => {
    await step(app, d, other.id, 'refuseAcceptance');
    expect(await verify(app.ground)).toMatchObject({ pending: 1, found: 0 });
    expect(await sealNew(app.ground)).toBe(1);
    expect(await verify(app.ground)).toMatchObject({ pending: 0, found: 0, seals: 5 });
  });

  it('misses no action of a transaction that commits late', async () => {
    const late = await app.ground.db.pool.connect();
    await late.query('begin');
    await late.query('select pg_current_xact_id()');
    await step(app, d, other.id, 'refuseAcceptance');
    // The slow one might still commit with an event before this one's: the seal waits for it.
    expect(await sealNew(app.ground)).toBe(0);
    await late.query('commit');
    late.release();
    expect(await sealNew(app.ground)).toBe(1);
    expect(await verify(app.ground)).toMatchObject({ pending: 0, found: 0 });
  });

  it('is done by one process at a time', async () => {
    await step(app, d, other.id, 'refuseAcceptance');
    const counts = await Promise.all([1, 2, 3, 4].map(() => sealNew(app.ground)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await verify(app.ground)).toMatchObject({ seals: 5, found: 0 });
  });

  it('catches the file up after a crash between the two', async () => {
    await writeFile(sealFile(app.ground), `${seals.split('\n')[0]}\n{"seq":2,"at":"20`);
    expect(await found()).toEqual([
      { kind: 'fileIncomplete', seal: 2 },
      { kind: 'fileIncomplete', seal: 3 },
    ]);
    await sealNew(app.ground);
    const lines = (await readFile(sealFile(app.ground), 'utf8')).trimEnd().split('\n');
    expect(lines.length).toBe(5);
    // The torn line stays where it is and is said.
    expect(await found()).toEqual([{ kind: 'fileIncomplete' }]);
  });

  it('takes in what was loaded without being announced', async () => {
    await owner.run('delete from audit.seal where seq = 4');
    await owner.run(`delete from platform.event where (tx, id) > (select to_tx, to_id from audit.seal where seq = 3)`);
    await writeFile(sealFile(app.ground), seals.split('\n').slice(0, 3).join('\n').concat('\n'));
    const before = await verify(app.ground);
    expect(new Set(before.findings.map(({ kind }) => kind))).toEqual(new Set(['actionUnsealed']));
    expect(await sealMissing(app.ground)).toBe(before.found);
    expect(await verify(app.ground)).toMatchObject({ found: 0, seals: 4 });
    expect(await sealMissing(app.ground)).toBe(0);
  });
});

describe('finds an action that', () => {
  const changes: [string, string][] = [
    ['says something else', `facts = facts || '{"reason": "改过"}'`],
    ['was done at another time', `at = at + interval '1 hour'`],
    ['was done a microsecond later', `at = at + interval '1 microsecond'`],
    ['was done by somebody else', `account_id = gen_random_uuid()`],
    ['was done in another role', `role = 'office'`],
    ['was done elsewhere', `place_id = gen_random_uuid()`],
    ['is another act', `id = gen_random_uuid()`],
    ['is of another kind', `kind = 'note'`],
    ['led elsewhere', `to_state = 'refused'`],
    ['has another hash', `hash = repeat('a', 64)`],
    ['is chained elsewhere', `prev_hash = repeat('b', 64)`],
  ];
  it.each(changes)('%s', async (_, change) => {
    await owner.run(`update cases.action set ${change} where case_id = $1 and seq = 3`, [victim.id]);
    const findings = await found();
    expect(findings[0]).toMatchObject(ofVictim('actionChanged', { action: 3, seal: 2 }));
    expect(findings.length).toBeLessThanOrEqual(2);
  });

  it('is missing in the middle', async () => {
    await owner.run('delete from cases.action where case_id = $1 and seq = 3', [victim.id]);
    expect(await found()).toEqual([ofVictim('actionMissing', { action: 3, seal: 2 })]);
  });

  it('is missing at the end, also when the line of the case was set back', async () => {
    await owner.run('delete from cases.action where case_id = $1 and seq = 6', [victim.id]);
    expect(await found()).toEqual([ofVictim('actionMissing', { action: 6, seal: 2 })]);
    await owner.run(
      `update cases."case" c set seq = 5, state = a.to_state, head_hash = a.hash, ended_at = null from cases.action a where a.case_id = c.id and a.seq = 5 and c.id = $1`,
      [victim.id],
    );
    expect(await found()).toEqual([ofVictim('actionMissing', { action: 6, seal: 2 })]);
  });

  it('changed places with another one', async () => {
    await owner.run(
      `update cases.action set seq = case seq when 3 then 104 when 4 then 103 end where case_id = $1 and seq in (3, 4)`,
      [victim.id],
    );
    await owner.run('update cases.action set seq = seq - 100 where seq > 100');
    const findings = (await verify(app.ground)).findings;
    expect(findings.map(({ kind, action }) => [kind, action])).toEqual([
      ['actionMoved', 3],
      ['actionMoved', 4],
    ]);
    expect(findings[0]!.what).toContain('made as action 4');
  });

  it('was rewritten with all hashes after it', async () => {
    await owner.rewrite(victim.id, (action) => (action.seq === 2 ? { ...action, facts: { opinion: '换了' } } : action));
    expect(await found()).toEqual([ofVictim('actionRewritten', { action: 2, seal: 2 })]);
  });

  it('was added with a right hash and a right line', async () => {
    const last = (await owner.actionsOf(victim.id)).at(-1)!;
    const forged = { ...last, id: newId(), seq: 7, kind: 'note' as const, fromState: last.toState, facts: { text: '补记' }, prevHash: last.hash }; // prettier-ignore
    const hash = hashAction(forged);
    await owner.run(
      `insert into cases.action select case_id, 7, $2, 'note', to_state, to_state, at, account_id, role, place_id, $3, $4, $5 from cases.action where case_id = $1 and seq = 6`,
      [victim.id, forged.id, JSON.stringify(forged.facts), forged.prevHash, hash],
    );
    await owner.run('update cases."case" set seq = 7, head_hash = $2 where id = $1', [victim.id, hash]);
    expect(await found()).toEqual([ofVictim('actionUnsealed', { action: 7 })]);
  });

  it('no case can take, before it is sealed', async () => {
    await step(app, d, other.id, 'refuseAcceptance');
    await owner.rewrite(other.id, (action) =>
      action.seq === 3 ? { ...action, kind: 'grant', toState: 'granted' } : action,
    );
    expect(await found()).toEqual([{ kind: 'illegalStep', caseId: other.id, caseNumber: other.number, action: 3 }]);
  });

  it('does not follow the one before it, before it is sealed', async () => {
    await step(app, d, other.id, 'refuseAcceptance');
    const action = (await owner.actionsOf(other.id)).at(-1)!;
    const foreign = { ...action, prevHash: 'f'.repeat(64) };
    await owner.run('update cases.action set prev_hash = $2, hash = $3 where id = $1', [action.id, foreign.prevHash, hashAction(foreign)]); // prettier-ignore
    expect(await found()).toMatchObject([{ kind: 'actionForeign', caseNumber: other.number, action: 3 }]);
  });
});

describe('finds a case that', () => {
  it('is gone with its whole history, and names it by its number', async () => {
    await owner.run('delete from cases.action where case_id = $1', [victim.id]);
    await owner.run('delete from cases."case" where id = $1', [victim.id]);
    expect(await found()).toEqual([ofVictim('caseDeleted', { seal: 2 })]);
  });

  it('is gone and its events with it', async () => {
    await owner.run('delete from cases.action where case_id = $1', [victim.id]);
    await owner.run('delete from cases."case" where id = $1', [victim.id]);
    await owner.run('delete from platform.event where subject = $1', [victim.id]);
    expect(await found()).toEqual([{ kind: 'caseDeleted', caseId: victim.id, seal: 2 }]);
  });

  it('lost its line, or its history', async () => {
    await owner.run('delete from cases."case" where id = $1', [victim.id]);
    expect(await found()).toEqual([ofVictim('caseDeleted', { seal: 2 })]);
    await owner.restore();
    await owner.run('delete from cases.action where case_id = $1', [victim.id]);
    expect(await found()).toEqual([ofVictim('caseDeleted', { seal: 2 })]);
  });

  it.each([
    "state = 'granted'",
    'seq = 5',
    `head_hash = repeat('c', 64)`,
    'ended_at = null',
    `submitted_at = submitted_at - interval '1 day'`,
  ])('has a line with %s', async (change) => {
    await owner.run(`update cases."case" set ${change} where id = $1`, [victim.id]);
    expect(await found()).toEqual([ofVictim('projectionWrong')]);
  });
});

describe('finds a seal that', () => {
  it('is gone, in the middle or at the end', async () => {
    await owner.run('delete from audit.seal where seq = 2');
    const findings = await found();
    expect(findings[0]).toEqual({ kind: 'sealDeleted', seal: 2 });
    expect(findings.filter(({ kind }) => kind === 'sealDeleted').length).toBe(1);
    await owner.restore();
    await owner.run('delete from audit.seal where seq = 4');
    expect((await found())[0]).toEqual({ kind: 'sealDeleted', seal: 4 });
  });

  it('was changed to hide a deleted case', async () => {
    await owner.run('delete from cases.action where case_id = $1', [victim.id]);
    await owner.run('delete from cases."case" where id = $1', [victim.id]);
    await owner.run(
      `update audit.seal set (count, case_ids, seqs, leaves) = (select count(*), array_agg(c order by n), array_agg(s order by n), array_agg(l order by n)
         from unnest(case_ids, seqs, leaves) with ordinality as u (c, s, l, n) where c <> $1) where seq = 2`,
      [victim.id],
    );
    expect(await found()).toEqual([
      { kind: 'sealChanged', seal: 2 },
      { kind: 'sealForged', seal: 2 },
    ]);
  });

  it('was forged with the whole chain after it', async () => {
    await owner.rewrite(victim.id, (action) => (action.seq === 3 ? { ...action, facts: { reason: '换了' } } : action));
    await owner.reseal();
    expect(await found()).toEqual([2, 3, 4].map((seal) => ({ kind: 'sealForged', seal })));
  });

  it('is not in the file, or not the same there', async () => {
    await writeFile(sealFile(app.ground), seals.split('\n').toSpliced(1, 1).join('\n'));
    expect(await found()).toEqual([{ kind: 'fileIncomplete', seal: 2 }]);
    await writeFile(sealFile(app.ground), seals.replace(/"root":"./, '"root":"x'));
    expect(await found()).toEqual([{ kind: 'sealForged', seal: 1 }]);
    await appendFile(sealFile(app.ground), 'nonsense\n');
    expect(await found()).toContainEqual({ kind: 'fileIncomplete' });
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
        await expect(app.ground.db.many(sql.raw(statement) as never)).rejects.toThrow(/permission denied/);
      await expect(app.ground.db.many(sql.raw(`alter table ${table} disable trigger all`) as never)).rejects.toThrow(
        /owner/,
      );
    },
  );

  it('can delete no case', async () => {
    await expect(app.ground.db.many(sql`delete from cases."case"`)).rejects.toThrow(/permission denied/);
  });
});

describe('the command', () => {
  const run = async (...words: string[]) => {
    const lines: string[] = [];
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => (lines.push(String(text)), true));
    const before = process.exitCode;
    try {
      const program = new Command().exitOverride();
      commands(program, async () => app.ground);
      process.exitCode = 0;
      await program.parseAsync(['node', 'yichuang', 'audit', ...words]);
      return { code: process.exitCode, out: lines.join('') };
    } finally {
      process.exitCode = before;
      spy.mockRestore();
    }
  };

  it('ends with 0 when nothing is wrong and names what is, with 1', async () => {
    expect(await run('verify')).toMatchObject({ code: 0, out: expect.stringContaining('Nothing is wrong: 6 cases') });
    await owner.run(`update cases.action set role = 'office' where case_id = $1 and seq = 2`, [victim.id]);
    const { code, out } = await run('verify');
    expect(code).toBe(1);
    expect(out).toContain(`case ${victim.number}: action 2 (accept) does not say what its hash says`);
    const json = await run('verify', '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, found: 1, findings: [{ kind: 'actionChanged' }] });
    expect(await run('seal', '--missing')).toMatchObject({ code: 0, out: 'Sealed 0 actions.\n' });
  });
});

describe('the auditor', () => {
  it('sees seals and checks', async () => {
    const list = await app.call(d.auditor, ops.listSeals, { query: { limit: 2 } });
    expect(list).toMatchObject({ total: 4, pending: 0, rows: [{ seq: 4 }, { seq: 3 }] });
    await owner.run(`update cases.action set role = 'office' where case_id = $1 and seq = 2`, [victim.id]);
    await verify(app.ground, { accountId: d.auditor });
    const checks = await app.call(d.auditor, ops.listVerifications, { query: { limit: 1 } });
    expect(checks.rows[0]).toMatchObject({
      accountName: '吴审计',
      findings: 1,
      firstFindings: [{ kind: 'actionChanged', caseNumber: victim.number, action: 2 }],
    });
    expect((await app.ask(d.auditor, ops.startVerification, { body: {} })).status).toBe(204);
    expect((await app.ask(d.auditor, ops.startVerification, { body: {} })).status).toBe(204);
    const jobs = await app.ground.db.many(
      sql`select 1 from graphile_worker.jobs where task_identifier = 'audit.verify'`,
    );
    expect(jobs.length).toBe(1);
  });

  it('searches who did what, and leaves a line', async () => {
    const trail = await app.call(d.auditor, ops.searchTrail, { query: { number: victim.number } });
    expect(trail.rows.map(({ kind }) => kind)).toEqual(['close', 'deliver', 'issue', 'grant', 'accept', 'submit']);
    expect(trail.total).toBe(6);
    expect(trail.rows[3]).toMatchObject({ accountName: '赵局长', role: 'head', caseNumber: victim.number });
    expect(JSON.stringify(trail)).not.toContain('小满面馆');
    const acts = await app.call(d.auditor, ops.searchTrail, {
      query: { accountId: d.head, from: '2026-06-10', to: '2026-06-10' },
    });
    expect(acts.rows.map(({ kind }) => kind)).toEqual(['grant']);
    const nothing = await app.call(d.auditor, ops.searchTrail, { query: { from: '2026-06-11', to: '2026-06-12' } });
    expect(nothing).toEqual({ rows: [], total: 0 });
    for (const query of [{}, { accountId: d.head }, { from: '2026-01-01', to: '2026-06-10' }, { from: '0000-01-01' }])
      expect((await app.ask(d.auditor, ops.searchTrail, { query })).problem.code).toBe('audit.tooWide');
    const searches = await app.call(d.auditor, ops.listSearches, { query: {} });
    expect(searches.total).toBe(3);
    expect(searches.rows.at(-1)).toMatchObject({ accountName: '吴审计', found: 6, filter: { number: victim.number } });
  });
});
