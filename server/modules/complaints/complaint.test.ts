import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, barOf, departmentFor, kinds, states, type Official, type Step } from './complaint.ts';

const official = (accountId: string, ...posts: [Official['posts'][number]['role'], string | null, string?][]): Official => ({
  accountId,
  posts: posts.map(([role, departmentId, standsInFor]) => ({ role, departmentId, ...(standsInFor ? { standsInFor } : {}) })),
}); // prettier-ignore
const clerk = official('clerk', ['clerk', 'd1']);
const head = official('head', ['head', 'd1']);
const office = official('office', ['office', null]);

describe('who may handle a complaint', () => {
  it('is a head or the office, and never the one whom it is about', () => {
    expect(barOf(head, clerk, null)).toBeUndefined();
    expect(barOf(office, clerk, null)).toBeUndefined();
    expect(barOf(head, head, null)).toBe('self');
    expect(barOf(office, office, null)).toBe('self');
    expect(barOf(clerk, undefined, null)).toBe('noPost');
    expect(barOf(office, head, null)).toBeUndefined();
  });
  it('is no subordinate of the one whom it is about, and nobody who stands in for them', () => {
    expect(barOf(official('deputy', ['head', 'd1']), head, null)).toBe('subordinate');
    expect(barOf(official('both', ['examiner', 'd1'], ['head', 'd2']), head, null)).toBe('subordinate');
    expect(barOf(official('standIn', ['office', null], ['head', 'd9', 'head']), head, null)).toBe('self');
  });
  it('is somebody else the second time', () => {
    expect(barOf(head, clerk, 'head')).toBe('before');
    expect(barOf(office, clerk, 'head')).toBeUndefined();
  });
  it('never lets through what harms, whatever posts there are', () => {
    const post = fc.record({
      role: fc.constantFrom('clerk' as const, 'examiner' as const, 'head' as const, 'office' as const),
      departmentId: fc.constantFrom('d1', 'd2', null),
      standsInFor: fc.constantFrom('a', 'b', 'c'),
    });
    const somebody = fc.record({ accountId: fc.constantFrom('a', 'b', 'c'), posts: fc.array(post, { maxLength: 4 }) });
    fc.assert(
      fc.property(somebody, somebody, (handler, about) => {
        if (barOf(handler, about, null)) return;
        expect(handler.accountId).not.toBe(about.accountId);
        for (const { role, departmentId } of about.posts)
          if (role === 'head' && departmentId) expect(handler.posts.map((one) => one.departmentId)).not.toContain(departmentId);
      }),
    ); // prettier-ignore
  });
});

describe('where it goes', () => {
  it('is the department of a clerk, and the office for what is about a head or the office', () => {
    expect(departmentFor(clerk, 'd2')).toBe('d1');
    expect(departmentFor(official('town', ['clerk', null]), 'd2')).toBe('d2');
    expect(departmentFor(head, 'd1')).toBeNull();
    expect(departmentFor(office, 'd1')).toBeNull();
  });
  it('is the office while nobody knows whom it is about: it may be the head of the window', () => {
    expect(departmentFor(undefined, 'd2')).toBeNull();
  });
});

describe('the course', () => {
  it('opens again once, and nothing follows the end', () => {
    expect(after({ state: 'answered', reopened: false }, 'reopen')).toBe('reopened');
    expect(after({ state: 'answered', reopened: true }, 'reopen')).toBe('closed');
    const steps = kinds.filter((kind): kind is Step => kind !== 'make');
    for (const step of steps) expect(after({ state: 'closed', reopened: false }, step)).toBeUndefined();
    for (const state of states.filter((one) => one !== 'closed'))
      expect(steps.some((step) => after({ state, reopened: false }, step))).toBe(true);
  });
});
