import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, departmentSteps, isEnded, kinds, states, stepsFrom, waitingDays, type Kind, type State, type Step } from './improvement.ts'; // prettier-ignore

const isStep = (kind: Kind): kind is Step => kind !== 'suggest';

test('the way to adoption leads through each hand once', () => {
  const way: Step[] = ['dispatch', 'accept', 'plan', 'finish', 'verify', 'adopt'];
  let state: State = 'suggested';
  for (const step of way) state = after(state, step)!;
  expect(state).toBe('adopted');
});

test('nothing is adopted that nobody verified, whatever is tried', () => {
  const steps = fc.array(fc.constantFrom(...kinds.filter(isStep)), { maxLength: 40 });
  fc.assert(
    fc.property(steps, (tried) => {
      let state: State = 'suggested';
      const taken: Step[] = [];
      for (const step of tried) {
        const next = after(state, step);
        if (!next) continue;
        expect(isEnded(state)).toBe(false);
        taken.push(step);
        state = next;
      }
      if (state === 'adopted') expect(taken.slice(-3)).toEqual(['finish', 'verify', 'adopt']);
      // Somebody is always awaited, unless it has ended.
      expect(stepsFrom(state).length === 0).toBe(isEnded(state));
    }),
    { numRuns: 500 },
  );
});

test('every open state has a clock and somebody whose turn it is', () => {
  for (const state of states) {
    if (state === 'adopted' || state === 'closed') continue;
    expect(state === 'planned' || waitingDays[state] > 0).toBe(true);
    const turns = new Set(stepsFrom(state).map((step) => departmentSteps.includes(step)));
    expect(turns.size).toBe(1);
  }
});
