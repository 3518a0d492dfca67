import { expect, it } from 'vitest';
import { Newest } from './uploads.ts';

const add = (one: string) => (list: readonly string[]) => [...list, one];

it('loses nothing when the page shows an old list after a change', () => {
  const empty: string[] = [];
  const files = new Newest<string>(empty);
  const first = files.change(add('a'));
  // A rendering that had begun before: it still has the empty list.
  files.show(empty);
  const second = files.change(add('b'));
  expect(second).toEqual(['a', 'b']);
  // Two renderings late.
  files.show(first);
  expect(files.change(add('c'))).toEqual(['a', 'b', 'c']);
});

it('takes over what the parent changes itself', () => {
  const files = new Newest<string>([]);
  files.show(files.change(add('a')));
  files.show(['from another device']);
  expect(files.change(add('b'))).toEqual(['from another device', 'b']);
  files.show([]);
  expect(files.change(add('c'))).toEqual(['c']);
});
