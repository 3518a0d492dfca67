import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beforeFirst, hashSeal, leafOf, nextSeal, rootOf, type Sealed } from './merkle.ts';

const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaves = (count: number) => Array.from({ length: count }, (_, i) => leafOf('c', i + 1, `hash ${i}`));

/** RFC 6962, 2.1, as it is written there. */
function treeHash(data: readonly Buffer[]): Buffer {
  if (data.length === 0) return sha();
  if (data.length === 1) return data[0]!;
  let k = 1;
  while (k * 2 < data.length) k *= 2;
  return sha(Buffer.from([1]), treeHash(data.slice(0, k)), treeHash(data.slice(k)));
}

test('the root is that of RFC 6962', () => {
  expect(rootOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  for (let count = 0; count <= 70; count++) expect(rootOf(leaves(count))).toBe(treeHash(leaves(count)).toString('hex'));
});

test('any other leaf, order or number gives another root', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), fc.nat(), (count, a, b) => {
      const all = leaves(count);
      const root = rootOf(all);
      const [i, j] = [a % count, b % count];
      const changed = all.with(i, leafOf('c', i + 1, 'another'));
      expect(rootOf(changed)).not.toBe(root);
      expect(rootOf(all.toSpliced(i, 1))).not.toBe(root);
      if (i !== j) expect(rootOf(all.with(i, all[j]!).with(j, all[i]!))).not.toBe(root);
    }),
  );
});

test('a seal says everything that it is hashed over', () => {
  const span = { fromTx: '0', fromId: 0, toTx: '12', toId: 3 };
  const sealed = (count: number): Sealed => ({
    trail: 'cases.action',
    caseIds: Array.from({ length: count }, () => 'c'),
    seqs: Array.from({ length: count }, (_, i) => i + 1),
    keys: [],
    names: Array.from({ length: count }, () => ''),
    leaves: leaves(count),
  });
  const at = new Date('2026-06-10T01:00:00Z');
  const first = nextSeal(undefined, span, at, sealed(3));
  expect(first).toMatchObject({ seq: 1, trail: 'cases.action', prevHash: beforeFirst, count: 3 });
  const second = nextSeal(first, span, new Date('2026-06-10T01:00:10Z'), sealed(1));
  expect(second).toMatchObject({ seq: 2, prevHash: first.hash });
  for (const key of [
    'seq',
    'trail',
    'at',
    'fromTx',
    'fromId',
    'toTx',
    'toId',
    'count',
    'root',
    'list',
    'prevHash',
  ] as const)
    expect(hashSeal({ ...first, [key]: 'other' })).not.toBe(first.hash);
  const other = nextSeal(undefined, span, at, { ...sealed(3), caseIds: ['c', 'c', 'd'] });
  expect(other.list).not.toBe(first.list);
});
