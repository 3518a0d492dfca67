/** Meddling with whole cases, with seals, and with the file beside them, and finding it. */
import { appendFile, rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sql } from '#platform/db';
import { runCase, step } from '#server/testing-cases';
import { auditedDistrict, sealAll } from './testing/audited.ts';
import { sealFile, writeSealFile } from './seal-file.ts';
import { verify } from './verify.ts';

const a = auditedDistrict();

describe('finds a case that', () => {
  it('is gone with its whole history, and names it by its number', async () => {
    await a.owner.run('delete from cases.action where case_id = $1', [a.victim.id]);
    await a.owner.run('delete from cases."case" where id = $1', [a.victim.id]);
    expect(await a.found()).toEqual([a.ofVictim('caseDeleted', { seal: a.seal })]);
  });

  it('is gone and its events with it', async () => {
    await a.owner.run('delete from cases.action where case_id = $1', [a.victim.id]);
    await a.owner.run('delete from cases."case" where id = $1', [a.victim.id]);
    await a.owner.run('delete from platform.event where subject = $1', [a.victim.id]);
    // Its number was sealed with what it was opened with.
    expect(await a.found()).toEqual([a.ofVictim('caseDeleted', { seal: a.seal })]);
  });

  it('lost its line, or its history', async () => {
    await a.owner.run('delete from cases."case" where id = $1', [a.victim.id]);
    expect(await a.found()).toEqual([a.ofVictim('caseDeleted', { seal: a.seal })]);
    await a.owner.restore();
    await a.owner.run('delete from cases.action where case_id = $1', [a.victim.id]);
    expect(await a.found()).toEqual([a.ofVictim('caseDeleted', { seal: a.seal })]);
  });

  it.each([
    "state = 'granted'",
    'seq = 5',
    `head_hash = repeat('c', 64)`,
    'ended_at = null',
    'holder_id = gen_random_uuid()',
    "outcome = 'refused'",
    `decided_at = decided_at - interval '1 day'`,
    'accepted_at = null',
    "fee_state = 'waived'",
    "fatal_on = '2030-01-01'",
  ])('has a line with %s', async (change) => {
    await a.owner.run(`update cases."case" set ${change} where id = $1`, [a.victim.id]);
    expect(await a.found()).toEqual([a.ofVictim('projectionWrong')]);
  });

  it.each([
    "number = '330199-2026-9999999'",
    "track_code = 'mine'",
    'item_version = 2',
    "item_name = '别的事项'",
    "door = 'phone'",
    'person_id = gen_random_uuid()',
    'agent_id = gen_random_uuid()',
    'organisation_id = gen_random_uuid()',
    'department_id = gen_random_uuid()',
    "applicant_name = '别人'",
    `submitted_at = submitted_at - interval '1 day'`,
  ])('was opened otherwise: %s', async (change) => {
    await a.owner.run(`update cases."case" set ${change} where id = $1`, [a.victim.id]);
    expect(await a.found()).toEqual([a.ofVictim('openingChanged', { seal: a.seal })]);
  });

  it.each([
    "fatal_on = '2027-01-01'",
    "target_on = '2026-06-11'",
    "due_from = '2026-06-11'",
    "due_rule = 'decide'",
    `next_at = next_at + interval '1 day'`,
  ])('has a clock with %s', async (change) => {
    await a.owner.run(`update cases."case" set ${change} where id = $1`, [a.other.id]);
    expect(await a.found()).toEqual([{ kind: 'projectionWrong', caseId: a.other.id, caseNumber: a.other.number }]);
  });

  it('was corrected and sent on as its history says', async () => {
    const { id } = await runCase(a.app, a.d, []);
    await step(a.app, a.d, id, 'correct', { applicantName: '王小满', reason: '录入错误' });
    expect(await a.found()).toEqual([]);
    await sealAll(a.app);
    await a.owner.run(`update cases."case" set applicant_name = '王大满' where id = $1`, [id]);
    expect(await a.found()).toMatchObject([{ kind: 'projectionWrong', caseId: id }]);
    // No name gets into a finding, which is also logged.
    expect(JSON.stringify((await verify(a.app.ground)).findings)).not.toContain('满');
  });
});

describe('finds a seal that', () => {
  it('is gone, in the middle or at the end', async () => {
    await a.owner.run('delete from audit.seal where seq = 2');
    expect((await a.found()).filter(({ seal }) => seal === 2)).toEqual([{ kind: 'sealDeleted', seal: 2 }]);
    await a.owner.restore();
    await a.owner.run('delete from audit.seal where seq = $1', [a.count]);
    expect((await a.found())[0]).toEqual({ kind: 'sealDeleted', seal: a.count });
  });

  it('is gone with all others, and the file too, after everything was checked once', async () => {
    await a.owner.run('truncate audit.seal');
    expect((await verify(a.app.ground)).findings[0]).toEqual({
      kind: 'sealDeleted',
      seal: 1,
      what: `seals 1 to ${a.count} stand in the file and not in the database`,
    });
    await a.owner.restore();
    expect(await a.found()).toEqual([]);
    await a.owner.run('truncate audit.seal');
    await rm(sealFile(a.app.ground));
    expect(await a.found()).toEqual([{ kind: 'sealDeleted', seal: a.count }]);
    await sealAll(a.app);
    expect((await a.found()).length).toBe(1);
  });

  it('was changed to hide a deleted case', async () => {
    await a.owner.run('delete from cases.action where case_id = $1', [a.victim.id]);
    await a.owner.run('delete from cases."case" where id = $1', [a.victim.id]);
    await a.owner.run(
      `update audit.seal set (count, case_ids, seqs, names, leaves) =
         (select count(*), array_agg(c order by n), array_agg(s order by n), array_agg(m order by n), array_agg(l order by n)
            from unnest(case_ids, seqs, names, leaves) with ordinality as u (c, s, m, l, n) where c <> $1) where seq = $2`,
      [a.victim.id, a.seal],
    );
    const documents = await a.app.ground.db.many(
      sql`select 1 from documents.document where subject_id = ${a.victim.id}`,
    );
    expect(documents.length).toBeGreaterThan(3);
    expect(await a.found()).toEqual([{ kind: 'sealChanged', seal: a.seal }]);
  });

  it('says that its leaves are of something else', async () => {
    await a.owner.run(`update audit.seal set case_ids = array_replace(case_ids, $1, $2) where seq = $3`, [
      a.victim.id,
      a.other.id,
      a.seal,
    ]);
    expect(await a.found()).toContainEqual({ kind: 'sealChanged', seal: a.seal });
  });

  it('was forged with the whole chain after it', async () => {
    await a.owner.rewrite(a.victim.id, (action) =>
      action.seq === 3 ? { ...action, facts: { reason: '换了' } } : action,
    );
    await a.owner.reseal();
    const { findings } = await verify(a.app.ground);
    expect(findings).toEqual([
      {
        kind: 'sealForged',
        seal: a.seal,
        what: `seals ${a.seal} to ${a.count} in the database are not those in the file`,
      },
    ]);
  });

  it('is forged, and the file is written again: an earlier check and a copy kept elsewhere tell', async () => {
    const copy = `${sealFile(a.app.ground)}.copy`;
    await writeFile(copy, a.seals);
    expect((await verify(a.app.ground, { copy })).found).toBe(0);
    await a.owner.run('delete from audit.verification');
    await a.owner.rewrite(a.victim.id, (action) =>
      action.seq === 3 ? { ...action, facts: { reason: '换了' } } : action,
    );
    await a.owner.reseal();
    await rm(sealFile(a.app.ground));
    await writeSealFile(a.app.ground);
    const found = async () => (await verify(a.app.ground, { copy })).findings.map(({ kind, seal }) => ({ kind, seal }));
    expect(await found()).toEqual([{ kind: 'sealForged', seal: a.seal }]);
    // A copy that is some days old ends where it was taken.
    await writeFile(copy, a.seals.split('\n').slice(0, 1).join('\n').concat('\n'));
    expect(await found()).toEqual([]);
  });

  it('is not in the file, or not the same there', async () => {
    await writeFile(sealFile(a.app.ground), a.seals.split('\n').toSpliced(1, 1).join('\n'));
    expect(await a.found()).toEqual([{ kind: 'fileIncomplete', seal: 2 }]);
    await writeFile(sealFile(a.app.ground), a.seals.replace(/"root":"./, '"root":"x'));
    expect(await a.found()).toEqual([{ kind: 'fileChanged', seal: 1 }]);
    await writeFile(sealFile(a.app.ground), a.seals.replace(/"hash":"[0-9a-f]{8}/, '"hash":"00000000'));
    expect(await a.found()).toEqual([{ kind: 'sealForged', seal: 1 }]);
    await appendFile(sealFile(a.app.ground), 'nonsense\n');
    expect(await a.found()).toContainEqual({ kind: 'fileIncomplete' });
  });
});
