import { expect, it } from 'vitest';
import { afterStep, findingStates, findingSteps } from './finding.ts';

it('a finding is closed only by somebody who looked at what was put right', () => {
  const ways = findingStates.flatMap((state) => findingSteps.flatMap((step) => (afterStep(state, step) ? [`${state} ${step} ${afterStep(state, step)}`] : []))); // prettier-ignore
  expect(ways).toEqual(['open correct corrected', 'corrected pass closed', 'corrected reopen open']);
});
