import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder, Queue, type Caller, type Waiting } from './queue.ts';

const errands = ['e1', 'e2', 'e3'];
const windows = ['w1', 'w2'];

type Move = { kind: 'enter'; ticket: Waiting } | { kind: 'leave'; id: string } | { kind: 'call'; caller: Caller };

const id = fc.integer({ min: 1, max: 40 }).map((n) => `t${String(n).padStart(2, '0')}`);
const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    fc
      .record({
        id,
        errandId: fc.constantFrom(...errands),
        rank: fc.integer({ min: 0, max: 20 }),
        forWindowId: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, fc.constantFrom(...windows)),
      })
      .map((ticket): Move => ({ kind: 'enter', ticket })),
    id.map((left): Move => ({ kind: 'leave', id: left })),
    fc
      .record({ windowId: fc.constantFrom(...windows), errandIds: fc.subarray(errands) })
      .map((caller): Move => ({ kind: 'call', caller })),
  ),
  { maxLength: 120 },
);

test('calls whom a look through all who wait would find', () => {
  fc.assert(
    fc.property(moves, (all) => {
      const queue = new Queue<Waiting>();
      const plain = new Map<string, Waiting>();
      for (const move of all) {
        if (move.kind === 'enter') {
          queue.enter(move.ticket);
          plain.set(move.ticket.id, move.ticket);
        } else if (move.kind === 'leave') expect(queue.leave(move.id)).toBe(plain.delete(move.id));
        else {
          const { windowId, errandIds } = move.caller;
          const [found] = [...plain.values()]
            .filter(({ forWindowId, errandId }) =>
              forWindowId ? forWindowId === windowId : [...errandIds].includes(errandId),
            )
            .toSorted(inOrder);
          expect(queue.call(move.caller)).toEqual(found);
          if (found) plain.delete(found.id);
        }
        expect(queue.size).toBe(plain.size);
      }
      expect([...queue].toSorted(inOrder)).toEqual([...plain.values()].toSorted(inOrder));
    }),
  );
});
