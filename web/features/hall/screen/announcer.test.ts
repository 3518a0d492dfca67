import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
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

test('never says two at once, says none twice, and keeps the order, whatever comes when and however long each lasts', async () => {
  const round = fc.record({ calls: fc.array(fc.nat(30), { maxLength: 5 }), ends: fc.nat(4) });
  await fc.assert(
    fc.asyncProperty(fc.array(round, { maxLength: 30 }), async (rounds) => {
      const { announcer, said, end } = slow();
      const taken: string[] = [];
      let ended = 0;
      for (const { calls, ends } of rounds) {
        announcer.take(
          calls.map((id) => call(String(id))),
          at,
        );
        for (const id of calls) if (!taken.includes(String(id))) taken.push(String(id));
        for (let i = 0; i < ends && ended < said.length; i++, ended++) await end();
        expect(said.length - ended).toBeLessThanOrEqual(1);
      }
      while (ended < said.length) {
        await end();
        ended++;
      }
      expect(said).toEqual(taken);
    }),
    { numRuns: 200 },
  );
});

test('drops nobody who waits when the clock of the day is put forward', async () => {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.parse(at));
  const { announcer, said, end } = slow();
  announcer.take([call('a'), call('b')], at);
  clock.mockReturnValue(Date.parse(at) + 3_600_000);
  await end();
  expect(said).toEqual(['a', 'b']);
  vi.restoreAllMocks();
});

test('does not say what has waited too long behind others', async () => {
  let now = 0;
  const said: string[] = [];
  const ends: (() => void)[] = [];
  const announcer = new Announcer<Said>(
    (one) => {
      said.push(one.id);
      return new Promise((resolve) => ends.push(resolve));
    },
    () => now,
  );
  announcer.take([call('a'), call('b')], at);
  now = 121_000;
  ends[0]!();
  await new Promise((resolve) => setImmediate(resolve));
  expect(said).toEqual(['a']);
});
