/** A district with sealed cases, for tests that meddle with it: each test finds it as it was. */
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { sql } from '#platform/db';
import { openTestApp, type TestApp } from '#server/testing';
import { runCase, toTheEnd } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import type { Finding } from '../check-case.ts';
import { sealFile } from '../seal-file.ts';
import { sealNew, sealSlow } from '../seal.ts';
import { verify } from '../verify.ts';
import { openOwner, type Owner } from './tamper.ts';

export interface Audited {
  app: TestApp;
  d: SmallDistrict;
  owner: Owner;
  /** A case of six actions, from its submission to its end. */
  victim: { id: string; number: string };
  /** A case of two actions that waits for a supplement. */
  other: { id: string; number: string };
  /** The seal that holds the victim's actions, and how many seals there are. */
  seal: number;
  count: number;
  /** What the seal file says. */
  seals: string;
  /** Everything that a check finds, without its sentences. */
  found(): Promise<Omit<Finding, 'what'>[]>;
  ofVictim(kind: string, more?: object): object;
}

/** Seals all that is there, once no transaction of another test on the same server could still commit behind it. */
export async function sealAll({ ground }: TestApp): Promise<number> {
  for (;;) {
    const { late } = await ground.db.one<{ late: boolean }>(
      sql`select exists (select 1 from platform.event where tx >= pg_snapshot_xmin(pg_current_snapshot())) as late`,
    );
    if (!late) return sealNew(ground);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Six cases under seals of four rounds. Filled before the first test of the file that calls this, put back after each. */
export function auditedDistrict(): Audited {
  const audited = {
    found: async () => (await verify(audited.app.ground)).findings.map(({ what: _, ...finding }) => finding),
    ofVictim: (kind: string, more: object = {}) => ({
      kind,
      caseId: audited.victim.id,
      caseNumber: audited.victim.number,
      ...more,
    }),
  } as Audited;
  beforeAll(async () => {
    const app = await openTestApp();
    const d = await smallDistrict(app);
    Object.assign(audited, { app, d });
    for (let round = 0; round < 4; round++) {
      await runCase(app, d, ['accept', 'examine']);
      if (round === 1) audited.victim = await runCase(app, d, toTheEnd);
      if (round === 2) audited.other = await runCase(app, d, ['askSupplement']);
      app.clock.advance(10_000);
      await sealAll(app);
    }
    await sealSlow(app.ground);
    const { db } = app.ground;
    const { seal, count } = await db.one<{ seal: number; count: number }>(
      sql`select max(seq) filter (where ${audited.victim.id} = any (case_ids)) as seal, count(*)::int as count from audit.seal`,
    );
    Object.assign(audited, { seal, count });
    audited.seals = await readFile(sealFile(app.ground), 'utf8');
    audited.owner = await openOwner(app.connectionString);
  });
  afterEach(async () => {
    await audited.owner.restore();
    await writeFile(sealFile(audited.app.ground), audited.seals);
  });
  afterAll(async () => {
    await audited.owner?.close();
    await audited.app?.close();
  });
  return audited;
}
