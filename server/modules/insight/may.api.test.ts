import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount, givePost } from '#modules/people';
import { newId } from '#platform/ids';
import { roles, type Role } from '#platform/permissions';
import { openTestApp, type TestApp } from '#server/testing';
import { insightContract } from './contract.ts';

/** Reviewed by hand: who gets past the door of each operation. An operation without a line fails. */
const staff = 'clerk examiner head office auditor';
const reviewed: Record<string, string> = {
  getFigures: staff,
  getGroups: staff,
  listCases: staff,
  exportCases: staff,
  listExports: 'office auditor',
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
  expect(Object.keys(reviewed).sort()).toEqual(Object.keys(insightContract).sort());
});

/** Inputs that are complete, so that nothing but the permission can refuse. */
const inputs: Record<string, object> = {
  getGroups: { query: { by: 'day' } },
  listCases: { query: { set: 'received' } },
  exportCases: { body: { set: 'received', format: 'csv' } },
};

test.each(Object.entries(insightContract))('%s lets in whom its line names', async (name, operation) => {
  const allowed = new Set(reviewed[name]?.split(' '));
  for (const [role, accountId] of accounts) {
    const { status } = await app.ask(accountId, operation as never, (inputs[name] ?? {}) as never);
    const refused = role === 'anyone' ? 401 : 403;
    expect(`${role}: ${status}`).toBe(`${role}: ${allowed.has(role) ? 200 : refused}`);
  }
});
