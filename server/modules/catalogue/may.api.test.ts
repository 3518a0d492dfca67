/** Who may do what with the catalogue: each operation x role x whose item it is. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { roles, type Role } from '#platform/permissions';
import { openTestApp, type TestApp } from '#server/testing';
import { plainItem, smallDistrict, type SmallDistrict } from '#server/testing-district';
import { catalogueContract } from './contract.ts';
import { may } from './may.ts';

type Operation = keyof typeof catalogueContract;
type Whose = 'own' | 'other';

const everyone = 'anyone';
const staff = 'clerk examiner head office admin';
/** `head:own`: heads, for items of the own department alone. */
const editors = 'head:own office';
const readers = 'examiner:own head:own office admin auditor';

/** Reviewed by hand. An operation without a line fails. */
const reviewed: Record<Operation, string> = {
  searchItems: everyone,
  quickFind: everyone,
  listItems: everyone,
  listManaged: 'head office admin auditor',
  overview: everyone,
  getGuide: everyone,
  getItemVersion: everyone,
  directory: everyone,
  printBooklet: staff,
  createItem: editors,
  listDrafts: 'head office',
  getDraft: editors,
  saveDraft: editors,
  dropDraft: editors,
  checkItem: 'head office',
  publishItem: 'office',
  cancelVersion: 'office',
  withdrawItem: 'office',
  listVersions: readers,
  compareVersions: readers,
  listOffers: readers,
  handDown: 'office',
  takeBack: 'office',
  importItems: 'office',
  listImports: 'office admin auditor',
};

let app: TestApp;
let district: SmallDistrict;
let accounts: Map<Role, string | null>;

beforeAll(async () => {
  app = await openTestApp({ logLevel: 'silent' });
  district = await smallDistrict(app);
  const { resident, clerk, examiner, head, office, admin, auditor } = district;
  accounts = new Map([
    ['anyone', null],
    ...Object.entries({ resident, clerk, examiner, head, office, admin, auditor }),
  ] as [Role, string | null][]);
});
afterAll(() => app?.close());

/** What is sent: right in form, and stopped by the state of things behind the door, so that nothing changes between roles. */
function sent(name: Operation, whose: Whose): object {
  const id = whose === 'own' ? district.food : district.proof;
  const departmentId = whose === 'own' ? district.market : district.security;
  const body = plainItem();
  const params = { id };
  const outletIds = [newId()];
  const particular: Partial<Record<Operation, object>> = {
    searchItems: { query: { q: '开饭店' } },
    quickFind: { query: { q: 'kfd' } },
    listItems: {},
    listManaged: {},
    overview: {},
    directory: {},
    getItemVersion: { params: { id, version: 1 } },
    printBooklet: { query: { departmentId } },
    createItem: { body: { code: `MAY-${newId()}`, baseCode: '', departmentId, body } },
    listDrafts: {},
    saveDraft: { params, body: { departmentId, body, basedOn: 1, revision: 99 } },
    checkItem: { body: { body } },
    publishItem: { params, body: { revision: 99, inForceFrom: '2030-01-01', note: '' } },
    cancelVersion: { params: { id, version: 1 }, body: { reason: '' } },
    withdrawItem: { params, body: { fromDay: '2020-01-01', reason: '' } },
    compareVersions: { params, query: { from: 1, to: 1 } },
    handDown: { params, body: { outletIds, scope: 'accept' } },
    takeBack: { params, body: { outletIds } },
    importItems: { query: { source: 'may' } },
    listImports: {},
  };
  return particular[name] ?? { params };
}

test('every operation has a reviewed line, every role an account, and the table in use says the same', () => {
  expect(Object.keys(reviewed).sort()).toEqual(Object.keys(catalogueContract).sort());
  expect(Object.keys(may).sort()).toEqual(Object.keys(catalogueContract).sort());
  expect([...accounts.keys()].sort()).toEqual([...roles].sort());
});

const operations = Object.keys(catalogueContract) as Operation[];
test.each(operations.flatMap((name) => [[name, 'own'] as const, [name, 'other'] as const]))(
  '%s, an item of the %s department',
  async (name, whose) => {
    const allowed = new Set(reviewed[name].split(' '));
    for (const [role, account] of accounts) {
      const { status, problem } = await app.ask(account, catalogueContract[name] as never, sent(name, whose) as never);
      const expected =
        allowed.has(everyone) || allowed.has(role) || (whose === 'own' && allowed.has(`${role}:own`))
          ? 'let in'
          : `refused ${role === 'anyone' ? 'general.notSignedIn' : 'general.forbidden'}`;
      const isRefused = status === 401 || status === 403;
      expect(`${role}: ${isRefused ? `refused ${problem?.code}` : 'let in'}`).toBe(`${role}: ${expected}`);
      expect(status, `${role}: ${JSON.stringify(problem)}`).toBeLessThan(500);
    }
  },
);

test('a head moves an item neither from another department nor into one', async () => {
  const { head, otherHead, market, security, food, proof } = district;
  const draft = (id: string, departmentId: string) => ({
    params: { id },
    body: { departmentId, body: plainItem(), basedOn: 1, revision: 0 },
  });
  expect((await app.ask(head, catalogueContract.saveDraft, draft(food, security))).status).toBe(403);
  expect((await app.ask(head, catalogueContract.saveDraft, draft(proof, market))).status).toBe(403);
  expect((await app.ask(otherHead, catalogueContract.saveDraft, draft(food, security))).status).toBe(403);
});

test('heads see the drafts of their own departments alone', async () => {
  const { office, head, otherHead, food } = district;
  const body = { departmentId: district.market, body: plainItem(), basedOn: 1, revision: 0 };
  await app.call(office, catalogueContract.saveDraft, { params: { id: food }, body });
  const seenBy = async (account: string) =>
    (await app.call(account, catalogueContract.listDrafts, {})).rows.map(({ itemId }) => itemId);
  expect(await seenBy(office)).toContain(food);
  expect(await seenBy(head)).toContain(food);
  expect(await seenBy(otherHead)).not.toContain(food);
});
