import { expect, it } from 'vitest';
import type { Role } from '#platform/permissions';
import { startAt, worksAt } from './own-outlets.ts';
import type { Me } from './session.tsx';

const district = { outletId: 'district' };
const town = { outletId: 'town' };
const who = (role: Role, outletId: string | null): Pick<Me, 'roles' | 'posts'> => ({
  roles: ['anyone', 'resident', role],
  posts: [{ role, departmentId: null, outletId, standsInFor: null }] as unknown as Me['posts'],
});

it('a page begins with the hall where a clerk sits, and with the first one for everybody else', () => {
  expect(startAt([district, town], who('clerk', 'town'))).toBe(town);
  expect(startAt([district, town], who('clerk', 'elsewhere'))).toBe(district);
  expect(startAt([district, town], who('office', null))).toBe(district);
  expect(startAt([], who('office', null))).toBeUndefined();
});

it('a clerk works at the own outlet alone, the service office at all', () => {
  expect(worksAt(who('clerk', 'town'), 'town')).toBe(true);
  expect(worksAt(who('clerk', 'town'), 'district')).toBe(false);
  expect(worksAt(who('office', null), 'district')).toBe(true);
  expect(worksAt(who('head', null), 'district')).toBe(false);
  // Before the second factor a post counts for nothing.
  expect(worksAt({ ...who('clerk', 'town'), roles: ['anyone', 'resident'] }, 'town')).toBe(false);
  expect(worksAt(null, 'town')).toBe(false);
});
