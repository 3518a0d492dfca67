/** Tests of who may do what: one account of each kind, and one that stands in each relation to a case. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount, givePost } from '#modules/people';
import type { Contract } from '#platform/contract';
import { newId } from '#platform/ids';
import { roles, type Role } from '#platform/permissions';
import { openTestApp, type TestApp } from './testing.ts';
import type { SmallDistrict } from './testing-district.ts';

/**
 * Registers the tests that every operation has a line of reviewed roles, such as `'office admin'`, and that it lets past its door whom the
 * line names and nobody else; `anyone` stands for everybody. `inputs` are for operations that need more than an id to get that far.
 */
export function testDoors(
  contract: Contract,
  reviewed: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, object>> = {},
): void {
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
    expect(Object.keys(reviewed).toSorted()).toEqual(Object.keys(contract).toSorted());
  });

  test.each(Object.entries(contract))('%s lets in whom its line names', async (name, operation) => {
    const allowed = new Set(reviewed[name]?.split(' '));
    for (const [role, accountId] of accounts) {
      const input = { params: { id: newId() }, ...inputs[name] };
      const { status } = await app.ask(accountId, operation, input as never);
      const refused = status === 401 || status === 403;
      expect(`${role}: ${refused ? 'refused' : 'let in'}`).toBe(
        `${role}: ${allowed.has('anyone') || allowed.has(role) ? 'let in' : 'refused'}`,
      );
      expect(status, `${name} for ${role}`).toBeLessThan(500);
    }
  });
}

/** Everybody who can stand in a relation to a case of the department `Here`, as one line of the matrix. */
export const everybody =
  'stranger applicant otherResident clerkHere clerkElsewhere examinerHere examinerElsewhere headHere headElsewhere office admin auditor';
export const staffHere = 'clerkHere examinerHere headHere';

/** The accounts of `everybody`; the case is the resident's, at the market department. */
export async function everybodyOf({ ground }: TestApp, d: SmallDistrict): Promise<Record<string, string | null>> {
  const at = ground.clock.now();
  return ground.db.transaction(async (tx) => {
    const staff = (name: string, role: 'clerk' | 'examiner' | 'head', departmentId: string): string => {
      const id = createAccount(tx, at, { loginName: name, name, staff: true });
      givePost(tx, at, id, { role, departmentId });
      return id;
    };
    return {
      stranger: null,
      applicant: d.resident,
      otherResident: d.other,
      clerkHere: staff('clerk-here', 'clerk', d.market),
      clerkElsewhere: staff('clerk-elsewhere', 'clerk', d.security),
      examinerHere: d.examiner,
      examinerElsewhere: staff('examiner-elsewhere', 'examiner', d.security),
      headHere: d.head,
      headElsewhere: d.otherHead,
      office: d.office,
      admin: d.admin,
      auditor: d.auditor,
    };
  });
}
