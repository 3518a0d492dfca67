import { expect, it } from 'vitest';
import { hears } from './live.ts';
import { nobody, type Actor, type Post } from './permissions.ts';

const post = (role: Post['role'], departmentId: string | null): Post => ({ role, departmentId }) as Post;
const office: Actor = { ...nobody, accountId: 'office', posts: [post('office', null)] };
const clerk: Actor = { ...nobody, accountId: 'clerk', posts: [post('clerk', 'traffic')] };
const owner: Actor = { ...nobody, accountId: 'owner', personId: 'person' };

it('tells those who answer for the district of everything, others of what is theirs', () => {
  const facts = { ownerId: 'person', departmentId: 'traffic' };
  expect([office, clerk, owner, { ...owner, personId: 'another' }].map((actor) => hears(actor, facts))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

it('tells nobody but the owner of what is theirs alone, whatever the posts of others', () => {
  const facts = { ownerId: 'person', ownerOnly: true, departmentId: 'traffic' };
  expect([office, clerk, owner].map((actor) => hears(actor, facts))).toEqual([false, false, true]);
  expect(hears(office, { ownerId: null, ownerOnly: true })).toBe(false);
});
