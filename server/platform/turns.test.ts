/** Turns: never more at once than there are places, in the order in which they came, and an end to the line. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { general } from './problems.ts';
import { takeTurns } from './turns.ts';

/** Work that ends when it is told to. */
function held() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { work: () => promise, end: resolve, fail: reject };
}
const tick = () => new Promise((resolve) => setImmediate(resolve));

test('whoever comes when all places and all seats are taken is refused, and a place that is free again is given on', async () => {
  const inTurn = takeTurns({ atOnce: 1, waiting: 1 });
  const [first, second] = [held(), held()];
  const one = inTurn(first.work);
  const two = inTurn(second.work);
  await expect(inTurn(async () => 'third')).rejects.toMatchObject({ code: general.busy().code });
  first.fail(new Error('it went wrong'));
  await expect(one).rejects.toThrow('it went wrong');
  const three = inTurn(async () => 'third');
  second.end('second');
  expect([await two, await three]).toEqual(['second', 'third']);
});

test('never more run at once than may, all are done, and they begin in the order in which they came', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.integer({ min: 0, max: 3 })),
      async (atOnce, lengths) => {
        const inTurn = takeTurns({ atOnce, waiting: lengths.length });
        let running = 0;
        let most = 0;
        const begun: number[] = [];
        await Promise.all(
          lengths.map((ticks, index) =>
            inTurn(async () => {
              begun.push(index);
              most = Math.max(most, (running += 1));
              for (let n = 0; n < ticks; n += 1) await tick();
              running -= 1;
            }),
          ),
        );
        expect(begun).toEqual(lengths.map((_, index) => index));
        expect(most).toBeLessThanOrEqual(atOnce);
      },
    ),
    { numRuns: 30 },
  );
});
