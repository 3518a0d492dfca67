/** Meddling with whole cases, with seals, and with the file beside them, and finding it. */
import { appendFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { auditedDistrict } from './testing/audited.ts';
import { sealFile } from './seal-file.ts';

const a = auditedDistrict();

describe('finds a case that', () => {
  it('is gone with its whole history, and names it by its number', async () => {
    await a.owner.run('delete from cases.action where case_id = $1', [a.victim.id]);
    await a.owner.run('delete from cases."case" where id = $1', [a.victim.id]);
    expect(await a.found()).toEqual([a.ofVictim('caseDeleted', { seal: 2 })]);
  });

  it('is gone and its events with it', async () => {
    await a.owner.run('delete from cases.action where case_id = $1', [a.victim.id]);
    await a.owner.run('delete from cases."case" where id = $1', [a.victim.id]);
    await a.owner.run('delete from platform.event where subject = $1', [a.victim.id]);
    expect(await a.found()).toEqual([{ kind: 'caseDeleted', caseId: a.victim.id, seal: 2 }]);
  });

  it('lost its line, or its history', async () => {
    await a.owner.run('delete from cases."case" where id = $1', [a.victim.id]);
    expect(await a.found()).toEqual([a.ofVictim('caseDeleted', { seal: 2 })]);
    await a.owner.restore();
    await a.owner.run('delete from cases.action where case_id = $1', [a.victim.id]);
    expect(await a.found()).toEqual([a.ofVictim('caseDeleted', { seal: 2 })]);
  });

  it.each([
    "state = 'granted'",
    'seq = 5',
    `head_hash = repeat('c', 64)`,
    'ended_at = null',
    `submitted_at = submitted_at - interval '1 day'`,
  ])('has a line with %s', async (change) => {
    await a.owner.run(`update cases."case" set ${change} where id = $1`, [a.victim.id]);
    expect(await a.found()).toEqual([a.ofVictim('projectionWrong')]);
  });
});

describe('finds a seal that', () => {
  it('is gone, in the middle or at the end', async () => {
    await a.owner.run('delete from audit.seal where seq = 2');
    const findings = await a.found();
    expect(findings[0]).toEqual({ kind: 'sealDeleted', seal: 2 });
    expect(findings.filter(({ kind }) => kind === 'sealDeleted').length).toBe(1);
    await a.owner.restore();
    await a.owner.run('delete from audit.seal where seq = 4');
    expect((await a.found())[0]).toEqual({ kind: 'sealDeleted', seal: 4 });
  });

  it('was changed to hide a deleted case', async () => {
    await a.owner.run('delete from cases.action where case_id = $1', [a.victim.id]);
    await a.owner.run('delete from cases."case" where id = $1', [a.victim.id]);
    await a.owner.run(
      `update audit.seal set (count, case_ids, seqs, leaves) = (select count(*), array_agg(c order by n), array_agg(s order by n), array_agg(l order by n)
         from unnest(case_ids, seqs, leaves) with ordinality as u (c, s, l, n) where c <> $1) where seq = 2`,
      [a.victim.id],
    );
    expect(await a.found()).toEqual([
      { kind: 'sealChanged', seal: 2 },
      { kind: 'sealForged', seal: 2 },
    ]);
  });

  it('was forged with the whole chain after it', async () => {
    await a.owner.rewrite(a.victim.id, (action) =>
      action.seq === 3 ? { ...action, facts: { reason: '换了' } } : action,
    );
    await a.owner.reseal();
    expect(await a.found()).toEqual([2, 3, 4].map((seal) => ({ kind: 'sealForged', seal })));
  });

  it('is not in the file, or not the same there', async () => {
    await writeFile(sealFile(a.app.ground), a.seals.split('\n').toSpliced(1, 1).join('\n'));
    expect(await a.found()).toEqual([{ kind: 'fileIncomplete', seal: 2 }]);
    await writeFile(sealFile(a.app.ground), a.seals.replace(/"root":"./, '"root":"x'));
    expect(await a.found()).toEqual([{ kind: 'sealForged', seal: 1 }]);
    await appendFile(sealFile(a.app.ground), 'nonsense\n');
    expect(await a.found()).toContainEqual({ kind: 'fileIncomplete' });
  });
});
