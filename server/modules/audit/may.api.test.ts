import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount, givePost } from '#modules/people';
import { newId } from '#platform/ids';
import { roles, type Role } from '#platform/permissions';
import { openTestApp, type TestApp } from '#server/testing';
import { auditContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const reviewed: Record<string, string> = {
  listSeals: 'auditor',
  listVerifications: 'auditor',
  startVerification: 'auditor',
  searchTrail: 'auditor',
  listSearches: 'auditor',
};

let app: TestApp;
const accounts = new Map<Role, string | null>([['anyone', null]]);

beforeAll(async () => {
  app = await openTestApp({ logLevel: 'silent' });
  const { db, clock } = app.ground;
  await db.transaction(async (tx) => {
    for (const role of roles) {
      if (role === 'anyone') continue;
      const id = createAccount(tx, clock.now(), { loginName: role, name: role });
      accounts.set(role, id);
      if (role !== 'resident') givePost(tx, clock.now(), id, { role, departmentId: newId() });
    }
  });
});
afterAll(() => app.close());

test('every operation has a reviewed line', () => {
  expect(Object.keys(reviewed).sort()).toEqual(Object.keys(auditContract).sort());
});

test.each(Object.entries(auditContract))('%s lets in whom its line names', async (name, operation) => {
  const allowed = new Set(reviewed[name]?.split(' '));
  for (const [role, accountId] of accounts) {
    const { status } = await app.ask(accountId, operation as never, { params: { id: newId() } } as never);
    const refused = status === 401 || status === 403;
    expect(`${role}: ${refused ? 'refused' : 'let in'}`).toBe(
      `${role}: ${allowed.has('anyone') || allowed.has(role) ? 'let in' : 'refused'}`,
    );
  }
});
