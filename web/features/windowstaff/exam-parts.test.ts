/** What a further part of an exam is about. */
import { expect, it } from 'vitest';
import { aboutOf, nextPart, scopeOf } from './exam-parts.ts';

const scopes = ['general', 'errand:a', 'department:d'].map((value) => ({ value }));
const general = { errandId: null, departmentId: null, count: 20 };

it('is the first thing that no part is about yet', () => {
  expect(nextPart([], scopes)).toEqual({ ...general, count: 5 });
  expect(nextPart([general], scopes)).toEqual({ errandId: 'a', departmentId: null, count: 5 });
  const two = [general, { errandId: 'a', departmentId: null, count: 3 }];
  expect(nextPart(two, scopes)).toEqual({ errandId: null, departmentId: 'd', count: 5 });
});

it('is general once every thing has a part', () => {
  const all = scopes.map(({ value }) => ({ ...aboutOf(value), count: 1 }));
  expect(nextPart(all, scopes)).toEqual({ ...general, count: 5 });
});

it('is read back as it was chosen', () =>
  expect(scopes.map(({ value }) => scopeOf(aboutOf(value)))).toEqual(scopes.map(({ value }) => value)));
