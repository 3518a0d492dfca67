import { expect, test } from 'vitest';
import { Announcer, type Said } from './announcer.ts';

const at = '2026-06-10T09:30:00.000Z';
const call = (id: string, secondsAgo = 0): Said => ({
  id,
  at: new Date(Date.parse(at) - secondsAgo * 1000).toISOString(),
});

/** Speaks as slowly as the test lets it. */
function slow() {
  const said: string[] = [];
  const ends: (() => void)[] = [];
  const announcer = new Announcer<Said>((one) => {
    said.push(one.id);
    return new Promise((resolve) => ends.push(resolve));
  });
  const end = async (): Promise<void> => {
    ends.shift()!();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { announcer, said, end };
}

test('says one after the other and never two at once', async () => {
  const { announcer, said, end } = slow();
  announcer.take([call('a'), call('b')], at);
  announcer.take([call('a'), call('b'), call('c')], at);
  expect(said).toEqual(['a']);
  await end();
  expect(said).toEqual(['a', 'b']);
  await end();
  await end();
  expect(said).toEqual(['a', 'b', 'c']);
});

test('says each once, however often the server lists it', async () => {
  const { announcer, said, end } = slow();
  for (let i = 0; i < 5; i++) announcer.take([call('a')], at);
  await end();
  announcer.take([call('a')], at);
  expect(said).toEqual(['a']);
});

test('says nothing that is old when it comes back', () => {
  const { announcer, said } = slow();
  announcer.take([call('old', 61), call('new', 5)], at);
  expect(said).toEqual(['new']);
});

test('goes on when one cannot be said', async () => {
  const said: string[] = [];
  const announcer = new Announcer<Said>((one) => {
    said.push(one.id);
    return one.id === 'a' ? Promise.reject(new Error('no voice')) : Promise.resolve();
  });
  announcer.take([call('a'), call('b')], at);
  await new Promise((resolve) => setImmediate(resolve));
  expect(said).toEqual(['a', 'b']);
});
