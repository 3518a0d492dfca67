/** Meddling with histories as the owner of the database, in every way we could think of, and finding it. */
import { describe, expect, it } from 'vitest';
import { hashAction } from '#modules/cases';
import { newId } from '#platform/ids';
import { step } from '#server/testing-cases';
import { auditedDistrict, sealAll } from './testing/audited.ts';
import { verify } from './verify.ts';

const a = auditedDistrict();

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
    await a.owner.run(`update cases.action set ${change} where case_id = $1 and seq = 3`, [a.victim.id]);
    const findings = await a.found();
    expect(findings[0]).toMatchObject(a.ofVictim('actionChanged', { action: 3, seal: a.seal }));
    expect(findings.length).toBeLessThanOrEqual(2);
  });

  it('is missing in the middle', async () => {
    await a.owner.run('delete from cases.action where case_id = $1 and seq = 3', [a.victim.id]);
    expect(await a.found()).toEqual([a.ofVictim('actionMissing', { action: 3, seal: a.seal })]);
  });

  it('is missing at the end, also when the line of the case was set back', async () => {
    await a.owner.run('delete from cases.action where case_id = $1 and seq = 6', [a.victim.id]);
    expect(await a.found()).toEqual([a.ofVictim('actionMissing', { action: 6, seal: a.seal })]);
    await a.owner.run(
      `update cases."case" c set seq = 5, state = a.to_state, head_hash = a.hash, ended_at = null from cases.action a where a.case_id = c.id and a.seq = 5 and c.id = $1`,
      [a.victim.id],
    );
    expect(await a.found()).toEqual([a.ofVictim('actionMissing', { action: 6, seal: a.seal })]);
  });

  it('changed places with another one', async () => {
    await a.owner.run(
      `update cases.action set seq = case seq when 3 then 104 when 4 then 103 end where case_id = $1 and seq in (3, 4)`,
      [a.victim.id],
    );
    await a.owner.run('update cases.action set seq = seq - 100 where seq > 100');
    const findings = (await verify(a.app.ground)).findings;
    expect(findings.map(({ kind, action }) => [kind, action])).toEqual([
      ['actionMoved', 3],
      ['actionMoved', 4],
    ]);
    expect(findings[0]!.what).toContain('made as action 4');
  });

  it('was rewritten with all hashes after it', async () => {
    await a.owner.rewrite(a.victim.id, (action) =>
      action.seq === 2 ? { ...action, facts: { opinion: '换了' } } : action,
    );
    expect(await a.found()).toEqual([a.ofVictim('actionRewritten', { action: 2, seal: a.seal })]);
  });

  it('was rewritten and announced anew, so that it is sealed again', async () => {
    await a.owner.rewrite(a.victim.id, (action) =>
      action.seq === 2 ? { ...action, facts: { opinion: '换了' } } : action,
    );
    await a.owner.run(
      `insert into platform.event (name, subject, facts) select name, subject, facts from platform.event
        where subject = $1 and name = 'cases.stepped' and (facts ->> 'seq')::int >= 2 order by tx, id`,
      [a.victim.id],
    );
    expect(await sealAll(a.app)).toBe(5);
    const again = [2, 3, 4, 5, 6].map((action) => a.ofVictim('actionRewritten', { action, seal: a.count + 1 }));
    expect(await a.found()).toEqual([...again, a.ofVictim('actionRewritten', { action: 2, seal: a.seal })]);
  });

  it('was added with a right hash and a right line', async () => {
    const last = (await a.owner.actionsOf(a.victim.id)).at(-1)!;
    const forged = { ...last, id: newId(), seq: 7, kind: 'note' as const, fromState: last.toState, facts: { text: '补记' }, prevHash: last.hash }; // prettier-ignore
    const hash = hashAction(forged);
    await a.owner.run(
      `insert into cases.action select case_id, 7, $2, 'note', to_state, to_state, at, account_id, role, place_id, $3, $4, $5 from cases.action where case_id = $1 and seq = 6`,
      [a.victim.id, forged.id, JSON.stringify(forged.facts), forged.prevHash, hash],
    );
    await a.owner.run('update cases."case" set seq = 7, head_hash = $2 where id = $1', [a.victim.id, hash]);
    expect(await a.found()).toEqual([a.ofVictim('actionUnsealed', { action: 7 })]);
  });

  it('no case can take, before it is sealed', async () => {
    await step(a.app, a.d, a.other.id, 'refuseAcceptance');
    await a.owner.rewrite(a.other.id, (action) =>
      action.seq === 3 ? { ...action, kind: 'grant', toState: 'granted' } : action,
    );
    expect(await a.found()).toEqual([
      { kind: 'illegalStep', caseId: a.other.id, caseNumber: a.other.number, action: 3 },
    ]);
  });

  it('does not follow the one before it, before it is sealed', async () => {
    await step(a.app, a.d, a.other.id, 'refuseAcceptance');
    const action = (await a.owner.actionsOf(a.other.id)).at(-1)!;
    const foreign = { ...action, prevHash: 'f'.repeat(64) };
    await a.owner.run('update cases.action set prev_hash = $2, hash = $3 where id = $1', [action.id, foreign.prevHash, hashAction(foreign)]); // prettier-ignore
    expect(await a.found()).toMatchObject([{ kind: 'actionForeign', caseNumber: a.other.number, action: 3 }]);
  });
});
