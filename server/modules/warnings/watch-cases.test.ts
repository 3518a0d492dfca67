import { expect, test } from 'vitest';
import { noClock } from '#modules/cases';
import { clockOf } from './watch-cases.ts';

/** Under examination by experts since the 10th: no date runs, and the experts may take long. */
const paused = {
  ...noClock,
  dueRule: 'decide',
  dueFrom: '2026-06-01',
  pausedSince: '2026-06-10',
  forecastOn: '2026-07-20',
  endedAt: null,
} as const;

test('nobody is warned of a clock that stands still, but of a licence that expires meanwhile', () => {
  expect(clockOf(paused)).toMatchObject({ standing: true, fatalOn: null });
  expect(clockOf({ ...paused, expiresOn: '2026-07-06' })).toMatchObject({ standing: false, fatalOn: '2026-07-06' });
});
