/** Meddling with the other trails as the owner of the database: documents, their service, whatever a module only adds to. */
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/db';
import { runCase } from '#server/testing-cases';
import { auditedDistrict, sealAll } from './testing/audited.ts';
import { verify } from './verify.ts';

const a = auditedDistrict();

/** The decision of the case, and the seals of documents and of their service that it is in. */
let decision: { id: string; number: string };
let name: string;
const sealOf = async (key: string): Promise<number> =>
  (await a.app.ground.db.one<{ seq: number }>(sql`select seq from audit.seal where ${key} = any (keys)`)).seq;

beforeAll(async () => {
  decision = await a.app.ground.db.one(
    sql`select id, number from documents.document where subject_id = ${a.victim.id} and kind = 'decisionGrant'`,
  );
  name = `${decision.number} · case ${a.victim.number}`;
});

describe('finds a document that', () => {
  it.each([
    `data = data || '{"conditions": ["改过"]}'`,
    `issued_at = issued_at - interval '1 day'`,
    "number = '伪造〔2026〕第1号'",
    `hash = repeat('a', 64)`,
    'recipient_id = null',
  ])('says something else: %s', async (change) => {
    await a.owner.run(`update documents.document set ${change} where id = $1`, [decision.id]);
    const { findings } = await verify(a.app.ground);
    expect(findings).toMatchObject([
      { kind: 'rowChanged', trail: 'documents.document', key: decision.id, name, seal: await sealOf(decision.id) },
    ]);
    expect(findings[0]!.what).toContain(decision.number);
  });

  it('is gone', async () => {
    await a.owner.run('delete from documents.document where id = $1', [decision.id]);
    expect(await a.found()).toMatchObject([{ kind: 'rowMissing', key: decision.id, name }]);
  });

  it('is another one under the same key', async () => {
    // Under a key of the first minute, so that it counts as old; a later one would wait to be sealed.
    await a.owner.run("update documents.document set id = '00000000-0000-7000-8000-000000000001' where id = $1", [
      decision.id,
    ]);
    expect(await a.found()).toMatchObject([
      { kind: 'rowMissing', key: decision.id, name },
      { kind: 'rowUnsealed', name },
    ]);
  });

  it('was put among older ones', async () => {
    // A second one, long after the first, so that what lies between is known to be sealed.
    await a.owner.run(
      `insert into documents.document select overlay(id::text placing '019' from 1 for 3)::uuid, kind, 'forged', department_id, subject_kind, subject_id, recipient_id, data,
         template_version, hash, 'forged', issued_at from documents.document where id = $1`,
      [decision.id],
    );
    expect(await a.found()).toMatchObject([{ kind: 'rowUnsealed', trail: 'documents.document' }]);
  });
});

describe('finds the service of a document that', () => {
  it('was put back, and calls it after the document', async () => {
    await a.owner.run(`update documents.service set served_on = served_on - 90 where document_id = $1`, [decision.id]);
    const { findings } = await verify(a.app.ground);
    expect(findings).toMatchObject([{ kind: 'rowChanged', trail: 'documents.service', name }]);
    expect(findings[0]!.what).toContain(decision.number);
  });

  it('is gone', async () => {
    await a.owner.run('delete from documents.service where document_id = $1', [decision.id]);
    expect(await a.found()).toMatchObject([{ kind: 'rowMissing', trail: 'documents.service', name }]);
  });
});

describe('a migration', () => {
  it('may add a column that is null in what was there before', async () => {
    await a.owner.run('alter table documents.service add column witness text');
    try {
      expect(await a.found()).toEqual([]);
      await runCase(a.app, a.d, ['accept', 'grant', 'issue', 'deliver']);
      await sealAll(a.app);
      expect(await a.found()).toEqual([]);
      await a.owner.run(`update documents.service set witness = '改过' where document_id = $1`, [decision.id]);
      expect(await a.found()).toMatchObject([{ kind: 'rowChanged', trail: 'documents.service' }]);
    } finally {
      await a.owner.run('alter table documents.service drop column witness');
    }
  });
});
