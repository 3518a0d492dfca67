import { expect, it } from 'vitest';
import { afterStep, findingStates, findingSteps, isCorrectedBy } from './finding.ts';

it('a finding is closed only by somebody who looked at what was put right', () => {
  const ways = findingStates.flatMap((state) => findingSteps.flatMap((step) => (afterStep(state, step) ? [`${state} ${step} ${afterStep(state, step)}`] : []))); // prettier-ignore
  expect(ways).toEqual(['open correct corrected', 'corrected pass closed', 'corrected reopen open']);
});

it('is never looked at again by who put it right last, whoever has before', () => {
  const step = (kind: 'raise' | 'correct' | 'pass' | 'reopen', accountId: string) => ({ kind, accountId });
  const course = [step('raise', 'one'), step('correct', 'one'), step('reopen', 'two'), step('correct', 'three')];
  const whose = (length: number) => ['one', 'two', 'three', null].filter((id) => isCorrectedBy(course.slice(0, length), id)); // prettier-ignore
  expect([1, 2, 3, 4].map(whose)).toEqual([[], ['one'], ['one'], ['three']]);
});
