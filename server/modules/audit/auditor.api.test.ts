/** What operators and auditors see: the command, the list of checks, the search of the trail. */
import { Command } from 'commander';
import { describe, expect, it, vi } from 'vitest';
import { sql } from '#platform/db';
import { commands } from './commands.ts';
import { auditContract as ops } from './contract.ts';
import { auditedDistrict } from './testing/audited.ts';
import { verify } from './verify.ts';

const a = auditedDistrict();

describe('the command', () => {
  const run = async (...words: string[]) => {
    const lines: string[] = [];
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => (lines.push(String(text)), true));
    const before = process.exitCode;
    try {
      const program = new Command().exitOverride();
      commands(program, async () => a.app.ground);
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
    await a.owner.run(`update cases.action set role = 'office' where case_id = $1 and seq = 2`, [a.victim.id]);
    const { code, out } = await run('verify');
    expect(code).toBe(1);
    expect(out).toContain(`case ${a.victim.number}: action 2 (accept) does not say what its hash says`);
    const json = await run('verify', '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, found: 1, findings: [{ kind: 'actionChanged' }] });
    expect(await run('seal', '--missing')).toMatchObject({ code: 0, out: 'Sealed 0 actions and rows.\n' });
  });
});

describe('the auditor', () => {
  it('sees seals and checks', async () => {
    const list = await a.app.call(a.d.auditor, ops.listSeals, { query: { limit: 2 } });
    expect(list).toMatchObject({ total: a.count, pending: 0, rows: [{ seq: a.count }, { seq: a.count - 1 }] });
    await a.owner.run(`update cases.action set role = 'office' where case_id = $1 and seq = 2`, [a.victim.id]);
    await verify(a.app.ground, { accountId: a.d.auditor });
    const checks = await a.app.call(a.d.auditor, ops.listVerifications, { query: { limit: 1 } });
    expect(checks.rows[0]).toMatchObject({
      accountName: '吴审计',
      findings: 1,
      firstFindings: [{ kind: 'actionChanged', caseNumber: a.victim.number, action: 2 }],
    });
    expect((await a.app.ask(a.d.auditor, ops.startVerification, { body: {} })).status).toBe(204);
    expect((await a.app.ask(a.d.auditor, ops.startVerification, { body: {} })).status).toBe(204);
    const jobs = await a.app.ground.db.many(
      sql`select 1 from graphile_worker.jobs where task_identifier = 'audit.verify'`,
    );
    expect(jobs.length).toBe(1);
  });

  it('searches who did what, and leaves a line', async () => {
    const trail = await a.app.call(a.d.auditor, ops.searchTrail, { query: { number: a.victim.number } });
    expect(trail.rows.map(({ kind }) => kind)).toEqual(['close', 'deliver', 'issue', 'grant', 'accept', 'submit']);
    expect(trail.total).toBe(6);
    expect(trail.rows[3]).toMatchObject({ accountName: '赵局长', role: 'head', caseNumber: a.victim.number });
    expect(JSON.stringify(trail)).not.toContain('小满面馆');
    const acts = await a.app.call(a.d.auditor, ops.searchTrail, {
      query: { accountId: a.d.head, from: '2026-06-10', to: '2026-06-10' },
    });
    expect(acts.rows.map(({ kind }) => kind)).toEqual(['grant']);
    const nothing = await a.app.call(a.d.auditor, ops.searchTrail, { query: { from: '2026-06-11', to: '2026-06-12' } });
    expect(nothing).toEqual({ rows: [], total: 0, more: false });
    for (const query of [{}, { accountId: a.d.head }, { from: '2026-01-01', to: '2026-06-10' }, { from: '1000-01-01' }])
      expect((await a.app.ask(a.d.auditor, ops.searchTrail, { query })).problem.code).toBe('audit.tooWide');
    const searches = await a.app.call(a.d.auditor, ops.listSearches, { query: {} });
    expect(searches.total).toBe(3);
    expect(searches.rows.at(-1)).toMatchObject({
      accountName: '吴审计',
      found: 6,
      filter: { number: a.victim.number },
    });
  });
});
